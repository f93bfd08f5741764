"""The body that issued a cited document: the name after "của", "giữa", and the term after it.

A name is capitalised words, each with at most one small syllable ("Thủ tướng", "Bộ Tài chính"), and
the small words that names of bodies are made of (`rules/issuers.toml`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from vanban.facts.prose import cased
from vanban.model import Span
from vanban.rules import table
from vanban.rules.alternation import one_of
from vanban.rules.pattern import compiled

_TERM = r"\s*(?:\(\s*(?:khóa|nhiệm\s+kỳ)\s+(?P<term>[IVXL]+)\s*\)|,?\s+khóa\s+(?P<term>[IVXL]+)\b)"

# Posts of the state that no place follows.
_HELD = compiled(
    r"(?P<post>(?:Phó\s+)?Thủ\s+tướng\s+Chính\s+phủ|(?:Phó\s+)?Chủ\s+tịch\s+(?:Quốc\s+hội|nước)|Tổng\s+Bí\s+thư)(?:\s+\p{Lu}\p{L}*){2,5}"
)


@dataclass(frozen=True, slots=True)
class Issuer:
    """`name` on one line; `span` of the name; `end` after its term ("khóa XIII")."""

    name: str
    span: Span
    end: int


def after_of(text: str, at: int, end: int) -> Issuer | None:
    """The issuer that "của", "giữa" or "do" at this place introduces."""
    found = _introduced().match(text, at, end)
    if found:
        name = without_person(" ".join(found["name"].split()))
        return Issuer(name, Span(*found.span("name")), found.end())
    found = _in_capitals().match(text, at, end)
    if found is None or not found["name"].isupper():
        return None
    return Issuer(cased(found["name"]), Span(*found.span("name")), found.end())


def without_person(name: str) -> str:
    """The post without who holds it: nothing but a person comes after «Thủ tướng Chính phủ»."""
    found = _HELD.fullmatch(name)
    return found["post"] if found else name


def name_at(text: str, at: int, end: int) -> Span | None:
    """The name of a body that begins exactly here."""
    found = _name().match(text, at, end)
    return Span(*found.span("name")) if found else None


@cache
def name_pattern() -> str:
    """The pattern of one name, or of several joined by "và" ("Ban A và Ban B")."""
    words = table("issuers")
    inside = one_of(words["inside"])
    fixed = one_of([*words["fixed"], *table("units")["field"]])
    stop = one_of(words["stop"])
    kinds = one_of(kind["name"].capitalize() for kind in table("kinds")["kinds"])
    capital = rf"(?!(?:{kinds}|Ban\s+hành|V/v|Về|Quy\s+định)(?!\p{{L}}))\p{{Lu}}\p{{L}}*(?:&\p{{Lu}}\p{{L}}*)?"
    small = rf"(?:\s+(?!(?:{stop}|{inside})(?!\p{{L}}))\p{{Ll}}+(?!\p{{L}}))?"
    # "Ủy ban" holds the small word at which every other name ends ("ban hành").
    # «Hội nghị lần thứ Sáu Ban Chấp hành Trung ương Đảng»
    word = rf"(?:Hội\s+nghị\s+lần\s+thứ\s+\p{{L}}+(?!\p{{L}})|[ỦU]y\s+ban(?!\s+hành)(?!\p{{L}})|(?:{fixed})(?!\p{{L}})|{capital}{small}|(?<=(?:Quận|Phường|Khu|[Qq]uân\s+khu)\s+)\d{{1,2}}(?![\d/.])|(?:{inside})(?!\p{{L}}))"
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
def _in_capitals() -> regex.Pattern[str]:
    """The same in a title in capitals, where no small letter tells a name: from the head of a body
    to the first word that names of bodies do not hold."""
    words = table("issuers")
    post = one_of(post.upper() for post in words["posts"]["heads"])
    heads = one_of(head.upper() for head in [*words["heads"], "Thường vụ"])
    inside = one_of(word.upper() for word in words["inside"])
    stop = one_of(word.upper() for word in words["stop"])
    word = rf"(?:(?:{inside})(?!\p{{L}})|(?!(?:{stop})(?!\p{{L}}))\p{{Lu}}+(?!\p{{L}}))"
    return compiled(
        rf"\s*,?\s*CỦA\s+(?P<name>(?:{post}\s+)?(?:{heads})(?!\p{{L}})(?:\s+{word}){{0,14}})(?:{_TERM.replace('khóa', 'KHÓA').replace('nhiệm', 'NHIỆM').replace('kỳ', 'KỲ')})?"
    )


@cache
def _name() -> regex.Pattern[str]:
    return compiled(rf"(?P<name>{name_pattern()})")


@cache
def heads_pattern() -> str:
    """The first words of names of bodies that issue documents."""
    return one_of(table("issuers")["heads"])
