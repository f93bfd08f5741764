"""By when a petition must be answered: the term of the law for the way it came in."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from gandan.domain.petitions.models import SourceKind
from gandan.kernel.calendar import OutsideCalendar, vietnam
from gandan.kernel.terms import TermError, due

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


@lru_cache(maxsize=50_000)
def answer_due(source: str, received_on: date) -> tuple[date | None, str]:
    """The last day and its basis; (None, why) when no term is in force that could be counted by."""
    if source == SourceKind.DIALOGUE:
        return None, "Theo thời hạn ghi trong kết luận của cuộc họp."
    term = TERM_OF.get(SourceKind(source))
    if term is None:
        return None, "Theo thời hạn ghi trong văn bản."
    try:
        answer = due(term, received_on, calendar=vietnam())
    except (TermError, OutsideCalendar) as error:
        return None, str(error)[:400]
    return answer.date, answer.basis
