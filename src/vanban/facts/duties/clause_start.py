"""Where the clauses of a sentence begin, and sentences that only tell what a body is."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.facts.unit import read_units
from vanban.facts.unit_grammar import NOT_DUTY, SERIES, one_of
from vanban.model import Span
from vanban.rules import table
from vanban.rules.pattern import compiled

_BREAK = compiled(
    r"(?:[,;:]\s+|\s(?:thì|do\s+đó|vì\s+vậy)\s+"
    r"|(?<=\s(?:phát\s+sinh|vướng\s+mắc))\s+(?=(?:đề\s+nghị|yêu\s+cầu)\s))"
)
_ENDS_IN_SERIES = compiled(rf"(?<!đồng\s)(?i:{one_of(table('units')['series'])})\s*$")
_CHARGED_WITH = compiled(
    r"(?:được|đã\s+được)\s+(?:giao|phân\s+công|yêu\s+cầu)|do(?!\p{L})|(?:với|tại|về|ở|như|trong\s+đó)(?!\p{L})"
)
_FURTHEST = 900
_BY_WHOM = compiled(r"(?<!\p{L})(?:đã|luôn|thường\s+xuyên)\s+được\s+(?=[^,;.:]{2,60}$)")
_LONGEST_AGENT = 90


def places(text: str, start: int, end: int) -> Iterator[int]:
    """Where a clause may begin with its subject: after a comma, but not within a list of bodies."""
    floor = start
    for mark in _BREAK.finditer(text, start, min(end, start + _FURTHEST)):
        if mark.end() < floor or _is_in_a_series(text, mark.start(), mark.end()):
            continue
        if (agents := _agents_before(text, start, mark.start(), end)) > mark.start():
            floor = agents
            continue
        yield mark.end()
        if units := read_units(text, mark.end(), end):
            floor = units.resumes


def _agents_before(text: str, start: int, at: int, end: int) -> int:
    """Where the bodies end by whom something was done («đã được các cấp ủy, chính quyền quan tâm»),
    if their list is still open at `at`."""
    passive = _BY_WHOM.search(text, max(start, at - _LONGEST_AGENT), at)
    agents = read_units(text, passive.end(), end) if passive else None
    return agents.resumes if agents else at


def _is_in_a_series(text: str, before: int, after: int) -> bool:
    """«kế hoạch của cơ quan, đơn vị mình»: a comma between bare nouns parts no clause."""
    return (
        text[before] == ","
        and SERIES.match(text, after) is not None
        and _ENDS_IN_SERIES.search(text[max(0, before - 24) : before]) is not None
    )


def states(text: str, span: Span) -> bool:
    """«Tổ công tác tự giải thể sau khi …»: the sentence tells what a body is, under whichever heading."""
    units = read_units(text, span.start, span.end)
    if units is None:
        return False
    words = text[units.resumes : span.end]
    at = units.resumes + len(words) - len(words.lstrip())
    return NOT_DUTY.match(text, at, span.end) is not None and not _CHARGED_WITH.match(text, at)
