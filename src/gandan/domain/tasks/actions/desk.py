"""What an account keeps for itself: saved filters, where its messages go, its calendar address."""

from __future__ import annotations

import hashlib
import secrets
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone

from gandan.domain.directory.access import standing
from gandan.domain.directory.queries import Account, Unit, working_units
from gandan.domain.tasks.access import must_change_filter, visible_filters
from gandan.domain.tasks.models import CalendarFeed, FirstFilter, Mailbox, SavedFilter
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
def change_filter(
    row: SavedFilter, name: str, unit: Unit | None, *, actor: Account, at: datetime
) -> SavedFilter:
    """Rename a filter, and share it with a unit or with nobody. Only its owner gives it to a unit, one
    of their own; the head of that unit may rename it and take it back."""
    now = SavedFilter.objects.select_related("unit").get(pk=row.pk)
    must_change_filter(standing(actor, _day(at)), now)
    named = " ".join(name.split())[:60]
    if not named:
        raise Refused("Bộ lọc phải có tên. Chưa có gì thay đổi.")
    if SavedFilter.objects.filter(account=now.account, name=named).exclude(pk=now.pk).exists():
        raise Refused(f"Đã có bộ lọc “{named}”. Chưa có gì thay đổi. Hãy đặt tên khác.")
    given = unit is not None and unit != now.unit
    if given and (now.account_id != actor.pk or unit not in working_units(actor, _day(at))):
        raise Refused("Chỉ chia sẻ được bộ lọc của mình với đơn vị của mình. Chưa có gì thay đổi.")
    if (now.name, now.unit) == (named, unit):
        return now
    now.name, now.unit = named, unit
    now.save()
    record("filter.change", now, actor=actor, at=at, data={"unit": unit.pk if unit else None})
    return now


@transaction.atomic
def open_first(row: SavedFilter, *, first: bool, actor: Account, at: datetime) -> None:
    """Let the list of tasks open with a filter for this account, or not any more."""
    if not visible_filters(standing(actor, _day(at))).filter(pk=row.pk).exists():
        raise Refused("Bộ lọc này không dùng chung với bạn. Chưa có gì thay đổi.")
    if first == FirstFilter.objects.filter(account=actor, filter=row).exists():
        return
    if first:
        FirstFilter.objects.update_or_create(account=actor, defaults={"filter": row})
    else:
        FirstFilter.objects.filter(account=actor, filter=row).delete()
    record("filter.first", row, actor=actor, at=at, data={"first": first})


@transaction.atomic
def delete_filter(row: SavedFilter, *, actor: Account, at: datetime) -> None:
    must_change_filter(standing(actor, _day(at)), row)
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


def _day(at: datetime) -> date:
    return timezone.localdate(at)


def sealed(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def _revoke(actor: Account, at: datetime) -> list[CalendarFeed]:
    opened = list(CalendarFeed.objects.filter(account=actor, revoked_at__isnull=True))
    for row in opened:
        row.revoked_at = at
        row.save(update_fields=["revoked_at"])
    return opened
