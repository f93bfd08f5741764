"""Say something about a task, tell others of it, and follow it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

import regex
from django.db import transaction
from django.utils import timezone

from gandan.domain.directory.access import NoAccount
from gandan.domain.directory.queries import Account, account_named
from gandan.domain.tasks.access import can, must
from gandan.domain.tasks.actions.hold import held, remember
from gandan.domain.tasks.models import Comment, Subscription, Task
from gandan.kernel.events import record
from gandan.kernel.refusal import Refused

_MENTION = regex.compile(r"(?<![\w@])@([\w.\-]*\w)")


@transaction.atomic
def comment(
    task: Task, text: str, *, actor: Account, at: datetime, to: Iterable[Account] = ()
) -> Comment:
    """Keep a comment and tell `to` and those whom the words name ("@lanhdao"). Nobody is told of a
    task that they may not read: then nothing is kept."""
    now = held(task)
    today = timezone.localdate(at)
    must(actor, "read", now, on=today)
    words = text.strip()
    if not words:
        raise Refused("Ý kiến đang để trống. Chưa lưu gì.")
    told = {account.pk: account for account in to}
    for name in dict.fromkeys(_MENTION.findall(words)):
        account = account_named(name)
        if account is None or not account.is_active:
            raise Refused(f"Không có tài khoản @{name}. Chưa lưu gì. Hãy xem lại tên đăng nhập.")
        told[account.pk] = account
    for account in told.values():
        if not _reads(account, now, today):
            raise Refused(
                f"@{account.username} không được xem nhiệm vụ này nên không nhắc tên được. "
                "Chưa lưu gì."
            )
    said = Comment.objects.create(task=now, text=words[:5000], at=at, by=actor)
    said.mentions.set(told)
    remember("task.comment", now, actor, at, {"comment": said.pk, "told": len(told)})
    return said


@transaction.atomic
def subscribe(task: Task, *, actor: Account, at: datetime) -> Subscription:
    must(actor, "read", task, on=timezone.localdate(at))
    row, is_new = Subscription.objects.get_or_create(
        task=task, account=actor, defaults={"since": at}
    )
    if is_new:
        record("task.follow", task, actor=actor, at=at, unit_id=task.lead_id)
    return row


@transaction.atomic
def unsubscribe(task: Task, *, actor: Account, at: datetime) -> None:
    gone, _ = Subscription.objects.filter(task=task, account=actor).delete()
    if gone:
        record("task.unfollow", task, actor=actor, at=at, unit_id=task.lead_id)


def _reads(account: Account, task: Task, today: date) -> bool:
    try:
        return can(account, "read", task, on=today)
    except NoAccount:
        return False
