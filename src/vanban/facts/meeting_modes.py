"""How the meetings of a level were held: the list in brackets behind their number."""

from __future__ import annotations

from vanban.facts.clause import clauses
from vanban.model import Span
from vanban.rules import table
from vanban.rules.pattern import compiled

BRACKET = compiled(r"\([^()]*\)")
_SHARE_OR_COUNT = compiled(r"(?<![\p{L}\d.,/])(\d{1,3}(?:\.\d{3})+|\d+)(?:/\d+)?(?![\d/%])")


def modes_of(said: str) -> dict[str, int]:
    """By mode, from the list in brackets: the count nearest before the words of the mode."""
    modes: dict[str, int] = {}
    for bracket in BRACKET.finditer(said):
        for clause in clauses(said, Span(bracket.start() + 1, bracket.end() - 1), ends=";,"):
            words = clause.of(said)
            number = _SHARE_OR_COUNT.search(words)
            mode = _mode(words)
            if number and mode:
                modes[mode] = modes.get(mode, 0) + int(number.group(1).replace(".", ""))
    return modes


def _mode(words: str) -> str | None:
    folded = " ".join(words.casefold().split())
    rows = table("figure")["mode"]
    return next((row["name"] for row in rows if any(one in folded for one in row["words"])), None)
