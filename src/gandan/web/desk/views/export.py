"""The duties of a unit as an Excel sheet, in the order of the page, late first."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from gandan.domain.directory import access as directory
from gandan.domain.tasks import access, queries
from gandan.web.desk.asking import today
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.rows import rows_of
from gandan.web.desk.sheet_download import sheet_download
from gandan.web.desk.views.home import unit_asked

MOST = 20_000


def task_export(request: SignedRequest) -> HttpResponse:
    day = today()
    who = directory.standing(request.user, day)
    unit = unit_asked(request, who)
    visible = access.visible_tasks(who, day)
    mine = queries.of_unit(visible, unit) if unit else visible.filter(pk__in=())
    heads = [
        _("Việc"), _("Chủ trì"), _("Phối hợp"), _("Hạn"), _("Còn lại"), _("Trạng thái"),
        _("Nguồn"),
    ]  # fmt: skip
    rows = (
        [
            row.words,
            row.lead,
            "; ".join(row.cooperating),
            f"{row.due.on:%d/%m/%Y}" if row.due.on else "",
            row.due.words,
            str(row.look.word),
            row.source,
        ]
        for bucket in queries.BUCKETS
        for row in rows_of(queries.in_bucket(mine, bucket, day)[:MOST], day)
    )
    return sheet_download(_("Nhiệm vụ"), heads, rows, f"nhiem-vu-{day:%Y-%m-%d}")
