"""Several clocks on one case: each runs, stands still and goes on by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from gandan.kernel.calendar.days import Calendar
from gandan.kernel.calendar.wording import short
from gandan.kernel.terms.due import Due, due
from gandan.kernel.terms.pauses import Pause, open_pause
from gandan.kernel.terms.table import term_of
from gandan.kernel.terms.term import Term, TermError


@dataclass(frozen=True, slots=True)
class Clock:
    """A term that runs in a case. Verbs give a new clock; nothing is changed in place."""

    term: str
    start: date
    remote: bool = False
    complex: bool = False
    extended: int = 0
    territory: str | None = None
    pauses: tuple[Pause, ...] = ()

    def pause(self, on: date, table: Sequence[Term] | None = None) -> Clock:
        """Stop the clock by a decision of this day; only where the row of the term lets it stand."""
        row = term_of(self.term, self.start, table=table)
        if row.pause is None:
            raise TermError(f"{row.means}: {row.basis} không cho tạm dừng thời hạn này.")
        if on < self.start:
            raise TermError(f"Thời hạn chỉ bắt đầu từ {short(self.start)}, chưa thể tạm dừng.")
        if open_pause(self.pauses):
            raise TermError("Thời hạn đang tạm dừng rồi, không thể dừng thêm lần nữa.")
        return replace(self, pauses=(*self.pauses, Pause(on)))

    def resume(self, on: date) -> Clock:
        """Let the clock go on by a decision of this day."""
        stopped = open_pause(self.pauses)
        if stopped is None:
            raise TermError("Thời hạn đang chạy, không có gì để tiếp tục.")
        if on < stopped.begun:
            raise TermError(
                f"Thời hạn tạm dừng từ {short(stopped.begun)}, không thể chạy lại trước đó."
            )
        others = tuple(pause for pause in self.pauses if pause is not stopped)
        return replace(self, pauses=(*others, Pause(stopped.begun, on)))

    def extend(self) -> Clock:
        """Prolong the term once more."""
        return replace(self, extended=self.extended + 1)

    @property
    def is_paused(self) -> bool:
        return open_pause(self.pauses) is not None

    def due(self, calendar: Calendar, table: Sequence[Term] | None = None) -> Due:
        """The due date; raises StillPaused while the clock stands still."""
        return due(
            self.term,
            self.start,
            calendar=calendar,
            remote=self.remote,
            complex=self.complex,
            extended=self.extended,
            territory=self.territory,
            pauses=self.pauses,
            table=table,
        )


def nearest(clocks: Iterable[Clock], calendar: Calendar) -> Due | None:
    """The due date that comes first among the clocks that run."""
    running = [clock.due(calendar) for clock in clocks if not clock.is_paused]
    return min(running, key=lambda answer: answer.date, default=None)


@dataclass(frozen=True, slots=True)
class Move:
    """An open date that another calendar would move."""

    clock: Clock
    before: date
    after: date


def moves(clocks: Iterable[Clock], before: Calendar, after: Calendar) -> Iterator[Move]:
    """Which open dates a change of the calendar would move. It moves none: a person approves."""
    for clock in clocks:
        if clock.is_paused:
            continue
        was, now = clock.due(before).date, clock.due(after).date
        if was != now:
            yield Move(clock, was, now)
