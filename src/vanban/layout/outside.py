"""What others print above a letterhead: a legal site its table, a newspaper its lead, a signature its data."""

from __future__ import annotations

from collections.abc import Sequence

from vanban.layout.component import rule, titles
from vanban.layout.letterhead_lines import component_of, is_small_body
from vanban.layout.line import Line
from vanban.rules.pattern import compiled

_LONGEST = 60
_SIGNS = ("motto", "number", "date")
# So many lines a letterhead has at most, and so many a lead above it.
_LETTERHEAD = 14
_LONGEST_ANNOUNCEMENT = 8
_GROUNDS = ("Căn cứ", "- Căn cứ", "Xét", "Theo đề nghị")
# Labels without a colon are ordinary words, unless so many of them stand together.
_MANY = 3
_WORD = compiled(r"\p{L}{2}")


def printed_outside(lines: Sequence[Line]) -> int:
    """How many lines stand above the letterhead that are no part of the document."""
    return _table(lines) or _lead(lines) or _announcement(lines)


def is_table(lines: Sequence[Line]) -> bool:
    """Whether these lines are what a site prints of a document, and no document."""
    return _table(lines) > 0


def _table(lines: Sequence[Line]) -> int:
    """Two lines at least are labels with a value, and what stands before and between them goes
    with them."""
    labels = [at for at, line in enumerate(lines[:_LONGEST]) if _is_label(line)]
    told = [at for at in labels if ":" in lines[at].text]
    if len(labels) < _MANY:
        labels = told
    if len(labels) < 2 or _letterhead_begins(lines[: labels[0]]):
        return 0
    last = labels[0]
    for at in labels:
        if _letterhead_begins(lines[last:at]):
            break
        last = at
    return last + 1


def _is_label(line: Line) -> bool:
    return rule("outside").pattern.match(line.text) is not None


def _letterhead_begins(lines: Sequence[Line]) -> bool:
    return any(component_of(line) in (*_SIGNS, "issuer") for line in lines)


def _lead(lines: Sequence[Line]) -> int:
    """A few plain lines above a whole letterhead, under which the document goes on longer."""
    signs = [at for at, line in enumerate(lines[: 2 * _LETTERHEAD]) if component_of(line) in _SIGNS]
    if not signs or signs[0] > _LETTERHEAD:
        return 0
    found = {component_of(line) for line in lines[signs[0] : signs[0] + _LETTERHEAD]}
    start = signs[0]
    while start and _belongs(lines[start - 1]):
        start -= 1
    above, below = (sum(len(line.text) for line in part) for part in (lines[:start], lines[start:]))
    whole = "number" in found and found & {"motto", "date"} and below > above
    return start if whole and not any(map(_opens, lines[:start])) else 0


def _announcement(lines: Sequence[Line]) -> int:
    """Sentences of a page that say whose text comes below («… đăng toàn văn Chương trình:»), where the
    kind alone in capitals is all that is left of the head."""
    for at, line in enumerate(lines[:_LONGEST_ANNOUNCEMENT]):
        if at and line.is_capitals and (kind := titles().match(line.text)) and not kind["rest"]:
            return at if lines[at - 1].text.endswith(":") else 0
        if component_of(line) != "other" or _opens(line) or line.text.startswith(_GROUNDS):
            return 0
    return 0


def _belongs(line: Line) -> bool:
    """Whether a line may belong to the letterhead under it."""
    is_rule = _WORD.search(line.text) is None  # «-----», which a machine may read as «1ï»
    return is_rule or component_of(line) == "issuer" or is_small_body(line)


def _opens(line: Line) -> bool:
    """Whether the document itself begins in this line: its kind, or to whom it goes."""
    kind = line.is_capitals and titles().match(line.text)
    return bool(kind or rule("addressed").pattern.match(line.text))
