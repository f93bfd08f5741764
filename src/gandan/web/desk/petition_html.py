"""The rows of petitions as HTML, for the same reason as in `row_html`; everything said is escaped here."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from html import escape

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gandan.domain.petitions.queries import ToldLine
from gandan.web.desk.petition_looks import STATES, PetitionRow
from gandan.web.desk.states import look_html
from gandan.web.ui.fragments import due_fragment
from gandan.web.ui.quick import addresses
from gandan.web.ui.wording import cut, grouped

_WORDS, _SUMMED, _PLACES = 220, 200, 120  # letters


@lru_cache(maxsize=32)
def _state_html(state: str, language: str) -> SafeString:
    return look_html(STATES[state], language)


def petition_rows(rows: Iterable[PetitionRow], may_batch: bool) -> SafeString:
    """Petitions on their two lines, each with its box where somebody may do something with them."""
    language, choose, joined = get_language(), _("Chọn"), _("đã gộp")
    petition_at, written = addresses("petition"), []
    kind = ' class="choose-row"' if may_batch else ""
    for row in rows:
        one, box, code = row.petition, "", escape(row.petition.code)
        if may_batch:
            box = (
                f'<input type="checkbox" name="petition" value="{one.pk}" '
                f'aria-label="{choose} {code}">'
            )
        named = (one.holder.name if one.holder else "", row.field, one.place_text)
        names = "".join(f'<span class="name">{escape(name)}</span>' for name in named if name)
        tag = f'<span class="tag">{joined}</span>' if one.first_id else ""
        due = due_fragment(row.due) if row.due.on else ""
        day = one.said_on
        written.append(
            f'<li{kind}>{box}<div class="row"><div><a class="row__words" href="{petition_at(one.pk)}">'
            f'{escape(cut(one.text, _WORDS))}</a><div class="row__facts">'
            f"{_state_html(one.state, language)}<span>{code}</span>{names}"
            f'<time datetime="{day:%Y-%m-%d}">{day:%d/%m/%Y}</time>{tag}</div></div>'
            f'<div class="row__due">{due}</div></div></li>'
        )
    return mark_safe("\n".join(written))  # noqa: S308


def told_lines(lines: Iterable[ToldLine]) -> SafeString:
    """The lines of a synthesis, as those of its table."""
    language, petition_at = get_language(), addresses("petition")
    vague = f' <span class="tag tag--care">{_("chung chung")}</span>'
    unanswered = f'<span class="aside">{_("chưa trả lời")}</span>'
    written = []
    for one in lines:
        last, answer = one.last_answer, unanswered
        if last:
            answer = f"{escape(_(last.get_kind_display()))}{vague if last.is_empty else ''}"
        holder = escape(one.first.holder.name) if one.first.holder else "–"
        written.append(
            f'<tr><th scope="row" class="cell-main"><a class="row__words" '
            f'href="{petition_at(one.first.pk)}">{escape(cut(one.first.text, _SUMMED))}</a></th>'
            f'<td class="number">{grouped(one.line.times, language)}</td>'
            f"<td>{escape(cut('; '.join(one.line.places), _PLACES))}</td><td>{holder}</td>"
            f"<td>{answer}</td></tr>"
        )
    return mark_safe("\n".join(written))  # noqa: S308
