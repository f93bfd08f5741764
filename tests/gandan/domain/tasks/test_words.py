"""A search for words finds by letters kept apart what reading every task would find."""

from __future__ import annotations

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gandan.domain.directory.queries import fold_plain
from gandan.domain.tasks import actions, words
from gandan.domain.tasks.models import Task

from ...conftest import NOW

TEXTS = ("Rà soát hộ nghèo quý I", "Báo cáo kết quả rà soát", "Đối thoại với thanh niên", "Sửa cầu")


@pytest.fixture
def tasks(office):
    by = {"actor": office.clerk, "at": NOW}
    return [actions.assign(text, lead=office.finance, **by) for text in TEXTS]


def read_through(said: str) -> set[int]:
    """By reading every task: what the derived letters must agree with."""
    wanted = fold_plain(said).split()
    return {row.pk for row in Task.objects.all() if all(word in row.search for word in wanted)}


@settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(st.one_of(st.sampled_from(["rà soát", "ra soat bao", "doi", "q", "sua cau", "%", "_'"]),
                 st.text(max_size=12)))  # fmt: skip
def test_it_finds_what_reading_every_task_finds(tasks, said):
    found = set(words.holding(Task.objects.all(), said).values_list("pk", flat=True))
    assert found == read_through(said)


def test_it_follows_a_change_and_a_deletion(tasks):
    Task.objects.filter(pk=tasks[0].pk).update(search="chuyen khac hoan toan")
    Task.objects.filter(pk=tasks[3].pk).delete()
    for said in ("rà soát", "khác hoàn toàn", "cầu"):
        found = set(words.holding(Task.objects.all(), said).values_list("pk", flat=True))
        assert found == read_through(said)


def test_where_many_fit_nothing_is_left_out(tasks, monkeypatch):
    monkeypatch.setattr(words, "FEW", 1)
    assert words.holding(Task.objects.all(), "rà soát").count() == 2


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL keeps its index by itself")
def test_letters_that_were_lost_with_the_table_are_written_anew(tasks):
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER tasks_words_anew")
    Task.objects.filter(pk=tasks[3].pk).update(search="loi khong thay")
    words.set_words()
    assert words.holding(Task.objects.all(), "khong thay").get().pk == tasks[3].pk
