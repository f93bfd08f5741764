"""What an account keeps for itself: saved filters, where its messages go, its calendar address."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from gandan.domain.directory.queries import Account
from gandan.domain.tasks.models import CalendarFeed, Mailbox, SavedFilter
from gandan.kernel.events import record
from gandan.kernel.refusal import Refused

MOST_FILTERS = 30


@transaction.atomic
def save_filter(name: str, query: str, *, actor: Account, at: datetime) -> SavedFilter:
    """Keep a question to the list under a name; the same name again keeps the new question."""
    named = " ".join(name.split())[:60]
    if not named or not query or len(query) > 400:
        raise Refused("Bộ lọc phải có tên và ít nhất một điều kiện. Chưa lưu gì.")
    mine = SavedFilter.objects.filter(account=actor)
    if mine.exclude(name=named).count() >= MOST_FILTERS:
        raise Refused(f"Đã có {MOST_FILTERS} bộ lọc. Chưa lưu gì. Hãy xóa bớt.")
    row, _ = SavedFilter.objects.update_or_create(
        account=actor, name=named, defaults={"query": query}
    )
    record("filter.save", row, actor=actor, at=at)
    return row


@transaction.atomic
def delete_filter(row: SavedFilter, *, actor: Account, at: datetime) -> None:
    if row.account_id != actor.pk:
        raise Refused("Đây không phải bộ lọc của bạn. Chưa có gì thay đổi.")
    record("filter.delete", row, actor=actor, at=at)
    row.delete()


@transaction.atomic
def set_mailbox(address: str, *, wants_digest: bool, actor: Account, at: datetime) -> Mailbox:
    """Where the daily message of an account goes, and whether it wants one."""
    wanted = address.strip()
    if wanted:
        try:
            validate_email(wanted)
        except ValidationError as error:
            raise Refused(f"“{wanted[:80]}” không phải địa chỉ thư. Chưa lưu gì.") from error
    row, _ = Mailbox.objects.update_or_create(
        account=actor, defaults={"address": wanted, "wants_digest": wants_digest}
    )
    record("mailbox.set", row, actor=actor, at=at, data={"wants_digest": wants_digest})
    return row


@transaction.atomic
def open_feed(*, actor: Account, at: datetime) -> str:
    """Make a secret address and return its secret, the only time that it can be read. The one
    before it stops working."""
    _revoke(actor, at)
    secret = secrets.token_urlsafe(32)
    row = CalendarFeed.objects.create(account=actor, digest=sealed(secret), made_at=at)
    record("feed.open", row, actor=actor, at=at)
    return secret


@transaction.atomic
def close_feed(*, actor: Account, at: datetime) -> None:
    for row in _revoke(actor, at):
        record("feed.close", row, actor=actor, at=at)


def sealed(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def _revoke(actor: Account, at: datetime) -> list[CalendarFeed]:
    opened = list(CalendarFeed.objects.filter(account=actor, revoked_at__isnull=True))
    for row in opened:
        row.revoked_at = at
        row.save(update_fields=["revoked_at"])
    return opened
