"""A small made-up office: a province committee with two departments, one commune, five people."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime

import pytest

from gandan.domain.directory import actions
from gandan.domain.directory.queries import Account, Unit
from kept_world import STAGE, world

NOW = datetime(2026, 3, 2, 3, 0, tzinfo=UTC)
TODAY = date(2026, 3, 2)


@dataclass
class Office:
    machine: Account
    units: dict[str, Unit] = field(default_factory=dict)
    accounts: dict[str, Account] = field(default_factory=dict)

    def __getattr__(self, name: str):
        for kept in (self.__dict__.get("units", {}), self.__dict__.get("accounts", {})):
            if name in kept:
                return kept[name]
        raise AttributeError(name)

    def unit(self, key, name, *, kind="department", level="province", parent=None, **more):
        self.units[key] = actions.create_unit(
            code=key.upper(),
            name=name,
            kind=kind,
            level=level,
            parent=self.units.get(parent) if parent else None,
            actor=self.machine,
            at=NOW,
            **more,
        )
        return self.units[key]

    def person(self, username, role, unit):
        person = actions.add_person(
            f"Người {username}", self.units[unit], role, actor=self.machine, at=NOW
        )
        account = actions.open_account(
            username, person, "mot-mat-khau-dai", unit=self.units[unit], actor=self.machine, at=NOW
        )
        actions.grant_role(account, role, self.units[unit], actor=self.machine, at=NOW)
        self.accounts[username] = account
        return account


@dataclass
class OfficeWorld:
    office: Office


@world("office_world")
def open_offices() -> OfficeWorld:
    return OfficeWorld(small_office())


def small_office() -> Office:
    made = Office(actions.machine_account(NOW))
    made.unit("committee", "Ủy ban nhân dân tỉnh Hồng Lĩnh", kind="peoples-committee")
    made.unit("home_affairs", "Sở Nội vụ", parent="committee")
    made.unit("finance", "Sở Tài chính", parent="committee")
    made.unit("commune", "Ủy ban nhân dân xã Đồng Mây", kind="peoples-committee",
              level="commune", parent="committee")  # fmt: skip
    made.person("clerk", "clerk", "committee")
    made.person("admin", "administrator", "committee")
    made.person("head", "head", "home_affairs")
    made.person("officer", "officer", "home_affairs")
    made.person("other_head", "head", "finance")
    made.person("reader", "reader", "commune")
    return made


@pytest.fixture
def office_world(db):
    """This or a greater world that holds the same office."""
    return STAGE.copy("office_world")


@pytest.fixture
def office(office_world) -> Office:
    return office_world.office
