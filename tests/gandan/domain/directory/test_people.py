"""Who acts for whom, who is away, and who held a post when."""

from datetime import date, timedelta

import pytest

from gandan.domain.directory import actions
from gandan.domain.directory.access import Denied, Role, standing
from gandan.domain.directory.queries import acting_for, away, delegations_of, leaves_of, people_of
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
    assert [one.receiver for one in acting_for([head.pk], unit, TODAY)] == [office.officer.person]
    assert not acting_for([head.pk], unit, TODAY - timedelta(days=1))
    assert not acting_for([head.pk], unit, TODAY + timedelta(days=6))
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
    assert [leave.person for leave in away([person.pk], TODAY)] == [person]
    assert not away([person.pk], TODAY + timedelta(days=1))


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


def test_who_acts_for_the_head_may_for_that_time_what_the_head_may_in_the_unit(office):
    unit = office.home_affairs
    assert not standing(office.officer, TODAY).holds_over(unit, Role.HEAD)
    give(office)
    who = standing(office.officer, TODAY)
    assert who.holds_over(unit, Role.HEAD)
    assert who.holds_over(unit, Role.OFFICER)
    assert not who.holds_over(office.finance, Role.HEAD)
    assert not standing(office.officer, TODAY - timedelta(days=1)).holds(Role.HEAD)
    assert not standing(office.officer, TODAY + timedelta(days=6)).holds(Role.HEAD)


def test_a_closed_account_lends_nothing(office):
    give(office)
    actions.close_account(office.head, **by(office.admin))
    assert not standing(office.officer, TODAY).holds(Role.HEAD)


def test_to_look_after_accounts_is_lent_to_nobody(office):
    actions.grant_role(office.head, Role.ADMINISTRATOR, office.home_affairs, **by(office.admin))
    give(office)
    assert not standing(office.officer, TODAY).holds(Role.ADMINISTRATOR)


def test_only_who_acts_for_another_is_asked_about_twice(office, django_assert_num_queries):
    with django_assert_num_queries(1):
        standing(office.officer, TODAY)
    coming = give(office, valid_from=TODAY + timedelta(days=3))
    with django_assert_num_queries(1):
        standing(office.officer, TODAY)
    with django_assert_num_queries(2):
        assert standing(office.officer, coming.valid_from).holds(Role.HEAD)


def test_a_delegation_that_is_taken_back_before_it_began_never_begins(office):
    coming = give(office, valid_from=TODAY + timedelta(days=3))
    assert [*delegations_of(office.home_affairs, TODAY)] == [coming]
    actions.end_delegation(coming, TODAY, **by(office.admin))
    assert not standing(office.officer, TODAY).holds(Role.HEAD)
    assert not standing(office.officer, TODAY + timedelta(days=4)).holds(Role.HEAD)


def test_leave_is_known_before_it_begins_ends_early_and_can_be_given_up(office):
    person, unit = office.officer.person, office.home_affairs
    leave = actions.take_leave(
        person, unit, TODAY + timedelta(days=2), TODAY + timedelta(days=9), **by(office.admin)
    )
    assert [*leaves_of(unit, TODAY)] == [leave]
    actions.end_leave(leave, unit, TODAY + timedelta(days=4), **by(office.admin))
    assert not away([person.pk], TODAY + timedelta(days=5))
    assert away([person.pk], TODAY + timedelta(days=4))
    actions.end_leave(leave, unit, TODAY, **by(office.admin))
    assert not leaves_of(unit, TODAY)
    with pytest.raises(Refused, match="đã hết"):
        actions.end_leave(leave, unit, TODAY, **by(office.admin))
