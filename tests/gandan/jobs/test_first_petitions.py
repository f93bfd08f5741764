"""The samples' petitions go the way of any petition, once, and some of them before the public."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from gandan.domain.directory import actions as directory
from gandan.domain.petitions import public
from gandan.domain.petitions.denunciation import denounces
from gandan.domain.petitions.queries import Petition, fields
from gandan.jobs.first_petitions import enter_first_petitions
from gandan.kernel.events import Event, verify

from ..conftest import NOW

SAMPLES = Path(__file__).resolve().parents[3] / "samples"
ROWS = tomllib.loads((SAMPLES / "petitions.toml").read_text("utf-8"))["petition"]


@pytest.fixture
def people(office):
    """The units that the samples name, under a committee whose head publishes."""
    for code in sorted(
        {row[name] for row in ROWS for name in ("unit", "place", "to") if name in row}
    ):
        directory.create_unit(
            code=code, name=f"Ủy ban nhân dân {code}", kind="department", level="province",
            parent=office.committee, actor=office.machine, at=NOW,
        )  # fmt: skip
    head = office.person("publisher", "head", "committee")
    return {"clerk": office.machine, "head": head, "at": NOW}


def test_they_are_entered_once_and_some_are_public(people):
    assert enter_first_petitions(ROWS, **people) == len(ROWS) == Petition.objects.count()
    shown = list(public.published(NOW))
    assert len(shown) >= 8
    assert sum(bool(one.public_answers) for one in shown) >= 6
    assert verify() is None
    before = Event.objects.count()
    assert enter_first_petitions(ROWS, **people) == 0
    assert Event.objects.count() == before


def test_every_row_names_a_field_of_the_list_and_denounces_nobody():
    assert {row["field"] for row in ROWS} <= set(fields())
    assert [row["key"] for row in ROWS if denounces(row["text"])] == []
