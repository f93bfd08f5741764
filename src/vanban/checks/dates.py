"""Days, years and periods: an order that cannot be, a day that the calendar does not have."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import regex

from vanban.checks.paper import Paper, finding
from vanban.model import Finding, Span
from vanban.rules.pattern import compiled

_DATE = r"ngày\s+(\d{1,2})(?:[/-]|\s+tháng\s+)(\d{1,2})(?:[/-]|\s+năm\s+)(\d{4})\b"
_ANY_DAY = compiled(_DATE)
# «31/6/2026» with nothing before it; with letters or a further figure beside it, it is a symbol.
_BARE_DAY = compiled(
    r"(?<![\d/.,\-–]|[Ss]ố\s|ngày\s)(\d{1,2})([/-])(\d{1,2})\2((?:19|20)\d\d)(?![\d/\-–]|[.,]\d)"
)
# «trước 30/02», «ngày 31 tháng 6»: without a year, so 29/02 may be.
_DAY_OF_ANY_YEAR = compiled(
    r"\b(?:ngày|trước|đến|hết)\s+(?:ngày\s+)?(\d{1,2})(?:/|\s+tháng\s+)(\d{1,2})"
    r"(?![\d%]|\s*[/.,\-–]\s*\d|\s+năm\s+\d|/\p{L}|\s+(?:đại\s+biểu|hộ|người|xã|thôn|số|tổng))",
    regex.IGNORECASE,
)
_LEAP = 2024
_AFTER = compiled(rf"(?:[Nn]gay\s+)?[Ss]au\s+khi\b[^.;]{{5,500}}?{_DATE}")
_FROM_TO = compiled(rf"\b[Tt]ừ\s+{_DATE}\s*,?\s+đến(?:\s+hết)?\s+{_DATE}")
_EFFECT = compiled(
    rf"\bnày\b[^.;]{{0,200}}?(?P<words>\bcó\s+hiệu\s+lực)"
    rf"(?:\s+thi\s+hành)?(?:\s+kể)?\s+từ\s+{_DATE}"
)
_VISION = compiled(
    r"(?:thời\s+kỳ|giai\s+đoạn|đến\s+năm)\s+(?:(?P<first>\d{4})\s*[-–]\s*)?(?P<last>\d{4})\s*,"
    r"\s*tầm\s+nhìn\s+(?:đến\s+)?(?:năm\s+)?(?P<vision>\d{4})"
)
_MIDDLE = compiled(
    r"năm\s+(?P<year>\d{4})\s*\(\s*giữa\s+(?:giai\s+đoạn|nhiệm\s+kỳ)\s+(?P<first>\d{4})\s*[-–]\s*(?P<last>\d{4})"
)
_PERIOD = compiled(r"(?:giai\s+đoạn|nhiệm\s+kỳ|thời\s+kỳ)\s+(\d{4})\s*[-–]\s*(\d{4})")
_REVIEW = compiled(
    rf"(?:sơ|tổng)\s+kết\s+(?P<years>\d{{1,2}})\s+năm\b(?:(?!\d{{1,2}}\s+năm\b)[^;]){{0,400}}?{_DATE}",
    regex.IGNORECASE,
)


def check(paper: Paper) -> Iterator[Finding]:
    yield from _no_such_day(paper)
    yield from _from_to(paper)
    yield from _effect(paper)
    yield from _visions(paper)
    yield from _periods(paper)
    yield from _periods_of_headings(paper)
    yield from _order_of_dates(paper)
    yield from _review_years(paper)


def _no_such_day(paper: Paper) -> Iterator[Finding]:
    named = [(found, found.groups()) for found in paper.find(_ANY_DAY)]
    named += [(found, (found[1], found[3], found[4])) for found in paper.find(_BARE_DAY)]
    named += [(found, (found[1], found[2], str(_LEAP))) for found in paper.find(_DAY_OF_ANY_YEAR)]
    for found, parts in named:
        if _date(parts) is None:
            said = " ".join(found.group().split())
            message = f"Không có ngày này trong lịch: «{said}»"
            yield finding(Span(*found.span()), "figures.no_such_day", "error", message)


def _from_to(paper: Paper) -> Iterator[Finding]:
    for found in paper.find(_FROM_TO):
        first, last = _date(found.groups()[:3]), _date(found.groups()[3:])
        if first and last and last < first:
            message = f"Ngày cuối {last:%d/%m/%Y} trước ngày đầu {first:%d/%m/%Y}"
            yield finding(Span(*found.span()), "figures.date_order", "error", message)


def _effect(paper: Paper) -> Iterator[Finding]:
    """A document that binds from a day before its own: seldom meant, always worth a look."""
    issued = paper.document.header.issued_on
    for found in paper.find(_EFFECT):
        day = _date(found.groups()[1:])
        if issued and day and day < issued:
            message = f"Hiệu lực từ {day:%d/%m/%Y}, trước ngày ban hành {issued:%d/%m/%Y}"
            yield finding(
                Span(found.start("words"), found.end()), "figures.effect", "warning", message
            )


def _visions(paper: Paper) -> Iterator[Finding]:
    for found in paper.find(_VISION):
        if int(found["vision"]) <= int(found["last"]):
            yield finding(
                Span(*found.span()),
                "figures.vision",
                "error",
                f"Năm tầm nhìn {found['vision']} không sau năm cuối {found['last']}",
            )


def _periods(paper: Paper) -> Iterator[Finding]:
    for found in paper.find(_MIDDLE):
        if not int(found["first"]) < int(found["year"]) < int(found["last"]):
            yield finding(
                Span(*found.span()),
                "figures.period",
                "warning",
                f"Năm {found['year']} không ở giữa giai đoạn {found['first']}-{found['last']}",
            )
    for found in paper.find(_PERIOD):
        first, last = found.groups()
        if int(last) <= int(first):
            message = f"Năm cuối {last} không sau năm đầu {first}"
            yield finding(Span(*found.span()), "figures.period", "error", message)


def _periods_of_headings(paper: Paper) -> Iterator[Finding]:
    """A heading speaks of one period, its own text of another that begins in the same year."""
    blocks = paper.document.blocks
    for _, block in paper.blocks("paragraph", "bullet", "item"):
        if block.parent is None or not blocks[block.parent].label:
            continue
        above = set(_PERIOD.findall(paper.said(blocks[block.parent])))
        for found in _PERIOD.finditer(paper.text, block.span.start, block.span.end):
            first, last = found.groups()
            if above and all(first == one and last != other for one, other in above):
                yield finding(
                    Span(*found.span()),
                    "figures.period",
                    "hint",
                    f"Đề mục ghi giai đoạn {'-'.join(next(iter(above)))}, nội dung ghi {first}-{last}",
                )


def _order_of_dates(paper: Paper) -> Iterator[Finding]:
    """ "Ngay sau khi … ngày A …, … ngày B": B may not be before A."""
    for found in paper.find(_AFTER):
        first = _date(found.groups())
        until = paper.text.find(". ", found.end(), paper.span.end)
        rest = Span(found.end(), until if until > 0 else min(paper.span.end, found.end() + 900))
        for later in _ANY_DAY.finditer(paper.text, rest.start, rest.end):
            second = _date(later.groups())
            named = regex.search(
                r"xây\s+dựng|ban\s+hành", paper.text[later.start() - 120 : later.start()]
            )
            if first and second and second < first and named:
                yield finding(
                    Span(found.start(), later.end()),
                    "figures.date_order",
                    "warning",
                    f"Việc ngày {second:%d/%m/%Y} được nói là sau việc ngày {first:%d/%m/%Y}",
                )


def _review_years(paper: Paper) -> Iterator[Finding]:
    """ "Sơ kết 5 năm" of a document of 2019 belongs to 2024, or to the year after."""
    for duty in paper.document.duties:
        if not duty.due:
            continue
        for found in _REVIEW.finditer(paper.text, duty.span.start, duty.span.end, overlapped=True):
            issued = _date(found.groups()[-3:])
            meant = issued.year + int(found["years"]) if issued else None
            placed = max(duty.due).year
            if meant and not meant <= placed <= meant + 1:
                yield finding(
                    Span(*found.span()),
                    "figures.review_year",
                    "hint",
                    f"Tròn {found['years']} năm vào năm {meant}, việc đặt vào năm {placed}",
                )


def _date(parts: tuple[str, ...]) -> date | None:
    try:
        day, month, year = map(int, parts)
        return date(year, month, day)
    except ValueError:
        return None
