"""Several documents in one file: the next one begins where its letterhead begins."""

from __future__ import annotations

from collections.abc import Sequence

from vanban.layout.component import rule, titles
from vanban.layout.flattened import head_columns
from vanban.layout.line import Line
from vanban.layout.outside import is_table
from vanban.rules.pattern import compiled

_LETTERHEAD = 14
_DIGIT = compiled(r"\d")


def beginnings(lines: Sequence[Line]) -> list[int]:
    """The index of the first line of each document; the first is always 0."""
    out = [0]
    signs = [(at, sign) for at, line in enumerate(lines) if (sign := _sign(line))]
    at = 0
    while at < len(signs):
        first = signs[at][0]
        group = {sign for line, sign in signs[at : at + 8] if line <= first + _LETTERHEAD}
        start = _up(lines, first, out[-1])
        body = first - out[-1] > _LETTERHEAD
        headless = len(out) == 1 and first == signs[0][0]
        apart = headless and (is_last(lines, start) or is_table(lines[:start]))
        if body and _is_letterhead(group) and not apart:
            out.append(start)
        last = first + _LETTERHEAD
        while at < len(signs) and signs[at][0] <= last:
            at += 1
    return out


def is_last(lines: Sequence[Line], start: int) -> bool:
    """Whether nothing follows the letterhead that begins here: a copy may put it behind its text."""
    rest = lines[start:]
    return len(rest) <= _LETTERHEAD and all(_sign(line) or _belongs(line) for line in rest)


def letterhead_behind(lines: Sequence[Line]) -> int:
    """Where the letterhead begins that stands behind a text without one, else the end."""
    if not any(map(_sign, lines[-_LETTERHEAD:])):
        return len(lines)
    signs = [at for at, line in enumerate(lines) if _sign(line)]
    if signs[0] <= _LETTERHEAD:
        return len(lines)
    start = _up(lines, signs[0], 0)
    group = {sign for at in signs if (sign := _sign(lines[at]))}
    return start if _is_letterhead(group) and is_last(lines, start) else len(lines)


def _sign(line: Line) -> str | None:
    """What in a line speaks for a letterhead: the motto, a number of issue, a date of issue."""
    if len(line.text) > 160 or line.text[0] in "-+•":
        return None
    for piece in head_columns(line):
        text = piece.text
        if text[0] in "CĐ" and rule("motto").pattern.match(text):
            return "motto"
        if text[0] in "Ss" and rule("number").pattern.match(text):
            return "number" if _DIGIT.search(text.partition("/")[0].partition("-")[0]) else "form"
        if "ngày" in text and (found := rule("date").pattern.match(text)):
            return "date" if found["day"].strip().isdigit() else "form"
    return None


def _is_letterhead(group: set[str]) -> bool:
    """A number of issue together with the motto or a date; a form to fill in has blanks instead."""
    return "number" in group and bool(group & {"motto", "date"})


def _up(lines: Sequence[Line], at: int, floor: int) -> int:
    """The first line of the letterhead that holds line `at`: capitals and bars go with it."""
    while at > floor + 1 and _belongs(lines[at - 1]):
        at -= 1
    return at


def _belongs(line: Line) -> bool:
    text = line.text
    if rule("authority").pattern.match(text) or rule("post").pattern.match(text):
        return False
    return (
        text == "|"
        or rule("motto").pattern.match(text) is not None
        or (text.isupper() and len(text) < 100 and not titles().match(text))
    )
