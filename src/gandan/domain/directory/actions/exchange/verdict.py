"""What a row of a table would do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Row = Mapping[str, str]
Fate = Literal["new", "changed", "unchanged", "refused"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """`number` counts the rows of the table from 2, as Excel does below the heads. `words` say what
    would change, or why the row is refused. `steps` are the verbs to do, in order, each given who
    and when; they are empty unless the row is new or changed."""

    number: int
    name: str
    fate: Fate
    words: tuple[str, ...] = ()
    steps: tuple[Callable[..., object], ...] = ()


def refused(number: int, name: str, *words: str) -> Verdict:
    return Verdict(number, name, "refused", words)


def cell(row: Row, head: str) -> str:
    """The text of a cell, blanks made one."""
    return " ".join(row.get(head, "").split())


def listed(row: Row, head: str) -> list[str]:
    """The names of a cell that holds several, parted by semicolons."""
    return [" ".join(part.split()) for part in row.get(head, "").split(";") if part.strip()]


def day_of(row: Row, head: str) -> date | None:
    """The day in a cell, as 1/7/2025 or 2025-07-01; raises ValueError with a sentence."""
    said = cell(row, head)
    if not said:
        return None
    for form in ("%d/%m/%Y", "%Y-%m-%d", "%d-%m-%Y", "%Y-%m-%d %H:%M:%S"):
        try:
            return datetime.strptime(said, form).date()  # noqa: DTZ007
        except ValueError:
            continue
    raise ValueError(f"“{said}” ở cột {head} không phải là ngày: hãy viết như 01/07/2025")


def written(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""
