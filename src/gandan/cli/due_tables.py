"""What `gandan due` counts by: the tables of the office where it has a database, else those shipped.

Django is started only where there is a database: without one the question takes a blink.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from gandan.kernel.calendar import Calendar, vietnam
from gandan.kernel.terms import Term, terms

if TYPE_CHECKING:
    from gandan.kernel.timetable import Timetable


@dataclass(frozen=True, slots=True)
class Tables:
    calendar: Calendar
    terms: tuple[Term, ...] = field(default_factory=terms)
    has_places: bool = False

    def place_of(self, code: str | None) -> str | None:
        """The code with those of the places that it lies in, as far as the office knows them."""
        if not code or not self.has_places:
            return code
        from gandan.domain.directory.queries import places_with, territory_path

        place = places_with(code).first()
        if place is None:
            print(
                f"Danh bạ chưa có địa bàn mang mã {code}: tính theo lịch chung. Hãy xem lại mã, "
                "hoặc chạy gandan territories load.",
                file=sys.stderr,
            )
            return code
        return territory_path(place)


def tables_here(count_off: Iterable[str] = ()) -> Tables:
    """`count_off`: disputed days off to be counted as such for this one question."""
    own = _kept() if has_database() else None
    if own is None:
        return Tables(vietnam(frozenset(count_off)))
    from gandan.kernel.timetable import Edit, Kind

    for name in count_off:
        own = own.after(Edit(Kind.DISPUTED, name))
    return Tables(own.calendar, own.terms, has_places=True)


def has_database() -> bool:
    """The same two places in which the settings look (`config.settings.database`)."""
    embedded = Path(os.environ.get("GANDAN_DATA", "data"), "gandan.sqlite3")
    return bool(os.environ.get("GANDAN_DATABASE_URL")) or embedded.is_file()


def _kept() -> Timetable | None:
    from gandan.cli.setup import setup

    setup()
    from django.db import DatabaseError

    from gandan.kernel.timetable import timetable

    try:
        return timetable()
    except DatabaseError:
        print(
            "Cơ sở dữ liệu chưa có bảng lịch của cơ quan (hãy chạy gandan migrate): "
            "tính theo bảng có sẵn.",
            file=sys.stderr,
        )
        return None
