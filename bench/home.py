"""Home of a unit with 10,000 tasks, and the page of a long document: time and number of queries.

.venv/bin/python bench/home.py [--tasks 10000]
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

SAMPLES = Path(__file__).resolve().parents[1] / "samples" / "documents"
TURNS = 15


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tasks", type=int, default=10_000)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="gandan-bench-") as data:
        os.environ["GANDAN_DATA"] = data
        from gandan.cli.setup import setup

        setup()
        measure(args.tasks)


def measure(count: int) -> None:
    from django.core.management import call_command
    from django.utils import timezone

    from gandan.domain.directory import actions as directory
    from gandan.domain.directory.queries import account_named
    from gandan.domain.registry import actions as registry

    call_command("migrate", verbosity=0)
    now = timezone.now()
    machine = directory.machine_account(now)
    unit = directory.create_unit(
        code="U", name="Sở Đo", kind="department", level="province", parent=None,
        actor=machine, at=now,
    )  # fmt: skip
    person = directory.add_person("Người Đo", unit, "Giám đốc", actor=machine, at=now)
    directory.open_account("do", person, "mot-mat-khau-dai", unit=unit, actor=machine, at=now)
    head = account_named("do")
    directory.grant_role(head, "head", unit, actor=machine, at=now)
    for rows in (10, count):
        fill(unit, head, rows, now)
        timed(f"home, {rows:>6} tasks", lambda: home(head, unit))
    longest = max(SAMPLES.glob("*.txt"), key=lambda path: path.stat().st_size)
    got = registry.receive(longest.read_bytes(), longest.name, actor=machine, at=now)
    document = got.documents[0]
    timed(f"document page, {longest.name}", lambda: page(head, document.pk))


def fill(unit: Any, head: Any, rows: int, now: Any) -> None:
    from django.utils import timezone

    from gandan.domain.tasks.models import Cooperation, DueDate, Task

    today = timezone.localdate(now)
    Task.objects.all().delete()
    tasks = Task.objects.bulk_create(
        Task(
            text=f"Rà soát, báo cáo kết quả việc số {n} theo kế hoạch",
            lead=unit,
            state="under-way",
            next_due=None if n % 5 == 0 else today + timedelta(days=n % 120 - 40),
            created_at=now,
            created_by=head,
        )
        for n in range(rows)
    )
    Cooperation.objects.bulk_create(Cooperation(task=task, unit=unit) for task in tasks)
    DueDate.objects.bulk_create(
        DueDate(task=task, on=task.next_due, set_at=now, set_by=head)
        for task in tasks
        if task.next_due
    )


def home(head: Any, unit: Any) -> None:
    """What the home page asks: the counts, and the first fifty of each bucket with their 6 rõ."""
    from django.utils import timezone

    from gandan.domain.tasks import queries
    from gandan.domain.tasks.access import visible_tasks

    today = timezone.localdate()
    mine = queries.of_unit(visible_tasks(head, today), unit)
    queries.bucket_counts(mine, today)
    for bucket in queries.BUCKETS:
        for task in queries.in_bucket(mine, bucket, today)[:50]:
            queries.six_clarities(task)


def page(head: Any, key: int) -> None:
    """What the document page asks: document, layout, facts, progress, edges both ways, tasks."""
    from django.utils import timezone

    from gandan.domain.registry import queries
    from gandan.domain.registry.access import visible_documents
    from gandan.domain.tasks.access import visible_tasks
    from gandan.domain.tasks.queries import tasks_of_facts

    today = timezone.localdate()
    visible = visible_documents(head, today)
    document = queries.document_page(visible, key)
    queries.latest_reading(document)
    facts = list(queries.facts_of(document))
    queries.review_progress(document)
    list(queries.cites(document, visible)), list(queries.cited_by(document, visible))
    tasks_of_facts(visible_tasks(head, today), facts)


def timed(name: str, ask: Callable[[], None]) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as context:
        ask()
    times = []
    for _ in range(TURNS):
        begun = time.perf_counter()
        ask()
        times.append((time.perf_counter() - begun) * 1_000)
    print(
        f"{name:<42} {len(context):>3} queries   median {statistics.median(times):6.1f} ms   "
        f"worst of {TURNS} {max(times):6.1f} ms"
    )


if __name__ == "__main__":
    main()
