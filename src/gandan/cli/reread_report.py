"""Show a reading-again while it runs, and what it gained, lost and changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from gandan.jobs.reread_files import Outcome


def show(outcomes: Iterable[Outcome], total: int) -> int:
    """Print progress and the summary on standard error; gives how many could not be read."""
    console = Console(stderr=True)
    fates: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    refused: list[Outcome] = []
    with Progress(
        TextColumn("Đọc lại"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.description}"),
        console=console,
    ) as progress:
        bar = progress.add_task("", total=total)
        for outcome in outcomes:
            fates[outcome.fate] += 1
            counts.update(outcome.counts)
            if outcome.fate == "refused":
                refused.append(outcome)
            progress.update(bar, advance=1, description=outcome.name[-40:])
    console.print(_summary(fates, counts))
    if refused:
        table = Table("Tệp", "Vì sao")
        for outcome in refused:
            table.add_row(outcome.name, outcome.sentence)
        console.print(table)
    return len(refused)


def _summary(fates: Counter[str], counts: Counter[str]) -> Table:
    table = Table(show_header=False)
    table.add_row("Tệp đã đọc lại", str(fates["reread"]), "")
    table.add_row("Đã đọc bằng bản này từ trước", str(fates["current"]), "không thay đổi gì")
    table.add_row("Không đọc lại được", str(fates["refused"]), "giữ nguyên bản đọc cũ")
    table.add_row("Dữ kiện như cũ", str(counts["same"]), "giữ ý kiến duyệt và nhiệm vụ")
    table.add_row("Dữ kiện mới đọc ra", str(counts["gained"]), "chờ duyệt")
    table.add_row("Dữ kiện đọc khác trước", str(counts["changed"]), "")
    table.add_row("Dữ kiện không còn đọc ra", str(counts["lost"]), "")
    table.add_row("  trong đó người đã duyệt", str(counts["stays"]), "giữ như người đã duyệt")
    table.add_row("Điểm cần soát thay đổi", str(counts["findings"]), "")
    return table
