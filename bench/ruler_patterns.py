"""Our patterns as a spaCy EntityRuler can hold them: phrases, and rows of conditions on tokens.

Left out is what tokens cannot say: where a name ends by what follows it, brackets and clauses, what a
heading gives to the lines below it, dates as dates. So the ruler does less than the reader.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from vanban.rules import table

Pattern = dict[str, Any]
_FAMILIES = ("named", "plain", "person", "collective", "series", "place", "tail", "stop")
_SYMBOL = r"^\d{1,5}[a-c]?(?:/\d{4})?[-/]\p{L}{1,8}(?:[-/&]\p{L}+)*$".replace(
    r"\p{L}", "[^\\W\\d_]"
)
_SLASHED = r"^\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?[.,;)]?$"
_QUARTER = r"^(?:IV|I{1,3}|[1-4])(?:/20\d\d)?[.,;)]?$"
_COUNT = r"^\d{1,3}(?:\.\d{3})*$"
_DAY, _MONTH, _YEAR = r"^[0-3]?\d$", r"^[01]?\d$", r"^20\d\d[.,;)]?$"


def patterns() -> list[Pattern]:
    """Every row, with its label."""
    units, verbs = table("units"), table("assignment")
    return [
        *(row for family in _FAMILIES for row in _phrases("UNIT", units[family])),
        *_phrases("FIELD", units["field"]),
        *_phrases("KIND", (kind["name"] for kind in table("kinds")["kinds"])),
        *_phrases("VERB", verbs["verbs"]),
        *_phrases("NOT_DUTY", verbs["not_duty"]),
        *_numbers(),
        *_dates(),
        *_times(),
    ]


def _phrases(label: str, said: Iterable[str]) -> Iterator[Pattern]:
    """Words one after another, in the ruler's quickest form; what is a regex and no words is left out."""
    for words in dict.fromkeys(one.lower() for one in said):
        if "\\" not in words and "(" not in words:
            yield {"label": label, "pattern": words}


def _numbers() -> Iterator[Pattern]:
    symbol = {"TEXT": {"REGEX": _SYMBOL}}
    yield _row("NUMBER", symbol)
    yield _row("NUMBER", {"LOWER": {"IN": ["số", "số:"]}}, symbol)
    yield _row("COUNT", _like(_COUNT), {"IS_ALPHA": True})


def _dates() -> Iterator[Pattern]:
    in_words = (_said("tháng"), _like(_MONTH), _said("năm"), _like(_YEAR))
    yield _row("DATE", _said("ngày"), _like(_SLASHED))
    yield _row("DATE", _said("ngày"), _like(_DAY), *in_words)
    yield _row("DATE", *in_words)
    yield _row("DATE", _said("năm"), _like(_YEAR))


def _times() -> Iterator[Pattern]:
    until = {"LOWER": {"IN": ["trước", "hết", "đến", "vào", "trong", "cuối", "xong", "nhất", "là"]}}
    day = (_said("ngày"), _like(_SLASHED))
    yield _row("DEADLINE", until, *day)
    yield _row("DEADLINE", until, _said("ngày"), _like(_DAY), _said("tháng"), _like(_MONTH))
    yield _row("DEADLINE", until, _said("quý"), _like(_QUARTER))
    yield _row("DEADLINE", until, _said("tháng"), _like(_MONTH))
    yield _row("DEADLINE", until, _said("năm"), _like(_YEAR))
    yield _row("DEADLINE", _said("từ"), *day, _said("đến"), *day)
    every = {"LOWER": {"IN": ["hằng", "hàng", "mỗi"]}}
    yield _row("EVERY", every, {"LOWER": {"IN": ["ngày", "tuần", "tháng", "quý", "năm"]}})
    yield _row("EVERY", _said("định"), _said("kỳ"))
    yield _row("EVERY", {"LOWER": "6"}, _said("tháng"))
    yield _row("EVERY", _said("thường"), _said("xuyên"))


def _row(label: str, *tokens: dict[str, Any]) -> Pattern:
    return {"label": label, "pattern": list(tokens)}


def _said(word: str) -> dict[str, Any]:
    return {"LOWER": word}


def _like(pattern: str) -> dict[str, Any]:
    return {"TEXT": {"REGEX": pattern}}
