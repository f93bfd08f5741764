"""The terms that are shipped: rows of `data/*.toml`, one file per matter."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from gandan.kernel.calendar.wording import short
from gandan.kernel.terms.term import Extension, Term, TermError


@cache
def terms() -> tuple[Term, ...]:
    """Every row, those that are off included, by name and then by the day it came into force."""
    folder = files("gandan.kernel.terms").joinpath("data")
    texts = [entry.read_text("utf-8") for entry in folder.iterdir() if entry.name.endswith(".toml")]
    found = [term for text in texts for term in read(tomllib.loads(text))]
    return tuple(sorted(found, key=lambda term: (term.name, term.valid_from or date.min)))


def read(table: Mapping[str, Any]) -> Iterator[Term]:
    """The rows of one parsed file; `[defaults]` holds for each row that does not say otherwise."""
    for written in table.get("term", ()):
        row = {**table.get("defaults", {}), **written}
        if "extension" in row:
            row["extension"] = Extension(**row["extension"])
        yield Term(**row)


def term_of(
    name: str, day: date, *, unverified: bool = False, table: Sequence[Term] | None = None
) -> Term:
    """The row of this name that was the law on the day of the event, in the table that is given
    (by `terms.edits.edited_terms`) or in the one that is shipped.

    Raises TermError: no such name; no row in force on that day; the row is off (unless `unverified`
    asks for it all the same) or gives no number.
    """
    rows = terms() if table is None else table
    named = [term for term in rows if term.name == name]
    if not named:
        raise TermError(f"Không có thời hạn tên “{name}”: xem danh sách bằng gandan due --list.")
    in_force = [term for term in named if term.in_force(day)]
    if not in_force:
        raise TermError(f"Ngày {short(day)} không có quy định nào về {name} đang có hiệu lực.")
    term = in_force[-1]
    if term.length is None or not (term.on or unverified):
        raise TermOff(term, f"Thời hạn {name} đang tắt: {term.reason}.")
    return term


class TermOff(TermError):
    """The term is known, but not used until it has been verified."""

    def __init__(self, term: Term, sentence: str) -> None:
        super().__init__(sentence)
        self.term = term
