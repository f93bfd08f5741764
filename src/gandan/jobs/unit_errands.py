"""A merger or a split of units with thousands of open tasks: one deed, done apart from the request."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.urls import reverse

from gandan.domain.directory.queries import Unit
from gandan.domain.errands.queries import Errand, order_of
from gandan.domain.tasks import actions
from gandan.jobs.errand_steps import Step, Told


def reorganise(errand: Errand) -> Iterator[Step]:
    """All of it or nothing: no unit is left that has ended and still has half of its work."""
    order = order_of(errand)
    keys = {order["unit"], *order["others"], *order["takers"]}
    units = Unit.objects.in_bulk(keys)
    unit, takers = units[order["unit"]], [units[key] for key in order["takers"]]

    def act(at: datetime) -> list[Told]:
        said: dict[str, Any] = {
            "on": date.fromisoformat(order["on"]), "citation": order["citation"],
            "actor": errand.asked_by, "at": at,
        }  # fmt: skip
        if order["verb"] == "merge":
            ending = [unit, *(units[key] for key in order["others"] if key != unit.pk)]
            actions.merge_units(ending, takers[0], **said)
        else:
            choices = {int(task): units[key] for task, key in order["choices"].items()}
            ends = not order["goes_on"]
            actions.split_unit(unit, takers, choices, unit_ends=ends, **said)
        return [Told(str(each), "new", address=reverse("unit", args=[each.pk])) for each in takers]

    yield Step(act, errand.total)
