"""Printed lines: what stands between two newlines, without its outer blanks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from vanban.model import Span
from vanban.rules.pattern import compiled

_LINE = compiled(r"\S[^\n\f]*")
_COLUMNS = compiled(r"[ ]*\t[\t ]*|[ ]{3,}")
# Room left for a number or a day to be written by hand is no gap between columns.
_BLANK_TO_FILL = compiled(r"(?:Số\s*:?|(?:ngày|tháng)(?:\s*\d{1,2})?)$", regex.IGNORECASE)
_WIDEST_DAY = 10
_TRAILING = " \t\u00a0"
# «3.», «IV.», «Chương», «Điều»: printed numbering whose own words stand on the next line.
_NUMBER_ALONE = compiled(
    r"[(“\"]?(?:Điều|ĐIỀU|Chương|CHƯƠNG|Mục|MỤC|(?:(?:Điều|ĐIỀU|Khoản)\s+)?\d{1,2}\s*[.)]|\d{1,2}\.\d{1,2}\.?|[IVX]{1,5}\s*[.)-]|[a-zđ]\))"
)
_NUMBER_BELOW = compiled(r"(?:\d{1,3}[a-zđ]?\s*[.:]|[IVXLC]{1,7}\b)")


@dataclass(frozen=True, slots=True)
class Line:
    """One line. `gap` counts the empty lines before it; `column` its place in a row of columns."""

    start: int
    end: int
    text: str
    gap: int = 0
    column: int = 0

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def is_capitals(self) -> bool:
        """Whether every letter is a capital ("KẾ HOẠCH")."""
        return self.text.isupper()


def lines_of(text: str) -> list[Line]:
    """Every line that holds something, in order."""
    out: list[Line] = []
    at = 0
    for found in _LINE.finditer(text):
        words = found.group().rstrip(_TRAILING)
        start = found.start()
        end = start + len(words)
        out.append(Line(start, end, words, max(0, text.count("\n", at, start) - 1)))
        at = end
    return out


def joined(lines: Sequence[Line]) -> Line:
    """Several lines as one; each letter keeps its place."""
    first, last = lines[0], lines[-1]
    text = first.text
    for line in lines[1:]:
        text += " " * (line.start - first.start - len(text)) + line.text
    return Line(first.start, last.end, text, first.gap, first.column)


def numbers_joined(lines: list[Line]) -> list[Line]:
    """The same lines, where a number that stands alone leads the words printed under it."""
    out: list[Line] = []
    for line in lines:
        # «(GIAI ĐOẠN», «II)» is no number of a part.
        closes = len(out) > 1 and out[-2].text.count("(") > out[-2].text.count(")")
        if out and _leads(out[-1], line) and not closes:
            out.append(joined((out.pop(), line)))
        else:
            out.append(line)
    return out


def _leads(number: Line, line: Line) -> bool:
    """Whether the line is what the number above it numbers: nothing empty stands between them."""
    if line.gap or len(number.text) > 12 or not _NUMBER_ALONE.fullmatch(number.text):
        return False
    if number.text[-1].isalpha():
        return _NUMBER_BELOW.match(line.text) is not None
    return line.text[0].isalpha() or line.text[0] in '“"('


def columns_of(line: Line) -> list[Line]:
    """A line set in columns (letterhead, recipients beside the signature) as one line each."""
    if "\t" not in line.text and "   " not in line.text:
        return [line]
    out, at = [], 0
    cuts = [
        found.span()
        for found in _COLUMNS.finditer(line.text)
        if not _BLANK_TO_FILL.search(line.text, max(0, found.start() - _WIDEST_DAY), found.start())
    ]
    for column, (start, end) in enumerate([*cuts, (len(line.text), len(line.text))]):
        if start > at:
            words = line.text[at:start]
            out.append(Line(line.start + at, line.start + start, words, line.gap, column))
        at = end
    return out
