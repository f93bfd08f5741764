"""What the machine read is never overwritten; what people say is said beside it, and can be unsaid."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gandan.domain.registry import actions, queries, states
from gandan.domain.registry.access import Denied
from gandan.domain.registry.models import Fact, FactStatus
from gandan.kernel.events import history
from gandan.kernel.refusal import Refused

from ...conftest import NOW
from ...reading_by_hand import plan


@pytest.fixture
def duty(receive):
    return queries.facts_of(receive(plan()).documents[0], "duty").first()


def again(fact):
    return Fact.objects.select_related("verdict").get(pk=fact.pk)


def test_a_correction_lies_over_what_was_read(duty, office):
    read = dict(duty.data)
    actions.correct(duty, {"due": ["2026-07-15"]}, actor=office.clerk, at=NOW, reason="gõ nhầm")
    now = again(duty)
    assert now.data == read
    assert now.value == {**read, "due": ["2026-07-15"]}
    assert now.status == FactStatus.CORRECTED


def test_corrections_add_up_and_are_taken_back_one_by_one(duty, office):
    actions.correct(duty, {"due": ["2026-07-15"]}, actor=office.clerk, at=NOW)
    actions.correct(duty, {"lead": ["Sở Tài chính"]}, actor=office.clerk, at=NOW)
    assert again(duty).value["due"] == ["2026-07-15"]
    actions.undo(duty, actor=office.clerk, at=NOW)
    assert again(duty).value == {**duty.data, "due": ["2026-07-15"]}
    actions.undo(duty, actor=office.clerk, at=NOW)
    assert (again(duty).value, again(duty).status) == (duty.data, FactStatus.MACHINE_READ)
    assert [row.what for row in queries.verdicts_of(duty)] == ["correct", "correct", "undo", "undo"]


def test_a_rejection_has_a_reason(duty, office):
    with pytest.raises(Refused, match="lý do"):
        actions.reject(duty, "  ", actor=office.clerk, at=NOW)
    actions.reject(duty, "là ví dụ, không phải nhiệm vụ", actor=office.clerk, at=NOW)
    assert again(duty).status == FactStatus.REJECTED


def test_what_was_rejected_is_not_rejected_again(duty, office):
    actions.reject(duty, "nhầm", actor=office.clerk, at=NOW)
    with pytest.raises(Refused):
        actions.reject(duty, "nhầm", actor=office.clerk, at=NOW)
    assert queries.verdicts_of(duty).count() == 1


def test_a_field_that_the_fact_has_not_cannot_be_corrected(duty, office):
    with pytest.raises(Refused, match="mood"):
        actions.correct(duty, {"mood": "x"}, actor=office.clerk, at=NOW)


def test_there_is_nothing_to_take_back_where_nothing_was_said(duty, office):
    with pytest.raises(Refused):
        actions.undo(duty, actor=office.clerk, at=NOW)


@pytest.mark.parametrize("username", ["admin", "head", "officer", "reader"])
def test_only_a_clerk_reviews(duty, office, username):
    with pytest.raises(Denied):
        actions.accept(duty, actor=office.accounts[username], at=NOW)
    assert again(duty).verdict is None


def test_each_verdict_is_remembered(duty, office):
    actions.accept(duty, actor=office.clerk, at=NOW)
    assert [event.verb for event in history(duty)] == ["fact.accept"]


def test_correcting_the_header_corrects_the_document(duty, office):
    header = queries.facts_of(duty.document, "header").get()
    actions.correct(header, {"number": "15-KH/SNV"}, actor=office.clerk, at=NOW)
    duty.document.refresh_from_db()
    assert duty.document.number == "15-KH/SNV"
    actions.undo(header, actor=office.clerk, at=NOW)
    duty.document.refresh_from_db()
    assert duty.document.number == "15/KH-SNV"


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.sampled_from(["accept", "correct", "reject", "undo"]), max_size=8))
def test_taking_everything_back_gives_what_the_machine_read(duty, office, verbs):
    """Whatever was said, the table decides what may follow, and undo leads back step by step."""
    said = 0
    for verb in verbs:
        fact = again(duty)
        known = bool(said) if verb == "undo" else states.after(fact.status, verb) is not None
        try:
            _say(verb, fact, office)
        except Refused:
            assert not known
        else:
            assert known
            said += -1 if verb == "undo" else 1
    while again(duty).verdict is not None:
        actions.undo(duty, actor=office.clerk, at=NOW)
    assert (again(duty).value, again(duty).status) == (duty.data, FactStatus.MACHINE_READ)


def _say(verb, fact, office):
    by = {"actor": office.clerk, "at": NOW}
    if verb == "accept":
        actions.accept(fact, **by)
    elif verb == "correct":
        actions.correct(fact, {"section": "IX"}, **by)
    elif verb == "reject":
        actions.reject(fact, "không phải", **by)
    else:
        actions.undo(fact, **by)
