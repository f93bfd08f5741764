"""What lies on a unit's desk, by how pressing it is: the terms of its cases, then its tasks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gandan.domain.petitions import queries as cases
from gandan.domain.tasks import queries
from gandan.domain.tasks.queries import BUCKETS, Bucket
from gandan.web.desk.clocks_of_case import ClockLine, lines_of_clocks
from gandan.web.desk.rows import Row, rows_of

AT_FIRST = 10
PER_PAGE = 50

NAMES: dict[Bucket, str | Promise] = {
    "overdue": _("Quá hạn"),
    "this-week": _("Tuần này"),
    "later": _("Sau đó"),
    "waiting": _("Tạm chờ"),
    "no-date": _("Không có ngày"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A bucket with its first rows."""

    key: Bucket
    count: int
    clocks: list[ClockLine]
    rows: list[Row]

    @property
    def name(self) -> str | Promise:
        return NAMES[self.key]

    @property
    def is_cut(self) -> bool:
        return self.count > len(self.clocks) + len(self.rows)


class AtHand:
    """The clocks and the tasks of one list, as of a day; counted in two questions."""

    def __init__(
        self, clocks: QuerySet[cases.Clock], tasks: QuerySet[queries.Task], day: date
    ) -> None:
        self.clocks, self.tasks, self.day = clocks, tasks, day
        self.clock_load = cases.clock_counts(clocks, day)
        self.task_load = queries.bucket_counts(tasks, day)

    def counts(self) -> list[tuple[Bucket, str | Promise, int]]:
        return [(key, NAMES[key], self._count(key)) for key in BUCKETS]

    def first(self) -> list[Shown]:
        """The first rows of each bucket that holds something."""
        return [self._cut(key, 0, AT_FIRST, AT_FIRST) for key in BUCKETS if self._count(key)]

    def page(self, key: Bucket, number: str | None) -> tuple[Shown, Page[None]]:
        """One page of one bucket; a page begins with the clocks that are left."""
        pages = Paginator([None] * self._count(key), PER_PAGE)
        page = pages.get_page(number)
        start = (page.number - 1) * PER_PAGE
        clocks = max(0, min(PER_PAGE, self.clock_load.of(key) - start))
        return self._cut(key, start, clocks, PER_PAGE - clocks), page

    def _cut(self, key: Bucket, start: int, clocks: int, tasks: int) -> Shown:
        """So many rows of a bucket; `start` counts clocks and tasks as one list."""
        known = self.clock_load.of(key)
        after = max(0, start - known)
        clock_rows: list[ClockLine] = []
        rows: list[Row] = []
        if clocks and known:
            found = cases.clocks_in_bucket(self.clocks, key, self.day)
            clock_rows = lines_of_clocks(found[start : start + clocks], self.day)
        if tasks and self.task_load.of(key):
            listed = queries.in_bucket(self.tasks, key, self.day)
            rows = rows_of(listed[after : after + tasks], self.day)
        return Shown(key, self._count(key), clock_rows, rows)

    def _count(self, key: Bucket) -> int:
        return self.clock_load.of(key) + self.task_load.of(key)
