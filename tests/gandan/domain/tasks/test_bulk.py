"""One verb on many tasks: all or none, and put back where nobody has changed it since."""

from datetime import date

import pytest

from gandan.domain.tasks import actions
from gandan.domain.tasks.access import Denied
from gandan.domain.tasks.actions import dates
from gandan.domain.tasks.counting import Counted
from gandan.domain.tasks.models import BulkChange, Comment, Task
from gandan.kernel.events import history, verbs_of
from gandan.kernel.refusal import Refused

from ...conftest import NOW

LATER = date(2026, 4, 20)


@pytest.fixture
def tasks(office):
    return [
        actions.assign(f"Việc {n}", lead=office.home_affairs, due=[date(2026, 3, 20)],
                       actor=office.head, at=NOW)
        for n in range(3)
    ]  # fmt: skip


def dues():
    return list(Task.objects.order_by("id").values_list("next_due", flat=True))


def test_extending_many_and_putting_them_back(tasks, office):
    change = actions.extend_all(tasks, LATER, "bão", actor=office.head, at=NOW)
    assert dues() == [LATER] * 3
    assert actions.undo_bulk(change, actor=office.head, at=NOW) == set()
    assert dues() == [date(2026, 3, 20)] * 3
    with pytest.raises(Refused):
        actions.undo_bulk(change, actor=office.head, at=NOW)


def test_what_somebody_changed_since_is_left_as_it_is(tasks, office):
    change = actions.assign_all(tasks, office.finance, actor=office.clerk, at=NOW)
    actions.edit(Task.objects.get(pk=tasks[0].pk), product="Báo cáo", actor=office.clerk, at=NOW)
    assert actions.undo_bulk(change, actor=office.clerk, at=NOW) == {tasks[0].pk}
    leads = list(Task.objects.order_by("id").values_list("lead__code", flat=True))
    assert leads == ["FINANCE", "HOME_AFFAIRS", "HOME_AFFAIRS"]


def test_one_that_cannot_be_done_stops_all(tasks, office):
    actions.take_step(tasks[2], "cancel", reason="bỏ", actor=office.head, at=NOW)
    without = actions.assign("Không hạn", lead=office.home_affairs, actor=office.head, at=NOW)
    with pytest.raises(Refused, match="Cả loạt chưa có gì thay đổi"):
        actions.extend_all([*tasks[:2], without], LATER, "bão", actor=office.head, at=NOW)
    assert dues()[:2] == [date(2026, 3, 20)] * 2
    assert not BulkChange.objects.exists()


def test_who_may_not_change_one_changes_none(tasks, office):
    with pytest.raises(Refused, match="không được"):
        actions.assign_all(tasks, office.finance, actor=office.head, at=NOW)
    change = actions.extend_all(tasks, LATER, "bão", actor=office.head, at=NOW)
    with pytest.raises(Denied):
        actions.undo_bulk(change, actor=office.other_head, at=NOW)


def test_a_reminder_tells_the_people_of_the_unit_and_stays(tasks, office):
    change = actions.remind_all(tasks, "Đề nghị khẩn trương", actor=office.clerk, at=NOW)
    assert set(Comment.objects.first().mentions.all()) == {office.head, office.officer}
    with pytest.raises(Refused):
        actions.undo_bulk(change, actor=office.clerk, at=NOW)


def test_many_are_changed_in_one_deed_that_each_of_them_remembers(tasks, office):
    change = actions.extend_all(tasks, LATER, "bão", actor=office.head, at=NOW)
    (done,) = {history(task).last() for task in tasks}
    assert verbs_of(done) == ["task.bulk", "task.extend"]
    assert done.data["tasks"] == 3
    actions.undo_bulk(change, actor=office.head, at=NOW)
    assert {history(task).last().verb for task in tasks} == {"task.bulk_undo"}


def test_an_extension_that_is_put_back_stays_as_withdrawn_and_the_day_is_as_it_was(office):
    """Counted by its term, and what an officer asked of it is still to be answered."""
    counted = Counted("reception.reply", date(2026, 3, 2))
    task = actions.assign("Trả lời", lead=office.home_affairs, due=[date(2026, 3, 16)],
                          counted=counted, actor=office.head, at=NOW)  # fmt: skip
    asked = actions.ask_extension(
        task.due_dates.get(), date(2026, 3, 30), "chờ ý kiến", actor=office.officer, at=NOW
    )
    change = actions.extend_all([task], LATER, "bão", actor=office.head, at=NOW)
    actions.undo_bulk(change, actor=office.head, at=NOW)
    old, again, new = task.due_dates.order_by("on", "id")
    assert (old.on, new.on, again.on) == (date(2026, 3, 16), LATER, date(2026, 3, 16))
    assert [due.is_of_withdrawn for due in (old, new, again)] == [True, True, False]
    assert (again.is_open, again.term, again.counted_from) == (True, counted.term, counted.start)
    actions.answer_extension(asked, granted=True, answer="", actor=office.head, at=NOW)
    assert task.due_dates.get(on=date(2026, 3, 30)).is_open
    assert "task.withdraw_extension" in {verb for done in history(task) for verb in verbs_of(done)}


def test_only_an_extension_in_force_is_withdrawn(office, tasks):
    due = tasks[0].due_dates.get()
    with pytest.raises(Refused, match="không rút lại được"):
        dates.withdraw_extension(due, actor=office.head, at=NOW)
    new = actions.extend(due, LATER, "bão", actor=office.head, at=NOW)
    with pytest.raises(Denied):
        dates.withdraw_extension(new, actor=office.other_head, at=NOW)
