"""Names printed in capitals, written as the running text writes them."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache

import regex

from vanban.layout.page import Layout
from vanban.rules import table
from vanban.rules.alternation import one_of
from vanban.rules.pattern import compiled
from vanban.text.bare import bare

_PLACE = compiled(
    r"(?<!\p{L})(?:tỉnh|thành\s+phố|huyện|quận|thị\s+xã|thị\s+trấn|xã|phường|đặc\s+khu|tỉnh\s+ủy|thành\s+ủy)\s+(?P<name>(?!ủy(?!\p{L}))\p{Ll}[\p{L}\s\-']*)$"
)

# A field of work begins with a capital after the type of body that works in it.
_FIELD = compiled(
    r"(?<!\p{L})(?:Sở|Bộ|Phòng|Ban|Tiểu ban|Hội|Cục|Viện|Trung tâm)\s+(?!(?:đồng|kiểm\s+sát)(?!\p{L}))\p{Ll}"
)


# «LHPN», «CTĐ»: no syllable is without a vowel.
_LETTERS_ALONE = compiled(r"(?<!\p{L})[bcdđghklmnpqrstvx]{2,}(?!\p{L})", regex.IGNORECASE)

# A scan loses marks: so far into the document its issuer is looked for without them.
_OPENING = 6_000
_AT_LEVEL = r"\s+(?:tỉnh|thành\s+phố|huyện|xã|phường|đặc\s+khu)(?!\p{L})(?:\s+\p{Lu}\p{Ll}+){0,4}"


def in_prose(page: Layout, name: str) -> str:
    """The name as the document itself writes it in a sentence, else by the rules for capitals."""
    name = " ".join(name.split())
    if not name.isupper():
        return name
    pattern = regex.compile(r"\s+".join(map(regex.escape, name.split())), regex.IGNORECASE)
    for found in pattern.finditer(page.text, page.span.start, page.span.end):
        words = " ".join(found.group().split())
        if not words.isupper() and words[0].isupper():
            return words
    spelled = Counter(" ".join(page.text[start:end].split()) for start, end in _places(page, name))
    for words, times in spelled.most_common():
        in_small = not words.isupper() and words[0].isupper()
        if in_small and (times > 1 or _marks(words) > _marks(name)):
            return words
    return cased(name)


def _marks(words: str) -> int:
    """How many marks the letters bear, two on «ộ»: a scan loses one before it loses both."""
    return len(unicodedata.normalize("NFD", words.lower().replace("đ", "d\u0335"))) - len(words)


def in_own_order(page: Layout, name: str) -> str | None:
    """The name with its level, where the document says what its issuer does («Ban Chỉ huy quân sự
    xã xây dựng kế hoạch» under "BAN CHỈ HUY QUÂN SỰ")."""
    for start, end in _places(page, name):
        found = _does().match(page.text, end, page.span.end)
        if found and page.text[start].isupper():
            return " ".join(page.text[start : found.end("level")].split())
    return None


def _places(page: Layout, name: str) -> Iterator[tuple[int, int]]:
    """Where the opening of the document has the letters of the name, whatever their marks."""
    begin = page.span.start
    said = bare(page.text[begin : min(page.span.end, begin + _OPENING)])
    words = r"\s+".join(map(regex.escape, bare(name).split()))
    for found in regex.finditer(rf"(?<!\p{{L}}){words}(?!\p{{L}})", said):
        yield begin + found.start(), begin + found.end()


@cache
def _does() -> regex.Pattern[str]:
    verbs = one_of(sorted(table("issuers")["performs"], key=len, reverse=True))
    return compiled(rf"(?P<level>{_AT_LEVEL})\s+(?:đã\s+)?(?:{verbs})(?!\p{{L}})")


def cased(name: str) -> str:
    """Capitals where Phụ lục II of NĐ 30/2020 has them: the type of body, its field, its place."""
    words = " ".join(name.lower().split())
    place = _PLACE.search(words)
    cut = place.start("name") if place else len(words)
    body = _heads().sub(lambda found: _spelling()[" ".join(found.group().split())], words[:cut])
    body = _FIELD.sub(lambda found: found.group()[:-1] + found.group()[-1].upper(), body)
    body = _LETTERS_ALONE.sub(lambda found: found.group().upper(), body)
    return body[:1].upper() + body[1:] + words[cut:].title()


@cache
def _spelling() -> dict[str, str]:
    names = table("issuers")
    return {name.lower(): name for name in (*names["heads"], *names["spelling"]["names"])}


@cache
def _heads() -> regex.Pattern[str]:
    heads = "|".join(sorted(map(regex.escape, _spelling()), key=len, reverse=True))
    return compiled(rf"(?<!\p{{L}})(?:{heads})(?!\p{{L}})")
