"""Bảng tiếng dân: what rises, what waits, what was solved; each number opens its rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from gandan.domain.directory import access as directory
from gandan.domain.petitions import access, boards, queries
from gandan.domain.petitions.listing import ordered
from gandan.web.desk.asking import today
from gandan.web.desk.paging import LongList
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.sheet_download import sheet_download
from gandan.web.desk.tiles import Tile, tile_map

OLDEST = 10
PER_PAGE = 25
MOST = 20_000
ASKED = ("month", "where", "field", "unit", "result", "state", "level", "session", "late", "once",
         "since", "until", "within", "outcome", "unsorted")  # fmt: skip
Table = tuple[str, Sequence[str], Iterable[Sequence[str]]]


def petition_board(request: SignedRequest) -> HttpResponse:
    seen, day = _seen(request)
    places = boards.by_place(seen)
    months = boards.last_months(day)
    waiting = queries.oldest_unanswered(seen)
    context = {
        "months": months,
        "themes": [(theme, _cells(theme, months)) for theme in boards.themes(seen, day)],
        "solving": queries.solving_by_unit(seen),
        "places": [(place, _word(place)) for place in places],
        "map": tile_map([_tile(place) for place in places], _("Tỷ lệ đã giải quyết theo nơi")),
        "oldest": [(one, (day - one.said_on).days) for one in waiting[:OLDEST]],
    }
    return render(request, "desk/petition_board.html", context)


def petition_rows(request: SignedRequest) -> HttpResponse:
    """The rows behind a number of the board, as a list or as a sheet (`?form=xlsx`)."""
    seen, day = _seen(request)
    asked = {name: request.GET[name] for name in ASKED if name in request.GET}
    rows = ordered(boards.cut(seen, asked, day), request.GET.get("order", "oldest"))
    if request.GET.get("form") == "xlsx":
        return sheet_download(*_rows_table(rows), f"kien-nghi-{day:%Y-%m-%d}")
    page = LongList(rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "asked": _said(asked)}
    return render(request, "desk/petition_rows.html", context)


def petition_board_sheet(request: SignedRequest, table: str) -> HttpResponse:
    seen, day = _seen(request)
    if table not in _TABLES:
        raise Http404
    title, heads, rows = _TABLES[table](seen, day)
    return sheet_download(title, heads, rows, f"tieng-dan-{table}-{day:%Y-%m-%d}")


def _seen(request: SignedRequest) -> tuple[QuerySet[queries.Petition], date]:
    day = today()
    return access.visible_petitions(directory.standing(request.user, day), day), day


def _cells(theme: boards.Theme, months: Sequence[date]) -> list[tuple[int | None, str]]:
    """Each number of a theme with the address of its rows; what is hidden has none."""
    return [
        (number, _address(where=theme.place, month=f"{month:%Y-%m}", **_of_field(theme.field)))
        for number, month in zip(theme.months, months, strict=True)
    ]


def _of_field(field: str) -> dict[str, str]:
    return {"field": field} if field else {"unsorted": "1"}


def _tile(place: boards.Place) -> Tile:
    rate = None if place.is_small else place.solved_share
    return Tile(place.name, _word(place), rate, _address(where=place.name))


def _word(place: boards.Place) -> str:
    return _("ít số liệu") if place.is_small else f"{place.solved_share}%"


def _address(**asked: str) -> str:
    return f"{reverse('petition-rows')}?{urlencode(asked)}"


def _said(asked: dict[str, str]) -> list[str]:
    """What was asked for, in words."""
    words = {
        "answered": _("đã trả lời"),
        "solved": _("đã giải quyết"),
        "unanswered": _("chưa trả lời"),
    }
    said = []
    if "where" in asked:
        said.append(asked["where"] or _("không ghi nơi"))
    if asked.get("field"):
        said.append(queries.name_of(asked["field"]))
    if month := asked.get("month", ""):
        said.append("/".join(reversed(month.split("-"))))
    if asked.get("result") in words:
        said.append(words[asked["result"]])
    return said


def _rows_table(rows: QuerySet[queries.Petition]) -> Table:
    heads = [_("Mã"), _("Nội dung"), _("Nơi"), _("Lĩnh vực"), _("Ngày nêu"), _("Đơn vị giữ"),
             _("Trạng thái"), _("Hạn trả lời")]  # fmt: skip
    return _("Kiến nghị"), heads, (
        [one.code, one.text, one.place_text, queries.name_of(one.field) if one.field else "",
         f"{one.said_on:%d/%m/%Y}", str(one.holder or ""), one.get_state_display(),
         f"{one.due_on:%d/%m/%Y}" if one.due_on else ""]
        for one in rows[:MOST]
    )  # fmt: skip


def _themes_table(seen: QuerySet[queries.Petition], day: date) -> Table:
    heads = [
        _("Nơi"),
        _("Lĩnh vực"),
        *(f"{each:%m/%Y}" for each in boards.last_months(day)),
        _("Tổng"),
    ]
    return (
        _("Chủ đề"),
        heads,
        (
            [one.place, one.name, *map(_number, one.months), _number(one.total)]
            for one in boards.themes(seen, day)
        ),
    )


def _units_table(seen: QuerySet[queries.Petition], _day: date) -> Table:
    heads = [_("Đơn vị"), _("Kiến nghị"), _("Đã trả lời"), _("% trả lời"), _("Đã giải quyết"),
             _("% giải quyết")]  # fmt: skip
    return _("Đơn vị"), heads, (
        [str(cell) for cell in (one.name, one.total, one.answered, one.answered_share, one.solved,
                                one.solved_share)]
        for one in queries.solving_by_unit(seen)
    )  # fmt: skip


def _places_table(seen: QuerySet[queries.Petition], _day: date) -> Table:
    heads = [_("Nơi"), _("Kiến nghị"), _("% trả lời"), _("% giải quyết")]
    return _("Nơi"), heads, (
        [one.name, *(["…"] * 3 if one.is_small else
                     map(str, (one.total, one.answered_share, one.solved_share)))]
        for one in boards.by_place(seen)
    )  # fmt: skip


def _oldest_table(seen: QuerySet[queries.Petition], _day: date) -> Table:
    return _rows_table(queries.oldest_unanswered(seen))


def _number(value: int | None) -> str:
    return "…" if value is None else str(value)


_TABLES: dict[str, Any] = {
    "themes": _themes_table, "units": _units_table, "places": _places_table,
    "oldest": _oldest_table,
}  # fmt: skip
