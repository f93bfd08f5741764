"""The tables by which the directory comes in, each by its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from gandan.domain.directory.actions.exchange.identifier_rows import (
    IDENTIFIER_HEADS,
    judge_identifiers,
)
from gandan.domain.directory.actions.exchange.importing import (
    import_identifiers,
    import_people,
    import_units,
)
from gandan.domain.directory.actions.exchange.people_rows import PEOPLE_HEADS, judge_people
from gandan.domain.directory.actions.exchange.unit_rows import UNIT_HEADS, judge_units
from gandan.domain.directory.actions.exchange.verdict import Row, Verdict

# A row takes some twenty milliseconds to write: so many are written while somebody waits.
ROWS_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class DirectoryTable:
    """What judges and enters the rows under these heads; `verb` names the deed."""

    verb: str
    heads: Sequence[str]
    judge: Callable[[Sequence[Row]], list[Verdict]]
    enter: Callable[..., list[Verdict]]


TABLES: Mapping[str, DirectoryTable] = {
    "don-vi": DirectoryTable("unit.load", UNIT_HEADS, judge_units, import_units),
    "ma-dinh-danh": DirectoryTable(
        "identifier.load", IDENTIFIER_HEADS, judge_identifiers, import_identifiers
    ),
    "nguoi": DirectoryTable("person.load", PEOPLE_HEADS, judge_people, import_people),
}
