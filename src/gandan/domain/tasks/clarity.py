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


SIX = (
    ("who", "Rõ người", "Chưa rõ ai làm"),
    ("what", "Rõ việc", "Chưa rõ việc gì"),
    ("when", "Rõ thời gian", "Chưa rõ hạn"),
    ("responsible", "Rõ trách nhiệm", "Chưa rõ đơn vị chủ trì"),
    ("authority", "Rõ thẩm quyền", "Chưa rõ ai quyết định"),
    ("product", "Rõ kết quả", "Chưa rõ sản phẩm"),
)
"""In their usual order: the key, the name, what is said when it is missing."""


def six_clarities(task: Task) -> tuple[Clarity, ...]:
    """The six of a task. `lines.full_lines` tells of many tasks which of them are clear."""
    said = (
        _who(task),
        task.text.strip(),
        _when(task),
        str(task.lead) if task.lead else "",
        task.authority,
        task.product,
    )
    return tuple(
        Clarity(key, name, each, missing)
        for (key, name, missing), each in zip(SIX, said, strict=True)
    )


def _who(task: Task) -> str:
    people = [person.name for person in (task.leader, task.officer) if person]
    return ", ".join(people)


def _when(task: Task) -> str:
    days = sorted(due.on for due in task.due_dates.all() if due.replaced_by_id is None)
    if days:
        return ", ".join(f"{day:%d/%m/%Y}" for day in days)
    return "" if task.recurrence == Recurrence.NONE else str(task.get_recurrence_display())
