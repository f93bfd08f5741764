"""Time as people say it: "còn 5 ngày", "quá hạn 3 ngày", "thường xuyên", "chưa rõ hạn"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from django.contrib.humanize.templatetags.humanize import intcomma
from django.utils import translation
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

Tone = Literal["late", "soon", "later", "none"]
SOON = 7  # days: the coming week

RECURRENCES = {
    "continuous": gettext_lazy("thường xuyên"),
    "weekly": gettext_lazy("hằng tuần"),
    "monthly": gettext_lazy("hằng tháng"),
    "quarterly": gettext_lazy("hằng quý"),
    "half-yearly": gettext_lazy("6 tháng một lần"),
    "yearly": gettext_lazy("hằng năm"),
    "on-event": gettext_lazy("khi có việc"),
}


@dataclass(frozen=True, slots=True)
class Due:
    """What a row says of its date: the words, the date they count to, how pressing it is."""

    words: str
    on: date | None
    tone: Tone


def days_left(on: date, today: date) -> str:
    """The days from `today` to `on`, counted by the calendar, in words."""
    days = (on - today).days
    if days == 0:
        return _("hạn hôm nay")
    if days == 1:
        return _("hạn ngày mai")
    if days > 0:
        return ngettext("còn %(days)s ngày", "còn %(days)s ngày", days) % {"days": days}
    return ngettext("quá hạn %(days)s ngày", "quá hạn %(days)s ngày", -days) % {"days": -days}


def recurrence_words(recurrence: str) -> str:
    """ "hằng quý"; empty for a duty that is done once."""
    return str(RECURRENCES.get(recurrence, ""))


def say_due(on: date | None, today: date, recurrence: str = "none", *, over: bool = False) -> Due:
    """What to say of a date. A finished duty (`over`) has a date but no days left."""
    return due_said(on, today, recurrence, over, translation.get_language())


@lru_cache(maxsize=8_192)
def due_said(
    on: date | None, today: date, recurrence: str, over: bool, language: str | None
) -> Due:
    """The same in a language, for who asks it for all rows of a list; kept, for they are few days."""
    with translation.override(language):
        again = recurrence_words(recurrence)
        if on is None:
            return Due(again or _("chưa rõ hạn"), None, "none")
        if over:
            return Due(_("hạn"), on, "none")
        days = (on - today).days
        words = days_left(on, today)
        if again:
            words = f"{words} · {again}"
        return Due(words, on, "late" if days < 0 else "soon" if days <= SOON else "later")


@lru_cache(maxsize=4_096)
def grouped(number: int, language: str) -> str:
    """1330 → "1.330" in "vi". Kept, because a board says hundreds of them, many of them alike."""
    with translation.override(language):
        return str(intcomma(number))


def cut(text: str, length: int) -> str:
    """At most so many letters, the last of them an ellipsis: as `truncatechars`, which looks at each
    letter. A text with marks that stand by themselves, which are no letters, is left to that."""
    if len(text) <= length:
        return text
    if _MARKS.search(text):
        return str(Truncator(text).chars(length))
    return f"{text[: length - 1]}…"


_MARKS = re.compile("[\u0300-\u036f]")


def say_dates(dates: Sequence[date]) -> str:
    """ "30/06/2021; 31/12/2021" """
    return "; ".join(f"{d:%d/%m/%Y}" for d in dates)


def megabytes(size: int) -> str:
    """50000000 → "50 MB" """
    return f"{size // 1_000_000} MB"
