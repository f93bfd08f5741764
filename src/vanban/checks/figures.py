"""Figures: sums, shares, counts against lists, periods and the order of dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import regex

from vanban.checks.paper import Paper, finding
from vanban.facts.number import parse_count, parse_decimal
from vanban.model import Block, Finding, Span
from vanban.rules.pattern import compiled

_N = r"(?:\d{1,3}(?:\.\d{3})+|\d+)"
_SHARE = compiled(
    rf"(?<![\d.,/])(?P<part>{_N})\s*/\s*(?P<whole>{_N})(?![\d/])[^.;\n%\d]{{0,60}}?"
    rf"(?:đạt|chiếm|bằng|tỷ lệ|=|\()\s*(?:tỷ lệ\s*)?(?P<share>\d{{1,3}}(?:,\d+)?)\s*%"
)
_DATE = r"ngày\s+(\d{1,2})[/-](\d{1,2})[/-](\d{4})"
_AFTER = compiled(rf"(?:[Nn]gay\s+)?[Ss]au\s+khi\b[^.;]{{5,500}}?{_DATE}")
_VISION = compiled(
    r"(?:thời\s+kỳ|giai\s+đoạn|đến\s+năm)\s+(?:(?P<first>\d{4})\s*[-–]\s*)?(?P<last>\d{4})\s*,"
    r"\s*tầm\s+nhìn\s+(?:đến\s+)?(?:năm\s+)?(?P<vision>\d{4})"
)
_MIDDLE = compiled(
    r"năm\s+(?P<year>\d{4})\s*\(\s*giữa\s+(?:giai\s+đoạn|nhiệm\s+kỳ)\s+(?P<first>\d{4})\s*[-–]\s*(?P<last>\d{4})"
)
_PERIOD = compiled(r"giai\s+đoạn\s+(\d{4})\s*[-–]\s*(\d{4})")
_COUNTED = compiled(
    r"(?<![\p{L}\d.,/])(?P<n>0?[2-9]|1\d)\s+(?P<noun>nhiệm\s+vụ|giải\s+pháp|nội\s+dung|nhóm|vấn\s+đề|yêu\s+cầu|"
    r"tiêu\s+chí|nguyên\s+tắc|mục\s+tiêu|chỉ\s+tiêu|hình\s+thức|bước)[^.;:]{0,60}(?:sau(?:\s+đây)?|như\s+sau)?\s*:\s*$"
)
_REVIEW = compiled(
    rf"(?:sơ|tổng)\s+kết\s+(?P<years>\d{{1,2}})\s+năm\b(?:(?!\d{{1,2}}\s+năm\b)[^;]){{0,400}}?{_DATE}",
    regex.IGNORECASE,
)
_TOTAL = compiled(
    rf"[Tt]ổng\s+số\s+(?P<what>[\p{{L}}\s]{{3,40}}?)\s+(?:là|:)?\s*(?P<n>{_N})(?![\d/%]|[.,]\d)"
)


def check(paper: Paper) -> Iterator[Finding]:
    yield from _sums(paper)
    yield from _shares(paper)
    yield from _visions(paper)
    yield from _periods_of_headings(paper)
    yield from _order_of_dates(paper)
    yield from _counts_against_lists(paper)
    yield from _review_years(paper)
    yield from _two_totals(paper)


def _sums(paper: Paper) -> Iterator[Finding]:
    for one in paper.document.sums:
        if not one.holds:
            parts = " + ".join(map(str, one.parts))
            yield finding(
                one.span,
                "figures.sum",
                "error",
                f"Tổng ghi {one.total}, các phần cộng lại là {sum(one.parts)} ({parts})",
            )


def _shares(paper: Paper) -> Iterator[Finding]:
    for found in paper.find(_SHARE):
        part, whole = parse_count(found["part"]), parse_count(found["whole"])
        said = parse_decimal(found["share"])
        if not part or not whole or said is None:
            continue
        true = 100 * part / whole
        places = len(found["share"].partition(",")[2])
        if abs(true - said) > 0.6 * 10**-places:
            yield finding(
                Span(*found.span()),
                "figures.share",
                "error",
                f"{found['part']}/{found['whole']} là {true:.{max(places, 1)}f}%, văn bản ghi "
                f"{found['share']}%",
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
    for found in paper.find(_MIDDLE):
        if not int(found["first"]) < int(found["year"]) < int(found["last"]):
            yield finding(
                Span(*found.span()),
                "figures.period",
                "warning",
                f"Năm {found['year']} không ở giữa giai đoạn {found['first']}-{found['last']}",
            )


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
        first = _date(found.groups()[-3:])
        until = paper.text.find(". ", found.end(), paper.span.end)
        rest = Span(found.end(), until if until > 0 else min(paper.span.end, found.end() + 900))
        for later in regex.finditer(_DATE, paper.text, pos=rest.start, endpos=rest.end):
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


def _counts_against_lists(paper: Paper) -> Iterator[Finding]:
    """ "03 nhiệm vụ sau:" and then four items."""
    children: dict[int, list[Block]] = {}
    for _, block in paper.blocks("item", "bullet"):
        if block.parent is not None:
            children.setdefault(block.parent, []).append(block)
    for index, items in children.items():
        lead = paper.document.blocks[index]
        found = _COUNTED.search(paper.text, lead.span.start, lead.span.end)
        same = [item for item in items if item.kind == items[0].kind]
        if found and len(same) > 1 and int(found["n"]) != len(same):
            yield finding(
                Span(*found.span()),
                "figures.count",
                "warning",
                f"Nói {found['n']} {' '.join(found['noun'].split())}, đếm được {len(same)}",
            )


def _review_years(paper: Paper) -> Iterator[Finding]:
    """ "Sơ kết 5 năm" of a document of 2019 belongs to 2024."""
    for duty in paper.document.duties:
        if not duty.due:
            continue
        for found in _REVIEW.finditer(paper.text, duty.span.start, duty.span.end, overlapped=True):
            issued = _date(found.groups()[-3:])
            meant = issued.year + int(found["years"]) if issued else None
            if meant and meant != max(duty.due).year:
                yield finding(
                    Span(*found.span()),
                    "figures.review_year",
                    "hint",
                    f"Tròn {found['years']} năm vào năm {meant}, việc đặt vào năm "
                    f"{max(duty.due).year}",
                )


def _two_totals(paper: Paper) -> Iterator[Finding]:
    """A total named in the text and the same total in a table, one year, two values."""
    seen: dict[str, tuple[int, Span]] = {}
    for found in paper.find(_TOTAL):
        what = " ".join(found["what"].casefold().split()).removesuffix(" là")
        value = parse_count(found["n"])
        if value is None:
            continue
        if what in seen and seen[what][0] != value:
            yield finding(
                Span(*found.span()),
                "figures.two_totals",
                "warning",
                f"Tổng số {what} ở đây là {value}, chỗ khác là {seen[what][0]}",
            )
        seen.setdefault(what, (value, Span(*found.span())))


def _date(parts: tuple[str, ...]) -> date | None:
    try:
        day, month, year = map(int, parts)
        return date(year, month, day)
    except ValueError:
        return None
