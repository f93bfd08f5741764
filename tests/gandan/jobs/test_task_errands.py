"""One verb on thousands of tasks: each with its verdict, a part at a time, once each."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from gandan.domain.directory import actions as directory
from gandan.domain.errands import actions
from gandan.domain.errands.models import Errand
from gandan.domain.errands.states import PATIENCE
from gandan.domain.tasks import actions as tasks
from gandan.domain.tasks.models import BulkChange, Comment, DueDate, Task
from gandan.jobs import task_errands
from gandan.jobs.errands import run_next
from gandan.kernel.events import Event, history

from ..conftest import NOW
from .cut_off import Killed, killed_in_part

OLD, LATER = date(2026, 3, 20), date(2026, 4, 20)
PUT_OFF = {"to": LATER.isoformat(), "reason": "bão"}


@pytest.fixture(autouse=True)
def small_parts(settings, tmp_path, monkeypatch):
    settings.GANDAN_DATA = tmp_path
    monkeypatch.setattr(task_errands, "_AT_ONCE", 2)


@pytest.fixture
def work(office):
    return [
        tasks.assign(f"Việc {n}", lead=office.home_affairs, due=[OLD], actor=office.head, at=NOW)
        for n in range(5)
    ]


def later(minutes=0):
    return lambda: NOW + timedelta(minutes=minutes)


def ask(office, work, verb="extend", said=PUT_OFF):
    order = {"verb": verb, "tasks": [task.pk for task in work], "said": said}
    return actions.ask(
        "change-tasks", key="a", said={"verb": verb}, files=actions.ordered(order),
        total=len(work), actor=office.head, at=NOW,
    )  # fmt: skip


def lines_of(errand):
    return list(errand.lines.values_list("name", "fate"))


def dues():
    return list(Task.objects.order_by("id").values_list("next_due", flat=True))


def test_what_cannot_be_done_holds_up_no_other_and_says_why(office, work):
    closed = DueDate.objects.get(task=work[1])
    tasks.meet_due_date(closed, actor=office.head, at=NOW)
    foreign = tasks.assign(
        "Việc sở khác", lead=office.finance, due=[OLD], actor=office.other_head, at=NOW
    )
    errand = ask(office, [*work, foreign])
    run_next(later())
    assert dues() == [LATER, None, LATER, LATER, LATER, OLD]
    assert [fate for _, fate in lines_of(errand)] == ["new", "refused", *["new"] * 3, "refused"]
    assert "không có hạn nào đang mở" in errand.lines.get(name="Việc 1").sentence
    assert "Việc sở khác" not in dict(lines_of(errand)), "its words are not for who may not see it"


def test_each_part_is_one_event_and_the_words_of_the_order_are_not_kept_with_the_errand(
    office, work
):
    before = Event.objects.count()
    errand = ask(office, work)
    run_next(later())
    assert Event.objects.count() - before == 1 + 3
    assert {history(task).last().verb for task in work} == {"task.bulk"}
    assert "bão" not in str(Errand.objects.get(pk=errand.pk).said)


def test_a_killed_process_leaves_whole_parts_and_the_next_does_none_twice(office, work):
    errand = ask(office, work, "remind", {"text": "Khẩn trương"})

    with pytest.raises(Killed):
        run_next(later(), kinds=killed_in_part(2, "change-tasks"))
    assert Comment.objects.count() == 2, "the part under way is undone"
    assert Errand.objects.get().done == 2
    run_next(lambda: NOW + PATIENCE)
    assert Comment.objects.count() == 5
    assert [name for name, _ in lines_of(errand)] == [task.text for task in work]
    assert BulkChange.objects.count() == 3


def test_who_has_lost_the_role_does_nothing_any_more(office, work):
    errand = ask(office, work)
    directory.end_grant(office.head.grants.get(), actor=office.admin, at=NOW)
    run_next(later())
    assert dues() == [OLD] * 5
    assert {fate for _, fate in lines_of(errand)} == {"refused"}


def test_the_account_of_who_asked_was_closed(office, work):
    errand = ask(office, work)
    office.head.is_active = False
    office.head.save()
    run_next(later())
    assert dues() == [OLD] * 5
    assert "không còn dùng được" in Errand.objects.get(pk=errand.pk).told


def test_all_parts_are_put_back_as_one_change_where_they_still_stand(office, work):
    ask(office, work)
    run_next(later())
    tasks.edit(Task.objects.get(pk=work[3].pk), product="Báo cáo", actor=office.head, at=NOW)
    change = BulkChange.objects.first()
    undo = actions.ask("undo-tasks", key="u", said={"change": change.pk}, total=5,
                       actor=office.head, at=NOW)  # fmt: skip
    run_next(later())
    assert dues() == [OLD, OLD, OLD, LATER, OLD]
    assert dict(lines_of(undo))["Việc 3"] == "refused"
    assert Errand.objects.get(pk=undo.pk).done == 5


def test_an_order_that_is_gone_is_told(office, work):
    errand = ask(office, work)
    (errand.folder / "0").unlink()
    run_next(later())
    assert "Hãy yêu cầu lại" in Errand.objects.get(pk=errand.pk).told


@pytest.fixture
def communes(office):
    for n in range(4):
        office.unit(f"xa{n}", f"Ủy ban nhân dân xã {n}", kind="peoples-committee",
                    level="commune", parent="home_affairs")  # fmt: skip
    return [office.commune, *(office.units[f"xa{n}"] for n in range(4))]


def lay(office, task, units):
    order = {"task": task.pk, "units": [unit.pk for unit in units], "watch": None}
    return actions.ask(
        "lay-duty", key="lay", said={"task": task.pk}, files=actions.ordered(order),
        total=len(units), actor=office.head, at=NOW,
    )  # fmt: skip


def test_a_duty_reaches_each_unit_it_may_reach_and_the_others_say_why(office, work, communes):
    tasks.cascade(work[0], [office.xa0], actor=office.head, at=NOW)
    errand = lay(office, work[0], communes)
    run_next(later())
    assert [fate for _, fate in lines_of(errand)] == ["refused", "there", "new", "new", "new"]
    assert "không được giao việc" in errand.lines.get(fate="refused").sentence
    assert work[0].children.count() == 4


def test_laying_that_was_killed_goes_on_and_gives_no_unit_two(office, work, communes, monkeypatch):
    monkeypatch.setattr(task_errands, "_LAID_AT_ONCE", 2)
    errand = lay(office, work[0], communes)

    with pytest.raises(Killed):
        run_next(later(), kinds=killed_in_part(2, "lay-duty"))
    assert work[0].children.count() == 1
    run_next(lambda: NOW + PATIENCE)
    assert work[0].children.count() == 4
    assert [name for name, _ in lines_of(errand)] == [str(unit) for unit in communes]
    assert {history(part).last() for part in work[0].children.all()} == {None}
