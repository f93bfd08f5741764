"""Note that somebody got the message of a day: one message per person per day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from django.db import transaction

from gandan.domain.directory.queries import Account
from gandan.domain.tasks.digest import Digest, digest_of
from gandan.domain.tasks.models import Reminder
from gandan.kernel.events import record


@transaction.atomic
def remind(
    account: Account,
    on: date,
    send: Callable[[Digest], None],
    *,
    beside: int = 0,
    actor: Account,
    at: datetime,
) -> Reminder | None:
    """Send the message of a day unless it was sent, or there is nothing to say (None). `beside`: how
    much the same message says of other things than tasks.

    The note and the sending stand together: if `send` fails, the note is not kept and the next
    run tries again.
    """
    note, is_new = Reminder.objects.get_or_create(account=account, on=on, defaults={"sent_at": at})
    if not is_new:
        return None
    digest = digest_of(account, on)
    if digest.is_empty and not beside:
        note.delete()
        return None
    note.tasks = digest.tasks
    note.save(update_fields=["tasks"])
    record(
        "reminder.send", note, actor=actor, at=at, data={"tasks": digest.tasks, "beside": beside}
    )
    send(digest)
    return note
