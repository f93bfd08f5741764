"""By when a petition must be answered: the term of the law for the way it came in."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from gandan.domain.directory.queries import Unit, territory_path
from gandan.domain.petitions.models import SourceKind
from gandan.kernel.calendar import OutsideCalendar
from gandan.kernel.terms import TermError, due
from gandan.kernel.timetable import Timetable, timetable

# Luật Tiếp công dân Điều 28 khoản 1 speaks of whoever receives the content, in whichever way; voters'
# petitions have their own rules (NQLT 72/2025), petitions in a document those of that document.
TERM_OF = {
    SourceKind.RECEPTION: "reception.reply",
    SourceKind.LETTER: "reception.reply",
    SourceKind.PORTAL: "reception.reply",
    SourceKind.NOTE: "reception.reply",
    SourceKind.MEETING: "voters.answer",
    SourceKind.FRONT: "voters.answer",
}


def term_of_source(source: str) -> str:
    """The name of the term by which what came this way is answered; "" where a paper says it."""
    return TERM_OF.get(SourceKind(source), "")


def answer_due(source: str, received_on: date, unit: Unit | None = None) -> tuple[date | None, str]:
    """The last day and its basis, by the calendar of the place of `unit`; (None, why) when no term is
    in force that could be counted by."""
    table = timetable()
    place = territory_path(unit) if unit is not None and table.calendar.local else ""
    return answer_due_by(table, source, received_on, place)


@lru_cache(maxsize=50_000)
def answer_due_by(
    table: Timetable, source: str, received_on: date, place: str = ""
) -> tuple[date | None, str]:
    """The same by a table that is given: the one in force, or one that somebody thinks of."""
    if source == SourceKind.DIALOGUE:
        return None, "Theo thời hạn ghi trong kết luận của cuộc họp."
    term = TERM_OF.get(SourceKind(source))
    if term is None:
        return None, "Theo thời hạn ghi trong văn bản."
    try:
        answer = due(term, received_on, calendar=table.calendar, territory=place, table=table.terms)
    except (TermError, OutsideCalendar) as error:
        return None, str(error)[:400]
    since = f"{answer.term.said()} kể từ ngày nhận {received_on:%d/%m/%Y}"
    return answer.date, f"{since}, {answer.basis}"[:400]
