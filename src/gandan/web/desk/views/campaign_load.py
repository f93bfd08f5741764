"""Load the workbook of a campaign: first the verdict on every row, then, when asked again, the rows.

A short one is weighed and stored at once; of a longer one the machine does both, a part at a time."""

from __future__ import annotations

import json
import secrets
from collections import Counter
from collections.abc import Mapping

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from gandan.domain.errands import actions as errands
from gandan.domain.errands.access import visible_errands
from gandan.domain.errands.queries import JUDGED
from gandan.domain.meetings import access, queries
from gandan.domain.meetings.actions import CHUNK, Verdict, load_sheet
from gandan.domain.meetings.queries import Campaign, SheetRow
from gandan.web.desk.asking import done_or_shown, sent, today
from gandan.web.desk.meeting_forms import LoadForm
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.views.campaign import campaign_of
from gandan.web.desk.views.directory_tables import QUICK

PER_PAGE = 200


def campaign_load(request: SignedRequest, pk: int) -> HttpResponse:
    this = campaign_of(request, pk)
    access.must(request.user, "run", this, on=today())
    form = LoadForm(sent(request), request.FILES if request.method == "POST" else None)
    verdicts: list[Verdict] | None = None
    if form.is_valid():
        data = form.cleaned_data["sheet"].read()
        rows = None if len(data) > QUICK else _rows(form, data, this)
        if len(data) > QUICK or (rows is not None and len(rows) > CHUNK):
            return _weighed_later(request, this, data)
        store = request.POST.get("step") == "store"
        if rows is not None:
            verdicts = load_sheet(rows, this, actor=request.user, now=timezone.now, store=store)
        if store and verdicts:
            counts = Counter(one.verdict for one in verdicts)
            messages.success(request, _("Đã lưu %(n)s cuộc.") % {"n": counts["new"]})
            if not counts["refused"]:
                return redirect("campaign", pk=pk)
    shown = {"campaign": this, "form": form, "columns": queries.COLUMNS.values()}
    return render(
        request,
        "desk/campaign_load.html",
        {
            **shown, "verdicts": verdicts or [],
            "counts": _counts(Counter(one.verdict for one in verdicts)) if verdicts else [],
        },
    )  # fmt: skip


def _rows(form: LoadForm, data: bytes, campaign: Campaign) -> list[SheetRow] | None:
    return done_or_shown(form, lambda: queries.rows_of_sheet(data, campaign.name))


def _weighed_later(request: SignedRequest, campaign: Campaign, data: bytes) -> HttpResponse:
    made = errands.ask(
        "weigh-campaign", key=request.POST.get("key") or secrets.token_hex(16), total=0,
        said={"campaign": campaign.pk}, files=[("", [data])], actor=request.user, at=timezone.now(),
    )  # fmt: skip
    return redirect("errand", pk=made.pk)


def campaign_weighed(request: SignedRequest, pk: int) -> HttpResponse:
    """Every row of a long workbook with its verdict, page by page; then the good ones are stored."""
    errand = get_object_or_404(visible_errands(request.user), pk=pk, kind="weigh-campaign")
    this = campaign_of(request, errand.said["campaign"])
    access.must(request.user, "run", this, on=today())
    try:
        weighed = json.loads((errand.folder / JUDGED).read_bytes())
    except OSError:
        raise Http404 from None
    if request.method == "POST":
        order = errands.ordered({"campaign": this.pk, "rows": weighed["rows"]})
        made = errands.ask(
            "load-campaign", key=f"campaign-{errand.pk}", said={"campaign": this.pk},
            total=len(weighed["rows"]), files=order, actor=request.user, at=timezone.now(),
        )  # fmt: skip
        return redirect("errand", pk=made.pk)
    verdicts = weighed["verdicts"]
    counts = Counter(each["verdict"] for each in verdicts)
    # Those that are refused first: whoever looks through thousands looks for them.
    page = Paginator(sorted(verdicts, key=lambda each: each["verdict"] != "refused"), PER_PAGE)
    shown = page.get_page(request.GET.get("page"))
    return render(
        request,
        "desk/campaign_weighed.html",
        {
            "campaign": this, "verdicts": shown.object_list, "page": shown,
            "counts": _counts(counts), "stores": counts["new"],
        },
    )  # fmt: skip


def _counts(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    words = ((_("sẽ lưu"), "new"), (_("có sẵn"), "there"), (_("từ chối"), "refused"))
    return [(word, counts.get(verdict, 0)) for word, verdict in words]
