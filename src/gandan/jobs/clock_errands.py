"""A change of the clock among tens of thousands of open dates: count which would move, then move them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial

from django.urls import reverse

from gandan.domain.errands.queries import Errand, order_of
from gandan.domain.timekeeping import actions
from gandan.domain.timekeeping.moves import moves, write_moves
from gandan.domain.timekeeping.queries import Edit, Move, checked, said_of, timetable
from gandan.jobs.errand_steps import Step, Told


def count_moves(errand: Errand) -> Iterator[Step]:
    """Nothing is moved: what would be is kept for the page that shows it."""
    edit = Edit(**order_of(errand)["edit"])
    before = timetable()
    found = moves(before, before.after(checked(edit, before)))
    yield Step(partial(_kept, errand, edit, found), errand.total)


def _kept(errand: Errand, edit: Edit, found: Sequence[Move], _: datetime) -> list[Told]:
    write_moves(found, errand.folder)
    return [Told(said_of(edit), "new")]


def change_clock(errand: Errand) -> Iterator[Step]:
    """The change and all dates that it moves are one deed: all of it or nothing."""
    order = order_of(errand)

    def act(at: datetime) -> list[Told]:
        edit = Edit(**order["edit"])
        actions.change(edit, seen=order["seen"], actor=errand.asked_by, at=at)
        return [Told(said_of(edit), "new", address=reverse("clock"))]

    yield Step(act, errand.total)
