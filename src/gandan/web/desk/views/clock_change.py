"""Changes of the clock: asked, shown with the dates they would move, then done."""

from __future__ import annotations

import secrets
from collections import Counter
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from gandan.domain.directory import access as directory
from gandan.domain.timekeeping import actions, queries
from gandan.domain.timekeeping.queries import Edit
from gandan.kernel.calendar.table import disputed_days
from gandan.kernel.calendar.wording import full
from gandan.web.desk.asking import done_or_shown, sent, today
from gandan.web.desk.clock_forms import (
    BackForm,
    DayForm,
    DisputedForm,
    HabitForm,
    OwnForm,
    SwitchForm,
    YearForm,
)  # fmt: skip
from gandan.web.desk.moved_rows import rows_of_moves
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.views.clock import territory_asked
from gandan.web.desk.views.clock_proposed import SHOWN, counted_later, moved_later


def clock_day(request: SignedRequest, on: str) -> HttpResponse:
    try:
        day = date.fromisoformat(on)
    except ValueError:
        raise Http404 from None
    territory = territory_asked(request)
    _must(request, territory)
    calendar = queries.timetable().calendar
    if day.year not in calendar.years:
        raise Http404
    off = calendar.why_off(day, queries.place_of(territory)[1])
    form = DayForm(sent(request), initial={"mark": "holiday"})
    words = {
        "heading": full(day)[:1].upper() + full(day)[1:],
        "lead": _("Đang là ngày nghỉ: %(name)s.") % {"name": off} if off else _("Đang là ngày làm việc."),
        "back": _calendar(year=day.year, territory=territory),
    }  # fmt: skip
    return _proposed(request, form, lambda: form.edit(day, territory), words)


def clock_habit(request: SignedRequest) -> HttpResponse:
    territory = territory_asked(request)
    _must(request, territory)
    form = HabitForm(sent(request))
    words = {
        "heading": _("Ngày làm việc trong tuần của địa bàn"),
        "lead": queries.place_of(territory)[0],
        "back": _calendar(territory=territory),
    }
    return _proposed(request, form, lambda: form.edit(territory), words)


def clock_year(request: SignedRequest, year: int) -> HttpResponse:
    _must(request)
    if year not in queries.timetable().calendar.years:
        raise Http404
    form = YearForm(sent(request))
    words = {
        "heading": _("Xác nhận lịch nghỉ năm %(year)s") % {"year": year},
        "lead": _("Chỉ xác nhận khi các ngày nghỉ, nghỉ bù, hoán đổi đã đúng với văn bản."),
        "back": _calendar(year=year),
    }
    return _proposed(request, form, lambda: form.edit(year), words)


def clock_disputed(request: SignedRequest, name: str) -> HttpResponse:
    _must(request)
    if name not in disputed_days():
        raise Http404
    form = DisputedForm(sent(request))
    words = {
        "heading": _("Tính là ngày nghỉ"),
        "lead": disputed_days()[name],
        "back": _calendar(),
    }
    return _proposed(request, form, lambda: form.edit(name), words)


def clock_switch(request: SignedRequest, key: str) -> HttpResponse:
    """`key`: the name of a row and the day since which it holds."""
    _must(request)
    row = _row(key)
    form = SwitchForm(sent(request))
    words = {
        "heading": _("Bật thời hạn %(name)s") % {"name": row.name},
        "lead": f"{row.means}: {row.said()}. {row.reason}",
        "back": reverse("clock-term", args=[row.name]),
    }
    return _proposed(request, form, lambda: form.edit(key), words)


def clock_own(request: SignedRequest, name: str) -> HttpResponse:
    _must(request)
    row = next((row for row in queries.timetable().terms if row.name == name), None)
    if row is None:
        raise Http404
    form = OwnForm(sent(request), initial={"length": row.length, "unit": row.unit})
    words = {
        "heading": _("Thời hạn của cơ quan: %(name)s") % {"name": name},
        "lead": f"{row.means}: {row.said()} ({row.basis})",
        "back": reverse("clock-term", args=[name]),
    }
    return _proposed(request, form, lambda: form.edit(name), words)


def clock_back(request: SignedRequest, pk: int) -> HttpResponse:
    """Bring back what is shipped in the place of a change."""
    made = queries.edit_of(get_object_or_404(queries.edits_made(), pk=pk))
    _must(request, made.territory)
    form = BackForm(sent(request))
    words = {
        "heading": _("Bỏ sửa đổi"),
        "lead": queries.said_of(made),
        "back": _calendar(territory=made.territory),
    }
    return _proposed(request, form, lambda: form.edit(made), words)


def _proposed(
    request: SignedRequest, form: forms.Form, edit_said: Any, words: dict[str, Any]
) -> HttpResponse:
    """The first answer shows which open dates would move; nothing is done before `confirm`."""
    words = {"form": form, "verb": _("Xem trước"), **words}
    if not form.is_valid():
        return render(request, "desk/form.html", words)
    edit: Edit = edit_said()
    before = queries.timetable()
    if done_or_shown(form, lambda: queries.checked(edit, before)) is None:
        return render(request, "desk/form.html", words)
    if not queries.is_quick():
        return counted_later(request, edit, words)
    found = queries.moves(before, before.after(edit))
    if "confirm" in request.POST:
        seen = request.POST.get("seen", "") if request.POST["confirm"] == "move" else None
        if seen is not None and len(found) > queries.MOVED_AT_ONCE:
            return moved_later(request, edit, seen, len(found))
        moved = done_or_shown(
            form, lambda: actions.change(edit, seen=seen, actor=request.user, at=timezone.now())
        )
        if moved is not None:
            messages.success(request, _("Đã lưu thay đổi; %(n)s hạn đã dời.") % {"n": moved})
            return redirect(words["back"])
    page = Paginator(found, SHOWN).get_page(request.POST.get("page"))
    return render(
        request,
        "desk/clock_change.html",
        {
            **words,
            "said": queries.said_of(edit),
            "reason": edit.reason,
            "seen": queries.digest_of(found),
            "counts": sorted(Counter(move.kind for move in found).items()),
            "total": len(found),
            "rows": rows_of_moves(
                list(page.object_list), directory.standing(request.user, today())
            ),
            "page": page,
            "key": secrets.token_hex(16),
        },
    )


def _must(request: SignedRequest, territory: str = "") -> None:
    if not directory.can(request.user, "set_clock", territory, on=today()):
        raise directory.Denied(actions.MAY_NOT)


def _row(key: str) -> Any:
    name, _sep, since = key.partition("@")
    for row in queries.timetable().terms:
        if row.name == name and (row.valid_from.isoformat() if row.valid_from else "") == since:
            return row
    raise Http404


def _calendar(**asked: Any) -> str:
    said = {name: value for name, value in asked.items() if value}
    return reverse("clock") + (f"?{urlencode(said)}" if said else "")
