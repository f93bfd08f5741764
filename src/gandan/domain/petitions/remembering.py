"""The same request before: petitions like a text, out of all that may be seen.

The file of prints follows the table by its keys, and is brought up to date before each question: what
was entered a second ago is found, and nobody has to remember to index it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db.models import QuerySet

from gandan.domain.petitions.memory.batch import same_requests
from gandan.domain.petitions.memory.compare import SAME, compare
from gandan.domain.petitions.memory.index import PrintIndex
from gandan.domain.petitions.memory.words import coded
from gandan.domain.petitions.models import Petition

PROPOSED = SAME
_LEAST_ALIKE = 0.15
_COMPARED = 200
# A transaction that took its key before another may end after it: the newest keys are looked at again.
_LOOKED_AT_AGAIN = 1_000
_AT_ONCE = 20_000


@dataclass(frozen=True, slots=True)
class Similar:
    """A petition like the text asked about: how like (0 to 1), and why."""

    petition: Petition
    score: float
    why: str


def similar(
    text: str, visible: QuerySet[Petition], place: str = "", *, most: int = 10, least: float = 0.5
) -> list[Similar]:
    """The visible petitions most like a text, the most like first."""
    catch_up()
    codes = coded(text)
    if not len(codes):
        return []
    near = _index().nearest(codes, least=_LEAST_ALIKE, most=_COMPARED)
    rows = visible.filter(pk__in=[one.key for one in near]).select_related("holder", "unit")
    found = []
    for one in rows:
        like = compare(codes, coded(one.text), place, one.place_code)
        if like.score >= least:
            found.append(Similar(one, like.score, like.why))
    found.sort(key=lambda each: (-each.score, each.petition.pk))
    return found[:most]


def duplicates(visible: QuerySet[Petition], processes: int = 2) -> list[tuple[int, int, float]]:
    """Every pair (earlier key, later key, score) among the visible petitions that may be one request."""
    keys: list[int] = []

    def texts() -> object:
        for key, text in visible.order_by("pk").values_list("pk", "text").iterator(20_000):
            keys.append(key)
            yield text

    pairs = same_requests(texts(), processes)  # type: ignore[arg-type]
    return [(keys[left], keys[right], score) for left, right, score in pairs]


def catch_up() -> int:
    """Add the petitions that the file does not have yet; gives how many."""
    index = _index()
    newest = index.last_keys(_LOOKED_AT_AGAIN)
    after = newest[0] if len(newest) == _LOOKED_AT_AGAIN else 0
    known = set(newest)
    added = 0
    while True:
        rows = Petition.objects.filter(pk__gt=after).order_by("pk").values_list("pk", "text")
        part = list(rows[:_AT_ONCE])
        added += index.add([(key, text) for key, text in part if key not in known])
        if len(part) < _AT_ONCE:
            return added
        after = part[-1][0]


def rebuild() -> int:
    """Throw the file away and write it anew; gives how many petitions it holds."""
    _index().clear()
    return catch_up()


def _index() -> PrintIndex:
    return PrintIndex(Path(settings.GANDAN_DATA) / "derived" / "petition-prints")
