"""Dates as a Vietnamese office says them: "thứ Năm 16/7/2026"."""

from __future__ import annotations

from datetime import date

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def weekday(day: date) -> str:
    return WEEKDAYS[day.weekday()]


def short(day: date) -> str:
    """ "16/7/2026" """
    return f"{day.day}/{day.month}/{day.year}"


def full(day: date) -> str:
    """ "thứ Năm 16/7/2026" """
    return f"{weekday(day)} {short(day)}"
