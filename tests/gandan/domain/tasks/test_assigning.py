"""A duty that was read becomes a task with its unit, its dates and its words; or says what it lacks."""

from datetime import date

import pytest

from gandan.domain.directory import actions as directory
from gandan.domain.registry import actions as registry
from gandan.domain.registry.queries import Document, Fact
from gandan.domain.tasks import actions, queries
from gandan.domain.tasks.access import Denied
from gandan.domain.tasks.models import Task
from gandan.kernel.events import history
from gandan.kernel.refusal import Refused

from ...conftest import NOW


def accepted(duty, office, **more):
    return actions.accept_duty(duty, actor=office.clerk, at=NOW, **more)


def test_an_accepted_duty_is_a_task_of_its_lead_unit(duties, office):
    task = accepted(duties[0], office)
    assert (task.lead, task.state, task.recurrence) == (office.finance, "assigned", "none")
    assert [due.on for due in task.due_dates.all()] == [date(2026, 6, 30), date(2026, 12, 31)]
    assert task.next_due == date(2026, 6, 30)
    assert task.time_text == "trước 30/6/2026"


def test_a_task_keeps_the_words_that_lay_it_down(duties, office):
    task = accepted(duties[0], office)
    file = task.document.file
    assert task.quote == file.text[task.start : task.end] == duties[0].quote
    assert task.document.number == "15/KH-SNV"


def test_names_without_a_unit_are_kept_as_words(duties, office):
    task = accepted(duties[0], office)
    parts = [(part.unit, part.text) for part in task.cooperations.all()]
    assert parts == [(office.home_affairs, ""), (None, "Sở Mây Mưa")]


def test_a_task_without_a_known_lead_is_a_draft_that_says_whom_the_document_names(duties, office):
    task = accepted(duties[1], office)
    assert (task.lead, task.state, task.lead_text) == (None, "draft", "Văn phòng Sở")
    given = actions.edit(task, lead=office.home_affairs, actor=office.clerk, at=NOW)
    assert given.state == "assigned"


def test_the_duty_of_a_unit_that_has_ended_falls_to_the_one_that_took_over(duties, office):
    """A plan of February names Sở Tài chính; on 1 March it was merged into Sở Nội vụ."""
    merged_on = date(2026, 3, 1)
    directory.merge_units([office.finance], office.home_affairs, on=merged_on,
                          citation="NQ 7/NQ-HĐND", actor=office.admin, at=NOW)  # fmt: skip
    task = accepted(duties[0], office)
    assert (task.lead, task.lead_text) == (office.home_affairs, "Sở Tài chính")


def test_the_duty_of_a_unit_that_was_split_is_a_question(duties, office):
    directory.split_unit(office.finance, [office.home_affairs, office.commune], on=date(2026, 3, 1),
                         citation="NQ 7/NQ-HĐND", actor=office.admin, at=NOW)  # fmt: skip
    assert accepted(duties[0], office).lead is None


def test_a_person_may_choose_the_units(duties, office):
    task = accepted(duties[0], office, lead=office.commune, cooperating=[])
    assert (task.lead, task.cooperations.count()) == (office.commune, 0)


def test_what_was_corrected_is_what_is_assigned(duties, office):
    registry.correct(
        duties[0], {"due": ["2026-07-15"], "text": "Rà soát"}, actor=office.clerk, at=NOW
    )
    task = accepted(Fact.objects.get(pk=duties[0].pk), office)
    assert (task.text, task.next_due) == ("Rà soát", date(2026, 7, 15))


def test_a_duty_becomes_one_task_only(duties, office):
    accepted(duties[0], office)
    with pytest.raises(Refused, match="đã được duyệt"):
        accepted(duties[0], office)
    assert Task.objects.count() == 1


def test_a_duty_that_was_rejected_may_still_be_accepted_later(duties, office):
    registry.reject(duties[0], "nhầm", actor=office.clerk, at=NOW)
    assert accepted(Fact.objects.get(pk=duties[0].pk), office).lead == office.finance


def test_taking_the_acceptance_back_cancels_the_task_and_frees_the_duty(duties, office):
    task = accepted(duties[0], office)
    actions.undo_acceptance(duties[0], actor=office.clerk, at=NOW)
    task.refresh_from_db()
    duty = Fact.objects.get(pk=duties[0].pk)
    assert (task.state, task.fact, duty.status) == ("cancelled", None, "machine-read")
    assert accepted(duty, office).pk != task.pk


def test_work_that_has_begun_is_not_taken_back(duties, office):
    task = accepted(duties[0], office)
    actions.take_step(task, "receive", actor=office.other_head, at=NOW)
    with pytest.raises(Refused, match="đã bắt đầu"):
        actions.undo_acceptance(duties[0], actor=office.clerk, at=NOW)
    task.refresh_from_db()
    assert task.state == "received"


@pytest.mark.parametrize("username", ["officer", "reader", "admin", "other_head"])
def test_who_may_not_assign_assigns_nothing(office, username):
    with pytest.raises(Denied):
        actions.assign("Việc", lead=office.home_affairs, actor=office.accounts[username], at=NOW)
    assert not Task.objects.exists()


def test_a_head_gives_work_to_the_units_below_only(office):
    office.unit("room", "Phòng Xây dựng chính quyền", parent="home_affairs")
    assert actions.assign("Việc", lead=office.room, actor=office.head, at=NOW).lead == office.room
    with pytest.raises(Denied):
        actions.assign("Việc", lead=office.finance, actor=office.head, at=NOW)


def test_a_head_cannot_move_a_task_to_a_unit_of_others(task, office):
    with pytest.raises(Denied):
        actions.edit(task, lead=office.finance, actor=office.head, at=NOW)
    task.refresh_from_db()
    assert task.lead == office.home_affairs


def test_a_task_needs_words(office):
    with pytest.raises(Refused, match="nội dung"):
        actions.assign("  ", lead=office.home_affairs, actor=office.head, at=NOW)


def test_nobody_overwrites_what_they_have_not_seen(task, office):
    seen = task.sequence
    actions.edit(task, product="Báo cáo", actor=office.head, at=NOW, seen=seen)
    with pytest.raises(Refused, match="người khác"):
        actions.edit(task, product="Tờ trình", actor=office.head, at=NOW, seen=seen)
    task.refresh_from_db()
    assert task.product == "Báo cáo"


def test_a_task_is_as_internal_as_the_document_that_lays_it_down(task, duties, office):
    actions.edit(task, is_internal=True, actor=office.head, at=NOW)
    actions.edit(task, is_internal=False, actor=office.head, at=NOW)
    Document.objects.filter(pk=duties[0].document_id).update(secrecy="internal")
    of_document = actions.accept_duty(Fact.objects.get(pk=duties[0].pk), actor=office.clerk, at=NOW)
    assert of_document.is_internal
    with pytest.raises(Refused, match="lưu hành nội bộ"):
        actions.edit(of_document, is_internal=False, actor=office.clerk, at=NOW)


def test_assigning_is_remembered_with_its_unit(task, office):
    event = history(task).get()
    assert (event.verb, event.actor, event.unit_id) == (
        "task.assign",
        office.head,
        office.home_affairs.pk,
    )
    assert list(queries.history_of(task)) == [event]
