"""The small pieces that stand in every row of a list: a state, the "6 rõ", a due date.

A list shows fifty of each and they are few different ones, so each is written once and kept: as
templates they were half of the time of a list. They hold words of the interface and days, nothing
of a case or a person.
"""

from __future__ import annotations

from functools import lru_cache

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from gandan.web.ui.marks import shape
from gandan.web.ui.wording import Due

Clear = tuple[str, bool]  # what the mark says, and whether it is said in the task


@lru_cache(maxsize=512)
def state_fragment(word: str, shape_name: str, tone: str) -> SafeString:
    return format_html(
        '<span class="state state--{}">{}<span>{}</span></span>', tone, shape(shape_name), word
    )


@lru_cache(maxsize=512)
def six_fragment(label: str, marks: tuple[Clear, ...]) -> SafeString:
    items = format_html_join(
        "",
        '<li{} title="{}">{}<span class="unseen">{}</span></li>',
        ((_MISSING[not clear], says, shape(_SHAPE[clear]), says) for says, clear in marks),
    )
    return format_html('<ul class="six" aria-label="{}">{}</ul>', label, items)


@lru_cache(maxsize=2_048)
def due_fragment(due: Due) -> SafeString:
    day = ""
    if due.on:
        day = format_html(
            ' <time datetime="{}">{}</time>', f"{due.on:%Y-%m-%d}", f"{due.on:%d/%m/%Y}"
        )
    return format_html(
        '<span class="due due--{}"><strong>{}</strong>{}</span>', due.tone, due.words, day
    )


_SHAPE = {True: "full", False: "hollow"}
_MISSING = {True: SafeString(' class="six--missing"'), False: ""}
