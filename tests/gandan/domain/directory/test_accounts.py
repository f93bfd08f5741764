"""An account may do what its roles say, where and while they are held."""

from datetime import date, timedelta

import pytest

from gandan.domain.directory import actions
from gandan.domain.directory.access import Denied, can, standing
from gandan.domain.directory.queries import RoleGrant, home_unit
from gandan.kernel.events import Event
from gandan.kernel.refusal import Refused

from ...conftest import NOW, TODAY


def test_a_role_covers_the_unit_and_those_below_it_and_no_other(office):
    who = standing(office.head, TODAY)
    assert who.holds_over(office.home_affairs, "head")
    assert not who.holds_over(office.finance, "head")
    assert not who.holds_over(office.committee, "head")
    assert standing(office.admin, TODAY).holds_over(office.commune, "administrator")


def test_a_role_is_held_between_its_days(office):
    actions.grant_role(
        office.reader, "officer", office.finance, actor=office.admin, at=NOW,
        valid_from=date(2026, 4, 1), valid_to=date(2026, 4, 30),
    )  # fmt: skip
    held = [
        day
        for day in (date(2026, 3, 31), date(2026, 4, 1), date(2026, 4, 30), date(2026, 5, 1))
        if standing(office.reader, day).holds("officer")
    ]
    assert held == [date(2026, 4, 1), date(2026, 4, 30)]


def test_a_role_taken_back_is_gone_the_same_day(office):
    grant = RoleGrant.objects.get(account=office.head)
    actions.end_grant(grant, actor=office.admin, at=NOW)
    assert not standing(office.head, TODAY).holds()
    assert not standing(office.head, TODAY + timedelta(days=1)).holds()


def test_an_account_without_a_role_may_nothing(office):
    actions.end_grant(RoleGrant.objects.get(account=office.reader), actor=office.admin, at=NOW)
    assert not can(office.reader, "read", office.commune, on=TODAY)


def test_nobody_gives_themselves_a_role(office):
    with pytest.raises(Denied):
        actions.grant_role(
            office.officer, "administrator", office.committee, actor=office.officer, at=NOW
        )


def test_an_administrator_of_a_unit_does_not_reach_others(office):
    office.person("local_admin", "administrator", "commune")
    with pytest.raises(Denied):
        actions.close_account(office.head, actor=office.local_admin, at=NOW)
    actions.close_account(office.reader, actor=office.local_admin, at=NOW)
    office.reader.refresh_from_db()
    assert not office.reader.is_active


def test_a_weak_password_is_refused_in_words(office):
    with pytest.raises(Refused, match="Mật khẩu"):
        actions.set_password(office.head, "12345", actor=office.head, at=NOW)
    office.head.refresh_from_db()
    assert office.head.check_password("mot-mat-khau-dai")


def test_granting_what_is_held_changes_nothing(office):
    before = Event.objects.count()
    actions.grant_role(office.head, "head", office.home_affairs, actor=office.admin, at=NOW)
    assert Event.objects.count() == before


def test_home_is_the_unit_of_the_post(office):
    assert home_unit(office.officer, TODAY) == office.home_affairs
    assert home_unit(office.machine, TODAY) is None


def test_the_account_of_the_machine_is_made_once_and_nobody_signs_in_with_it(office):
    assert actions.machine_account(NOW) == office.machine
    assert not office.machine.has_usable_password()
