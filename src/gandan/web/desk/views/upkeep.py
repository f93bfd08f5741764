"""What runs by itself: each job with its last run and its next, for who administers the office."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gandan.domain.upkeep import access, actions, queries
from gandan.web.desk.asking import done_or_told, today
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.states import JOB_STATES

SHOWN = 30


def upkeep(request: SignedRequest) -> HttpResponse:
    access.must(request.user, "read_jobs", on=today())
    standings = queries.standings(timezone.now())
    page = Paginator(queries.runs(), SHOWN).get_page(request.GET.get("page"))
    names = {job.key: job.name for job in queries.JOBS}
    return render(
        request,
        "desk/upkeep.html",
        {
            "standings": [(one, JOB_STATES[one.state]) for one in standings],
            "is_idle": queries.is_idle(standings),
            "page": page,
            "runs": [(run, names.get(run.job, run.job)) for run in page.object_list],
        },
    )


@require_POST
def upkeep_run(request: SignedRequest, key: str) -> HttpResponse:
    access.must(request.user, "ask_job", on=today())
    job = queries.job_named(key)
    if job is None:
        raise Http404
    asked = done_or_told(request, lambda: actions.ask(job, actor=request.user, at=timezone.now()))
    if asked is not None:
        messages.success(
            request, _("Đã yêu cầu. Việc bắt đầu trong vòng một phút nếu việc nền đang hoạt động.")
        )
    return redirect("upkeep")
