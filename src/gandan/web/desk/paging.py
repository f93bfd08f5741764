"""Pages of a long list whose rows are counted up to a limit: counting all of 200,000 takes longer
than reading the fifty that are shown."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.core.paginator import Page, Paginator

MOST = 5_000


class LongList(Paginator):  # type: ignore[type-arg]
    """`is_cut`: there are more rows than `count` says; a filter finds them."""

    @cached_property
    def _counted(self) -> int:
        rows: Any = self.object_list
        return int(rows.order_by()[: MOST + 1].count())

    @cached_property
    def count(self) -> int:
        return min(self._counted, MOST)

    @property
    def is_cut(self) -> bool:
        return self._counted > MOST

    def page(self, number: int | str) -> Page[Any]:
        """The keys of the page first, then its rows: of all that could be on it only the order is read
        and sorted, not the words of each with its unit, its people and its document."""
        at = self.validate_number(number)
        first = (at - 1) * self.per_page
        rows: Any = self.object_list
        keys = list(
            rows.values_list("pk", flat=True)[first : min(first + self.per_page, self.count)]
        )
        return Page(rows.filter(pk__in=keys), at, self)
