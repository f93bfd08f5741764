"""Questions to the index: all words, accents respected where they are typed, best first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import tantivy
from tantivy import Occur, Query

from gandan.kernel.search.folding import bare, pairs, words
from gandan.kernel.search.index import SearchIndex
from gandan.kernel.search.schema import FACETS, schema

_ACCENTED = 2.0  # a word with the accents as typed weighs so much more
_TOGETHER = 1.5  # and two words that stand together as typed
_MOST_WORDS = 20


@dataclass(frozen=True, slots=True)
class Hit:
    subject: str
    score: float


@dataclass(frozen=True, slots=True)
class Found:
    """A page of hits out of `total`; `accents_dropped`: nothing had the accents as typed."""

    hits: tuple[Hit, ...]
    total: int
    accents_dropped: bool = False


def ask(
    index: SearchIndex,
    text: str,
    doors: Sequence[str] | None,
    *,
    filters: Mapping[str, str] | None = None,
    limit: int = 20,
    offset: int = 0,
) -> Found:
    """What holds all the words and stands behind one of the doors (None: all doors are open; an empty
    list: none is). Words typed with accents must stand there with them, unless nothing has them."""
    searcher = _searcher(index)
    said = words(text)[:_MOST_WORDS]
    if doors is not None and not doors:
        return Found((), 0)
    for strict in (True, False):
        query = _query(said, doors, filters or {}, strict=strict)
        result = searcher.search(query, limit=max(limit, 1), offset=offset, count=True)
        total = int(getattr(result, "count", None) or 0)  # the stubs of tantivy do not know it
        if total or not strict or all(bare(word) == word for word in said):
            break
    hits = tuple(
        Hit(str(searcher.doc(address).get_first("subject")), float(score))
        for score, address in result.hits[:limit]
    )
    return Found(hits, total, accents_dropped=not strict and bool(total))


def facets(
    index: SearchIndex,
    text: str,
    doors: Sequence[str] | None,
    *,
    filters: Mapping[str, str] | None = None,
    most: int = 50,
) -> dict[str, dict[str, int]]:
    """How many of the things found have each value of each facet: only of those behind the doors."""
    if doors is not None and not doors:
        return {facet: {} for facet in FACETS}
    said = words(text)[:_MOST_WORDS]
    searcher = _searcher(index)
    query = _query(said, doors, filters or {}, strict=True)
    asked = {facet: {"terms": {"field": facet, "size": most}} for facet in FACETS}
    told = searcher.aggregate(query, asked)
    return {
        facet: {str(cell["key"]): int(cell["doc_count"]) for cell in told[facet]["buckets"]}
        for facet in FACETS
    }


def _searcher(index: SearchIndex) -> tantivy.Searcher:
    opened = index.opened()
    opened.reload()
    return opened.searcher()


def _query(
    said: Sequence[str], doors: Sequence[str] | None, filters: Mapping[str, str], *, strict: bool
) -> Query:
    parts = [part for word in said for part in _word(word, strict=strict)]
    parts += [
        (
            Occur.Should,
            Query.boost_query(Query.term_query(schema(), "pairs", pair, "basic"), _TOGETHER),
        )
        for pair in pairs([bare(word) for word in said])
    ]
    if not said:
        parts.append((Occur.Must, Query.all_query()))
    if doors is not None:
        parts.append(
            (Occur.Must, _unweighted(Query.term_set_query(schema(), "doors", list(doors))))
        )
    parts += [
        (Occur.Must, _unweighted(Query.term_query(schema(), facet, value, "basic")))
        for facet, value in filters.items()
        if value
    ]
    return Query.boolean_query(parts)


def _word(word: str, *, strict: bool) -> list[tuple[Occur, Query]]:
    plain = Query.term_query(schema(), "folded", bare(word), "freq")
    if bare(word) == word:
        return [(Occur.Must, plain)]
    exact = Query.boost_query(Query.term_query(schema(), "accented", word, "freq"), _ACCENTED)
    return [(Occur.Must, exact)] if strict else [(Occur.Must, plain), (Occur.Should, exact)]


def _unweighted(query: Query) -> Query:
    """A condition, not a reason to stand higher."""
    return Query.const_score_query(query, 0.0)
