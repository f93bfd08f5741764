"""Who acts for whom, who is away, and who held a post when."""

from datetime import date, timedelta

import pytest

from gandan.domain.directory import actions
from gandan.domain.directory.access import Denied
from gandan.domain.directory.queries import acting_for, away, delegations_of, people_of
from gandan.kernel.refusal import Refused

from ...conftest import NOW, TODAY

PAPER = "Văn bản ủy quyền 3/UQ-SNV"


def by(account):
    return {"actor": account, "at": NOW}


def give(office, **more):
    said = {"citation": PAPER, "valid_from": TODAY, "valid_to": TODAY + timedelta(days=5), **more}
    return actions.delegate(
        office.head.person, office.officer.person, office.home_affairs, **said, **by(office.admin)
    )


def test_somebody_acts_for_another_between_two_days(office):
    given = give(office)
    head, unit = office.head.person, office.home_affairs
    assert acting_for(head, unit, TODAY) == [office.officer.person]
    assert acting_for(head, unit, TODAY - timedelta(days=1)) == []
    assert acting_for(head, unit, TODAY + timedelta(days=6)) == []
    actions.end_delegation(given, TODAY, **by(office.admin))
    assert not delegations_of(unit, TODAY + timedelta(days=1))


@pytest.mark.parametrize(
    "wrong", [{"citation": " "}, {"valid_to": date(2026, 1, 1)}], ids=["no paper", "days"]
)
def test_a_delegation_needs_a_document_and_days_in_order(office, wrong):
    with pytest.raises(Refused):
        give(office, **wrong)


def test_nobody_acts_in_a_unit_where_they_hold_no_post(office):
    with pytest.raises(Refused, match="không giữ chức vụ nào"):
        actions.delegate(
            office.head.person, office.other_head.person, office.home_affairs, citation=PAPER,
            valid_from=TODAY, valid_to=None, **by(office.admin),
        )  # fmt: skip


def test_who_is_on_leave_is_away_on_those_days_only(office):
    person, unit = office.officer.person, office.home_affairs
    actions.take_leave(person, unit, TODAY, TODAY, **by(office.admin))
    actions.take_leave(person, unit, TODAY, TODAY, **by(office.admin))
    assert [leave.person for leave in away(unit, TODAY)] == [person]
    assert not away(unit, TODAY + timedelta(days=1))


def test_a_post_that_is_not_held_is_not_handed_over(office):
    post = people_of(office.home_affairs, TODAY).get(person=office.head.person)
    actions.end_post(post, TODAY - timedelta(days=9), **by(office.admin))
    with pytest.raises(Refused, match="không giữ chức vụ này"):
        actions.hand_over_post(
            post, office.officer.person, on=TODAY, citation=PAPER, **by(office.admin)
        )


def test_only_administrators_of_the_unit_do_this(office):
    with pytest.raises(Denied):
        actions.take_leave(office.officer.person, office.home_affairs, TODAY, TODAY,
                           **by(office.head))  # fmt: skip
