"""Enter thousands of units and events in a few statements; part of a verb, which checks and records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import CharField, F, OuterRef, Subquery, Value
from django.db.models.functions import Cast, Concat

from gandan.domain.directory.folding import fold, fold_plain
from gandan.domain.directory.models import Succession, Unit, UnitEvent, UnitName

BATCH = 2_000


@dataclass(frozen=True, slots=True)
class NewUnit:
    """A unit to enter; `parent` is a code."""

    code: str
    name: str
    kind: str
    level: str
    parent: str | None
    territory: str
    valid_from: date | None
    valid_to: date | None


def enter_units(rows: Sequence[NewUnit], known: Iterable[str]) -> set[str]:
    """Store the units whose codes are not known yet, each with its official name; gives their codes.

    The rows come parents first. A whole level of the tree is one statement, because a child needs the
    key of its parent."""
    held = set(known)
    new = [row for row in rows if row.code not in held]
    keys: dict[str, int] = dict(
        Unit.objects.filter(code__in={row.parent for row in new if row.parent} & held).values_list(
            "code", "pk"
        )
        if len(held) < BATCH
        else Unit.objects.values_list("code", "pk")
    )
    for level in _by_depth(new):
        made = Unit.objects.bulk_create(
            [
                Unit(
                    code=row.code, name=row.name, kind=row.kind, level=row.level,
                    parent_id=keys[row.parent] if row.parent else None,
                    territory=row.territory, valid_from=row.valid_from, valid_to=row.valid_to,
                )
                for row in level
            ],
            batch_size=BATCH,
        )  # fmt: skip
        keys.update((unit.code, unit.pk) for unit in made)
        _set_paths()
    UnitName.objects.bulk_create(
        [
            UnitName(
                unit_id=keys[row.code], kind=UnitName.Kind.OFFICIAL, text=row.name,
                folded=fold(row.name), folded_plain=fold_plain(row.name),
                valid_from=row.valid_from, valid_to=row.valid_to,
            )
            for row in new
        ],
        batch_size=BATCH,
    )  # fmt: skip
    return {row.code for row in new}


def enter_events(
    events: Mapping[tuple[str, str, date, str], Sequence[tuple[str, str, bool]]],
) -> int:
    """Store events given as (kind, code of the unit, day, citation), each with its links of
    succession (predecessor, successor, whole); gives how many links."""
    keys: dict[str, int] = dict(Unit.objects.values_list("code", "pk")) if events else {}
    made = UnitEvent.objects.bulk_create(
        [
            UnitEvent(kind=kind, unit_id=keys[code], on=on, citation=citation)
            for kind, code, on, citation in events
        ],
        batch_size=BATCH,
    )
    links = [
        Succession(
            event=event, predecessor_id=keys[before], successor_id=keys[after], is_whole=whole
        )
        for event, said in zip(made, events.values(), strict=True)
        for before, after, whole in said
    ]
    Succession.objects.bulk_create(links, batch_size=BATCH)
    return len(links)


def _by_depth(rows: Sequence[NewUnit]) -> list[list[NewUnit]]:
    depth: dict[str, int] = {}
    levels: list[list[NewUnit]] = []
    for row in rows:
        at = depth[row.code] = depth.get(row.parent or "", -1) + 1
        if at == len(levels):
            levels.append([])
        levels[at].append(row)
    return levels


def _set_paths() -> None:
    """The way from the root, for the level that has just come in."""
    own: Any = Cast(F("pk"), CharField())
    above = Unit.objects.filter(pk=OuterRef("parent")).values("path")[:1]
    Unit.objects.filter(path="", parent__isnull=True).update(
        path=Concat(Value("/"), own, Value("/"))
    )
    Unit.objects.filter(path="", parent__isnull=False).update(
        path=Concat(Subquery(above), own, Value("/"))
    )
