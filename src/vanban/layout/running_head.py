"""What is printed on every page and is no part of the text: its number, its running head."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from vanban.layout.line import Line
from vanban.layout.marker import marker_of
from vanban.rules.pattern import placed

_PAGE_NUMBER = placed(
    r"\d{1,3}|[-–]\s*\d{1,3}\s*[-–]|(?:Trang|trang|Page)\s+\d{1,3}(?:\s*/\s*\d{1,3})?|\d{1,3}\s*/\s*\d{1,3}"
)
# A head runs over so many pages at least, has so many words, and is no longer than a line.
_PAGES, _WORDS, _LONGEST = 2, 3, 110


def is_page_number(line: Line) -> bool:
    """Whether a line holds nothing but the number of its page."""
    return line.text[0] in "0123456789-–TtP" and _PAGE_NUMBER.fullmatch(line.text) is not None


def without_running_heads(text: str, lines: Sequence[Line]) -> list[Line]:
    """The lines, without those that begin one page after another with the same words."""
    first = [at for at in range(1, len(lines)) if _begins_page(text, lines, at)]
    said = Counter(lines[at].text for at in first)
    heads = {at for at in first if said[lines[at].text] >= _PAGES}
    return [line for at, line in enumerate(lines) if at not in heads] if heads else list(lines)


def _begins_page(text: str, lines: Sequence[Line], at: int) -> bool:
    """Whether a line that may be a head stands at the top of a page: after its break or number."""
    line = lines[at]
    return (
        _follows_a_page(text, lines, at)
        and len(line.text) <= _LONGEST
        and len(line.text.split()) >= _WORDS
        and not marker_of(line)
    )


def _follows_a_page(text: str, lines: Sequence[Line], at: int) -> bool:
    before, line = lines[at - 1], lines[at]
    if is_page_number(before):
        # A bare number may number a row; one between dashes, or after a break, numbers a page.
        return not before.text.isdigit() or (
            at > 1 and "\f" in text[lines[at - 2].end : line.start]
        )
    return "\f" in text[before.end : line.start]
