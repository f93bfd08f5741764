"""A task moves along one table; who may move it, and what must be said, stands in the table."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gandan.domain.registry.queries import File
from gandan.domain.tasks import actions, states
from gandan.domain.tasks.access import Denied, can, steps_open_to
from gandan.domain.tasks.models import State, Task
from gandan.kernel.events import history
from gandan.kernel.refusal import Refused

from ...conftest import NOW, TODAY

VERBS = sorted({step.verb for step in states.TABLE})


def go(task, office, *verbs, actor=None, reason="vì thế"):
    for verb in verbs:
        task = actions.take_step(task, verb, actor=actor or office.head, at=NOW, reason=reason)
    return task


def test_the_way_from_assigned_to_done(task, office):
    done = go(task, office, "receive", "start", "submit", "approve")
    assert done.state == State.DONE
    assert [event.verb for event in history(task)][-4:] == [
        "task.receive",
        "task.start",
        "task.submit",
        "task.approve",
    ]


def test_what_is_done_has_met_its_dates(task, office):
    done = go(task, office, "receive", "start", "submit", "approve")
    assert done.next_due is None
    assert [due.met_on for due in done.due_dates.all()] == [TODAY]


def test_a_step_that_the_table_has_not_is_refused(task, office):
    with pytest.raises(Refused, match="đã giao"):
        go(task, office, "approve")


@pytest.mark.parametrize("verb", [step.verb for step in states.TABLE if step.needs_reason])
def test_where_a_reason_is_asked_silence_is_refused(task, office, verb):
    before = next(step.before for step in states.TABLE if step.verb == verb)
    Task.objects.filter(pk=task.pk).update(state=before)
    with pytest.raises(Refused, match="lý do"):
        go(task, office, verb, reason=" ")
    task.refresh_from_db()
    assert task.state == before


def test_completion_needs_the_product_or_a_reason(task, office):
    go(task, office, "receive")
    with pytest.raises(Refused, match="minh chứng"):
        go(task, office, "submit", reason="")
    file = File.objects.create(
        sha256="0" * 64, name="bao-cao.docx", media="x", size=1, text="",
        received_at=NOW, received_by=office.head,
    )  # fmt: skip
    actions.add_evidence(task, file=file, actor=office.officer, at=NOW)
    assert go(task, office, "submit", reason="").state == State.SUBMITTED


def test_an_officer_works_and_does_not_approve(task, office):
    go(task, office, "receive", "start", "submit", actor=office.officer)
    with pytest.raises(Denied):
        go(task, office, "approve", actor=office.officer)


@pytest.mark.parametrize("username", ["other_head", "reader", "admin"])
@pytest.mark.parametrize("verb", VERBS)
def test_nobody_else_takes_any_step(task, office, username, verb):
    for before in State.values:
        Task.objects.filter(pk=task.pk).update(state=before)
        task.refresh_from_db()
        assert not can(office.accounts[username], verb, task, on=TODAY)


def test_the_buttons_are_the_steps_that_work(task, office):
    for username in ("head", "officer", "clerk", "reader"):
        account = office.accounts[username]
        for step in steps_open_to(account, task, on=TODAY):
            Task.objects.filter(pk=task.pk).update(state=step.before)
            assert go(task, office, step.verb, actor=account).state == step.after
            Task.objects.filter(pk=task.pk).update(state="assigned", lead=office.home_affairs)
            task.refresh_from_db()


def test_a_cooperating_unit_moves_its_own_part_only(task, office):
    part = task.cooperations.get()
    assert actions.step_part(part, "receive", actor=office.other_head, at=NOW).state == "received"
    with pytest.raises(Denied):
        actions.step_part(part, "start", actor=office.head, at=NOW)
    task.refresh_from_db()
    assert task.state == "assigned"


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(st.sampled_from(VERBS), st.sampled_from(["head", "officer", "reader"]))))
def test_no_sequence_of_steps_leads_out_of_the_table(task, office, attempts):
    """Each attempt either is the table's step, by somebody it names, or changes nothing."""
    Task.objects.filter(pk=task.pk).update(state="assigned", lead=office.home_affairs)
    for verb, username in attempts:
        before = Task.objects.get(pk=task.pk)
        allowed = states.step(before.state, verb)
        try:
            after = go(before, office, verb, actor=office.accounts[username])
        except (Refused, Denied):
            assert Task.objects.get(pk=task.pk).state == before.state
            assert allowed is None or username not in allowed.who or before.lead is None
        else:
            assert allowed is not None
            assert username in allowed.who
            assert after.state == allowed.after
