"""Short forms of documents cited elsewhere in the same document: "HD 31", "Nghị quyết 57"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

import regex

from vanban.facts.stretch import Stretch
from vanban.model import Reference, Span
from vanban.rules import table
from vanban.rules.pattern import compiled, placed

_SERIAL = placed(r"(\d+)[a-c]?(?:[-/]\d{4})?[-/]([A-Za-zĐđ]+)")


def known_serials(cited: Iterable[Reference]) -> Mapping[tuple[str, str], Reference]:
    """The documents cited by number, by serial number and letters; those that clash are left out."""
    found: dict[tuple[str, str], set[str]] = {}
    first: dict[tuple[str, str], Reference] = {}
    for mention in cited:
        parts = _SERIAL.match(mention.number or "")
        if parts:
            key = (parts[1].lstrip("0"), parts[2])
            found.setdefault(key, set()).add(mention.number or "")
            first.setdefault(key, mention)
    return {key: first[key] for key, numbers in found.items() if len(numbers) == 1}


def short_forms(
    stretch: Stretch,
    known: Mapping[tuple[str, str], Reference],
    sought: Iterable[str],
    taken: Iterable[Span],
) -> list[Reference]:
    """The mentions by letters and serial number alone, where exactly one cited document fits.

    `sought`: the letters of the known documents, each with the blank after it.
    """
    out: list[Reference] = []
    said = stretch.text[stretch.span.start : stretch.span.end]
    if not any(map(said.__contains__, sought)):
        return out
    spans = list(taken)
    for found in _pattern().finditer(stretch.text, stretch.span.start, stretch.span.end):
        document = known.get((found["serial"].lstrip("0"), found["letters"]))
        span = Span(*found.span())
        if document is None or any(span.overlaps(other) for other in spans):
            continue
        out.append(
            Reference(
                span=span,
                text=" ".join(found.group().split()),
                kind=document.kind,
                number=document.number,
                rule="number.short_form",
                confidence=0.9,
            )
        )
    return out


@cache
def _pattern() -> regex.Pattern[str]:
    letters = {
        symbol for kind in table("kinds")["kinds"] for symbol in kind["symbols"] if len(symbol) > 1
    }
    return compiled(
        rf"(?<!\p{{L}})(?P<letters>{'|'.join(sorted(letters, key=len, reverse=True))})\s+(?:số\s+)?(?P<serial>\d{{1,4}})(?![\d\p{{L}}%.,/\-]*[\d\p{{L}}%/\-])"
    )
