"""The workbook of a campaign with thousands of rows: the verdict on every row, then the good rows, a part
at a time: those that came meanwhile by another way are left as they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial

from django.utils import timezone

from gandan.domain.errands import actions
from gandan.domain.errands.queries import Errand, order_of
from gandan.domain.meetings import access, queries
from gandan.domain.meetings.actions import CHUNK, Verdict, load_chunk, weigh
from gandan.domain.meetings.queries import Campaign, SheetRow
from gandan.jobs.errand_steps import Step, Told, keep_judged, nothing_to_say


def weigh_campaign(errand: Errand) -> Iterator[Step]:
    """Nothing is stored: rows and verdicts are kept for the page that shows them."""
    campaign = _campaign(errand, timezone.now())
    rows = queries.rows_of_sheet((errand.folder / "0").read_bytes(), campaign.name)
    actions.set_total(errand, len(rows))
    verdicts: list[Verdict] = []
    for part in _parts(rows):
        verdicts += weigh(part, campaign, actor=errand.asked_by, at=timezone.now())
        yield Step(nothing_to_say, len(part))
    yield Step(partial(_kept, errand, rows, verdicts), 0)


def load_campaign(errand: Errand) -> Iterator[Step]:
    """Each part is one deed, with the rights that whoever asked has at its moment."""
    rows = [SheetRow(*row) for row in order_of(errand)["rows"]]
    for part in _parts(rows[errand.done :]):
        yield Step(partial(_stored, errand, part), len(part))


def _stored(errand: Errand, rows: Sequence[SheetRow], at: datetime) -> list[Told]:
    campaign = _campaign(errand, at)
    verdicts = weigh(rows, campaign, actor=errand.asked_by, at=at)
    load_chunk([each for each in verdicts if each.verdict == "new"], campaign,
               actor=errand.asked_by, at=at)  # fmt: skip
    return [Told(f"#{each.row}", each.verdict, each.sentence) for each in verdicts]


def _campaign(errand: Errand, at: datetime) -> Campaign:
    campaign = Campaign.objects.get(pk=errand.said["campaign"])
    access.must(errand.asked_by, "run", campaign, on=timezone.localdate(at))
    return campaign


def _parts(rows: Sequence[SheetRow]) -> Iterator[Sequence[SheetRow]]:
    for first in range(0, len(rows), CHUNK):
        yield rows[first : first + CHUNK]


def _kept(
    errand: Errand, rows: Sequence[SheetRow], verdicts: Sequence[Verdict], _: datetime
) -> list[Told]:
    weighed = {
        "rows": [[row.number, row.key, row.said] for row in rows],
        "verdicts": [
            {"row": one.row, "verdict": one.verdict, "sentence": one.sentence} for one in verdicts
        ],
    }
    keep_judged(errand, weighed)
    return []
