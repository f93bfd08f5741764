"""What the law and the office ask of a day of reception: the notice, and the head in person."""

from __future__ import annotations

from datetime import date

from django.conf import settings

from gandan.domain.meetings.models import Reception
from gandan.kernel.calendar import OutsideCalendar, vietnam
from gandan.kernel.calendar.wording import short
from gandan.kernel.terms import TermError, due


def delegation_allowed() -> bool:
    """Luật 136/2025/QH15 is said to forbid heads to leave the reception to deputies; its text was not
    read here, so the office sets it (`GANDAN_RECEPTION_BY_DEPUTIES`), and the notice says so."""
    return bool(settings.GANDAN_RECEPTION_BY_DEPUTIES)


def last_day_to_post(on: date) -> tuple[date | None, str]:
    """The last day on which the schedule of a reception may go up, and the law."""
    try:
        term = due("reception.schedule", on, calendar=vietnam())
    except (TermError, OutsideCalendar) as error:
        return None, str(error)
    return term.date, f"{term.term.said()}, {term.basis}"


def late_notice(reception: Reception, today: date) -> str:
    """A sentence if the schedule went, or can only go, up later than the law lets it. A reception that
    was not foreseen (tiếp đột xuất) has no schedule."""
    if reception.is_urgent or reception.cancelled_reason:
        return ""
    last, basis = last_day_to_post(reception.on)
    posted = reception.posted_on or today
    if last is None or posted <= last:
        return ""
    if reception.posted_on is None:
        return f"Chưa niêm yết lịch, đã quá hạn {short(last)} ({basis})."
    return f"Lịch niêm yết ngày {short(posted)}, sau hạn {short(last)} ({basis})."
