"""Cut the opinions out of minutes: proposed by the reader, confirmed by a person."""

from __future__ import annotations

from dataclasses import dataclass

import regex

import vanban
from gandan.kernel.refusal import Refused
from vanban import Rejected
from vanban.facts.petition_words import rule

_LABEL = regex.compile(r"^\s*(?:[-–+*•]|\(?\d{1,3}[.)]|[a-zđ][.)])\s*")
_SAID_BY = regex.compile(
    r"^(?:Ý kiến (?:của )?)?(?:cử tri|ông|bà|anh|chị)\s[^:.]{2,60}:\s*", regex.IGNORECASE
)
SHORTEST = 20
MOST = 200


@dataclass(frozen=True, slots=True)
class Cut:
    """`is_sure`: the reader took it for a petition; else only its words ask for something."""

    text: str
    is_sure: bool


def opinions_in(data: bytes, name: str) -> list[Cut]:
    """What people said by these minutes, in their order, without who said it. Raises Refused if the
    file cannot be read."""
    try:
        reading = vanban.read(data, name)
    except Rejected as error:
        raise Refused(str(error)) from error
    sure = [
        (one.span.start, one.text)
        for document in reading.documents
        for one in document.petitions
        if not one.general_wish
    ]
    asking = rule("request").pattern
    at, likely = 0, []
    for line in reading.text.splitlines(keepends=True):
        if len(line.strip()) >= SHORTEST and asking.search(line) and not line.strip().endswith(":"):
            likely.append((at, line.strip()))
        at += len(line)
    spans = [(start, start + len(text)) for start, text in sure]
    rest = [one for one in likely if not any(a <= one[0] + 5 < b for a, b in spans)]
    cuts = [(start, Cut(nameless(text), is_sure=True)) for start, text in sure]
    cuts += [(start, Cut(nameless(text), is_sure=False)) for start, text in rest]
    found: dict[str, Cut] = {}
    for _, one in sorted(cuts, key=lambda pair: pair[0]):
        found.setdefault(one.text, one)
    return list(found.values())[:MOST]


def nameless(text: str) -> str:
    """ "1. Ông Nguyễn Văn A, thôn Bãi: Đề nghị sửa cầu" → "Đề nghị sửa cầu": nobody's opinion."""
    said = " ".join(_LABEL.sub("", text).split())
    cut = _SAID_BY.sub("", said)
    before, colon, after = cut.partition(":")
    if colon and len(before) < 60 and rule("request").pattern.search(after):
        cut = after.strip()
    return cut[:1].upper() + cut[1:]
