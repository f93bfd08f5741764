"""People and the posts they hold in units."""

from __future__ import annotations

from datetime import date, datetime

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
    if not name.strip():
        raise Refused("Chưa có họ và tên. Chưa lưu gì. Hãy điền họ và tên.")
    must(actor, "manage_people", unit, on=timezone.localdate(at))
    person = Person.objects.create(name=" ".join(name.split()))
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
def end_post(post: Post, last_day: date, *, actor: Account, at: datetime) -> Post:
    must(actor, "manage_people", post.unit, on=timezone.localdate(at))
    post.valid_to = last_day
    post.save(update_fields=["valid_to"])
    record(
        "post.end", post, actor=actor, at=at, unit_id=post.unit_id,
        data={"last_day": last_day.isoformat()},
    )  # fmt: skip
    return post
