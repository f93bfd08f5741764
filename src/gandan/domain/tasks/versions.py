"""What changed in the duties of a document from one version to the next. Pure.

Duties are paired by their words: the same duty may stand under another number, with another lead
or another date. What finds no partner was added or removed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from rapidfuzz import fuzz, process

from gandan.domain.directory.queries import fold

What = Literal["added", "removed", "changed", "same"]
Duty = Mapping[str, Any]

ALIKE = 82.0
"""Of 100: below this two duties are two. Reworded sentences keep most of their words in order."""
_COMPARED = ("lead", "cooperating", "due", "recurrence", "text")


@dataclass(frozen=True, slots=True)
class Change:
    """`fields` names what differs: lead, cooperating, due, recurrence, text."""

    what: What
    old: Duty | None
    new: Duty | None
    fields: tuple[str, ...] = ()


def compare_duties(old: Sequence[Duty], new: Sequence[Duty]) -> list[Change]:
    """The changes in the order of the new version, then what it no longer says. A duty is a dict
    with `text`, `lead`, `cooperating`, `due`, `recurrence`, `section`."""
    partner = _paired(old, new)
    changes = [
        _change(old[partner[at]], duty) if at in partner else Change("added", None, duty)
        for at, duty in enumerate(new)
    ]
    kept = set(partner.values())
    gone = [Change("removed", duty, None) for at, duty in enumerate(old) if at not in kept]
    return [*changes, *gone]


def _paired(old: Sequence[Duty], new: Sequence[Duty]) -> dict[int, int]:
    """By place in the new version: place in the old one. The most alike pairs first, each once."""
    if not old or not new:
        return {}
    scores = process.cdist(
        [fold(duty["text"]) for duty in new],
        [fold(duty["text"]) for duty in old],
        scorer=fuzz.ratio,
        score_cutoff=ALIKE,
    )
    pairs = sorted(
        ((float(scores[n][o]), n, o) for n in range(len(new)) for o in range(len(old))),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    found: dict[int, int] = {}
    taken: set[int] = set()
    for score, n, o in pairs:
        if score >= ALIKE and n not in found and o not in taken:
            found[n] = o
            taken.add(o)
    return found


def _change(old: Duty, new: Duty) -> Change:
    fields = tuple(name for name in _COMPARED if _key(old, name) != _key(new, name))
    return Change("changed" if fields else "same", old, new, fields)


def _key(duty: Duty, name: str) -> Any:
    value = duty.get(name)
    if name in {"lead", "cooperating"}:
        return sorted(fold(each) for each in value or ())
    return fold(value or "") if name == "text" else value or None
