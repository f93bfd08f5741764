"""Ask for a later day, and answer who asks. The answer "yes" extends."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from gandan.domain.directory.queries import Account
from gandan.domain.tasks.access import must
from gandan.domain.tasks.actions.dates import extend
from gandan.domain.tasks.actions.hold import held, remember
from gandan.domain.tasks.models import DueDate, ExtensionRequest
from gandan.kernel.refusal import Refused


@transaction.atomic
def ask_extension(
    due: DueDate, to: date, reason: str, *, actor: Account, at: datetime
) -> ExtensionRequest:
    """Those who do the work ask; who may extend finds it on the board."""
    task = held(due.task)
    must(actor, "progress", task, on=timezone.localdate(at))
    asked = DueDate.objects.get(pk=due.pk)
    if not asked.is_open:
        raise Refused("Hạn này đã xong hoặc đã được gia hạn. Chưa có gì thay đổi.")
    if not reason.strip():
        raise Refused("Xin gia hạn phải có lý do. Chưa có gì thay đổi. Hãy ghi lý do.")
    if to <= asked.on:
        raise Refused("Hạn xin phải muộn hơn hạn đang có. Chưa có gì thay đổi.")
    if asked.requests.filter(granted__isnull=True).exists():
        raise Refused("Đã có đề nghị gia hạn đang chờ trả lời. Chưa có gì thay đổi.")
    request = ExtensionRequest.objects.create(
        due=asked, to=to, reason=reason.strip(), asked_at=at, asked_by=actor
    )
    remember("task.ask", task, actor, at, {"from": asked.on.isoformat(), "to": to.isoformat()})
    return request


@transaction.atomic
def answer_extension(
    request: ExtensionRequest, *, granted: bool, actor: Account, at: datetime, answer: str = ""
) -> ExtensionRequest:
    """Grant it (the date is extended, with the reason of who asked) or refuse it with a reason."""
    task = held(request.due.task)
    must(actor, "extend", task, on=timezone.localdate(at))
    now = ExtensionRequest.objects.select_related("due__task").get(pk=request.pk)
    if now.granted is not None:
        raise Refused("Đề nghị này đã được trả lời. Chưa có gì thay đổi.")
    if not granted and not answer.strip():
        raise Refused("Không đồng ý gia hạn thì phải ghi lý do. Chưa có gì thay đổi.")
    now.granted, now.answer = granted, answer.strip()
    now.answered_at, now.answered_by = at, actor
    now.save()
    if granted:
        extend(now.due, now.to, now.reason, actor=actor, at=at)
    else:
        remember("task.refuse", task, actor, at, {"on": now.due.on.isoformat()})
    return now
