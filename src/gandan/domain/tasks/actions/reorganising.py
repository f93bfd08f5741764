"""Reorganise units together with their open work, in one go.

A merger moves what is open to the successor; what was done stays where it was done. A split asks of
every open task who has it now. Nobody dissolves a unit that still has work.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from gandan.domain.directory import actions as directory
from gandan.domain.directory.access import must
from gandan.domain.directory.queries import Account, Person, Post, Unit, UnitEvent, holder_of_place
from gandan.domain.tasks.actions.hold import held, remember
from gandan.domain.tasks.actions.passing import pass_on
from gandan.domain.tasks.models import Cooperation, Task
from gandan.domain.tasks.standings import CLOSED
from gandan.kernel.events import deed, record
from gandan.kernel.refusal import Refused


@deed("unit.merge")
def merge_units(
    predecessors: Sequence[Unit], successor: Unit, *, on: date, citation: str,
    actor: Account, at: datetime,
) -> UnitEvent:  # fmt: skip
    """Merge, and hand the open work over; if the day is still to come, `hand_over` does so then."""
    event = directory.merge_units(
        predecessors, successor, on=on, citation=citation, actor=actor, at=at
    )
    if on <= timezone.localdate(at):
        for unit in predecessors:
            _hand_over(unit, successor, actor, at)
    return event


@deed("unit.split")
def split_unit(
    unit: Unit, successors: Sequence[Unit], choices: Mapping[int, Unit], *, on: date,
    citation: str, actor: Account, at: datetime, unit_ends: bool = True,
) -> UnitEvent:  # fmt: skip
    """Split. `choices` says by the key of each open task which unit has it from now on: one of the
    successors or, where it goes on, the unit itself."""
    if on > timezone.localdate(at):
        raise Refused(
            "Việc của đơn vị bị chia chỉ phân được khi đã đến ngày có hiệu lực. "
            "Chưa có gì thay đổi. Hãy ghi việc chia tách vào ngày đó."
        )
    allowed = {*successors, *(() if unit_ends else (unit,))}
    tasks = list(open_work(unit))
    if any(choices.get(task.pk) not in allowed for task in tasks):
        raise Refused("Còn nhiệm vụ chưa chọn đơn vị nhận. Chưa có gì thay đổi. Hãy chọn đủ.")
    event = directory.split_unit(
        unit, successors, on=on, citation=citation, unit_ends=unit_ends, actor=actor, at=at
    )
    for taker in sorted(allowed, key=lambda each: each.pk):
        mine = [task.pk for task in tasks if choices[task.pk] == taker]
        pass_on(mine, unit, taker, actor=actor, at=at)
    return event


@transaction.atomic
def dissolve_unit(
    unit: Unit, *, on: date, citation: str, actor: Account, at: datetime
) -> UnitEvent:
    """Dissolve a unit without open work."""
    left = open_work(unit).count()
    if left:
        raise Refused(
            f"{unit} còn {left} nhiệm vụ đang mở. Chưa có gì thay đổi. Hãy giao lại, hủy, "
            "hoặc ghi là sáp nhập, chia tách để việc có đơn vị nhận."
        )
    return directory.dissolve_unit(unit, on=on, citation=citation, actor=actor, at=at)


@transaction.atomic
def hand_over(*, actor: Account, at: datetime) -> int:
    """Pass on the open work of every unit that has ended and has one successor: for mergers that were
    entered before their day. Gives how many tasks moved; safe to run every day."""
    today = timezone.localdate(at)
    moved = 0
    ended = Unit.objects.filter(valid_to__lt=today)
    with_work = Task.objects.exclude(state__in=CLOSED).filter(lead__in=ended).values("lead")
    helping = Cooperation.objects.exclude(task__state__in=CLOSED).filter(unit__in=ended)
    for unit in ended.filter(pk__in=with_work) | ended.filter(pk__in=helping.values("unit")):
        holder = holder_of_place(unit, today)
        if holder is not None:
            moved += _hand_over(unit, holder, actor, at)
    return moved


@deed("post.hand_over")
def hand_over_post(
    post: Post, receiver: Person | str, *, on: date, citation: str, actor: Account, at: datetime
) -> Post:
    """Give a post to another person (one not known yet: by name), and with it the open work that its
    holder had in the unit."""
    if on > timezone.localdate(at):
        raise Refused(
            "Bàn giao được khi đã đến ngày nhận chức vụ. Chưa có gì thay đổi. Hãy ghi vào ngày đó."
        )
    taken = directory.hand_over_post(post, receiver, on=on, citation=citation, actor=actor, at=at)
    opened = Task.objects.exclude(state__in=CLOSED).filter(lead=post.unit)
    mine = opened.filter(leader=post.person) | opened.filter(officer=post.person)
    for task in mine.order_by("pk"):
        now = held(task)
        fields = [name for name in ("leader", "officer") if getattr(now, name) == post.person]
        for name in fields:
            setattr(now, name, taken.person)
        remember("task.hand_over", now, actor, at, {"fields": fields, "post": taken.pk})
    return taken


@transaction.atomic
def end_post(post: Post, last_day: date, *, actor: Account, at: datetime) -> Post:
    """Somebody leaves a post that nobody takes over; what they had to do must have a hand before."""
    mine = Q(leader=post.person) | Q(officer=post.person)
    left = Task.objects.exclude(state__in=CLOSED).filter(mine, lead=post.unit).count()
    if left:
        raise Refused(
            f"{post.person} còn {left} việc đang mở ở {post.unit}. Chưa có gì thay đổi. "
            "Hãy bàn giao chức vụ cho người kế nhiệm, hoặc đổi người thực hiện của các việc đó."
        )
    return directory.end_post(post, last_day, actor=actor, at=at)


def open_work(unit: Unit) -> QuerySet[Task]:
    """The open tasks that the unit itself leads or helps with, for who reorganises it."""
    helping = Cooperation.objects.filter(unit=unit).values("task")
    opened = Task.objects.exclude(state__in=CLOSED)
    return (opened.filter(lead=unit) | opened.filter(pk__in=helping)).order_by("next_due", "pk")


@deed("unit.pass")
def _hand_over(unit: Unit, successor: Unit, actor: Account, at: datetime) -> int:
    must(actor, "restructure", unit, on=timezone.localdate(at))
    tasks = list(open_work(unit).values_list("pk", flat=True))
    pass_on(tasks, unit, successor, actor=actor, at=at)
    if tasks:
        record(
            "unit.pass", unit, actor=actor, at=at, unit_id=unit.pk,
            data={"to": successor.pk, "tasks": len(tasks)},
        )  # fmt: skip
    return len(tasks)
