"""Names printed in capitals, written as the running text writes them."""

from __future__ import annotations

from functools import cache

import regex

from vanban.layout.page import Layout
from vanban.rules import table

_PLACE = regex.compile(
    r"(?<!\p{L})(?:tỉnh|thành\s+phố|huyện|quận|thị\s+xã|thị\s+trấn|xã|phường|đặc\s+khu|Tỉnh\s+ủy|Thành\s+ủy)\s+(?P<name>\p{Ll}[\p{L}\s\-']*)$"
)


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
    return _cased(name)


def _cased(name: str) -> str:
    words = name.lower()
    words = _heads().sub(lambda found: _spelling()[" ".join(found.group().split())], words)
    words = _PLACE.sub(
        lambda found: found.group().replace(found["name"], found["name"].title()), words
    )
    return words[:1].upper() + words[1:]


@cache
def _spelling() -> dict[str, str]:
    heads = [
        *table("issuers")["heads"],
        "Mặt trận Tổ quốc",
        "Việt Nam",
        "Dân vận",
        "Tuyên giáo",
        "Nội vụ",
    ]
    return {head.lower(): head for head in heads}


@cache
def _heads() -> regex.Pattern[str]:
    heads = "|".join(sorted(map(regex.escape, _spelling()), key=len, reverse=True))
    return regex.compile(rf"(?<!\p{{L}})(?:{heads})(?!\p{{L}})")
