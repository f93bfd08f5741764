"""The schedule of sơ kết and tổng kết over years, and what in it cannot be right. Pure.

"Sơ kết 5 năm thực hiện Chỉ thị số …, ngày 09-01-2016" says of itself when it should come: 2021.
A row that comes a year early or late against its own title, or whose day had passed when the
document was issued, stands out; whether it is wrong is for a person to say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import regex

Kind = Literal["preliminary", "final"]

_TITLE = regex.compile(
    r"(?<!\p{L})(?P<kind>sơ|tổng)\s+kết(?:\s+(?P<years>\d{1,2}|một|hai|ba|bốn|năm|sáu|bảy|tám"
    r"|chín|mười)\s+năm)?(?!\p{L})",
    regex.IGNORECASE,
)
# The document under review is the first dated one after the title; else a year that is named.
_DATED = regex.compile(r"ngày\s+\d{1,2}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*(?P<year>(?:19|20)\d\d)")
_LONG_DATED = regex.compile(
    r"ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+(?P<year>(?:19|20)\d\d)", regex.IGNORECASE
)
_WORDS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
    "mười": 10,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Review:
    """A review that a document asks for. `years` and `since` are what its title says, None where
    it does not; `due` the days it is due; `passed_at_issue` whether its last day had passed."""

    kind: Kind
    text: str
    due: tuple[date, ...]
    years: int | None
    since: int | None
    passed_at_issue: bool

    @property
    def expected(self) -> int | None:
        """The year that its own title gives."""
        if self.years is None or self.since is None:
            return None
        return self.since + self.years

    @property
    def off_by(self) -> int | None:
        """Years late (positive) or early (negative) against its own title; None: it cannot be
        said. 0: as it should be."""
        if self.expected is None or not self.due:
            return None
        return self.due[-1].year - self.expected

    @property
    def stands_out(self) -> bool:
        return self.passed_at_issue or bool(self.off_by)

    @property
    def year(self) -> int | None:
        return self.due[-1].year if self.due else None


def review_of(text: str, due: Sequence[date], issued_on: date | None) -> Review | None:
    """The review that a duty asks for; None if it begins with no sơ kết or tổng kết of its own."""
    words = " ".join(text.split())
    title = _TITLE.search(words[:200])
    if title is None:
        return None
    rest = words[title.end() :]
    dates = [found for found in (_DATED.search(rest), _LONG_DATED.search(rest)) if found]
    first = min(dates, key=lambda found: found.start(), default=None)
    days = tuple(sorted(due))
    return Review(
        "preliminary" if title["kind"].lower() == "sơ" else "final",
        words,
        days,
        _number(title["years"]),
        int(first["year"]) if first else None,
        bool(days) and issued_on is not None and days[-1] < issued_on,
    )


def _number(said: str | None) -> int | None:
    if said is None:
        return None
    return int(said) if said.isdigit() else _WORDS[said.lower()]
