"""The rows of long lists as HTML.

Fifty times the same few words: as templates they were half of the time of a page. Whatever comes from
a person or a document is escaped here, at the place where it is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from html import escape

from django.urls import reverse
from django.utils import translation
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from gandan.domain.tasks.clarity import SIX
from gandan.domain.tasks.queries import UnitLoad
from gandan.web.desk.rows import Row
from gandan.web.desk.states import state_html
from gandan.web.ui.fragments import due_fragment, six_fragment
from gandan.web.ui.wording import cut, grouped

_HELPERS = 80  # letters of the names of those who help


@lru_cache(maxsize=256)
def six_html(clear: tuple[bool, ...], language: str) -> SafeString:
    with translation.override(language):
        said = zip(SIX, clear, strict=True)
        marks = tuple(
            (_(name if known else missing), known) for (_key, name, missing), known in said
        )
        return six_fragment(_("6 rõ"), marks)


def duty_rows(rows: Sequence[Row]) -> SafeString:
    """Tasks on their two lines, as items of a list."""
    language = translation.get_language()
    nobody = f'<span class="state--care">{_("chưa rõ chủ trì")}</span>'
    helping = _("phối hợp:")
    written = []
    for row in rows:
        with_whom = source = ""
        if row.cooperating:
            with_whom = f'<span class="name">{helping} {escape(cut(", ".join(row.cooperating), _HELPERS))}</span> '
        if row.source_address:
            source = f'<a href="{row.source_address}">{escape(row.source)}</a> '
        written.append(
            f'<li><div class="row"><div><a class="row__words" href="{row.address}">'
            f'{escape(row.words)}</a><div class="row__facts">{state_html(row.state, language)} '
            f'<span class="name">{escape(row.lead) or nobody}</span> {with_whom}{source}'
            f"{six_html(row.clear, language)}</div></div>"
            f'<div class="row__due">{due_fragment(row.due)}</div></div></li>'
        )
    return mark_safe("\n".join(written))  # noqa: S308


def task_lines(rows: Sequence[Row], to_choose: bool) -> SafeString:
    """Tasks as lines of a table, each with its box where somebody may do something with them."""
    language, choose = translation.get_language(), _("Chọn")
    written = []
    for row in rows:
        words, box = escape(row.words), ""
        if to_choose:
            box = (
                f'<td class="choose"><input type="checkbox" name="task" value="{row.key}" '
                f'aria-label="{choose} {words}"></td>'
            )
        source = ""
        if row.source_address:
            source = f'<a href="{row.source_address}">{escape(row.source)}</a>'
        written.append(
            f'<tr>{box}<th scope="row" class="cell-main"><a class="row__words" '
            f'href="{row.address}">{words}</a></th><td>{escape(row.lead)}</td><td>{source}</td>'
            f"<td>{state_html(row.state, language)}</td><td>{due_fragment(row.due)}</td></tr>"
        )
    return mark_safe("\n".join(written))  # noqa: S308


def unit_loads(loads: Iterable[UnitLoad]) -> SafeString:
    """The units of a board as lines of its table, each figure a link to the tasks it counts."""
    language, listed, home = translation.get_language(), reverse("task-list"), reverse("home")

    def linked(n: int, address: str, more: str = "") -> str:
        if not n:
            return '<td class="number"></td>'
        return f'<td class="number"><a{more} href="{address}">{grouped(n, language)}</a></td>'

    written = []
    for load in loads:
        all_, share = f"{listed}?unit={load.key}", load.late_share
        written.append(
            f'<tr><th scope="row"><a href="{all_}">{escape(load.name)}</a></th>'
            f'<td class="number"><a href="{all_}&amp;open=1">{grouped(load.open, language)}</a></td>'
            f"{linked(load.late, f'{all_}&amp;late=1', _BAD)}"
            f"{linked(load.soon, f'{home}?unit={load.key}')}"
            f"{linked(load.submitted, f'{all_}&amp;state=submitted')}"
            f"{linked(load.done, f'{all_}&amp;state=done')}"
            '<td><svg class="shares" viewBox="0 0 100 12" width="100" height="12" role="img" '
            f'aria-label="{share}%"><rect class="share share--late" x="0" y="0" width="{share}" '
            f'height="12"/></svg> <span class="number">{share}%</span></td></tr>'
        )
    return mark_safe("\n".join(written))  # noqa: S308


_BAD = ' class="state--bad"'
