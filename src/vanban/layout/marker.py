"""The printed numbering of a line: "II.", "1.1.", "a)", "-", "Điều 3."."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from vanban.layout.line import Line
from vanban.rules import Rule, rules
from vanban.rules.needs_parts import REACH
from vanban.rules.sieve import Choice

# Nearly every line begins with a letter of the running sentence: one look at it is enough.
_FIRST = frozenset('0123456789-–—−•●▪■◦·+("“PCMĐNKIVXABDEFGHLQRSTUOabcdđefghijklmnopqrstuvwxyz')
_LETTER_MARK = frozenset(".)/-– ")


@dataclass(frozen=True, slots=True)
class Marker:
    """`label` as printed; `rank` its depth; `form` how the label stands in a path; `end` where it ends."""

    rule: str
    label: str
    rank: int
    form: str
    start: int
    end: int

    @property
    def is_bullet(self) -> bool:
        return self.rank >= 12


@cache
def _numbering() -> Choice[tuple[Rule, int, str]]:
    return Choice(
        (rule.pattern, (rule, int(rule.extra["rank"]), str(rule.extra["form"])))
        for rule in rules("numbering")
    )


def marker_of(line: Line) -> Marker | None:
    """The marker that the line begins with, if any."""
    text = line.text
    if text[0] not in _FIRST or (
        text[0].isalpha() and len(text) > 1 and text[1].islower() and text[:2] not in _WORDS
    ):
        return None
    for rule, rank, form in _numbering()[text[:REACH]]:
        found = rule.pattern.match(text)
        if found:
            label = found["label"]
            start = found.start("label")
            return Marker(rule.id, label, rank, form, line.start + start, line.start + found.end())
    return None


_WORDS = frozenset({"Ph", "Ch", "Mụ", "Đi", "Nă", "Kh", "kh"})
