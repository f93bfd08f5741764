"""The duties of a unit as an Excel sheet: the rows that the page shows under its filters, in its order,
late first: terms of cases, then tasks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain

from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.translation import gettext as _

from gandan.domain.directory import access as directory
from gandan.domain.petitions import queries as cases
from gandan.domain.tasks import queries
from gandan.web.desk.asking import today
from gandan.web.desk.clocks_of_case import lines_of_clocks
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.rows import rows_of
from gandan.web.desk.sheet_download import sheet_download
from gandan.web.desk.views.home import work_asked

MOST = 20_000


def task_export(request: SignedRequest) -> HttpResponse:
    day = today()
    who = directory.standing(request.user, day)
    asked = work_asked(request, who)
    heads = [
        _("Việc"), _("Chủ trì"), _("Phối hợp"), _("Hạn"), _("Còn lại"), _("Trạng thái"),
        _("Nguồn"),
    ]  # fmt: skip
    rows = chain.from_iterable(
        chain(_clocks(asked.clocks, bucket, day), _tasks(asked.tasks, bucket, day))
        for bucket in asked.buckets
    )
    return sheet_download(_("Nhiệm vụ"), heads, rows, f"nhiem-vu-{day:%Y-%m-%d}")


def _clocks(
    clocks: QuerySet[cases.Clock], bucket: queries.Bucket, day: date
) -> Iterator[list[str]]:
    for row in lines_of_clocks(cases.clocks_in_bucket(clocks, bucket, day)[:MOST], day):
        yield [
            row.words,
            row.holder,
            "",
            f"{row.due.on:%d/%m/%Y}" if row.due and row.due.on else "",
            row.due.words if row.due else "",
            row.state,
            _("vụ việc số %(n)s") % {"n": row.case},
        ]


def _tasks(tasks: QuerySet[queries.Task], bucket: queries.Bucket, day: date) -> Iterator[list[str]]:
    for row in rows_of(queries.in_bucket(tasks, bucket, day)[:MOST], day):
        yield [
            row.words,
            row.lead,
            "; ".join(row.cooperating),
            f"{row.due.on:%d/%m/%Y}" if row.due.on else "",
            row.due.words,
            str(row.look.word),
            row.source,
        ]
