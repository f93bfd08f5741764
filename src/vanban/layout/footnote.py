"""Footnotes printed at the foot of a page, in the middle of the running text.

A footnote is believed when its number follows the one before it and stands earlier in the text as
a call: a digit glued to a word or a year ("năm 20241", "Tỉnh ủy2").
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from vanban.layout.line import Line
from vanban.layout.marker import marker_of
from vanban.model import Span
from vanban.rules.pattern import compiled

_NOTE = compiled(r"(?P<number>\d{1,2})\s+(?=[\p{Lu}“\"(])")
_REACH, _LONGEST_CALL = 6000, 8


def footnotes(text: str, lines: Sequence[Line], told: Sequence[Span]) -> list[tuple[int, int]]:
    """The footnotes as ranges of lines [first, last)."""
    out = [inside for span in told if (inside := _within(lines, span))]
    taken = {at for first, last in out for at in range(first, last)}
    expected, barren = 1, 0  # up to `barren` the text holds no call of the note expected
    at = 0
    while at < len(lines):
        line = lines[at]
        found = _NOTE.match(line.text) if line.text[0].isdigit() and at not in taken else None
        at += 1
        if not found or int(found["number"]) != expected:
            continue
        if _called(text, line, expected, barren):
            end = _end(lines, at - 1)
            out.append((at - 1, end))
            expected, barren, at = expected + 1, 0, end
        else:
            barren = max(0, line.start - _LONGEST_CALL)
    return sorted(out)


def _within(lines: Sequence[Line], span: Span) -> tuple[int, int] | None:
    inside = [at for at, line in enumerate(lines) if span.start <= line.start < span.end]
    return (inside[0], inside[-1] + 1) if inside else None


def _called(text: str, line: Line, number: int, after: int) -> bool:
    call = regex.compile(rf"(?:[\p{{Ll}})”\"]|(?<!\d)(?:19|20)\d\d){number}(?=[\s;,.:)]|$)")
    return bool(call.search(text, max(after, line.start - _REACH), line.start))


def _end(lines: Sequence[Line], at: int) -> int:
    """A footnote ends with its sentence: a full stop, then another footnote or the text again."""
    end = at + 1
    while end < len(lines) and end < at + 12:
        before, line = lines[end - 1], lines[end]
        if before.text.endswith((".", ";")) and (
            _NOTE.match(line.text)
            or line.text[0].islower()
            or line.gap
            or marker_of(line)
            or len(before.text) < 0.8 * len(lines[at].text)
        ):
            break
        end += 1
    return end
