"""A deed: all that one person does at one stroke, remembered as one event.

To accept a duty is to judge what was read and to give out a task; to send a petition on ends one
task and begins another. Each of these actions says what it did (`events.record`); inside a `deed`
what they say becomes one event, named by the deed, with the rest as its parts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from gandan.kernel.ids import Subject

# The key under which an event keeps its parts.
PARTS = "parts"


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that was changed: the verb of the action that did it, and what that action says."""

    verb: str
    subject: Subject
    actor_id: int
    at: datetime
    unit_id: int | None
    data: Mapping[str, Any]


def kept(parts: Iterable[Part]) -> list[dict[str, Any]]:
    """Parts as they stand in the event of their deed, in order: what was done alike to things of a
    kind, one after the other, is said once with the keys of them all (a merger moves thousands)."""
    rows: list[dict[str, Any]] = []
    for part in parts:
        row: dict[str, Any] = {"verb": part.verb, "type": part.subject.type}
        if part.unit_id is not None:
            row["unit"] = part.unit_id
        if part.data:
            row["data"] = dict(part.data)
        if rows and {**rows[-1], "ids": ()} == {**row, "ids": ()}:
            rows[-1]["ids"].append(part.subject.id)
        else:
            rows.append({**row, "ids": [part.subject.id]})
    return rows


@dataclass(slots=True)
class Deed:
    """What was said so far in a deed that is not over. It is named after the first of its `verbs`
    that was done: what is there already is not done again."""

    verbs: tuple[str, ...]
    said: list[Part] = field(default_factory=list)

    def whole(self) -> tuple[Part, list[Part]]:
        """The part that the deed is named after, and the others in order."""
        if len({part.actor_id for part in self.said}) != 1:
            raise ValueError(f"the deed {self.verbs} has not one actor")
        done = {part.verb: part for part in self.said}
        named = next((done[verb] for verb in self.verbs if verb in done), None)
        if named is None:
            raise ValueError(f"nothing in the deed {self.verbs} is named so: {sorted(done)}")
        return named, [part for part in self.said if part is not named]


# The deed that is being done, if one is.
in_hand: ContextVar[Deed | None] = ContextVar("deed", default=None)
