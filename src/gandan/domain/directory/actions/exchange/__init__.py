"""Tables of units, of identifiers and of people, as offices keep them in Excel: what each row would do, said before
anything is done, and the rows by which the directory goes out again.

A row is a mapping from the heads of `UNIT_HEADS`, `IDENTIFIER_HEADS` or `PEOPLE_HEADS` to text.
"""

from __future__ import annotations

from gandan.domain.directory.actions.exchange.identifier_rows import (
    IDENTIFIER_HEADS,
    identifier_rows,
    judge_identifiers,
)
from gandan.domain.directory.actions.exchange.importing import (
    import_identifiers,
    import_people,
    import_units,
)
from gandan.domain.directory.actions.exchange.people_rows import (
    PEOPLE_HEADS,
    judge_people,
    people_rows,
)
from gandan.domain.directory.actions.exchange.tables import ROWS_AT_ONCE, TABLES, DirectoryTable
from gandan.domain.directory.actions.exchange.unit_rows import UNIT_HEADS, judge_units, unit_rows
from gandan.domain.directory.actions.exchange.verdict import Row, Verdict
from gandan.domain.directory.actions.exchange.workbook import rows_of_workbook

__all__ = [
    "IDENTIFIER_HEADS",
    "PEOPLE_HEADS",
    "ROWS_AT_ONCE",
    "TABLES",
    "UNIT_HEADS",
    "DirectoryTable",
    "Row",
    "Verdict",
    "identifier_rows",
    "import_identifiers",
    "import_people",
    "import_units",
    "judge_identifiers",
    "judge_people",
    "judge_units",
    "people_rows",
    "rows_of_workbook",
    "unit_rows",
]
