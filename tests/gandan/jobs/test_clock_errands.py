"""A change of the clock with all dates that it moves is one thing: done whole, once, or not at all."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, timedelta

import pytest

from gandan.domain.directory import actions as directory
from gandan.domain.errands import actions
from gandan.domain.errands.models import Errand
from gandan.domain.errands.states import PATIENCE
from gandan.domain.tasks import actions as tasks
from gandan.domain.tasks.models import DueDate, Task
from gandan.domain.tasks.queries import Counted
from gandan.domain.timekeeping.moves import digest_of, moves
from gandan.jobs.errands import run_next
from gandan.kernel.events import Event, history, verbs_of, verify
from gandan.kernel.models import ClockEdit
from gandan.kernel.timetable import Edit, timetable
from gandan.kernel.timetable import Kind as EditKind

from ..conftest import NOW
from .cut_off import Killed, killed_in_part

PAPER = "Thông báo 12/TB-BNV ngày 1/3/2026 của Bộ Nội vụ"
OFF = Edit(
    EditKind.DAY, "2026-03-10", data={"mark": "holiday", "means": "Ngày hội"}, document=PAPER
)
OLD, NEW = date(2026, 3, 16), date(2026, 3, 17)


@pytest.fixture
def work(office, settings, tmp_path):
    settings.GANDAN_DATA = tmp_path
    return [
        tasks.assign(
            f"Trả lời {n}", lead=office.home_affairs, due=[OLD],
            counted=Counted("reception.reply", date(2026, 3, 2)), actor=office.clerk, at=NOW,
        )
        for n in range(3)
    ]  # fmt: skip


def ask(office):
    before = timetable()
    order = {"edit": asdict(OFF), "seen": digest_of(moves(before, before.after(OFF)))}
    return actions.ask("change-clock", key="a", said={}, total=3, files=actions.ordered(order),
                       actor=office.admin, at=NOW)  # fmt: skip


def later(minutes=0):
    return lambda: NOW + timedelta(minutes=minutes)


def dues():
    return set(Task.objects.values_list("next_due", flat=True))


def test_all_dates_move_in_one_deed(office, work):
    errand = ask(office)
    before = Event.objects.count()
    run_next(later())
    assert dues() == {NEW}
    assert Event.objects.count() - before == 1
    assert verbs_of(Event.objects.latest("pk")) == ["clock.day", "task.recount"]
    assert {history(task).last().verb for task in work} == {"clock.day"}
    assert verify() is None
    assert Errand.objects.get(pk=errand.pk).outcome == "done"


def test_killed_in_the_middle_nothing_is_moved_and_the_next_moves_all_once(office, work):
    ask(office)

    with pytest.raises(Killed):
        run_next(later(), kinds=killed_in_part(1, "change-clock"))
    assert dues() == {OLD}
    assert not ClockEdit.objects.exists()
    run_next(lambda: NOW + PATIENCE)
    assert dues() == {NEW}
    assert DueDate.objects.count() == 6


def test_who_no_longer_keeps_the_clock_changes_nothing(office, work):
    errand = ask(office)
    directory.end_grant(office.admin.grants.get(), actor=office.machine, at=NOW)
    run_next(later())
    assert dues() == {OLD}
    assert "Chỉ người quản trị" in Errand.objects.get(pk=errand.pk).told


def test_dates_move_by_hundreds_not_one_by_one(office, work, django_assert_max_num_queries):
    first = Task.objects.get(pk=work[0].pk)
    Task.objects.bulk_create(
        Task(text=f"Việc {n}", lead=first.lead, state=first.state, next_due=OLD, created_at=NOW,
             created_by=office.clerk)
        for n in range(400)
    )  # fmt: skip
    DueDate.objects.bulk_create(
        DueDate(task=task, on=OLD, term="reception.reply", counted_from=date(2026, 3, 2),
                set_at=NOW, set_by=office.clerk)
        for task in Task.objects.filter(text__startswith="Việc")
    )  # fmt: skip
    ask(office)
    with django_assert_max_num_queries(60):
        run_next(later())
    assert dues() == {NEW}
    assert set(DueDate.objects.filter(on=OLD).values_list("replaced_by__on", flat=True)) == {NEW}
