"""Do what a judged table would do: all of its good rows in one go, each by the verb it needs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from gandan.domain.directory.actions.exchange.identifier_rows import judge_identifiers
from gandan.domain.directory.actions.exchange.people_rows import judge_people
from gandan.domain.directory.actions.exchange.unit_rows import judge_units
from gandan.domain.directory.actions.exchange.verdict import Row, Verdict
from gandan.domain.directory.models import Account
from gandan.kernel.events import deed, record


@deed("unit.load")
def import_units(rows: Sequence[Row], *, actor: Account, at: datetime) -> list[Verdict]:
    """Enter and change units by a table; refused rows are left out. Sending it again changes
    nothing. A verb that the actor may not do (or that refuses after all) undoes the whole table."""
    return _done("unit.load", judge_units(rows), actor, at)


@deed("person.load")
def import_people(rows: Sequence[Row], *, actor: Account, at: datetime) -> list[Verdict]:
    """The same for people and their posts."""
    return _done("person.load", judge_people(rows), actor, at)


@deed("identifier.load")
def import_identifiers(rows: Sequence[Row], *, actor: Account, at: datetime) -> list[Verdict]:
    """The same for electronic identifiers."""
    return _done("identifier.load", judge_identifiers(rows), actor, at)


def _done(verb: str, verdicts: list[Verdict], actor: Account, at: datetime) -> list[Verdict]:
    steps = [step for verdict in verdicts for step in verdict.steps]
    for step in steps:
        step(actor=actor, at=at)
    if steps:
        record(verb, actor, actor=actor, at=at, data={"steps": len(steps)})
    return verdicts
