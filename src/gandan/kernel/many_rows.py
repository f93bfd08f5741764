"""Thousands of rows changed at one stroke: read and written some hundreds at a time, with as many
questions for hundreds as for one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from django.db.models import Model, QuerySet

Row = TypeVar("Row")
Stored = TypeVar("Stored", bound=Model)

# As many as one question holds on every database.
AT_ONCE = 500


def by_hundreds(rows: Iterable[Row], change: Callable[[Sequence[Row]], int]) -> int:
    """`change` all of them, part by part; the sum of what it gives."""
    every = list(rows)
    return sum(change(every[first : first + AT_ONCE]) for first in range(0, len(every), AT_ONCE))


def held(rows: QuerySet[Stored], keys: Collection[int]) -> dict[int, Stored]:
    """The rows of these keys as they are now, held in one order, so that no two wait for each other."""
    found = rows.select_for_update(of=("self",)).order_by("pk").filter(pk__in=keys)
    return {row.pk: row for row in found}


def write_alike(
    rows: QuerySet[Any],
    fields: Sequence[str],
    said: Mapping[int, Sequence[Hashable]],
    **always: Any,
) -> None:
    """Give each row, by its key, the values that are `said` of it. Of thousands few are different: those
    that get the same are one statement, which is less than a choice for each row. `always`: what
    every one of them gets besides."""
    alike: dict[tuple[Hashable, ...], list[int]] = defaultdict(list)
    for key, values in said.items():
        alike[tuple(values)].append(key)
    for values, keys in alike.items():
        rows.filter(pk__in=keys).update(**dict(zip(fields, values, strict=True)), **always)
