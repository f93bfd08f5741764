"""Search in what is published, by an index of its own: it holds no word that is not public.

It follows the events as the index of the desk does; each page of results is taken from
`public.published` once more, so that what was taken back is never shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from gandan.domain.petitions import findable, public
from gandan.domain.petitions.fields import fields
from gandan.domain.petitions.models import Petition
from gandan.kernel.events import Event, changing, subjects_of
from gandan.kernel.search import Entry, SearchIndex, ask

_EVERYBODY = "everybody"
_TOO_MANY = 5_000
_NO_CHANGE = ("petition.rate", "petition.identify", "petition.attach")


@dataclass(frozen=True, slots=True)
class PublicAnswers:
    rows: tuple[Petition, ...]
    total: int
    accents_dropped: bool


def search(
    words: str, *, field: str = "", place: str = "", limit: int = 20, offset: int = 0
) -> PublicAnswers:
    """The published petitions whose question or answers hold the words, best first."""
    catch_up()
    chosen = {"field": field, "place": place}
    found = ask(_index(), words, (_EVERYBODY,), filters=chosen, limit=limit, offset=offset)
    keys = [int(hit.subject.split(":")[1]) for hit in found.hits]
    rows = {one.pk: one for one in public.published().filter(pk__in=keys)}
    kept = tuple(rows[key] for key in keys if key in rows)
    return PublicAnswers(kept, found.total - (len(keys) - len(kept)), found.accents_dropped)


def catch_up() -> None:
    """Bring the index up to date with the events."""
    index = _index()
    cursor = index.cursor
    newest = Event.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    if cursor and cursor["event"] == newest:
        return
    events = Event.objects.filter(pk__gt=cursor["event"] if cursor else 0, pk__lte=newest)
    events = events.filter(changing(findable.PETITION)).exclude(verb__in=_NO_CHANGE)
    if cursor is None or cursor["event"] > newest or events[: _TOO_MANY + 1].count() > _TOO_MANY:
        index.put(_entries(None), (), {"event": newest}, fresh=True)
        return
    changed = {
        str(subject)
        for event in events
        for subject in subjects_of(event)
        if subject.type == findable.PETITION
    }
    entries = list(_entries([int(each.split(":")[1]) for each in changed]))
    gone = changed - {entry.subject for entry in entries}
    index.put(entries, gone, {"event": newest}, fresh=False)


def _entries(keys: list[int] | None) -> Iterator[Entry]:
    rows = public.published()
    if keys is not None:
        rows = rows.filter(pk__in=keys)
    known = fields()
    for one in rows.iterator(chunk_size=2_000):
        said = [answer.published_text for answer in one.public_answers]  # type: ignore[attr-defined]
        top = known[one.field].under or one.field if one.field in known else one.field
        yield Entry(
            f"{findable.PETITION}:{one.pk}",
            " ".join((one.code, one.published_text, one.place_text, *said)),
            (_EVERYBODY,),
            {"field": top, "place": one.place_text, "year": str(one.said_on.year)},
        )


def _index() -> SearchIndex:
    return SearchIndex(Path(settings.GANDAN_DATA) / "derived" / "public-search")
