"""People and the posts they hold in units."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from gandan.domain.directory.access import must
from gandan.domain.directory.models import Account, Person, Post, Unit
from gandan.kernel.events import record
from gandan.kernel.refusal import Refused


@transaction.atomic
def add_person(
    name: str,
    unit: Unit,
    title: str,
    *,
    actor: Account,
    at: datetime,
    valid_from: date | None = None,
) -> Person:
    """Enter somebody who works in a unit: nobody stands in the directory without a post."""
    must(actor, "manage_people", unit, on=timezone.localdate(at))
    person = _new_person(name)
    give_post(person, unit, title, actor=actor, at=at, valid_from=valid_from)
    return person


@transaction.atomic
def give_post(
    person: Person,
    unit: Unit,
    title: str,
    *,
    actor: Account,
    at: datetime,
    valid_from: date | None = None,
) -> Post:
    must(actor, "manage_people", unit, on=timezone.localdate(at))
    post = Post.objects.create(person=person, unit=unit, title=title, valid_from=valid_from)
    record("post.give", post, actor=actor, at=at, unit_id=unit.pk)
    return post


@transaction.atomic
def hand_over_post(
    post: Post, receiver: Person | str, *, on: date, citation: str, actor: Account, at: datetime
) -> Post:
    """From `on` another person (one not known yet: by name) holds the post; who held it before stays
    in its history."""
    must(actor, "manage_people", post.unit, on=timezone.localdate(at))
    if post.person == receiver:
        raise Refused(f"{receiver} đang giữ chức vụ này. Chưa có gì thay đổi.")
    _must_cite(citation)
    last = on - timedelta(days=1)
    if not post.holds_on(last):
        raise Refused(
            f"Ngày {last:%d/%m/%Y} {post.person} không giữ chức vụ này. Chưa có gì thay đổi. "
            "Hãy xem lại ngày."
        )
    if isinstance(receiver, str):
        receiver = _new_person(receiver)
    post.valid_to = last
    post.save(update_fields=["valid_to"])
    taken = Post.objects.create(person=receiver, unit=post.unit, title=post.title, valid_from=on)
    record(
        "post.hand_over", taken, actor=actor, at=at, unit_id=post.unit_id,
        data={"from": post.pk, "on": on.isoformat(), "citation": citation.strip()},
    )  # fmt: skip
    return taken


@transaction.atomic
def end_post(post: Post, last_day: date, *, actor: Account, at: datetime) -> Post:
    must(actor, "manage_people", post.unit, on=timezone.localdate(at))
    if post.valid_from is not None and last_day < post.valid_from:
        raise Refused("Ngày thôi giữ chức vụ đứng trước ngày nhận. Chưa lưu gì. Hãy sửa ngày.")
    post.valid_to = last_day
    post.save(update_fields=["valid_to"])
    record(
        "post.end", post, actor=actor, at=at, unit_id=post.unit_id,
        data={"last_day": last_day.isoformat()},
    )  # fmt: skip
    return post


def _new_person(name: str) -> Person:
    if not name.strip():
        raise Refused("Chưa có họ và tên. Chưa lưu gì. Hãy điền họ và tên.")
    return Person.objects.create(name=" ".join(name.split()))


def _must_cite(citation: str) -> None:
    if not citation.strip():
        raise Refused("Việc này phải dẫn văn bản. Chưa có gì thay đổi. Hãy điền số, ngày văn bản.")
