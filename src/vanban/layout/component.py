"""The rules of the formal components, and the kinds of document as headings name them."""

from __future__ import annotations

from functools import cache

import regex

from vanban.rules import Rule, rules, table
from vanban.rules.alternation import one_of
from vanban.rules.pattern import compiled
from vanban.text.bare import bare


@cache
def rule(name: str) -> Rule:
    """One rule of the family `header` by the second half of its id."""
    return next(row for row in rules("header") if row.id == f"header.{name}")


@cache
def titles() -> regex.Pattern[str]:
    """A kind of document at the beginning of a line, longest name first."""
    names = sorted(
        (kind["name"] for kind in table("kinds")["kinds"] if kind.get("title", True)),
        key=len,
        reverse=True,
    )
    spaced = "|".join(name.replace(" ", r"\s+") for name in names)
    joint = r"(?:\s+liên\s+(?:ngành|tịch))?"
    return compiled(rf"(?P<kind>(?:{spaced}){joint})(?!\p{{L}})\s*(?P<rest>.*)", regex.IGNORECASE)


# «TM. Ban Thường vụ», as a web page copies it: short, and with nothing after it.
_SMALL_AUTHORITY = compiled(
    r"(?:TM|KT|TL|TUQ|T/M|K/T|T/L)\s*[./]?\s+\p{Lu}\p{L}*(?:\s+\p{L}+){0,7}$"
)


def begins_body(text: str) -> bool:
    """Whether the name of a body begins here, in capitals or not."""
    return _bodies().match(text) is not None


@cache
def _bodies() -> regex.Pattern[str]:
    return compiled(rf"(?:{one_of(table('issuers')['heads'])})(?!\p{{L}})", regex.IGNORECASE)


def is_authority(text: str) -> bool:
    """Whether a line says for whom the signer signs."""
    if rule("authority").pattern.match(text):
        return True
    small = text[:1] in "TK" and _SMALL_AUTHORITY.match(text)
    return bool(small) and rule("authority").pattern.match(text.upper()) is not None


def without_marks(text: str) -> str:
    """The letters alone, in small letters: a scan loses marks before it loses letters."""
    return " ".join(bare(text).split())


@cache
def bare_titles() -> dict[str, str]:
    names = (kind["name"] for kind in table("kinds")["kinds"] if kind.get("title", True))
    return {without_marks(name): name for name in names}


def kind_at_end(text: str) -> bool:
    """Whether a line ends with the name of a kind, whose number then comes next."""
    words = text.lower().split()
    return any(" ".join(words[-length:]) in _kinds() for length in (1, 2, 3) if len(words) > length)


@cache
def _kinds() -> frozenset[str]:
    return frozenset(kind["name"] for kind in table("kinds")["kinds"])


def kind_named(text: str) -> str | None:
    """The kind that a heading names, marks lost by a scan put back."""
    found = titles().match(text)
    if found:
        return " ".join(found["kind"].lower().split())
    return bare_titles().get(without_marks(text))
