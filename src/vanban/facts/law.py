"""Laws, codes and ordinances named by their title, those inside the title of an amending law too.

A title is one of `rules/laws.toml`, else the words up to a day, else capitalised words as far as a
title can go. "Luật sửa đổi, bổ sung một số điều của Luật A và Luật B ngày …" is three mentions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

import regex

from vanban.facts.date import DATE, date_of
from vanban.facts.landmark import matches_at
from vanban.model import Span
from vanban.rules import table
from vanban.rules.alternation import one_of
from vanban.rules.pattern import compiled, placed

BEGINS = ("luật", "bộ", "pháp")

_KIND = r"(?P<kind>Luật|Bộ\s+luật|Pháp\s+lệnh)"
# Schools, associations and offices of law are no laws ("Trường Đại học Luật").
_NO_LAW = compiled(
    r"(?<!\p{L})(?:pháp|kỷ|dự(?:\s+(?:án|thảo))?|đại\s+học|khoa|viện|hội|ngành|trường|chuyên|công\s+ty|theo|soạn)\s+$",
    regex.IGNORECASE,
)
_AMENDS = compiled(
    rf"{_KIND}\s+[sS][ửuừ]a?\s+đ[ổồôỗ]i\s*,?\s*(?:và\s+)?(?:bổ\s+sung\s+)?(?:một\s+số\s+)?(?:điều\s+)?(?:của\s+)?(?=(?:Luật|Bộ\s+luật|Pháp\s+lệnh)\s)"
)
_NEXT = compiled(r"\s*(?:,|và|,\s*và)\s+(?=(?:Luật|Bộ\s+luật|Pháp\s+lệnh|luật)\s)")
_DAY = compiled(rf",?\s+ngày\s+{DATE}")
_YEAR = compiled(r",?\s+năm\s+(?:19|20)\d\d(?!\d\d)")
_AMENDED = compiled(r"\s*\(\s*(?:đã\s+|được\s+|đã\s+được\s+)?sửa\s+đổi[^()]{0,60}\)")
# The words that a title cannot run over: another document, or a clause that begins.
_STOP = (
    r"(?!(?:,\s+|và\s+)?(?:các\s+)?(?:Luật|Bộ\s+luật|Pháp\s+lệnh|Nghị|Thông\s+tư|Quyết\s+định|Văn\s+bản|Chỉ\s+thị|Hiến\s+pháp)\s)"
    r"(?!(?:và\s+)?(?:các|những|ý\s+kiến)\s|và\s+\p{Lu})"
)
_CLAUSE = (
    "của về ngày năm số quy có là được này đã cho do theo tại để khi nhằm trong với từ thì mà "
    "hiện phải hướng đến quy ban gồm thay nêu trên nên đối kèm cũng còn sẽ không trước sau kể vào"
)
_UNDATED = compiled(
    rf"\s+\p{{Lu}}\p{{L}}*(?:\s+{_STOP}(?!(?:{_CLAUSE.replace(' ', '|')})(?!\p{{L}}))\p{{L}}+){{0,10}}"
)
_IN_LIST = compiled(
    rf"(?:\s+{_STOP}(?!(?:{_CLAUSE.replace(' ', '|')})(?!\p{{L}}))\p{{L}}+){{1,10}}"
)
_DATED = compiled(
    rf"\s+\p{{L}}(?:{_STOP}[^;.()“”\n/\d]){{2,160}}?(?=,?\s+(?:ngày\s+\d|năm\s+(?:19|20)\d\d))"
)
_TO_DAY = compiled(rf"(?:\s+{_STOP}\p{{L}}+){{1,8}}(?=,?\s+(?:ngày\s+\d|năm\s+(?:19|20)\d\d))")
_SIMPLE = placed(
    r"(?P<kind>[Ll]uật|Bộ\s+[Ll]uật|Pháp\s+lệnh|LUẬT|BỘ\s+LUẬT|PHÁP\s+LỆNH)(?=\s+\p{L})(?!\s+(?:này|số|và|của)\s)"
)


@dataclass(frozen=True, slots=True)
class Law:
    """One mention: its words, its kind as written, its day."""

    span: Span
    kind: str
    date: date | None
    is_known: bool = True


def laws(text: str, span: Span, places: Sequence[int]) -> Iterator[Law]:
    """The laws named in the range; `places`: where one of `BEGINS` stands, counted from its start."""
    end = 0
    for found in matches_at(_SIMPLE, text, span, places):
        if found.start() < end or _NO_LAW.search(
            text, max(span.start, found.start() - 12), found.start()
        ):
            continue
        amending = _AMENDS.match(text, found.start(), span.end)
        mentions = list(_amending(text, amending, span.end)) if amending else []
        if not mentions:
            one = _one(text, found, span.end)
            mentions = [one] if one else []
        yield from mentions
        end = max([end, *(one.span.end for one in mentions)])


def _amending(text: str, found: regex.Match[str], end: int) -> Iterator[Law]:
    """The law that amends, then those that it amends; the day after the list is its own."""
    inner: list[Law] = []
    at = found.end()
    while len(inner) < 24:
        begins = _SIMPLE.match(text, at, end)
        one = _one(text, begins, end, dated=False) if begins else None
        if one is None:
            break
        inner.append(one)
        following = _NEXT.match(text, one.span.end, end)
        if following is None:
            break
        at = following.end()
    if not inner:
        return
    stop, day = _dated(text, inner[-1].span.end, end)
    # "Luật sửa đổi … của Luật A và Luật B năm 2015": a day after "và" may be of the last alone.
    yield Law(Span(found.start(), stop), found["kind"], day)
    yield from inner


def _one(text: str, found: regex.Match[str], end: int, *, dated: bool = True) -> Law | None:
    kind = " ".join(found["kind"].split())
    known = _known().match(text, found.end(), end)
    if kind[0].islower() and not (known and text[known.start("title")].isupper()):
        return None
    if kind.isupper() and not (known and known["title"].isupper()):
        return None
    title = known or (dated and _DATED.match(text, found.end(), end)) or None
    if known and dated and not _dated(text, known.end(), end)[1]:
        longer = _TO_DAY.match(text, known.end(), end)
        title = longer or known
    if title is None:
        title = (_UNDATED if dated else _IN_LIST).match(text, found.end(), end)
    if title is None:
        return None
    stop, day = _dated(text, title.end(), end) if dated else (title.end(), None)
    return Law(Span(found.start(), stop), kind, day, known is not None)


def _dated(text: str, at: int, end: int) -> tuple[int, date | None]:
    """Where the mention ends with its day or year and what is said of its being amended."""
    found = _DAY.match(text, at, end)
    day = date_of(found) if found else None
    found = found or _YEAR.match(text, at, end)
    stop = (found.end("year") if day and found else found.end()) if found else at
    amended = _AMENDED.match(text, stop, end)
    return (amended.end() if amended else stop), day


@cache
def _known() -> regex.Pattern[str]:
    titles = one_of(title.lower() for title in table("laws")["laws"])
    return compiled(rf"\s+(?P<title>{titles})(?!\p{{L}})", regex.IGNORECASE)
