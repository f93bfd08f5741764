"""Show an import while it runs, and what became of every file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from gandan.jobs.import_files import Outcome


def show(outcomes: Iterable[Outcome], total: int) -> int:
    """Print progress and the summary on standard error; gives how many files were refused."""
    console = Console(stderr=True)
    counts: Counter[str] = Counter()
    documents = 0
    refused: list[Outcome] = []
    with Progress(
        TextColumn("Nhận văn bản"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.description}"),
        console=console,
    ) as progress:
        bar = progress.add_task("", total=total)
        for outcome in outcomes:
            counts[outcome.fate] += 1
            documents += len(outcome.documents) if outcome.fate == "new" else 0
            if outcome.fate == "refused":
                refused.append(outcome)
            done = counts.total()  # a zip may hold more files than were named
            progress.update(
                bar, completed=done, total=max(total, done), description=outcome.name[-40:]
            )
    console.print(_summary(counts, documents))
    if refused:
        console.print(_refusals(refused))
    return len(refused)


def _summary(counts: Counter[str], documents: int) -> Table:
    table = Table(show_header=False)
    table.add_row("Tệp mới", str(counts["new"]), f"{documents} văn bản")
    table.add_row("Đã có từ trước", str(counts["known"]), "không thay đổi gì")
    table.add_row("Không nhận được", str(counts["refused"]), "chưa lưu gì")
    return table


def _refusals(refused: list[Outcome]) -> Table:
    table = Table("Tệp", "Vì sao")
    for outcome in refused:
        table.add_row(outcome.name, outcome.sentence)
    return table
