"""One duty on a class of units becomes one sub-task per unit; the whole stands as its parts stand."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gandan.domain.directory.queries import Unit
from gandan.domain.tasks import actions, queries
from gandan.domain.tasks.access import Denied
from gandan.domain.tasks.models import BulkChange, Task
from gandan.domain.tasks.unit_classes import class_named, classes, units_of_class
from gandan.kernel.events import Event, history
from gandan.kernel.refusal import Refused

from ...conftest import NOW, TODAY


@pytest.mark.parametrize("row", classes(), ids=lambda row: row.id)
def test_a_class_means_its_examples_and_nothing_else(row):
    assert [name for name in row.examples if class_named(name) != row] == []
    assert [name for name in row.counterexamples if class_named(name) == row] == []


@pytest.fixture
def communes(office):
    for n in range(3):
        office.unit(f"xa{n}", f"Ủy ban nhân dân xã Số {n}", kind="peoples-committee",
                    level="commune", parent="committee")  # fmt: skip
    office.unit("gone", "Ủy ban nhân dân xã Cũ", kind="peoples-committee", level="commune",
                parent="committee", valid_to=date(2025, 6, 30))  # fmt: skip
    return units_of_class(class_named("UBND các xã, phường, đặc khu"), TODAY, office.home_affairs)


@pytest.fixture
def duty(office):
    return actions.assign(
        "Rà soát ban thanh tra nhân dân", lead=None, lead_text="UBND các xã, phường",
        due=[date(2026, 6, 30)], product="Báo cáo", actor=office.clerk, at=NOW,
    )  # fmt: skip


def laid(duty, units, office, **more):
    more.setdefault("watch", office.home_affairs)
    return actions.cascade(duty, units, actor=office.clerk, at=NOW, **more)


def finish(task, office):
    Task.objects.filter(pk=task.pk).update(state="done")


def test_the_class_is_the_units_in_scope_on_that_day(office, communes):
    """The commune that ended in 2025 is not among them; on its day it was."""
    assert {unit.code for unit in communes} == {"COMMUNE", "XA0", "XA1", "XA2"}
    then = units_of_class(class_named("UBND cấp xã"), date(2025, 6, 1), office.home_affairs)
    assert office.gone in then


def test_each_unit_gets_one_sub_task_with_words_dates_and_source(duty, communes, office):
    children = laid(duty, communes, office)
    assert {child.lead_id for child in children} == {unit.pk for unit in communes}
    for child in children:
        fresh = Task.objects.get(pk=child.pk)
        assert (fresh.text, fresh.product, fresh.state) == (duty.text, "Báo cáo", "assigned")
        assert [due.on for due in fresh.due_dates.all()] == [date(2026, 6, 30)]
        assert fresh.next_due == date(2026, 6, 30)
        assert fresh in queries.find_tasks(Task.objects.all(), words="thanh tra nhan dan")


def test_the_whole_gets_a_unit_that_watches_and_one_event(duty, communes, office):
    laid(duty, communes, office)
    duty.refresh_from_db()
    assert (duty.lead, duty.state) == (office.home_affairs, "assigned")
    assert [event.verb for event in history(duty)] == ["task.assign", "task.cascade"]
    child = duty.children.first()
    assert [event.verb for event in queries.history_of(child)] == ["task.cascade"]


def test_laying_it_again_reaches_only_units_that_have_none(duty, communes, office):
    laid(duty, communes[:2], office)
    assert len(laid(duty, communes, office)) == 2
    with pytest.raises(Refused, match="Không còn đơn vị"):
        laid(duty, communes, office)
    assert duty.children.count() == 4


def test_somebody_must_watch(duty, communes, office):
    with pytest.raises(Refused, match="theo dõi"):
        laid(duty, communes, office, watch=None)
    assert not duty.children.exists()


def test_a_head_lays_duties_on_units_below_only(office, communes):
    task = actions.assign("Việc", lead=office.home_affairs, actor=office.head, at=NOW)
    with pytest.raises(Denied, match="không được giao"):
        actions.cascade(task, communes, actor=office.head, at=NOW)
    assert not task.children.exists()


def standing(task, on):
    return queries.with_standing(Task.objects.filter(pk=task.pk), on).get().standing


def test_the_whole_stands_as_its_parts_stand(duty, communes, office):
    assert standing(duty, TODAY) == "no-owner"
    children = laid(duty, communes, office)
    assert standing(duty, TODAY) == "not-due"
    assert standing(duty, date(2026, 7, 1)) == "late"
    for child in children[:-1]:
        finish(child, office)
    assert standing(duty, date(2026, 7, 1)) == "late"
    finish(children[-1], office)
    assert standing(duty, date(2026, 7, 1)) == "done"
    parts = queries.shares(duty.children.all(), date(2026, 7, 1))
    assert (parts.done, parts.total) == (4, 4)


def test_a_part_by_hand_ends_no_later_than_the_whole(office):
    task = actions.assign("Việc", lead=office.home_affairs, due=[date(2026, 6, 30)],
                          actor=office.head, at=NOW)  # fmt: skip
    room = office.unit("room", "Phòng Xây dựng chính quyền", parent="home_affairs")
    part = actions.split(task, "Soạn đề cương", room, actor=office.head, at=NOW)
    assert (part.parent, part.next_due) == (task, date(2026, 6, 30))
    with pytest.raises(Refused, match="muộn hơn"):
        actions.split(task, "Muộn", room, due=[date(2026, 7, 1)], actor=office.head, at=NOW)


def test_3321_communes_are_written_by_hundreds_not_one_by_one(
    duty, office, django_assert_max_num_queries
):
    Unit.objects.bulk_create(
        Unit(code=f"C{n}", name=f"UBND xã {n}", kind="peoples-committee", level="commune",
             parent=office.committee, path=f"{office.committee.path}9{n:05}/")
        for n in range(3_321)
    )  # fmt: skip
    communes = Unit.objects.filter(code__startswith="C", level="commune")
    with django_assert_max_num_queries(160):
        assert len(laid(duty, communes, office)) >= 3_321


def undone(office, **more):
    change = BulkChange.objects.first()
    return actions.undo_bulk(change, actor=more.get("actor", office.clerk), at=NOW)


def test_what_was_laid_on_units_is_put_back_and_the_whole_is_nobodys_again(duty, communes, office):
    laid(duty, communes, office)
    assert undone(office) == set()
    assert set(duty.children.values_list("state", flat=True)) == {"cancelled"}
    duty.refresh_from_db()
    assert (duty.lead, duty.state) == (None, "draft")
    assert len(laid(duty, communes, office)) == len(communes)


def test_a_part_that_was_begun_is_left_with_the_whole_that_is_watched(duty, communes, office):
    first, *_ = laid(duty, communes, office)
    reader = office.person("xa", "officer", communes[0].code.lower())
    actions.take_step(first, "receive", actor=reader, at=NOW)
    assert undone(office) == {first.pk}
    assert duty.children.exclude(state="cancelled").get() == first
    duty.refresh_from_db()
    assert duty.lead == office.home_affairs


def test_putting_back_is_one_event_that_each_part_remembers(duty, communes, office):
    children = laid(duty, communes, office)
    before = Event.objects.count()
    undone(office)
    assert Event.objects.count() == before + 1
    assert {history(child).last().verb for child in children} == {"task.bulk_undo"}
    with pytest.raises(Refused):
        undone(office)


def test_putting_back_asks_as_often_for_many_as_for_few(duty, communes, office):
    def asked():
        with CaptureQueriesContext(connection) as asked:
            undone(office)
        return len(asked)

    laid(duty, communes[:1], office, asked="a")
    few = asked()
    laid(duty, communes, office, asked="b")
    assert asked() == few
