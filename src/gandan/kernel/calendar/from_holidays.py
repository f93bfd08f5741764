"""Make rows of `data/days_off.toml` from the package `holidays` (MIT): run once per new year.

    python -m gandan.kernel.calendar.from_holidays 2010 2040 > days_off.toml

The package is a source, not a part of the clock: an upgrade of it must not move a due date without
anybody's approval. What is printed is read, confirmed with the year's document, and committed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from importlib.metadata import version

import holidays

# The documents that the package itself names for its swap days.
CONFIRMED = {
    2018: "Công văn 6519/VPCP-KGVX",
    2019: "Công văn 6519/VPCP-KGVX",
    2024: "Công văn 2450/VPCP-KGVX",
    2025: "Thông báo 6150/TB-BLĐTBXH năm 2024",
}
LAST_REPORTED = 2026
CULTURE_DAY = "Ngày Văn hóa Việt Nam"


HEAD = """\
# Days off of the country: one row per year, made by `from_holidays.py` and then confirmed by people.
# status: "confirmed" = the document that fixed the year's days is named; "reported" = as published,
# document not named here; "estimate" = computed from Điều 112 BLLĐ, the year's document is awaited.
# Weekly days off are not listed. `work` lists weekly days off that are worked in exchange (hoán đổi)."""


def table(first: int, last: int) -> Iterator[str]:
    """The lines of the file for these years."""
    yield HEAD
    disputed = []
    for year in range(first, last + 1):
        known = holidays.country_holidays("VN", years=year, language="vi")
        yield from ("", "[[year]]", f"year = {year}", f'status = "{status(year)}"')
        yield f'source = "{source(year)}"'
        yield "off = ["
        for day, name in sorted(known.items()):
            if CULTURE_DAY in name:
                disputed.append((day, name))
            else:
                yield line(day, name)
        yield "]"
        # A swap may be worked in another year than it is rested in: the package lists all of them.
        swapped = sorted(day for day in known.weekend_workdays if day.year == year)
        if swapped:
            yield "work = ["
            yield from (line(day, "làm việc bù (hoán đổi)") for day in swapped)
            yield "]"
    yield from (
        "",
        "[[disputed]]",
        'id = "culture-day"',
        "on = false",
        f'means = "{CULTURE_DAY} 24/11"',
    )
    yield 'reason = "NQ 80-NQ/TW ngày 7/1/2026 nêu, chưa đọc được luật sửa Điều 112 khoản 1 BLLĐ; bật khi đã có"'
    yield "days = ["
    yield from (line(day, name) for day, name in disputed)
    yield "]"


def status(year: int) -> str:
    if year in CONFIRMED:
        return "confirmed"
    return "reported" if year <= LAST_REPORTED else "estimate"


def source(year: int) -> str:
    package = f"PyPI holidays {version('holidays')} (MIT)"
    if year in CONFIRMED:
        return f"{CONFIRMED[year]}; {package}"
    if year <= LAST_REPORTED:
        return package
    return f"{package}: tính theo Điều 112 BLLĐ, chờ văn bản của năm"


def line(day: date, name: str) -> str:
    return f'    {{ on = {day.isoformat()}, means = "{name.replace("; ", ", ").replace(" (dự kiến)", "")}" }},'


if __name__ == "__main__":
    sys.stdout.write("\n".join(table(int(sys.argv[1]), int(sys.argv[2]))) + "\n")
