"""The only door to a task for a person: those of their unit and of the units below it.

A task belongs to its lead unit; units that cooperate see it and report on their part. A task
without a lead unit is seen by the clerks, who find out whose it is; and what a clerk entered for
another unit stays in that clerk's sight. An administrator sees nothing
by that role.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from gandan.domain.directory import access as directory
from gandan.domain.directory.access import Role, Standing, standing
from gandan.domain.directory.queries import Account, Unit, are_many
from gandan.domain.tasks import states
from gandan.domain.tasks.models import Cooperation, FirstFilter, SavedFilter, Task
from gandan.kernel.access import Denied, allowed, demand

__all__ = [
    "RULES",
    "Denied",
    "can",
    "changes_filter",
    "first_filter",
    "led_tasks",
    "must",
    "must_change_filter",
    "steps_open_to",
    "visible_beside",
    "visible_filters",
    "visible_tasks",
]

_WORKING = (Role.CLERK, Role.HEAD, Role.OFFICER, Role.READER)


def visible_tasks(who: Account | Standing | None, on: date) -> QuerySet[Task]:
    """The tasks that an account may read on a day; nothing without a working role."""
    asking = who if isinstance(who, Standing) else standing(who, on)
    paths = asking.paths(*_WORKING)
    if not paths:
        return Task.objects.none()
    if "" in paths:
        return Task.objects.all()
    over, led_over = Q(), Q()
    for path in paths:
        over |= Q(path__startswith=path)
        led_over |= Q(lead__path__startswith=path)
    units = Unit.objects.filter(over).order_by().values("pk")
    helping = Cooperation.objects.filter(unit__in=units).order_by().values("task")
    entered = Q(lead__isnull=True), Q(created_by=asking.account)
    clerks = entered if asking.holds(Role.CLERK) else ()
    if are_many(paths):
        # Most tasks are theirs: a list in its own order meets fifty of them soon. The conditions
        # are asked row by row, so that the database does not gather all of them first.
        parts = Cooperation.objects.filter(task=OuterRef("pk"))
        if _are_all(over):  # so no task and no part need be asked for its unit
            seen = Q(lead__isnull=False) | Q(Exists(parts.filter(unit__isnull=False)))
        else:
            seen = led_over | Q(Exists(parts.filter(unit__in=units)))
        for each in clerks:
            seen |= each
        return Task.objects.filter(seen)
    # Few are: each way to them has its index, and the list is sorted after.
    ways = [
        Task.objects.filter(each).order_by().values("pk") for each in (Q(lead__in=units), *clerks)
    ]
    return Task.objects.filter(pk__in=ways[0].union(helping, *ways[1:]))


def visible_beside(who: Standing, unit: Unit) -> QuerySet[Task]:
    """Of the tasks that a unit leads or helps with, those that may be read: to be asked of no others. Who
    works in the unit or over it reads all of these, so that no task need be asked whether it is seen."""
    if any(unit.path.startswith(path) for path in who.paths(*_WORKING)):
        return Task.objects.all()
    return visible_tasks(who, who.on)


def visible_filters(who: Standing) -> QuerySet[SavedFilter]:
    """One's own, and those shared with a unit (not one above or below) in which one works."""
    units = [path for role, path in who.grants if role in _WORKING and path]
    seen = Q(account=who.account) | Q(unit__path__in=units)
    return SavedFilter.objects.filter(seen).select_related("unit", "account__person")


def first_filter(who: Standing) -> SavedFilter | None:
    """With which question the list of tasks opens for somebody, while they may still see it."""
    chosen = (
        FirstFilter.objects.filter(account=who.account).values_list("filter", flat=True).first()
    )
    return None if chosen is None else visible_filters(who).filter(pk=chosen).first()


def changes_filter(who: Standing, row: SavedFilter) -> bool:
    """Whose it is, and the head of the unit with which it is shared."""
    heads = row.unit is not None and (Role.HEAD, row.unit.path) in who.grants
    return row.account_id == who.account.pk or heads


def must_change_filter(who: Standing, row: SavedFilter) -> None:
    said = "Chỉ người đã lưu bộ lọc và lãnh đạo đơn vị dùng chung sửa được. Chưa có gì thay đổi."
    demand({"change": changes_filter}, who, "change", row, said)


