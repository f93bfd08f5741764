"""Do what a judged table would do, each row by the verb it needs: of a short table all good rows or none,
of a long one a part at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from gandan.domain.directory.actions.exchange.identifier_rows import judge_identifiers
from gandan.domain.directory.actions.exchange.people_rows import judge_people
from gandan.domain.directory.actions.exchange.unit_rows import judge_units
from gandan.domain.directory.actions.exchange.verdict import Row, Verdict, refused
from gandan.domain.directory.models import Account
from gandan.kernel.access import Denied
from gandan.kernel.events import deed, record
from gandan.kernel.refusal import Refused

Judge = Callable[[Sequence[Row]], list[Verdict]]
Numbered = tuple[int, Row]
"""A row with its number in the whole table."""


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


def enter_part(
    verb: str, judge: Judge, rows: Sequence[Numbered], *, actor: Account, at: datetime
) -> list[Verdict]:
    """One part of a long table, one deed: every good row enters; what its verb refuses after all holds up
    no other. The rows are judged by what is there now: those before them have come in already."""
    with deed(verb):
        verdicts = [
            _entered(verb, replace(verdict, number=number), actor, at)
            for (number, _), verdict in zip(rows, judge([row for _, row in rows]), strict=True)
        ]
        steps = sum(len(verdict.steps) for verdict in verdicts)
        if steps:
            record(verb, actor, actor=actor, at=at, data={"steps": steps})
    return verdicts


def _entered(verb: str, verdict: Verdict, actor: Account, at: datetime) -> Verdict:
    try:
        with deed(verb):
            for step in verdict.steps:
                step(actor=actor, at=at)
    except (Refused, Denied) as error:
        return refused(verdict.number, verdict.name, str(error))
    return verdict


def _done(verb: str, verdicts: list[Verdict], actor: Account, at: datetime) -> list[Verdict]:
    steps = [step for verdict in verdicts for step in verdict.steps]
    for step in steps:
        step(actor=actor, at=at)
    if steps:
        record(verb, actor, actor=actor, at=at, data={"steps": len(steps)})
    return verdicts
