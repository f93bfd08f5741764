"""Make the occurrences of duties that come back: one task per period, with its own date and state."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from gandan.domain.directory.queries import Account, holder_of_place, territory_path
from gandan.domain.tasks.access import must
from gandan.domain.tasks.actions.assigning import assign
from gandan.domain.tasks.actions.hold import held
from gandan.domain.tasks.counting import Counted
from gandan.domain.tasks.models import State, Task
from gandan.domain.tasks.recurring import Period, periods_begun, rule_of
from gandan.kernel.events import deed, record
from gandan.kernel.timetable import timetable


@deed("task.occur")
def make_occurrences(task: Task, *, on: date, actor: Account, at: datetime) -> list[Task]:
    """An occurrence for each period that has begun by a day and has none; asked again, nothing.

    A period for which the task has a date of its own ("tháng 6, 12") needs no occurrence. What
    was of a unit that has ended falls to the one that took over.
    """
    series = held(task)
    must(actor, "assign", series, on=timezone.localdate(at))
    if not can_occur(series) or series.lead is None:
        return []
    lead = holder_of_place(series.lead, on) or series.lead
    helpers = [part.unit for part in series.cooperations.select_related("unit") if part.unit]
    place = territory_path(lead)
    made = [
        assign(
            series.text,
            lead=lead,
            cooperating=helpers,
            due=[period.due],
            counted=Counted(place=place),
            leader=series.leader,
            officer=series.officer,
            product=series.product,
            authority=series.authority,
            lead_text=series.lead_text,
            time_text=f"kỳ {period.first:%d/%m/%Y}–{period.last:%d/%m/%Y}",
            priority=series.priority,
            is_internal=series.is_internal,
            parent=series,
            period=period,
            actor=actor,
            at=at,
        )
        for period in missing_periods(series, on, place)
    ]
    if made:
        record(
            "task.occur", series, actor=actor, at=at, unit_id=series.lead_id,
            data={"occurrences": len(made)},
        )  # fmt: skip
    return made


def can_occur(task: Task) -> bool:
    """Whether occurrences are made of it: it comes back, is open and is itself none."""
    return task.comes_back and task.is_open and task.state != State.DRAFT and not task.is_occurrence


def missing_periods(task: Task, on: date, place: str = "") -> list[Period]:
    """Those that have begun and have no occurrence; `place`: the territory codes of the calendar."""
    rule = rule_of(task.recurrence, task.rule)
    began = timezone.localdate(task.created_at)
    made = set(task.children.values_list("period_from", flat=True))
    stated = [due.on for due in task.due_dates.all()]
    begun = periods_begun(rule, began, on, task.repeats_until, timetable().calendar, place)
    return [
        period
        for period in begun
        if period.first not in made and not any(period.first <= day <= period.due for day in stated)
    ]
