"""Days on which a term does not run: tạm đình chỉ and the like."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gandan.kernel.calendar.days import ONE_DAY
from gandan.kernel.calendar.wording import short


@dataclass(frozen=True, slots=True)
class Pause:
    """From the day of the decision that stops the term to the day of the one that lets it go on.

    Both are events, and the day of an event is not counted anew (BLDS Điều 147 khoản 2): the term
    stands still on the days after `begun` up to and including `ended`. `ended` None: still paused.
    """

    begun: date
    ended: date | None = None

    def __post_init__(self) -> None:
        if self.ended is not None and self.ended < self.begun:
            raise ValueError("a pause ends before it begins")

    def covers(self, day: date) -> bool:
        return self.begun < day and (self.ended is None or day <= self.ended)

    def said(self) -> str:
        if self.ended is None:
            return f"tạm dừng từ {short(self.begun + ONE_DAY)}"
        return f"tạm dừng từ {short(self.begun + ONE_DAY)} đến {short(self.ended)}"


def paused(day: date, pauses: Sequence[Pause]) -> bool:
    return any(pause.covers(day) for pause in pauses)


def open_pause(pauses: Sequence[Pause]) -> Pause | None:
    """The pause that has not ended, if there is one."""
    return next((pause for pause in pauses if pause.ended is None), None)
