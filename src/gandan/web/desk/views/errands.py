"""Việc đang chạy: the long work that this person asked for, how far it is, and what came of it."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from gandan.domain.errands import access, actions, queries
from gandan.kernel.text_sheets import MEDIA
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.states import ERRAND_STATES

PER_PAGE = 50
LINES = 100
NAMES: dict[str, str | Promise] = {
    "receive-files": gettext_lazy("Nhận nhiều tệp văn bản"),
    "export-tasks": gettext_lazy("Xuất danh sách nhiệm vụ ra Excel"),
    "judge-table": gettext_lazy("Xem trước một bảng danh bạ"),
    "enter-table": gettext_lazy("Ghi một bảng vào danh bạ"),
    "weigh-campaign": gettext_lazy("Xem trước bảng các cuộc"),
    "load-campaign": gettext_lazy("Lưu bảng các cuộc"),
    "weigh-petitions": gettext_lazy("Xem trước sổ kiến nghị"),
    "load-petitions": gettext_lazy("Nạp sổ kiến nghị"),
    "reorganise": gettext_lazy("Sáp nhập, chia tách đơn vị và chuyển việc đang mở"),
    "check-files": gettext_lazy("Soát tệp văn bản"),
    "count-moves": gettext_lazy("Đếm các hạn sẽ dời khi sửa lịch, thời hạn"),
    "change-clock": gettext_lazy("Sửa lịch, thời hạn và dời các hạn đang mở"),
    "change-tasks": gettext_lazy("Làm hàng loạt với nhiều nhiệm vụ"),
    "lay-duty": gettext_lazy("Giao một nhiệm vụ cho nhiều đơn vị"),
    "undo-tasks": gettext_lazy("Hoàn lại việc làm hàng loạt"),
}

# Where somebody goes on with what was made: the page of an errand of this kind, and its word.
ONWARD: dict[str, tuple[str, str | Promise]] = {
    "count-moves": ("clock-proposal", gettext_lazy("Xem các hạn sẽ dời")),
    "judge-table": ("table-judged", gettext_lazy("Xem từng dòng rồi ghi")),
    "weigh-campaign": ("campaign-weighed", gettext_lazy("Xem từng dòng rồi lưu")),
    "weigh-petitions": ("petitions-weighed", gettext_lazy("Xem từng dòng rồi nạp")),
    "check-files": ("checked-files", gettext_lazy("Xem kết quả soát")),
}


def errands(request: SignedRequest) -> HttpResponse:
    mine = access.visible_errands(request.user)
    page = Paginator(mine, PER_PAGE).get_page(request.GET.get("page"))
    at = timezone.now()
    rows = [
        (one, NAMES.get(one.kind, one.kind), ERRAND_STATES[queries.state_of(one, at)])
        for one in page.object_list
    ]
    return render(request, "desk/errands.html", {"page": page, "rows": rows})


def errand(request: SignedRequest, pk: int) -> HttpResponse:
    """The whole page; for htmx, which asks again while it goes on, only what changes."""
    this = get_object_or_404(access.visible_errands(request.user), pk=pk)
    counts = queries.counts_of(this)
    page = Paginator(this.lines.all(), LINES).get_page(request.GET.get("page"))
    shown = {
        "errand": this,
        "name": NAMES.get(this.kind, this.kind),
        "look": ERRAND_STATES[queries.state_of(this, timezone.now())],
        "counts": [(word, counts[fate]) for fate, word in _FATES.items() if fate in counts],
        "page": page,
        "onward": _onward(this),
    }
    part = request.headers.get("HX-Request") == "true"
    return render(request, "desk/errand_state.html" if part else "desk/errand.html", shown)


def _onward(this: queries.Errand) -> tuple[str, str | Promise] | None:
    """Also where it was stopped after its first things: what they gave is there."""
    is_there = this.ended_at is not None and this.done > 0
    return ONWARD.get(this.kind) if is_there and queries.is_kept(this, timezone.now()) else None


@require_POST
def errand_stop(request: SignedRequest, pk: int) -> HttpResponse:
    this = get_object_or_404(access.visible_errands(request.user), pk=pk)
    actions.stop(this, actor=request.user, at=timezone.now())
    return redirect("errand", pk=pk)


def errand_file(request: SignedRequest, pk: int) -> HttpResponseBase:
    this = get_object_or_404(access.visible_errands(request.user), pk=pk)
    path = this.folder / this.result
    if not this.result or not path.is_file():
        raise Http404
    return FileResponse(
        path.open("rb"), as_attachment=True, filename=this.result, content_type=MEDIA
    )


_FATES: dict[str, str | Promise] = {
    "new": gettext_lazy("đã làm"),
    "there": gettext_lazy("có sẵn"),
    "refused": gettext_lazy("từ chối"),
}
