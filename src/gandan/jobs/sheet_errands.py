"""A list of work as an Excel sheet, however long: rows go from the database to the disk, a thousand
in memory at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from itertools import islice
from pathlib import Path

from django.utils import timezone

from gandan.domain.directory.access import standing
from gandan.domain.errands import actions
from gandan.domain.errands.queries import Errand
from gandan.domain.tasks import queries
from gandan.domain.tasks.asked import tasks_asked_for
from gandan.domain.tasks.queries import Task
from gandan.jobs.errand_steps import Step, Told
from gandan.kernel.text_sheets import TextSheet

RESULT = "nhiem-vu.xlsx"
_AT_ONCE = 1_000


def write_tasks(errand: Errand) -> Iterator[Step]:
    """The tasks that answer `said["asked"]` and that the asker may see now, in the order of the list;
    `title`, `heads` and `states` are in the language of whoever asked. The last step saves."""
    said = errand.said
    who = standing(errand.asked_by, timezone.localdate())
    found = tasks_asked_for(who, said["asked"])
    keys = list(found.values_list("pk", flat=True))
    actions.set_total(errand, len(keys))
    sheet = TextSheet(said["title"], said["heads"])
    left = iter(keys)
    while chunk := list(islice(left, _AT_ONCE)):
        rows = queries.listed(Task.objects.filter(pk__in=chunk)).defer("search", "quote")
        for task in rows:
            sheet.add(_row(task, said["states"]))
        yield Step(_nothing_to_say, len(chunk))
    yield Step(partial(_save, sheet, errand.folder / RESULT), 0)


def _row(task: Task, states: Mapping[str, str]) -> list[str]:
    source = str(task.document.number or task.document) if task.document else ""
    return [
        task.text,
        str(task.lead) if task.lead else task.lead_text,
        "; ".join(str(part) for part in task.cooperations.all()),
        f"{task.next_due:%d/%m/%Y}" if task.next_due else "",
        states.get(task.state, task.state),
        f"{source} {task.section}".strip(),
    ]


def _nothing_to_say(_: datetime) -> Sequence[Told]:
    return ()


def _save(sheet: TextSheet, path: Path, _: datetime) -> Sequence[Told]:
    """Under another name first: a file with the name of the result is a whole one."""
    part = path.with_suffix(".part")
    with part.open("wb") as out:
        sheet.save(out)
    part.replace(path)
    return ()
