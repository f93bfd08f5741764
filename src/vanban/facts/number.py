"""Numbers as official writing has them: "05", "1.330", "trên 1.000", "1.234,5", "9/12"."""

from __future__ import annotations

import regex

from vanban.rules.pattern import compiled

COUNT = r"(?<![\p{L}\d.,/])(?:\d{1,3}(?:\.\d{3})+|\d+)(?![\d/%\p{L}]|[.,]\d)"
"""A whole count, never a piece of a date, a decimal, a share or a symbol."""

_LOWER_BOUND = compiled(r"(?:trên|hơn|ít\s+nhất|tối\s+thiểu|không\s+dưới)\s+$", regex.IGNORECASE)
_GROUPED = compiled(r"\d{1,3}(?:\.\d{3})+|\d+")
_DECIMAL = compiled(r"(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?")


def parse_count(text: str) -> int | None:
    """The whole number written, with points between thousands; None when it is none."""
    text = text.strip()
    return int(text.replace(".", "")) if _GROUPED.fullmatch(text) else None


def say_count(value: int, *, width: int = 2) -> str:
    """As official writing has it: two digits at least, points between thousands."""
    return f"{value:,}".replace(",", ".") if value >= 10 else f"{value:0{width}d}"


def parse_decimal(text: str) -> float | None:
    """A number with a decimal comma ("41,97") or without; None when it is none."""
    found = _DECIMAL.fullmatch(text.strip())
    if not found:
        return None
    whole, fraction = found.groups()
    return float(f"{whole.replace('.', '')}.{fraction or 0}")


def is_lower_bound(text: str, start: int) -> bool:
    """Whether the number that starts here is only a floor ("trên 1.000 cử tri")."""
    return bool(_LOWER_BOUND.search(text, max(0, start - 16), start))
