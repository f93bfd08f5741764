"""Numbers and days as official writing prints them."""

from __future__ import annotations

from datetime import date


def count_said(number: int) -> str:
    """Two digits at least, thousands apart by points: "05", "23.370"."""
    return f"{number:02d}" if number < 100 else f"{number:,}".replace(",", ".")


def day_said(day: date) -> str:
    """Such as "05/01/2026": a nought before days below 10 and months 1 and 2 (NĐ 30/2020 Phụ lục I)."""
    return f"{day.day:02d}/{_month(day)}/{day.year}"


def day_of_issue(place: str | None, day: date | None) -> str:
    """Such as "Lam Giang, ngày 05 tháng 01 năm 2026"; an undated paper leaves room for the pen."""
    if day is None:
        when = "ngày … tháng … năm …"
    else:
        when = f"ngày {day.day:02d} tháng {_month(day)} năm {day.year}"
    return f"{place}, {when}" if place else when.capitalize()


def _month(day: date) -> str:
    return f"{day.month:02d}" if day.month < 3 else str(day.month)
