"""What an act costs whatever else the machine does: calls of functions, and steps of SQLite.

On a shared machine the same code takes 90 or 160 ms; it always makes the same calls. They say which
of two ways is less work, not how long either takes.
"""

from __future__ import annotations

import cProfile
import io
import pstats
import time
from collections.abc import Callable
from typing import Any

_TURNS = 3_000_000
_STEPS = 1_000  # of its machine, between two questions of SQLite whether to go on


def calls_of(act: Callable[[], Any]) -> int:
    """How many functions are called, those of C with them."""
    profile = cProfile.Profile()
    profile.runcall(act)
    counted: Any = pstats.Stats(profile, stream=io.StringIO())
    return int(counted.total_calls)


def sqlite_steps_of(act: Callable[[], Any]) -> int | None:
    """Instructions of SQLite's own machine, to the thousand; None on another database."""
    from django.db import connection

    if connection.vendor != "sqlite":
        return None
    connection.ensure_connection()
    passed = [0]

    def tick() -> None:
        passed[0] += _STEPS

    connection.connection.set_progress_handler(tick, _STEPS)
    try:
        act()
    finally:
        connection.connection.set_progress_handler(None, 0)
    return passed[0]


def pace() -> float:
    """Milliseconds that this machine now takes for a fixed piece of work, the least of three: two runs
    on a machine that others use too can be compared by it."""
    return min(_fixed_work() for _ in range(3))


def _fixed_work() -> float:
    begun, total = time.process_time(), 0
    for n in range(_TURNS):
        total += n * n % 7
    return (time.process_time() - begun) * 1_000
