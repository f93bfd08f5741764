"""Kiến nghị: the list with its facets, the search as written, the same list as a sheet, added up."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gandan.domain.directory import access as directory
from gandan.domain.directory import queries as units
from gandan.domain.meetings import access as meetings
from gandan.domain.petitions import access, finding, queries
from gandan.kernel.ids import key_said
from gandan.web.desk.asking import today
from gandan.web.desk.paging import LongList
from gandan.web.desk.petition_forms import field_choices
from gandan.web.desk.petition_looks import STATES, rows_of_petitions
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.sheet_download import sheet_download, wants_sheet
from gandan.web.ui.select import Select

PER_PAGE = 50
MOST_FOUND = 400
MOST_ROWS = 20_000
ORDERS = {
    "newest": gettext_lazy("mới nêu trước"),
    "oldest": gettext_lazy("nêu lâu nhất trước"),
    "due": gettext_lazy("hạn trả lời gần trước"),
}
_KEPT = "petition_order"


class Filters(forms.Form):
    q = forms.CharField(label=gettext_lazy("Nội dung, mã, nơi"), required=False)
    field = forms.ChoiceField(label=gettext_lazy("Lĩnh vực"), required=False, widget=Select)
    state = forms.ChoiceField(label=gettext_lazy("Trạng thái"), required=False, widget=Select)
    level = forms.ChoiceField(label=gettext_lazy("Thuộc thẩm quyền"), required=False, widget=Select)
    source = forms.ChoiceField(label=gettext_lazy("Nguồn"), required=False, widget=Select)
    session = forms.CharField(
        label=gettext_lazy("Kỳ họp, đợt"), required=False,
        widget=forms.TextInput(attrs={"list": "sessions"}),
    )  # fmt: skip
    place = forms.CharField(label=gettext_lazy("Xã, phường"), required=False)
    unit = forms.CharField(required=False, widget=forms.HiddenInput)
    late = forms.BooleanField(label=gettext_lazy("Quá hạn"), required=False)
    empty = forms.BooleanField(label=gettext_lazy("Trả lời chung chung"), required=False)
    order = forms.ChoiceField(label=gettext_lazy("Thứ tự"), required=False, widget=Select)

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        any_: tuple[str, Any] = ("", _("tất cả"))
        named: dict[str, Any] = self.fields
        named["field"].choices = [any_, *field_choices()[1:]]
        named["state"].choices = [any_, *((key, look.word) for key, look in STATES.items())]
        named["level"].choices = [any_, *queries.AskedLevel.choices]
        named["source"].choices = [any_, *queries.SourceKind.choices]
        named["order"].choices = list(ORDERS.items())


def petitions(request: SignedRequest) -> HttpResponse:
    who = directory.standing(request.user, today())
    said = _asked(request)
    seen = access.visible_petitions(who, who.on)
    rows = _found(said, who, seen)
    in_any_state = _found({**said, "state": ""}, who, seen) if said.get("state") else rows
    order = _order(request)
    page = LongList(queries.ordered(rows, order), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": rows_of_petitions(page.object_list, who.on),
        "form": Filters({**request.GET.dict(), "order": order}),
        "filtered": any(value for name, value in said.items() if name != "order"),
        "counts": [(STATES[key], key, n)
                   for key, n in queries.counts_by_state(in_any_state).items()],
        "state": said.get("state"),
        "unit": _unit(said.get("unit", "")),
        "sessions": queries.sessions(seen)[:50],
        "may_enter": meetings.can(who, "enter", None, on=who.on),
        "may_load": access.can(who, "load", None, on=who.on),
        "may_batch": access.can(who, "batch", None, on=who.on),
        "batch": _batch(request),
    }  # fmt: skip
    return render(request, "desk/petitions.html", context)


def petition_export(request: SignedRequest) -> HttpResponse:
    """The list as a sheet: what was said and what became of it, never who asked."""
    who = directory.standing(request.user, today())
    seen = access.visible_petitions(who, who.on)
    rows = queries.ordered(_found(_asked(request), who, seen), _order(request))
    heads = [
        _("Mã"), _("Nội dung"), _("Nơi"), _("Ngày nêu"), _("Nguồn"), _("Kỳ họp, đợt"),
        _("Lĩnh vực"), _("Thuộc thẩm quyền"), _("Đơn vị giữ"), _("Trạng thái"), _("Hạn trả lời"),
    ]  # fmt: skip
    lines = (
        [
            one.code, one.text, one.place_text, f"{one.said_on:%d/%m/%Y}",
            one.get_source_display(), one.session,
            queries.name_of(one.field) if one.field else "", one.get_level_display(),
            str(one.holder or ""), one.get_state_display(),
            f"{one.due_on:%d/%m/%Y}" if one.due_on else "",
        ]
        for one in rows[:MOST_ROWS]
    )  # fmt: skip
    return sheet_download(_("Kiến nghị"), heads, lines, f"kien-nghi-{today():%Y-%m-%d}")


def petition_synthesis(request: SignedRequest) -> HttpResponse:
    """One line for a request, by level and field; `?form=xlsx` gives the same as a sheet."""
    who = directory.standing(request.user, today())
    said = _asked(request)
    seen = access.visible_petitions(who, who.on)
    found = queries.synthesise(_found(said, who, seen))
    if wants_sheet(request):
        name = f"tong-hop-{today():%Y-%m-%d}"
        return sheet_download(_("Tổng hợp"), _synthesis_heads(), _synthesis_lines(found), name)
    lines = [(section, line) for section in found.sections for line in section.lines]
    page = Paginator(lines, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "found": found,
        "page": page,
        "sections": _told_by_section(list(page.object_list)),
        "form": Filters(request.GET),
        "filtered": any(said.values()),
        "sessions": queries.sessions(seen)[:50],
    }
    return render(request, "desk/petition_synthesis.html", context)


def _synthesis_heads() -> list[str]:
    return [
        _("Thuộc thẩm quyền"), _("Lĩnh vực"), _("Kiến nghị"), _("Số lần nêu"), _("Nơi nêu"),
        _("Nêu từ"), _("Đơn vị giữ"), _("Loại trả lời"), _("Trả lời"),
    ]  # fmt: skip


def _told_by_section(
    lines: Sequence[tuple[queries.Section, queries.Line]],
) -> list[tuple[queries.Section, list[queries.ToldLine]]]:
    """The lines of a page under the headings of their sections."""
    told = queries.told([line for _section, line in lines])
    pairs = zip((section for section, _line in lines), told, strict=True)
    return [
        (group[0][0], [each for _section, each in group])
        for group in (list(run) for _id, run in groupby(pairs, key=lambda pair: id(pair[0])))
    ]


def _synthesis_lines(found: queries.Synthesis) -> list[list[str]]:
    return [
        [
            section.level_said or _("chưa phân loại"), section.field_said or _("chưa phân loại"),
            each.first.text, str(each.line.times), "; ".join(each.line.places),
            f"{each.first.said_on:%d/%m/%Y}", str(each.first.holder or ""),
            each.last_answer.get_kind_display() if each.last_answer else "",
            each.last_answer.text if each.last_answer else "",
        ]
        for section in found.sections
        for each in queries.told(section.lines)
    ]  # fmt: skip


def _asked(request: SignedRequest) -> dict[str, Any]:
    form = Filters(request.GET)
    form.is_valid()
    return form.cleaned_data


def _order(request: SignedRequest) -> str:
    """The order asked for; the last one that was asked for is kept for this person's session."""
    asked = request.GET.get("order", "")
    if asked in ORDERS and request.session.get(_KEPT) != asked:
        request.session[_KEPT] = asked
    kept = request.session.get(_KEPT, "newest")
    return kept if kept in ORDERS else "newest"


def _found(
    said: dict[str, Any], who: directory.Standing,
    seen: QuerySet[queries.Petition],
) -> QuerySet[queries.Petition]:  # fmt: skip
    rows = queries.narrowed(seen, said, who.on)
    if words := said.get("q"):
        exact = {name: said[name] for name in ("state", "level") if said.get(name)}
        best = finding.keys(words, who, kind="petition", filters=exact, limit=MOST_FOUND)
        rows = rows.filter(pk__in=best)
    return rows


def _batch(request: SignedRequest) -> queries.Batch | None:
    """What this person did last to many, to be put back from here."""
    key = key_said(request.GET.get("batch", ""))
    mine = queries.Batch.objects.filter(by=request.user, undone_at__isnull=True)
    return mine.filter(pk=key).first() if key else None


def _unit(said: str) -> units.Unit | None:
    key = key_said(said)
    return units.Unit.objects.filter(pk=key).first() if key else None
