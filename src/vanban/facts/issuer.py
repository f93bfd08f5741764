"""The body that issued a cited document: the name after "của", "giữa", and the term after it.

A name is capitalised words, each with at most one small syllable ("Thủ tướng", "Bộ Tài chính"), and
the small words that names of bodies are made of (`rules/issuers.toml`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from vanban.model import Span
from vanban.rules import table
from vanban.rules.alternation import one_of
from vanban.rules.pattern import compiled

_TERM = r"\s*(?:\(\s*(?:khóa|nhiệm\s+kỳ)\s+(?P<term>[IVXL]+)\s*\)|,?\s+khóa\s+(?P<term>[IVXL]+)\b)"


@dataclass(frozen=True, slots=True)
class Issuer:
    """`name` on one line; `span` of the name; `end` after its term ("khóa XIII")."""

    name: str
    span: Span
    end: int


def after_of(text: str, at: int, end: int) -> Issuer | None:
    """The issuer that "của", "giữa" or "do" at this place introduces."""
    found = _introduced().match(text, at, end)
    if not found:
        return None
    return Issuer(" ".join(found["name"].split()), Span(*found.span("name")), found.end())


def name_at(text: str, at: int, end: int) -> Span | None:
    """The name of a body that begins exactly here."""
    found = _name().match(text, at, end)
    return Span(*found.span("name")) if found else None


@cache
def name_pattern() -> str:
    """The pattern of one name, or of several joined by "và" ("Ban A và Ban B")."""
    words = table("issuers")
    inside = one_of(words["inside"])
    comma = one_of(words["with_comma"])
    stop = one_of(words["stop"])
    kinds = one_of(kind["name"].capitalize() for kind in table("kinds")["kinds"])
    capital = rf"(?!(?:{kinds}|Ban\s+hành|V/v|Về|Quy\s+định)(?!\p{{L}}))\p{{Lu}}\p{{L}}*"
    small = rf"(?:\s+(?!(?:{stop}|{inside})(?!\p{{L}}))\p{{Ll}}+(?!\p{{L}}))?"
    # "Ủy ban" holds the small word at which every other name ends ("ban hành").
    word = rf"(?:[ỦU]y\s+ban(?!\s+hành)(?!\p{{L}})|(?:{comma})(?!\p{{L}})|{capital}{small}|(?:{inside})(?!\p{{L}}))"
    joined = r"(?:\s+|\s*[-–]\s*(?=\p{Lu})|\s+và\s+(?=\p{Lu}))"
    return rf"(?=\p{{Lu}}){word}(?:{joined}{word}){{0,24}}"


@cache
def post_pattern() -> str:
    """A post before the body it heads: "Phó Chủ tịch Thường trực " of "… UBND tỉnh"."""
    heads = one_of(table("issuers")["posts"]["heads"])
    return rf"(?:Phó\s+)?(?:{heads})(?:\s+[Tt]hường\s+trực)?\s+"


@cache
def person_pattern() -> str:
    """Who speaks for the body that comes next: "đồng chí Trần Văn B, Phó Bí thư " of "… Tỉnh ủy"."""
    member = one_of(table("issuers")["posts"]["membership"])
    return (
        r"(?:đồng\s+chí|đ/c|[ôÔ]ng|[bB]à)\s+(?:\p{Lu}\p{L}*(?:\s+\p{Lu}\p{L}*){1,4}\s*[,–-]\s*)?"
        rf"(?:(?:{member})(?!\p{{L}})[^,;.()]{{0,60}},\s*)?{post_pattern()}"
    )


@cache
def _introduced() -> regex.Pattern[str]:
    return compiled(
        rf"\s*,?\s*(?:của|giữa|do)\s+(?:{person_pattern()}(?={heads_pattern()}))?(?P<name>{name_pattern()})(?:{_TERM})?"
    )


@cache
def _name() -> regex.Pattern[str]:
    return compiled(rf"(?P<name>{name_pattern()})")


@cache
def heads_pattern() -> str:
    """The first words of names of bodies that issue documents."""
    return one_of(table("issuers")["heads"])
