"""Keep what a unit answered, and make a task of what it promised."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from gandan.domain.directory.queries import Account, Unit
from gandan.domain.petitions.actions.hold import held, move, remember
from gandan.domain.petitions.actions.receiving import clean
from gandan.domain.petitions.emptiness import is_empty
from gandan.domain.petitions.models import Answer, AnswerKind, Petition
from gandan.domain.registry.queries import Document
from gandan.domain.tasks import actions as tasks
from gandan.domain.tasks.queries import State, Task
from gandan.kernel.events import deed
from gandan.kernel.refusal import Refused

_SHOWN = 300


@deed("petition.answer")
def answer(
    petition: Petition,
    kind: str,
    text: str,
    *,
    actor: Account,
    at: datetime,
    unit: Unit | None = None,
    promised_on: date | None = None,
    evidence: str = "",
    document: Document | None = None,
    seen: int | None = None,
) -> Answer:
    """Record an answer of `unit` (the holder, if none is named). What is solved or decided needs its
    proof; a promise needs its day, and becomes a task of who promised."""
    said = clean(text)
    if kind not in AnswerKind.values:
        raise Refused(f"Không có loại trả lời “{kind}”. Chưa lưu gì.")
    if kind in {AnswerKind.SOLVED, AnswerKind.DECIDED} and not (evidence.strip() or document):
        raise Refused(
            "Trả lời “đã giải quyết” hoặc “đã ban hành văn bản” phải có minh chứng. Chưa lưu gì."
        )
    if kind == AnswerKind.PROMISED and promised_on is None:
        raise Refused("Lời hứa phải có ngày. Chưa lưu gì. Hãy ghi ngày sẽ xong.")
    if promised_on is not None and promised_on < timezone.localdate(at):
        raise Refused("Ngày hứa đã qua. Chưa lưu gì. Hãy xem lại ngày.")
    now = held(petition, seen)
    before = move(now, "answer", actor, at)
    by = unit or now.holder or now.unit
    given = Answer(
        petition=now, unit=by, kind=kind, text=said, evidence=evidence.strip()[:400],
        document=document, at=at, by=actor,
        promised_on=promised_on if kind == AnswerKind.PROMISED else None,
    )  # fmt: skip
    given.is_empty = is_empty(said, kind, given.promised_on, evidence or str(document or ""))
    if kind == AnswerKind.PROMISED:
        given.task = tasks.assign(
            f"Thực hiện lời hứa với kiến nghị {now.code}: {said[:_SHOWN]}",
            lead=by, due=[promised_on] if promised_on else [], actor=actor, at=at,
        )  # fmt: skip
    given.save()
    asked = Task.objects.filter(pk=now.task_id or 0).first()
    if asked is not None and asked.is_open:
        # The answer is what was asked of the unit: said here, done there.
        tasks.settle(asked, State.DONE, actor=actor, at=at, reason="Đã trả lời kiến nghị")
    remember(
        "answer", now, actor, at,
        {"from": before, "kind": kind, "answer": given.pk, "empty": given.is_empty},
    )  # fmt: skip
    return given
