"""Mentions of documents by their number: kind, "số", number, day, issuer, term of office."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

import regex

from vanban.facts.date import DATE, date_of
from vanban.facts.issuer import Issuer, after_of, name_pattern
from vanban.facts.landmark import Landmarks
from vanban.facts.stretch import Stretch
from vanban.facts.symbol import Symbol, kinds_of, symbols
from vanban.layout.component import bare_titles, without_marks
from vanban.model import Reference, Span
from vanban.rules import table
from vanban.rules.alternation import one_of
from vanban.rules.pattern import compiled, placed
from vanban.text.case import small

# How far before a number its kind may begin ("Chương trình phối hợp liên ngành số").
_BEFORE = 90
_MODIFIER = r"(?:phối\s+hợp|tiếp\s+thu(?:,?\s+giải\s+trình)?|giải\s+trình|thẩm\s+định|tổng\s+hợp|chuyên\s+đề|thuyết\s+minh|hành\s+động|liên\s+tịch|liên\s+ngành|công\s+tác|tổng\s+thể|chi\s+tiết|thẩm\s+tra|giám\s+sát|kiểm\s+tra|kết\s+luận|sửa\s+đổi|bổ\s+sung|thanh\s+tra|kiểm\s+toán)"
_NUMBER_WORD = r"(?:số|sổ|so|sô|sồ)\s*:?"
_ISSUED = compiled(
    rf"\s*,?\s*(?:(?:được\s+)?(?:ban\s+hành|ký)\s+)?(?:(?:cùng\s+)?ngày\s*,?\s*)?{DATE}",
    regex.IGNORECASE,
)
# «Công văn số 16-CV/TU ngày 06/11 của Thường trực Thành ủy»: the year is left out.
_DAY_ALONE = compiled(r"\s*,?\s*ngày\s+\d{1,2}\s?[/-]\s?\d{1,2}(?!\s?[/\d-])(?=\s*,?\s*của\s)")
# Acts of old have a hyphen alone in their number ("số 78-CP").
_WITHOUT_SLASH = compiled(r"[sS][ốỐ]\s*\d{1,4}\s?-\s?[A-ZĐ]{2}")
_AFTERWARDS = compiled(rf"\s*,?\s*(?:ban\s+hành\s+)?ngày\s+{DATE}", regex.IGNORECASE)
_LAW_WORD = compiled(r"(?<!\p{L})(?:Luật|Bộ\s+luật|Pháp\s+lệnh|Nghị\s+quyết)(?!\p{L})")
_LAW = compiled(
    r"(?P<kind>Luật|Bộ\s+luật|Pháp\s+lệnh|Nghị\s+quyết)(?:\s+[^;.()]{2,130}?)?\s*,?\s*(?:số\s*:?\s*)?$"
)
_LONGEST_LAW = 160
_WORD = compiled(r"\p{L}+")
_LIST = compiled(r"\s*(?:,|;|và|,\s*và|hoặc)\s*(?:các\s+)?")


@dataclass(frozen=True, slots=True)
class _Tail:
    end: int
    date: date | None
    issuer: Issuer | None


def numbered(stretch: Stretch) -> list[Reference]:
    """The mentions with a number in one stretch, in order; their role is not yet told."""
    found: list[Reference] = []
    floor = stretch.span.start
    if "/" not in stretch.text[floor : stretch.span.end] and not _WITHOUT_SLASH.search(
        stretch.text, floor, stretch.span.end
    ):
        return found
    for symbol in symbols(stretch.text, stretch.span):
        mention = _mention(stretch, symbol, floor, found)
        found.append(mention)
        floor = mention.span.end
    return _sharing(stretch.text, found)


def _mention(stretch: Stretch, symbol: Symbol, floor: int, before: list[Reference]) -> Reference:
    text = stretch.text
    start, kind = _kind(text, symbol, floor)
    tail = _tail(text, symbol.span.end, stretch.span.end)
    issuer = tail.issuer.name if tail.issuer else _proposer(text, floor, start)
    return Reference(
        span=Span(start, tail.end),
        text=" ".join(text[start : tail.end].split()),
        kind=kind or _kind_of_letters(symbol, before),
        number=symbol.number,
        date=tail.date,
        issuer=issuer,
        rule=symbol.rule,
    )


def _kind(text: str, symbol: Symbol, floor: int) -> tuple[int, str | None]:
    """Where the mention begins, and the kind as written with a capital."""
    begin = max(floor, symbol.span.start - _BEFORE)
    left = text[begin : symbol.span.start]
    wide = text[max(floor, symbol.span.start - _LONGEST_LAW) : symbol.span.start]
    law = _law_before(wide) if symbol.rule == "number.assembly" else None
    if law:
        return symbol.span.start - len(wide) + law.start(), " ".join(law["kind"].split())
    for at in kind_starts(left):
        found = _kind_before().match(left, at)
        if not found:
            continue
        words = " ".join(found["kind"].split())
        return begin + found.start("kind"), words[:1].upper() + words[1:]
    number_word = _number_word().search(left)
    at = number_word.start() if number_word else len(left)
    return _misread_kind(left[:at], begin) or (begin + at, None)


def _law_before(text: str) -> regex.Match[str] | None:
    """The law whose number comes next; the nearest "Luật" is taken ("… pháp luật số" is none)."""
    found = None
    for start in _LAW_WORD.finditer(text):
        found = _LAW.match(text, start.start()) or found
    return found


def _misread_kind(left: str, begin: int) -> tuple[int, str] | None:
    """A kind of which a scan lost a mark ("Tờ trinh số"): its letters are those of one kind alone."""
    words = list(_WORD.finditer(left))[-3:]
    if not words or left[words[-1].end() :].strip():
        return None
    for first in words:
        said = left[first.start() : words[-1].end()]
        kind = bare_titles().get(without_marks(said)) if said[0].isupper() else None
        if kind:
            return begin + first.start(), kind.capitalize()
    return None


def _tail(text: str, at: int, end: int) -> _Tail:
    """What follows the number directly: its day, its issuer with the term of office."""
    issued = _ISSUED.match(text, at, end)
    day = date_of(issued) if issued else None
    if issued:
        at = issued.end("year")
    elif without_year := _DAY_ALONE.match(text, at, end):
        at = without_year.end()
    issuer = after_of(text, at, end)
    if issuer:
        at = issuer.end
        later = _AFTERWARDS.match(text, at, end) if day is None else None
        if later:
            day, at = date_of(later), later.end("year")
    return _Tail(at, day, issuer)


def _proposer(text: str, floor: int, start: int) -> str | None:
    """ "theo đề nghị của Sở Nội vụ tại Văn bản số …": who proposes issued the document."""
    left = text[max(floor, start - 160) : start]
    if not left.endswith(("tại ", "các ")):
        return None
    proposals = deque(_proposal().finditer(left), maxlen=1)
    if not proposals or proposals[0].end() != len(left):
        return None
    return " ".join(proposals[0]["name"].split())


def _kind_of_letters(symbol: Symbol, before: list[Reference]) -> str | None:
    """Without a word before the number: the kind of the list it stands in, or of its letters."""
    kinds = kinds_of(symbol.kind)
    for mention in reversed(before):
        if mention.kind and mention.kind.lower() in kinds:
            return mention.kind
    return (
        kinds[0].capitalize()
        if len(kinds) == 1 or (symbol.rule == "number.state" and kinds)
        else None
    )


def _sharing(text: str, found: list[Reference]) -> list[Reference]:
    """ "217-QĐ/TW và Quyết định số 218-QĐ/TW ngày 12/12/2013 của Bộ Chính trị" dates both."""
    out: list[Reference] = []
    for one in reversed(found):
        mention, following = one, out[-1] if out else None
        if (
            following
            and mention.date is None
            and mention.issuer is None
            and following.date
            and _LIST.fullmatch(text, mention.span.end, following.span.start)
            and ";" not in text[mention.span.end : following.span.start]
        ):
            mention = replace(mention, date=following.date, issuer=following.issuer)
        out.append(mention)
    return out[::-1]


def kind_starts(said: str) -> list[int]:
    """Where a kind of document may begin in these words."""
    return _first_words().all_places(small(said))


@cache
def _first_words() -> Landmarks:
    return Landmarks(kind["name"].partition(" ")[0] for kind in table("kinds")["kinds"])


@cache
def kind_words() -> str:
    """Every kind of document with its modifiers, longest first."""
    names = one_of(kind["name"] for kind in table("kinds")["kinds"])
    return rf"(?:{names})(?:\s+{_MODIFIER}){{0,2}}"


@cache
def _proposal() -> regex.Pattern[str]:
    return compiled(
        rf"(?:[;,]|đề\s+nghị|đề\s+xuất|báo\s+cáo|ý\s+kiến(?:\s+(?:thẩm\s+định|thẩm\s+tra|tham\s+gia|chỉ\s+đạo|kết\s+luận|thống\s+nhất))?|kết\s+luận|tham\s+mưu)\s+của\s+(?P<name>{name_pattern()})\s+tại\s+(?:các\s+)?"
    )


@cache
def _kind_before() -> regex.Pattern[str]:
    return placed(
        rf"(?<!\p{{L}})(?P<kind>{kind_words()})\s*,?\s*(?:{_NUMBER_WORD})?\s*$", regex.IGNORECASE
    )


@cache
def _number_word() -> regex.Pattern[str]:
    return compiled(rf"(?<!\p{{L}}){_NUMBER_WORD}\s*$", regex.IGNORECASE)
