"""Give work to a unit. `assign` is the only way in: a plan's row, a conclusion, a promise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from gandan.domain.directory.queries import Account, Person, Unit, holder_of_place, match_all
from gandan.domain.registry import actions as registry
from gandan.domain.registry.queries import Fact, FactKind, FactStatus
from gandan.domain.tasks.access import must
from gandan.domain.tasks.actions.hold import held, remember, renew_next_due
from gandan.domain.tasks.counting import Counted
from gandan.domain.tasks.marking import Marked
from gandan.domain.tasks.models import Cooperation, DueDate, Recurrence, State, Task
from gandan.domain.tasks.recurring import Period
from gandan.kernel.events import deed
from gandan.kernel.refusal import Refused


@dataclass(frozen=True, slots=True)
class Source:
    """The words that lay a task down: a fact of a document. (Or those a person `Marked`.)"""

    fact: Fact
    section: str = ""


@transaction.atomic
def assign(
    text: str,
    *,
    lead: Unit | None,
    actor: Account,
    at: datetime,
    cooperating: Sequence[Unit] = (),
    cooperating_text: Sequence[str] = (),
    due: Sequence[date] = (),
    counted: Counted | None = None,
    recurrence: str = Recurrence.NONE,
    leader: Person | None = None,
    officer: Person | None = None,
    product: str = "",
    authority: str = "",
    lead_text: str = "",
    time_text: str = "",
    priority: int = 0,
    is_internal: bool = False,
    source: Source | Marked | None = None,
    parent: Task | None = None,
    period: Period | None = None,
    closes_with: str = "",
) -> Task:
    """Lay a task on its lead unit. Without a lead unit it stays a draft: nobody has it yet.

    With a `parent` it is a part of that task and has its source; with a `period` too, one
    occurrence of it. `lead_text` and `cooperating_text` are names of the document that stand for no known unit.
    `counted` says by what the dates of `due` were counted, if a term or a calendar gave them.
    """
    if not text.strip():
        raise Refused("Nhiệm vụ chưa có nội dung việc. Chưa lưu gì. Hãy điền việc phải làm.")
    if recurrence not in Recurrence.values:
        raise Refused(f"Không có chu kỳ “{recurrence}”. Chưa lưu gì.")
    task = Task(
        text=" ".join(text.split()),
        lead=lead,
        lead_text=lead_text[:400],
        leader=leader,
        officer=officer,
        product=product,
        authority=authority,
        time_text=time_text[:400],
        recurrence=recurrence,
        priority=priority,
        is_internal=is_internal,
        closes_with=closes_with,
        state=State.ASSIGNED if lead else State.DRAFT,
        created_at=at,
        created_by=actor,
    )
    if source is not None:
        _quote(task, source)
    if parent is not None:
        be_part(task, parent, period)
    must(actor, "assign", task, on=timezone.localdate(at))
    task.save()
    _be_helped(task, cooperating, cooperating_text)
    for day in sorted(set(due)):
        DueDate.objects.create(
            task=task, on=day, set_at=at, set_by=actor, **(counted or Counted()).fields()
        )
    renew_next_due(task)
    remember(
        "task.assign", task, actor, at,
        {"state": task.state, "fact": task.fact_id, "parent": task.parent_id},
    )  # fmt: skip
    return task


def be_part(task: Task, parent: Task, period: Period | None = None) -> None:
    """A part of a task has its source; an occurrence also its period."""
    task.parent, task.document = parent, parent.document
    task.quote, task.section = parent.quote, parent.section
    task.start, task.end = parent.start, parent.end
    if period is not None:
        task.period_from, task.period_to = period.first, period.last


@deed("fact.accept", "task.assign")
def accept_duty(
    fact: Fact,
    *,
    actor: Account,
    at: datetime,
    lead: Unit | None = None,
    cooperating: Sequence[Unit] | None = None,
    leader: Person | None = None,
    officer: Person | None = None,
    product: str = "",
    authority: str = "",
) -> Task:
    """Make a task of a duty that was read (and maybe corrected), and accept the duty with it.

    Units that are not given (None) are those that the names in the duty mean for certain, on the day of
    the document and seen from its issuer; if such a unit has ended, the one unit that took over.
    The other names are kept as words, for a person to link.
    """
    if fact.kind != FactKind.DUTY:
        raise Refused("Chỉ nhiệm vụ mới giao được thành việc. Chưa có gì thay đổi.")
    if Task.objects.filter(fact=fact).exists():
        raise Refused("Nhiệm vụ này đã được duyệt và giao rồi. Chưa có gì thay đổi.")
    if fact.status not in {FactStatus.ACCEPTED, FactStatus.CORRECTED}:
        registry.accept(fact, actor=actor, at=at)
    duty = fact.value
    known = _units_named([*duty["lead"], *duty["cooperating"]], fact, timezone.localdate(at))
    linked = [known[name] for name in duty["lead"]]
    if lead is None:
        lead = next((unit for unit in linked if unit is not None), None)
    unlinked: list[str] = []
    if cooperating is None:
        helpers = [*linked, *(known[name] for name in duty["cooperating"])]
        cooperating = [unit for unit in helpers if unit is not None and unit != lead]
        unlinked = [name for name in duty["cooperating"] if known[name] is None]
    return assign(
        duty["text"],
        lead=lead,
        lead_text="; ".join(duty["lead"]),
        cooperating=cooperating,
        cooperating_text=unlinked,
        due=[date.fromisoformat(day) for day in duty["due"]],
        recurrence=duty["recurrence"],
        leader=leader,
        officer=officer,
        product=product,
        authority=authority,
        time_text=duty["time_text"] or "",
        is_internal=fact.document.secrecy != "ordinary",
        source=Source(fact, duty["section"]),
        actor=actor,
        at=at,
    )


@deed("fact.undo")
def undo_acceptance(fact: Fact, *, actor: Account, at: datetime) -> None:
    """Take back what was said of a duty, and the task that came of it as long as nobody has begun.

    The task stays, cancelled and cut from the duty, so that nothing that was done is lost."""
    task = Task.objects.filter(fact=fact).first()
    if task is not None:
        now = held(task)
        must(actor, "assign", now, on=timezone.localdate(at))
        if now.state not in {State.DRAFT, State.ASSIGNED} or now.notes.exists():
            raise Refused(
                "Đơn vị đã bắt đầu làm nhiệm vụ này nên không hoàn lại được. Chưa có gì thay đổi. "
                "Hãy hủy nhiệm vụ và ghi lý do."
            )
        now.fact, now.state, now.state_reason = None, State.CANCELLED, "Hoàn lại việc duyệt"
        remember("task.withdraw", now, actor, at, {"fact": fact.pk})
    registry.undo(fact, actor=actor, at=at)


def _units_named(names: list[str], fact: Fact, today: date) -> dict[str, Unit | None]:
    """The units that do today what the document gave to those it names: a plan of 2021 that is
    entered in 2026 lays its duties on the successors."""
    issued = fact.document.issued_on or today
    found = match_all(names, issued, fact.document.issuer)
    return {
        name: holder_of_place(match.unit, today) if match.unit is not None else None
        for name, match in found.items()
    }


def _be_helped(task: Task, units: Sequence[Unit], names: Sequence[str]) -> None:
    """The units that help, each once and never the lead itself; names wait to be linked."""
    helping = dict.fromkeys(unit for unit in units if unit != task.lead)
    Cooperation.objects.bulk_create(
        [
            *(Cooperation(task=task, unit=unit) for unit in helping),
            *(Cooperation(task=task, text=name[:400]) for name in names),
        ]
    )


def _quote(task: Task, source: Source | Marked) -> None:
    if isinstance(source, Source):
        task.fact, task.section = source.fact, source.section[:60]
        words: Fact | Marked = source.fact
    else:
        words = source
    task.document, task.quote = words.document, words.quote
    task.start, task.end = words.start, words.end
