"""A document is found by what a person remembers of it, and only if they may see it."""

from datetime import date

import pytest

from gandan.domain.registry import actions, queries
from gandan.domain.registry.access import can, visible_documents
from gandan.domain.registry.models import Document
from gandan.kernel.refusal import Refused

from ...conftest import NOW, TODAY
from ...reading_by_hand import decision, plan

ALL = Document.objects


@pytest.fixture
def held(receive):
    return receive(plan()).documents[0]


@pytest.mark.parametrize(
    "filters",
    [
        {"words": "15/KH-SNV"},
        {"words": "dan van CHINH quyen"},
        {"words": "noi vu ke hoach"},
        {"kind": "Kế hoạch"},
        {"issued_from": date(2026, 2, 10), "issued_to": date(2026, 2, 10)},
    ],
)
def test_these_find_it(held, filters):
    assert list(queries.find_documents(ALL.all(), **filters)) == [held]


@pytest.mark.parametrize(
    "filters",
    [{"words": "15/KH-SNV xyz"}, {"kind": "quyết định"}, {"issued_from": date(2026, 2, 11)}],
)
def test_these_do_not(held, filters):
    assert not queries.find_documents(ALL.all(), **filters).exists()


def test_stubs_are_listed_only_when_asked_for(held):
    stubs = queries.find_documents(ALL.all(), held=False)
    assert [stub.number for stub in stubs] == ["77/QĐ-UBND"]
    assert queries.find_documents(ALL.all(), held=None).count() == 2


def test_the_list_counts_duties_in_a_constant_number_of_queries(
    receive, held, django_assert_num_queries
):
    for n in range(20, 30):
        receive(plan(f"{n}/KH-SNV"))
    with django_assert_num_queries(1):
        rows = list(queries.with_counts(queries.find_documents(ALL.all())))
        assert {(row.duties, row.duties_open) for row in rows} == {(2, 2)}
        assert all(str(row) and row.file.name for row in rows)


def test_how_often_a_document_is_cited_counts_documents(receive, held):
    receive(plan("16/KH-SNV"))
    held = receive(decision()).documents[0]
    assert queries.with_counts(ALL.filter(pk=held.pk)).get().times_cited == 2


def test_the_page_takes_the_same_queries_for_any_number_of_facts(held, django_assert_num_queries):
    with django_assert_num_queries(2):
        page = queries.document_page(ALL.all(), held.pk)
        facts = list(queries.facts_of(page))
        assert [fact.reference.target.number for fact in facts if fact.kind == "reference"]


def test_progress_counts_what_was_reviewed(held, office):
    duty = queries.next_to_review(held).first()
    assert duty.confidence == min(fact.confidence for fact in queries.facts_of(held, "duty"))
    actions.accept(duty, actor=office.clerk, at=NOW)
    progress = queries.review_progress(held)
    assert (progress.reviewed, progress.total) == (1, 2)


def test_a_document_kept_to_a_unit_is_seen_there_and_above_only(held, office):
    actions.restrict(held, "internal", office.home_affairs, actor=office.clerk, at=NOW)
    held.refresh_from_db()
    seen = {name for name, who in office.accounts.items() if held in visible_documents(who, TODAY)}
    assert seen == {"clerk", "head", "officer"}
    assert all(
        can(who, "read", held, on=TODAY) == (name in seen) for name, who in office.accounts.items()
    )


def test_an_ordinary_document_is_seen_by_everybody_with_a_role(held, office):
    assert all(held in visible_documents(who, TODAY) for who in office.accounts.values())


def test_state_secrets_are_not_kept(held, office):
    with pytest.raises(Refused, match="bí mật"):
        actions.restrict(held, "top-secret", None, actor=office.clerk, at=NOW)
