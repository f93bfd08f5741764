"""Deadlines outside the desk: the daily message and the calendar of an account."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from gandan.domain.petitions.queries import clock_deadlines
from gandan.domain.tasks import actions, queries
from gandan.domain.tasks.feed import account_of_secret, calendar_of, task_deadlines
from gandan.web.desk.asking import done_or_shown, sent, today
from gandan.web.desk.request import SignedRequest


class MailboxForm(forms.Form):
    address = forms.EmailField(label=gettext_lazy("Địa chỉ thư"), required=False)
    wants_digest = forms.BooleanField(
        label=gettext_lazy("Nhận thư nhắc việc mỗi ngày làm việc"), required=False
    )


def reminders(request: SignedRequest) -> HttpResponse:
    """Where my daily message goes, and the calendar address of my deadlines."""
    box = queries.mailbox_of(request.user)
    initial = {
        "address": box.address if box else "", "wants_digest": box.wants_digest if box else True,
    }  # fmt: skip
    form = MailboxForm(sent(request), initial=initial)
    if form.is_valid():
        said = form.cleaned_data
        kept = done_or_shown(
            form,
            lambda: actions.set_mailbox(
                said["address"],
                wants_digest=said["wants_digest"],
                actor=request.user,
                at=timezone.now(),
            ),
        )
        if kept:
            messages.success(request, _("Đã lưu."))
            return redirect("me-reminders")
    return _page(request, form, "")


@require_POST
def calendar_open(request: SignedRequest) -> HttpResponse:
    """The new address is shown on this page only: nobody can read it later, not even we."""
    secret = actions.open_feed(actor=request.user, at=timezone.now())
    address = request.build_absolute_uri(reverse("calendar-feed", args=[secret]))
    return _page(request, MailboxForm(), address)


@require_POST
def calendar_close(request: SignedRequest) -> HttpResponse:
    actions.close_feed(actor=request.user, at=timezone.now())
    messages.success(request, _("Địa chỉ lịch cũ không dùng được nữa."))
    return redirect("me-reminders")


@require_safe
def calendar_feed(request: HttpRequest, secret: str) -> HttpResponse:
    """For calendar programs, which cannot sign in: who has the secret reads the deadlines."""
    account = account_of_secret(secret)
    if account is None:
        raise Http404
    link = request.build_absolute_uri(reverse("home"))
    day = today()
    text = calendar_of(
        [
            *task_deadlines(account, day, lambda task: f"{link}tasks/{task.pk}/"),
            *clock_deadlines(account, day, lambda case: f"{link}petitions/{case.pk}/"),
        ]
    )
    answer = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    answer["Cache-Control"] = "private, max-age=900"
    answer["Referrer-Policy"] = "no-referrer"
    return answer


def _page(request: SignedRequest, form: MailboxForm, address: str) -> HttpResponse:
    feed = queries.CalendarFeed.objects.filter(account=request.user, revoked_at__isnull=True)
    return render(
        request,
        "desk/reminders.html",
        {"form": form, "feed": feed.first(), "address": address},
    )
