"""The "6 rõ" of a task: what is said, and what is missing. Nothing is guessed.

"Rõ người, rõ việc, rõ thời gian, rõ trách nhiệm, rõ thẩm quyền, rõ kết quả."
"""

from __future__ import annotations

from dataclasses import dataclass

from gandan.domain.tasks.models import Recurrence, Task


@dataclass(frozen=True, slots=True)
class Clarity:
    """One of the six. `said` is what the task says; empty: it is missing, and `missing` says what."""

    key: str
    name: str
    said: str
    missing: str

    @property
    def is_clear(self) -> bool:
        return bool(self.said)


def six_clarities(task: Task) -> tuple[Clarity, ...]:
    """The six in their usual order."""
    return (
        Clarity("who", "Rõ người", _who(task), "Chưa rõ ai làm"),
        Clarity("what", "Rõ việc", task.text.strip(), "Chưa rõ việc gì"),
        Clarity("when", "Rõ thời gian", _when(task), "Chưa rõ hạn"),
        Clarity(
            "responsible",
            "Rõ trách nhiệm",
            str(task.lead) if task.lead else "",
            "Chưa rõ đơn vị chủ trì",
        ),
        Clarity("authority", "Rõ thẩm quyền", task.authority, "Chưa rõ ai quyết định"),
        Clarity("product", "Rõ kết quả", task.product, "Chưa rõ sản phẩm"),
    )


def _who(task: Task) -> str:
    people = [person.name for person in (task.leader, task.officer) if person]
    return ", ".join(people)


def _when(task: Task) -> str:
    days = sorted(due.on for due in task.due_dates.all() if due.replaced_by_id is None)
    if days:
        return ", ".join(f"{day:%d/%m/%Y}" for day in days)
    return "" if task.recurrence == Recurrence.NONE else str(task.get_recurrence_display())
