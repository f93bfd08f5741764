"""The lists of documents, plans and meetings as Excel sheets: all rows that the filters leave."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from gandan.domain.directory import access as directory
from gandan.domain.registry import access as registry_access
from gandan.domain.registry import queries as registry
from gandan.domain.registry.queries import Document
from gandan.domain.tasks import access, plans, queries
from gandan.web.desk.asking import today
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.sheet_download import sheet_download
from gandan.web.desk.standings import STANDING_WORDS
from gandan.web.desk.views.documents import documents_asked
from gandan.web.desk.views.meetings import meetings_asked

MOST = 20_000


def documents_export(request: SignedRequest) -> HttpResponse:
    who = directory.standing(request.user, today())
    found, _form, _said = documents_asked(
        request.GET, registry_access.visible_documents(who, who.on)
    )
    counted: Any = registry.with_counts(found).defer("file__text")
    heads = [
        *_document_heads(),
        _("Cơ quan ban hành"),
        _("Nhiệm vụ"),
        _("Chờ duyệt"),
        _("Được nhắc"),
    ]
    rows = (
        [
            *_document(one),
            one.issuer_text,
            _number(one.duties),
            _number(one.duties_open),
            _number(one.times_cited),
        ]
        for one in counted[:MOST]
    )
    return sheet_download(_("Văn bản"), heads, rows, f"van-ban-{who.on:%Y-%m-%d}")


def plans_export(request: SignedRequest) -> HttpResponse:
    who = directory.standing(request.user, today())
    tasks = access.visible_tasks(who, who.on)
    documents = registry_access.visible_documents(who, who.on)
    found = list(plans.plans(documents, tasks).defer("file__text")[:MOST])
    shares = plans.shares_of_plans(tasks, found, who.on)
    waiting = plans.waiting_duties(found)
    heads = [
        *_document_heads(),
        *(str(look.word) for look in STANDING_WORDS.values()),
        _("Chờ giao"),
    ]
    rows = (
        [
            *_document(one),
            *(_number(shares.get(one.pk, queries.Shares()).of(key)) for key in STANDING_WORDS),
            _number(waiting.get(one.pk, 0)),
        ]
        for one in found
    )
    return sheet_download(_("Kế hoạch"), heads, rows, f"ke-hoach-{who.on:%Y-%m-%d}")


def meetings_export(request: SignedRequest) -> HttpResponse:
    who = directory.standing(request.user, today())
    found, _asked = meetings_asked(request.GET, who)
    heads = [
        _("Nơi tổ chức"), _("Ngày"), _("Đơn vị"), _("Cấp"), _("Hình thức"), _("Số người dự"),
        _("Số ý kiến"), _("Đợt"),
    ]  # fmt: skip
    rows = (
        [
            one.place,
            f"{one.held_on:%d/%m/%Y}",
            str(one.unit),
            _(one.get_tier_display() or ""),
            _(one.get_mode_display()),
            str(one.attendees),
            str(one.opinions),
            str(one.campaign or ""),
        ]
        for one in found[:MOST]
    )
    return sheet_download(_("Các cuộc đã ghi"), heads, rows, f"cuoc-hop-{who.on:%Y-%m-%d}")


def _document_heads() -> list[str]:
    return [_("Số, ký hiệu"), _("Ngày"), _("Loại"), _("Trích yếu")]


def _document(one: Document) -> list[str]:
    issued = f"{one.issued_on:%d/%m/%Y}" if one.issued_on else ""
    return [one.number, issued, one.kind, one.subject]


def _number(value: int | None) -> str:
    return str(value or 0)
