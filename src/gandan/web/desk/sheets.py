"""The smaller lists of the desk as Excel sheets, each with `?form=xlsx` at its own address: the rows that
its filters leave, all pages of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.translation import gettext as _

from gandan.domain.directory.queries import Account
from gandan.domain.meetings.inspections import Course, Inspection
from gandan.domain.meetings.queries import Campaign, Reception
from gandan.domain.registry.queries import Document
from gandan.domain.tasks.plan_lines import plan_lines
from gandan.domain.tasks.queries import Task, UnitLoad
from gandan.kernel.terms import Term
from gandan.web.desk.months import LEGEND, Day
from gandan.web.desk.rows import rows_of
from gandan.web.desk.sheet_download import sheet_download
from gandan.web.desk.standings import STANDING_WORDS
from gandan.web.desk.states import INSPECTIONS, WORDS, Look

MOST = 20_000


def unlinked_sheet(tasks: QuerySet[Task], on: date) -> HttpResponse:
    heads = [_("Việc"), _("Chủ trì"), _("Nguồn"), _("Hạn")]
    rows = (
        [row.words, row.lead, row.source, _day(row.due.on)] for row in rows_of(tasks[:MOST], on)
    )
    return sheet_download(_("Chưa rõ đơn vị chủ trì"), heads, rows, f"chua-ro-chu-tri-{on}")


def board_sheet(loads: Iterable[UnitLoad], on: date) -> HttpResponse:
    heads = [
        _("Đơn vị"), _("Đang mở"), _("Quá hạn"), _("Trong 7 ngày"), _("Trình duyệt"), _("Đã xong"),
        _("Tỷ lệ quá hạn"),
    ]  # fmt: skip
    rows = (
        [one.name, *map(str, (one.open, one.late, one.soon, one.submitted, one.done)),
         f"{one.late_share}%"]
        for one in loads
    )  # fmt: skip
    return sheet_download(_("Bảng điều hành"), heads, rows, f"bang-dieu-hanh-{on}")


def plan_sheet(plan: Document, duties: QuerySet[Any]) -> HttpResponse:
    """The table of a plan: section, words, who, with whom, when, and how it stands."""
    heads = [
        _("Mục"), _("Nội dung"), _("Chủ trì"), _("Phối hợp"), _("Thời gian"), _("Hạn"),
        _("Tình hình"), _("Trạng thái"), _("Phần việc đã xong"),
    ]  # fmt: skip
    rows = (
        [
            line.section, line.text, line.lead_name or line.lead_text, "; ".join(line.cooperating),
            line.time_text, _day(line.next_due), str(STANDING_WORDS[line.standing].word),
            str(WORDS[line.state].word), "{}/{}".format(*line.parts) if line.parts[1] else "",
        ]
        for line in plan_lines(duties[:MOST])
    )  # fmt: skip
    return sheet_download(_("Kế hoạch"), heads, rows, f"ke-hoach-{plan.pk}")


def inspections_sheet(found: QuerySet[Inspection], on: date) -> HttpResponse:
    heads = [
        _("Cuộc kiểm tra"), _("Đơn vị"), _("Trạng thái"), _("Số đơn vị"), _("Đã kiểm tra"),
        _("Việc khắc phục"), _("Còn mở"),
    ]  # fmt: skip
    listed: Any = found
    rows = (
        [one.name, str(one.unit), str(INSPECTIONS[one.state].word),
         *map(str, (one.planned, one.held, one.found, one.open_found))]
        for one in listed[:MOST]
    )  # fmt: skip
    return sheet_download(_("Kiểm tra, giám sát"), heads, rows, f"kiem-tra-{on}")


def courses_sheet(found: QuerySet[Course], on: date) -> HttpResponse:
    heads = [_("Lớp"), _("Nội dung"), _("Đơn vị"), _("Số buổi"), _("Đã tổ chức")]
    listed: Any = found
    rows = (
        [one.name, one.subject, str(one.unit), str(one.planned), str(one.held)]
        for one in listed[:MOST]
    )
    return sheet_download(_("Tập huấn"), heads, rows, f"tap-huan-{on}")


def campaigns_sheet(found: QuerySet[Campaign], on: date) -> HttpResponse:
    heads = [_("Đợt"), _("Đơn vị"), _("Từ ngày"), _("Đến ngày"), _("Số cuộc")]
    listed: Any = found
    rows = (
        [one.name, str(one.unit), _day(one.starts_on), _day(one.ends_on), str(one.held)]
        for one in listed[:MOST]
    )
    return sheet_download(_("Tiếng dân"), heads, rows, f"dot-tiep-xuc-{on}")


def receptions_sheet(found: QuerySet[Reception], on: date) -> HttpResponse:
    """The schedule; the register of who was received is a sheet of its own."""
    heads = [_("Ngày"), _("Nơi tiếp"), _("Đơn vị"), _("Người tiếp"), _("Số lượt"), _("Trạng thái")]
    listed: Any = found
    rows = (
        [
            _day(one.on), one.place, str(one.unit), one.received_by, str(one.lines),
            _("đã hủy") if one.cancelled_reason else _("đã tiếp") if one.meeting_id else "",
        ]
        for one in listed[:MOST]
    )  # fmt: skip
    return sheet_download(_("Tiếp công dân"), heads, rows, f"lich-tiep-cong-dan-{on}")


def accounts_sheet(found: Iterable[Account], on: date) -> HttpResponse:
    heads = [_("Tên đăng nhập"), _("Họ và tên"), _("Vai trò"), _("Trạng thái")]
    rows = (
        [
            one.username, str(one.person), "; ".join(f"{_(grant.get_role_display())} ({grant.unit})"
                                                     for grant in one.grants.all()),
            _("đang dùng") if one.is_active else _("đã đóng"),
        ]
        for one in found
    )  # fmt: skip
    return sheet_download(_("Tài khoản"), heads, rows, f"tai-khoan-{on}")


def days_sheet(days: Iterable[Day], year: int) -> HttpResponse:
    heads = [_("Ngày"), _("Là"), _("Tên ngày"), _("cơ quan đã sửa")]
    rows = (
        [_day(day.on), str(LEGEND[day.mark][1]), day.says, "x" if day.is_edited else ""]
        for day in days
    )
    return sheet_download(_("Những ngày khác thường"), heads, rows, f"lich-{year}")


def terms_sheet(found: Sequence[tuple[Term, Look, str]], on: date) -> HttpResponse:
    heads = [
        _("Tên"), _("Việc"), _("Tính từ"), _("Thời hạn"), _("Căn cứ"), _("Từ ngày"), _("Đến ngày"),
        _("Tình trạng"), _("Mức xác nhận"), _("Lý do, lưu ý"),
    ]  # fmt: skip
    rows = (
        [
            row.name, row.means, row.event, row.said(), row.basis, _day(row.valid_from),
            _day(row.valid_to), str(look.word), sure, " ".join(filter(None, (row.reason, row.caution))),
        ]
        for row, look, sure in found
    )  # fmt: skip
    return sheet_download(_("Thời hạn luật định"), heads, rows, f"thoi-han-{on}")


def _day(on: date | None) -> str:
    return f"{on:%d/%m/%Y}" if on else ""
