"""Do what a judged table would do: all of its good rows in one go, each by the verb it needs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from gandan.domain.directory.actions.exchange.identifier_rows import judge_identifiers
from gandan.domain.directory.actions.exchange.people_rows import judge_people
from gandan.domain.directory.actions.exchange.unit_rows import judge_units
from gandan.domain.directory.actions.exchange.verdict import Row, Verdict
from gandan.domain.directory.models import Account


@transaction.atomic
def import_units(rows: Sequence[Row], *, actor: Account, at: datetime) -> list[Verdict]:
    """Enter and change units by a table; refused rows are left out. Sending it again changes
    nothing. A verb that the actor may not do (or that refuses after all) undoes the whole table."""
    return _done(judge_units(rows), actor, at)


@transaction.atomic
def import_people(rows: Sequence[Row], *, actor: Account, at: datetime) -> list[Verdict]:
    """The same for people and their posts."""
    return _done(judge_people(rows), actor, at)


@transaction.atomic
def import_identifiers(rows: Sequence[Row], *, actor: Account, at: datetime) -> list[Verdict]:
    """The same for electronic identifiers."""
    return _done(judge_identifiers(rows), actor, at)


def _done(verdicts: list[Verdict], actor: Account, at: datetime) -> list[Verdict]:
    for verdict in verdicts:
        for step in verdict.steps:
            step(actor=actor, at=at)
    return verdicts
