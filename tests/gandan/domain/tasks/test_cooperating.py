"""Units are added to those that help with a task, or leave; whoever stays keeps its own state."""

import pytest

from gandan.domain.tasks import actions
from gandan.domain.tasks.access import Denied, visible_tasks
from gandan.kernel.events import history
from gandan.kernel.refusal import Refused

from ...conftest import NOW


@pytest.fixture
def task(duties, office):
    return actions.accept_duty(duties[0], actor=office.clerk, at=NOW)


def change(task, office, **said):
    said = {"reason": "Theo phân công mới", "actor": office.clerk, "at": NOW, **said}
    return actions.change_cooperation(task, **said)


def parts(task):
    return [(str(part), part.state) for part in task.cooperations.all()]


def test_a_unit_that_is_added_leaves_the_others_as_they_are(task, office):
    task.cooperations.filter(unit=office.home_affairs).update(state="under-way")
    before = parts(task)
    change(task, office, add=[office.commune])
    assert parts(task) == [*before, (str(office.commune), "assigned")]


def test_who_leaves_sees_the_task_no_more_and_the_history_says_how_far_it_was(task, office):
    mine = task.cooperations.get(unit=office.home_affairs)
    assert visible_tasks(office.head, NOW.date()).filter(pk=task.pk).exists()
    change(task, office, leave=[mine.pk])
    assert not visible_tasks(office.head, NOW.date()).filter(pk=task.pk).exists()
    told = history(task).last()
    assert (told.verb, told.data["left"]) == (
        "task.cooperation", [[office.home_affairs.pk, "assigned"]]
    )  # fmt: skip
    assert task.comments.get().text == (
        f"Đổi đơn vị phối hợp: thôi {office.home_affairs} (đã giao). Theo phân công mới"
    )


@pytest.mark.parametrize("reason", ["", "  "])
def test_without_a_reason_nothing_changes(task, office, reason):
    before = parts(task)
    with pytest.raises(Refused, match="phải có lý do"):
        change(task, office, add=[office.commune], reason=reason)
    assert parts(task) == before


def test_what_is_sent_twice_is_done_once(task, office):
    change(task, office, add=[office.commune])
    once = parts(task)
    with pytest.raises(Refused, match="Chưa chọn đơn vị"):
        change(task, office, add=[office.commune])
    assert parts(task) == once


def test_the_lead_does_not_help_itself(task, office):
    with pytest.raises(Refused, match="đang chủ trì"):
        change(task, office, add=[task.lead])


def test_a_unit_that_only_helps_does_not_choose_who_helps(task, office):
    with pytest.raises(Denied):
        change(task, office, add=[office.commune], actor=office.head)


def test_the_parts_of_another_task_do_not_leave(task, duties, office):
    other = actions.assign("Khác", lead=office.finance, cooperating=[office.commune],
                           actor=office.clerk, at=NOW)  # fmt: skip
    with pytest.raises(Refused, match="Chưa chọn đơn vị"):
        change(task, office, leave=[other.cooperations.get().pk])
    assert other.cooperations.count() == 1
