"""Enter the made-up petitions of the samples with their way, answers and public words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from gandan.domain.directory.queries import Account, Unit, unit_with_code
from gandan.domain.petitions import actions
from gandan.domain.petitions.actions import Origin
from gandan.domain.petitions.queries import Petition, State

Row = Mapping[str, Any]


def enter_first_petitions(
    rows: Sequence[Row], *, clerk: Account, head: Account, at: datetime
) -> int:
    """How many are new. Each is a transaction of its own and known by its `key`: safe to run again.
    `days` of a row count back from `at`; what is published is published by `head` at `at`."""
    return sum(_enter(row, clerk, head, at) for row in rows)


@transaction.atomic
def _enter(row: Row, clerk: Account, head: Account, at: datetime) -> bool:
    said_at = at - timedelta(days=row["days"])
    unit = _unit(row["unit"])
    place = _unit(row.get("place", row["unit"]))
    petition = actions.receive(
        row["text"], Origin(row["source"], session=row.get("session", "")),
        said_on=timezone.localdate(said_at), unit=unit, place_code=place.territory,
        place_text=_place(place.name), actor=clerk, at=said_at, key=row["key"],
    )  # fmt: skip
    if petition.state != State.RECEIVED:
        return False
    by: dict[str, Any] = {"actor": clerk, "at": said_at + timedelta(hours=2)}
    petition = actions.classify(petition, row["field"], row["level"], **by)
    if "to" in row:
        petition = actions.transfer(petition, _unit(row["to"]), **by)
    _publish(petition, row, clerk, head, at)
    return True


def _publish(petition: Petition, row: Row, clerk: Account, head: Account, at: datetime) -> None:
    given = [_answer(petition, each, clerk, at) for each in row.get("answer", ())]
    shown = [answer for answer, each in zip(given, row.get("answer", ()), strict=True)
             if each.get("published")]  # fmt: skip
    if not shown and not row.get("published"):
        return
    public = row.get("public", row["text"])
    answer = shown[0] if shown else None
    draft = actions.draft_publication(
        petition, public, answer=answer, answer_text=answer.text if answer else "",
        looked_through=True, actor=clerk, at=at,
    )  # fmt: skip
    actions.approve_publication(draft, actor=head, at=at)


def _answer(petition: Petition, row: Row, clerk: Account, at: datetime) -> Any:
    answered = at - timedelta(days=row["days"])
    promised = row.get("promised_in")
    return actions.answer(
        petition, row["kind"], row["text"], evidence=row.get("evidence", ""),
        promised_on=timezone.localdate(answered + timedelta(days=promised)) if promised else None,
        actor=clerk, at=answered,
    )  # fmt: skip


def _unit(code: str) -> Unit:
    unit = unit_with_code(code)
    if unit is None:
        raise LookupError(f"no unit {code} in the samples")
    return unit


def _place(name: str) -> str:
    place = name.removeprefix("Ủy ban nhân dân ")
    return place[:1].upper() + place[1:]
