"""Who is asked: "Đề nghị UBND tỉnh, Sở Y tế quan tâm …" asks two bodies.

The list runs from the request to the first word of what is asked; bodies that the asked body
shall direct ("chỉ đạo các ngành …") come after it and are not asked.
"""

from __future__ import annotations

from functools import cache

import regex

from vanban.model import Span
from vanban.rules import Rule, rules, table

_LONGEST = 220
_LINK = regex.compile(r"\s*(?:(?:với|đối\s+với|đến|tới|gửi|rằng|:)\s+)?", regex.IGNORECASE)


def asked_in(text: str, span: Span) -> tuple[str, ...]:
    """The bodies asked in this statement, as written; empty when none is named."""
    for request in asking_rule().pattern.finditer(text, span.start, span.end):
        start = _LINK.match(text, request.end(), span.end).end()  # type: ignore[union-attr]
        if not _opening().match(text, start, span.end):
            continue
        act = _act().search(text, start, min(span.end, start + _LONGEST))
        if act:
            return bodies(text[start : act.start()])
    return ()


def bodies(words: str) -> tuple[str, ...]:
    """The bodies in a list; a piece that names none belongs to the name before it."""
    words = " ".join(words.split()).strip(" ,;:")
    if _persons().match(words):
        return (words,)
    found: list[str] = []
    start = 0
    for join in _join().finditer(words):
        if _head().match(words, join.end()):
            found.append(words[start : join.start()])
            start = join.end()
    found.append(words[start:])
    return tuple(name for one in found if (name := one.strip(" ,;")))


@cache
def asking_rule() -> Rule:
    return next(rule for rule in rules("petition") if rule.id == "petition.asking")


@cache
def _head() -> regex.Pattern[str]:
    return _any(table("petition")["asked"]["heads"])


@cache
def _opening() -> regex.Pattern[str]:
    asked = table("petition")["asked"]
    return _any([*asked["heads"], *asked["tiers"]])


@cache
def _act() -> regex.Pattern[str]:
    """Small letters only: "quan tâm đầu tư" is an act, "Sở Kế hoạch và Đầu tư" is a name."""
    acts = _words(table("petition")["asked"]["acts"])
    return regex.compile(
        rf"(?<=[\s,])(?<!\b[Ss]ở\s|\b[Bb]ộ\s|\b[Pp]hòng\s|\b[Bb]an\s|\b[Nn]gành\s)"
        rf"(?!có\s+(?:liên\s+quan|thẩm\s+quyền))(?:{acts})\b"
        rf"|[.;(:]|\bvà\s+(?=(?:{acts})\b)"
    )


@cache
def _join() -> regex.Pattern[str]:
    return regex.compile(
        rf"\s*,\s*(?:(?:{_words(table('petition')['asked']['joins'])})\s+)?|"
        rf"\s+(?:{_words(table('petition')['asked']['joins'])})\s+",
        regex.IGNORECASE,
    )


@cache
def _persons() -> regex.Pattern[str]:
    """Delegates and candidates are asked together: "những ứng cử viên A và đại biểu B"."""
    return regex.compile(
        r"(?:những|các|các\s+vị)\s+(?:\p{L}+\s+)?(?:ứng\s+cử\s+viên|người\s+ứng\s+cử|đại\s+biểu)\b",
        regex.IGNORECASE,
    )


def _any(words: list[str]) -> regex.Pattern[str]:
    return regex.compile(rf"(?:{_words(words)})\b", regex.IGNORECASE)


def _words(words: list[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(r"\s+".join(map(regex.escape, word.split())) for word in longest_first)
