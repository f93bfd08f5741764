"""Every row of law is complete, dated, and honest about what has been read."""

import re
from itertools import pairwise

import pytest

from gandan.kernel.terms import terms

ROWS = terms()
IN_FORCE_AND_VERIFIED = [row for row in ROWS if row.on]

# The names by which scripts ask (issue 3 of the plan) and the further steps of domain/law.md §1–8.
ASKED = [
    "complaint.accept",
    "complaint.first",
    "complaint.second",
    "complaint.send",
    "complaint.send_second",
    "complaint.time_limit",
    "complaint.appeal",
    "complaint.effect",
    "complaint.suspend_send",
    "complaint.dialogue_notice",
    "denunciation.accept",
    "denunciation.transfer",
    "denunciation.notify",
    "denunciation.resolve",
    "denunciation.publish",
    "denunciation.send",
    "denunciation.further",
    "denunciation.reply_forwarder",
    "denunciation.overdue_demand",
    "denunciation.overdue_report",
    "reception.reply",
    "reception.schedule",
    "reception.refuse",
    "reception.provincial_chair",
    "reception.commune_chair",
    "reception.agency_head",
    "reception.head_answer",
    "reception.inform_forwarder",
    "reception.forwarder_notify",
    "reception.deputy_schedule",
    "reception.deputy_absence",
    "reception.online_notify",
    "reception.online_test",
    "reception.online_connect",
    "reception.letter_unprocessed",
    "voters.answer",
    "voters.answer_shared",
    "voters.campaign_end",
    "regulation.forward",
    "democracy.publish",
    "democracy.consult",
    "democracy.post",
    "democracy.invite",
    "inspection.reply",
    "inspection.investment_notice",
    "supervision.plan",
    "supervision.body_report",
    "supervision.team_report",
    "criticism.draft",
    "party.reply",
    "letter.transfer",
]


@pytest.mark.parametrize("name", ASKED)
def test_the_term_is_there(name):
    assert [row for row in ROWS if row.name == name]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.name}:{row.valid_from}")
def test_a_row_is_complete(row):
    assert re.fullmatch(r"[a-z]+\.[a-z_0-9]+", row.name)
    assert row.means
    assert row.event
    assert row.basis
    assert row.confidence in {"V", "S", "M", "?"}
    assert row.unit in {"ngày", "ngày làm việc", "tháng", "giờ"}
    assert row.every in {None, "tuần", "tháng", "quý", "năm"}
    assert row.length is None or row.length >= 0
    for longer in (row.remote, row.complex, row.remote_complex):
        assert longer is None or longer > row.length


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.name}:{row.valid_from}")
def test_only_what_was_read_in_an_act_is_on_and_the_rest_says_why(row):
    """A guess in a due date is a wrong due date."""
    if row.on:
        assert row.confidence == "V"
        assert row.length is not None
        assert row.valid_from is not None
        assert not row.reason
    else:
        assert row.reason


def test_two_rows_of_a_name_are_never_in_force_on_the_same_day():
    for earlier, later in pairwise(ROWS):
        if earlier.name == later.name:
            assert earlier.valid_to is not None
            assert earlier.valid_to < later.valid_from


def test_a_row_ends_after_it_begins():
    assert [
        row.name
        for row in ROWS
        if row.valid_to and row.valid_from and row.valid_to < row.valid_from
    ] == []


def test_the_unverified_rows_are_kept_beside_the_others():
    assert len(IN_FORCE_AND_VERIFIED) > 50
    assert {"voters.answer", "party.reply", "letter.transfer"} <= {r.name for r in ROWS if not r.on}
