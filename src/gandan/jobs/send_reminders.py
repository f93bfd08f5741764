"""The daily message of each person: what is overdue, due and soon due, and what waits for them.

Safe to run twice: whoever has the message of a day gets no second one.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from functools import partial

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import timezone

from gandan.domain.directory.queries import Account
from gandan.domain.petitions import queries as petitions
from gandan.domain.petitions.queries import Clock, ClockDigest
from gandan.domain.tasks import actions, queries
from gandan.domain.tasks.digest import Digest, is_working_day

log = logging.getLogger(__name__)

# Hours in which an office reads its mail; at other times a message waits for the next run.
OPENS, CLOSES = time(7, 0), time(17, 30)


def is_office_hour(at: datetime) -> bool:
    """Whether an office works at a moment, by the working calendar and the hours of the day."""
    local = timezone.localtime(at)
    return is_working_day(local.date()) and OPENS <= local.time() < CLOSES


def send_reminders(
    on: date, *, actor: Account, at: datetime
) -> Iterator[tuple[Account, bool | None]]:
    """Each account that may get a message, and whether it got one now (None: it could not be sent).
    On a day off nobody does.

    One message that cannot be sent does not keep the others back; the next run tries it again.
    """
    if not is_working_day(on):
        return
    for account in queries.accounts_to_remind(on):
        address = _address(account)
        if not address:
            continue
        try:
            clocks = petitions.clock_digest(account, on)
            sent = actions.remind(
                account, on, partial(_send, clocks=clocks, to=address), beside=len(clocks),
                actor=actor, at=at,
            )  # fmt: skip
        except OSError:
            log.exception("the message of %s was not sent", account.username)
            yield account, None
        else:
            yield account, sent is not None


def _address(account: Account) -> str:
    """Until the office names its mail server, messages lie in a folder under the user's name."""
    box = queries.mailbox_of(account)
    if box is not None and (box.address or not box.wants_digest):
        return box.address if box.wants_digest else ""
    return "" if settings.EMAIL_HOST else f"{account.username}@localhost"


def _send(digest: Digest, clocks: ClockDigest, to: str) -> None:
    subject = f"Gần Dân {digest.on:%d/%m/%Y}: {_summary(digest, clocks)}"
    EmailMessage(subject, letter(digest, clocks), settings.DEFAULT_FROM_EMAIL, [to]).send()


def _summary(digest: Digest, clocks: ClockDigest) -> str:
    parts = [
        (len(digest.overdue) + len(clocks.overdue), "quá hạn"),
        (len(digest.today) + len(clocks.today), "đến hạn"),
        (len(digest.soon) + len(clocks.soon), "sắp đến hạn"),
        (len(digest.to_approve) + len(digest.asked), "chờ quyết định"),
        (len(digest.mentions), "lần nhắc tên"),
    ]
    return ", ".join(f"{count} {words}" for count, words in parts if count)


def letter(digest: Digest, clocks: ClockDigest) -> str:
    """The message as plain text. Of an internal task, and of a case, only its number is said: mail
    leaves the office."""
    blocks = [
        _block("QUÁ HẠN", digest.overdue),
        _block("ĐẾN HẠN", digest.today),
        _block("SẮP ĐẾN HẠN", digest.soon),
        _cases("VỤ VIỆC QUÁ HẠN", clocks.overdue),
        _cases("VỤ VIỆC ĐẾN HẠN", clocks.today),
        _cases("VỤ VIỆC SẮP ĐẾN HẠN", clocks.soon),
        _block("CHỜ DUYỆT", digest.to_approve),
        _lines(
            "XIN GIA HẠN",
            [
                f"{_words(each.due.task)}: {each.due.on:%d/%m/%Y} → {each.to:%d/%m/%Y}"
                f"\n  {_link(each.due.task)}"
                for each in digest.asked
            ],
        ),
        _lines(
            "NHẮC ĐẾN BẠN",
            [f"{each.by}: {_words(each.task)}\n  {_link(each.task)}" for each in digest.mentions],
        ),
    ]
    said = "\n\n".join(block for block in blocks if block)
    return (
        f"Kính gửi {digest.account},\n\n{said}\n\n"
        "Mỗi ngày làm việc một thư. Muốn thôi nhận: Tài khoản của tôi → Nhắc việc và lịch.\n"
    )


def _block(title: str, tasks: Sequence[queries.Task]) -> str:
    return _lines(
        title,
        [
            f"{_words(task)}" + (f" (hạn {task.next_due:%d/%m/%Y})" if task.next_due else "")
            + f"\n  {_link(task)}"
            for task in tasks
        ],
    )  # fmt: skip


def _cases(title: str, clocks: Sequence[Clock]) -> str:
    return _lines(
        title,
        [
            f"vụ việc số {clock.petition_id}: {clock.means}"
            + (f" (hạn {clock.due_on:%d/%m/%Y})" if clock.due_on else "")
            + f"\n  {settings.GANDAN_ADDRESS}{reverse('petition', args=[clock.petition_id])}"
            for clock in clocks
        ],
    )


def _lines(title: str, lines: Sequence[str]) -> str:
    return "\n".join([f"{title} ({len(lines)})", *(f"- {line}" for line in lines)]) if lines else ""


def _words(task: queries.Task) -> str:
    if task.is_internal:
        return f"nhiệm vụ nội bộ số {task.pk}"
    return task.text if len(task.text) <= 160 else f"{task.text[:159]}…"


def _link(task: queries.Task) -> str:
    return f"{settings.GANDAN_ADDRESS}{reverse('task', args=[task.pk])}"