def led_tasks(who: Standing) -> QuerySet[Task]:
    """The tasks that are led by the units which somebody works in or over: those of a board. Who is
    over all units there are needs no look at the unit of each task."""
    paths = who.paths(*_WORKING)
    if "" in paths:
        return Task.objects.all()
    over = Q(pk__in=())
    for path in paths:
        over |= Q(path__startswith=path)
    if _are_all(over):
        return Task.objects.filter(lead__isnull=False)
    return Task.objects.filter(lead__in=Unit.objects.filter(over).values("pk"))


def _are_all(over: Q) -> bool:
    """Whether there is no unit outside of these parts of the tree."""
    return not Unit.objects.exclude(over).exists()


def _sees(who: Standing, task: Task) -> bool:
    return visible_tasks(who, who.on).filter(pk=task.pk).exists()


def _assigns(who: Standing, task: Task) -> bool:
    """Văn thư enter what a document lays down, for any unit; heads give work to their own units."""
    return who.holds(Role.CLERK) or who.holds_over(task.lead, Role.HEAD)


def gives_work(who: Standing) -> bool:
    """Whether there is any unit to which somebody gives work."""
    return who.holds(Role.CLERK, Role.HEAD)


def _heads(who: Standing, task: Task) -> bool:
    return who.holds_over(task.lead, Role.HEAD)


def _works(who: Standing, task: Task) -> bool:
    return who.holds_over(task.lead, Role.HEAD, Role.OFFICER)


def _works_or_helps(who: Standing, task: Task) -> bool:
    return _works(who, task) or any(
        who.holds_over(part.unit, Role.HEAD, Role.OFFICER)
        for part in task.cooperations.select_related("unit")
    )


def _recounts(who: Standing, task: Task) -> bool:
    """A date moves with the calendar by which it was counted, not by anybody's favour: with the verb
    of whoever keeps that calendar."""
    return directory.can(who, "set_clock", "", on=who.on) or who.holds_over(
        task.lead, Role.ADMINISTRATOR
    )


RULES: Mapping[str, Callable[[Standing, Any], bool]] = {
    "read": _sees,
    "assign": _assigns,
    "edit": _assigns,
    "extend": _heads,
    "recount": _recounts,
    "progress": _works_or_helps,
    "prove": _works_or_helps,
}


def can(who: Account | Standing | None, verb: str, task: Task, *, on: date) -> bool:
    """Whether an account may do the verb to the task: a verb of `RULES` or of `states.TABLE`."""
    asking = who if isinstance(who, Standing) else standing(who, on)
    if verb in RULES:
        return allowed(RULES, asking, verb, task)
    return allowed({verb: _steps_as_a_role(verb)}, asking, verb, task)


def must(who: Account | Standing | None, verb: str, task: Task, *, on: date) -> None:
    """Raise Denied, with a sentence for the person, unless `can`."""
    asking = who if isinstance(who, Standing) else standing(who, on)
    demand(
        {verb: lambda standing_, thing: can(standing_, verb, thing, on=on)},
        asking,
        verb,
        task,
        "Tài khoản của bạn không được làm bước này với nhiệm vụ. Chưa có gì thay đổi. "
        "Hãy báo lãnh đạo đơn vị chủ trì.",
    )


def steps_open_to(who: Account | Standing | None, task: Task, *, on: date) -> list[states.Step]:
    """The steps that this account may take now, for buttons."""
    asking = who if isinstance(who, Standing) else standing(who, on)
    return [each for each in states.steps_from(task.state) if can(asking, each.verb, task, on=on)]


def _steps_as_a_role(verb: str) -> Callable[[Standing, Task], bool]:
    if verb not in {each.verb for each in states.TABLE}:
        raise KeyError(f"no rule of access for {verb!r}")

    def may(who: Standing, task: Task) -> bool:
        taken = states.step(task.state, verb)
        if taken is None:
            return False
        over_lead = who.holds_over(task.lead, *(taken.who - {Role.CLERK}))
        return over_lead or (Role.CLERK in taken.who and who.holds(Role.CLERK))

    return may
