"""Search in petitions, documents and tasks: what somebody may see, and not even a count of the rest.

The index follows the events: whatever a verb changed is written anew before the next question. It is a
first sieve; each page of results passes the doors of the apps once more (`visible_…`), so that an index
that lags shows too little, never too much.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from django.conf import settings
from django.db.models import QuerySet

from gandan.domain.directory.access import Role, Standing
from gandan.domain.petitions import findable
from gandan.domain.petitions.access import visible_petitions
from gandan.domain.registry.access import visible_documents
from gandan.domain.tasks.access import visible_tasks
from gandan.kernel.events import Event, verbs_of
from gandan.kernel.search import Found, SearchIndex, ask, facets

Kind = Literal["petition", "document", "task"]
KINDS: tuple[Kind, ...] = ("petition", "document", "task")
_WORKING = (Role.CLERK, Role.HEAD, Role.OFFICER, Role.READER)
_TOO_MANY = 5_000  # events after which everything is written anew
# These change where units stand in the tree, and with it who sees what: nothing of the old is kept.
_MOVES = frozenset(("unit.move", "unit.merge", "unit.split"))


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing found: `thing` is its row."""

    kind: str
    thing: Any
    score: float


@dataclass(frozen=True, slots=True)
class Answers:
    """`is_behind`: the index is just being written for the first time, there may be more."""

    rows: tuple[Answer, ...]
    total: int
    accents_dropped: bool
    is_behind: bool = False


def search(
    words: str,
    who: Standing,
    *,
    kind: str = "",
    filters: Mapping[str, str] | None = None,
    limit: int = 20,
    offset: int = 0,
) -> Answers:
    """The things that hold the words, best first. `filters`: facets by name (field, level, place,
    year, state)."""
    index = _index()
    is_behind = not catch_up() and index.cursor is None
    asked = {**(filters or {}), "kind": kind}
    found = ask(index, words, doors_of(who), filters=asked, limit=limit, offset=offset)
    rows = _seen(found, who)
    total = found.total - (len(found.hits) - len(rows))
    return Answers(rows, total, found.accents_dropped, is_behind)


def keys(
    words: str, who: Standing, *, kind: str, filters: Mapping[str, str] | None = None, limit: int
) -> list[int]:
    """The keys of the things of one kind that hold the words, best first, as the index knows them:
    to narrow a list of those that this person may see, which reads them itself."""
    catch_up()
    asked = {**(filters or {}), "kind": kind}
    found = ask(_index(), words, doors_of(who), filters=asked, limit=limit)
    return [int(hit.subject.split(":")[1]) for hit in found.hits]


def counts(
    words: str, who: Standing, *, kind: str = "", filters: Mapping[str, str] | None = None
) -> dict[str, dict[str, int]]:
    """By facet and value: how many of the things found that this person may see."""
    catch_up()
    return facets(_index(), words, doors_of(who), filters={**(filters or {}), "kind": kind})


def doors_of(who: Standing) -> tuple[str, ...] | None:
    """The doors that stand open to somebody; None: all of them."""
    paths = who.paths(*_WORKING)
    if "" in paths:
        return None
    doors = list(paths)
    if who.holds():
        doors.append(findable.MEMBERS)
    if who.holds(Role.CLERK):
        doors += [findable.CLERKS, findable.entered_by(who.account.pk)]
    return tuple(doors)


def catch_up() -> bool:
    """Bring the index up to date with the events; False if another process is just doing so."""
    index = _index()
    cursor = index.cursor
    newest = Event.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    if cursor is None:
        return rebuild()
    if cursor["event"] == newest:
        return True
    events = Event.objects.filter(pk__gt=cursor["event"], pk__lte=newest)
    if cursor["event"] > newest or events.count() > _TOO_MANY:
        return rebuild()
    if any(not _MOVES.isdisjoint(verbs_of(event)) for event in events.only("verb", "data")):
        return rebuild()
    changed = findable.changed_by(events)
    entries = list(findable.entries_of(changed))
    gone = changed - {entry.subject for entry in entries}
    return index.put(entries, gone, {"event": newest}, fresh=False)


def rebuild() -> bool:
    """Write the index anew; False if another process is writing."""
    index = _index()
    newest = Event.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    return index.put(findable.all_entries(), (), {"event": newest}, fresh=True)


def _seen(found: Found, who: Standing) -> tuple[Answer, ...]:
    """The rows of the hits, in their order, without those that this person may not see."""
    visible: dict[str, QuerySet[Any]] = {
        findable.PETITION: visible_petitions(who, who.on).select_related("holder", "unit"),
        findable.DOCUMENT: visible_documents(who, who.on),
        findable.TASK: visible_tasks(who, who.on).select_related("lead"),
    }
    rows: dict[str, Any] = {}
    for type_, query in visible.items():
        keys = [
            hit.subject.split(":")[1] for hit in found.hits if hit.subject.startswith(f"{type_}:")
        ]
        if keys:
            rows |= {f"{type_}:{row.pk}": row for row in query.filter(pk__in=keys)}
    return tuple(
        Answer(hit.subject.split(":")[0].split(".")[1], rows[hit.subject], hit.score)
        for hit in found.hits
        if hit.subject in rows
    )


def _index() -> SearchIndex:
    return SearchIndex(Path(settings.GANDAN_DATA) / "derived" / "search")
