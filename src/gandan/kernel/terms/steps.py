"""The words for how a due date was reached: what a clerk reads out to the person who asks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from gandan.kernel.calendar.days import ONE_DAY, Calendar
from gandan.kernel.calendar.wording import WEEKDAYS, full, short
from gandan.kernel.terms.pauses import Pause, paused
from gandan.kernel.terms.term import Length, Term

NOTICE_KEPT = "vì lùi lại sẽ không đủ thời gian luật định"
PERIOD_KEPT = "vì lùi lại sẽ sang kỳ sau"


@dataclass(frozen=True, slots=True)
class Steps:
    """One counting, told from the event to the last day."""

    term: Term
    start: date
    length: Length
    calendar: Calendar
    territory: str | None
    pauses: tuple[Pause, ...]

    def told(self, last: date, end: date) -> tuple[str, ...]:
        """`last`: the last counted day; `end`: that day moved off the days off."""
        return (
            self._event(),
            self._length(),
            *(f"Thời hạn {pause.said()}: những ngày này không tính." for pause in self.pauses),
            *self._left_out(min(self.start, last), max(self.start, last)),
            *self._end(last, end),
            *cautions(self.term, self.start, end, self.calendar),
        )

    def _event(self) -> str:
        day = f"Sự kiện: {self.term.event}, {full(self.start)}"
        if not self.length.number:
            return f"{day}; phải làm ngay trong ngày."
        if self.term.direction == "before":
            return f"{day}; đếm ngược từ ngày liền trước."
        following = short(self.start + ONE_DAY)
        return f"{day}; ngày này không tính, bắt đầu từ {following} (Điều 147 khoản 2 BLDS)."

    def _length(self) -> str:
        measure = f"{self.length.number} {self.term.unit}"
        if self.term.direction == "before":
            measure = f"ít nhất {measure} trước"
        because = f"; {'; '.join(self.length.because)}" if self.length.because else ""
        return f"Thời hạn: {measure} ({in_force(self.term)}){because}."

    def _left_out(self, first: date, last: date) -> Iterator[str]:
        """In a term of working days: what was passed over between its two ends."""
        if self.term.unit != "ngày làm việc" or not self.length.number:
            return
        days = [first + timedelta(days=n) for n in range(1, (last - first).days)]
        days = [day for day in days if not paused(day, self.pauses)]
        weekends, holidays, worked = 0, [], []
        for day in days:
            reason = self.calendar.why_off(day, self.territory)
            if reason in WEEKDAYS:
                weekends += 1
            elif reason:
                holidays.append(f"{short(day)} ({reason})")
            elif instead := self.calendar.why_worked(day, self.territory):
                worked.append(f"{short(day)} ({instead})")
        if weekends:
            yield f"Bỏ qua {weekends} ngày nghỉ cuối tuần."
        if holidays:
            yield f"Bỏ qua ngày lễ, ngày nghỉ: {', '.join(holidays)}."
        if worked:
            yield f"Tính cả ngày cuối tuần phải làm việc: {', '.join(worked)}."

    def _end(self, last: date, end: date) -> Iterator[str]:
        if self.term.direction == "before":
            yield from moved_earlier(last, end, self.calendar, self.territory, NOTICE_KEPT)
            yield f"Chậm nhất {full(end)}."
        elif last == end:
            yield f"Hạn cuối: hết {full(end)} (24 giờ, Điều 148 khoản 6 BLDS)."
        else:
            off = self.calendar.why_off(last, self.territory)
            yield (
                f"Ngày cuối {short(last)} là ngày nghỉ ({off}): kết thúc vào cuối ngày làm việc "
                f"tiếp theo, {full(end)} (Điều 148 khoản 5 BLDS)."
            )


def of_period(
    term: Term, last: date, end: date, calendar: Calendar, territory: str | None
) -> tuple[str, ...]:
    """For a duty of each period."""
    return (
        f"Quy định: {term.said()} ({in_force(term)}).",
        f"Ngày cuối của {term.every} là {full(last)}.",
        *moved_earlier(last, end, calendar, territory, PERIOD_KEPT),
        f"Chậm nhất {full(end)}.",
        *cautions(term, end, last, calendar),
    )


def of_hours(term: Term, moment: datetime, at: datetime) -> tuple[str, ...]:
    """For a term in hours."""
    return (
        f"Sự kiện: {term.event}, {moment:%H:%M} {full(moment.date())}.",
        f"Thời hạn: {term.said()} ({in_force(term)}), tính từ thời điểm đó (Điều 147 khoản 1 BLDS).",
        f"Chậm nhất {at:%H:%M} {full(at.date())}.",
    )


def moved_earlier(
    last: date, end: date, calendar: Calendar, territory: str | None, because: str
) -> Iterator[str]:
    if last != end:
        off = calendar.why_off(last, territory)
        named = "" if off in WEEKDAYS else f" ({off})"
        yield f"{full(last)} là ngày nghỉ{named}: lấy ngày làm việc liền trước, {because}."


def in_force(term: Term) -> str:
    """The legal basis with the days between which it holds."""
    since = f", hiệu lực từ {short(term.valid_from)}" if term.valid_from else ""
    until = f" đến {short(term.valid_to)}" if term.valid_to else ""
    return f"{term.basis}{since}{until}"


def cautions(term: Term, first: date, last: date, calendar: Calendar) -> Iterator[str]:
    """What the person should know before relying on the date."""
    if not term.on:
        yield f"Lưu ý: quy định này đang tắt, tính theo yêu cầu: {term.reason}."
    if term.caution:
        yield f"Lưu ý: {term.caution}."
    first, last = min(first, last), max(first, last)
    for year in range(first.year, last.year + 1):
        if year in calendar.years and calendar.years[year].status == "estimate":
            yield f"Lưu ý: lịch nghỉ năm {year} mới là dự kiến, chưa có văn bản."
    for day, name in sorted(calendar.doubtful.items()):
        if first < day <= last:
            yield f"Lưu ý: {full(day)} ({name}) chưa được tính là ngày nghỉ vì chưa rõ căn cứ."
