"""How the clocks of a case look: what is asked, by when, why, and what may be done with each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from gandan.domain.petitions.queries import Clock, Petition, clocks_of
from gandan.kernel.terms import Term, TermError, term_of
from gandan.kernel.timetable import timetable
from gandan.web.ui.wording import Due, say_due


@dataclass(frozen=True, slots=True)
class ClockRow:
    clock: Clock
    due: Due | None
    may_pause: bool
    may_extend: bool


def rows_of_clocks(petition: Petition, today: date) -> list[ClockRow]:
    """Four questions, however many clocks; `may_…`: what the row of the term lets be done now."""
    terms = timetable().terms
    return [_row(clock, petition, today, terms) for clock in clocks_of(petition)]


def _row(clock: Clock, petition: Petition, today: date, terms: Sequence[Term]) -> ClockRow:
    try:
        term = term_of(clock.term, clock.counted_from, table=terms)
    except TermError:
        term = None
    runs = clock.state == Clock.State.RUNNING
    over = clock.state == Clock.State.DONE or not petition.is_open
    left = term.extension.times - clock.extended if term and term.extension else 0
    return ClockRow(
        clock,
        say_due(clock.due_on, today, over=over) if clock.due_on else None,
        may_pause=bool(runs and term and term.pause),
        may_extend=runs and left > 0,
    )


@dataclass(frozen=True, slots=True)
class ClockLine:
    """A clock in a list of work: what the law asks and by when, of which case by number."""

    words: str
    address: str
    case: int
    holder: str
    state: str
    due: Due | None


def lines_of_clocks(clocks: Iterable[Clock], today: date) -> list[ClockLine]:
    """Clocks as listed by `queries`; a clock that stands still has no day."""
    return [
        ClockLine(
            clock.means,
            reverse("petition", args=[clock.petition_id]) + "#clocks",
            clock.petition_id,
            str(clock.petition.holder or clock.petition.unit or ""),
            clock.get_state_display(),
            say_due(clock.due_on, today) if clock.due_on else None,
        )
        for clock in clocks
    ]
