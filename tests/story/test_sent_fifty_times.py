"""The same form sent fifty times in one moment is one petition, on the database as it is deployed."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime

import pytest
from django.db import OperationalError, connections

from gandan.domain.directory import actions as directory
from gandan.domain.petitions import actions
from gandan.domain.petitions.actions import Origin
from gandan.domain.petitions.models import Petition, PetitionerIdentity
from gandan.kernel.events import Event, verify

NOW = datetime(2026, 3, 2, 3, tzinfo=UTC)
TIMES, AT_ONCE = 50, 10


@pytest.fixture
def clerk(transactional_db):
    machine = directory.machine_account(NOW)
    unit = directory.create_unit(
        code="SNV",
        name="Sở Nội vụ",
        kind="department",
        level="province",
        parent=None,
        actor=machine,
        at=NOW,
    )
    person = directory.add_person("Người văn thư", unit, "văn thư", actor=machine, at=NOW)
    account = directory.open_account(
        "vanthu", person, "mot-mat-khau-dai", unit=unit, actor=machine, at=NOW
    )
    directory.grant_role(account, "clerk", unit, actor=machine, at=NOW)
    return account, unit


def test_fifty_copies_at_once_are_one_row(clerk):
    account, unit = clerk

    def send(_):
        try:
            return _sent(account, unit)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        keys = set(pool.map(send, range(TIMES)))
    assert len(keys) == 1
    assert Petition.objects.count() == PetitionerIdentity.objects.count() == 1
    assert Event.objects.filter(verb="petition.receive").count() == 1
    assert verify() is None


def _sent(account, unit):
    for _ in range(20):  # a busy database asks to try again; so does the browser of the officer
        try:
            return actions.receive(
                "Đề nghị sửa cầu treo qua suối Nậm Hon", Origin("note"), said_on=date(2026, 3, 1),
                unit=unit, petitioner={"name": "Vũ Thị Giả Định"}, key="entry:1:phieu",
                actor=account, at=NOW,
            ).pk  # fmt: skip
        except OperationalError:
            connections.close_all()
    raise AssertionError("the database stayed busy")
