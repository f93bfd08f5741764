"""Whether what is done with a text grows with its length or faster.

Seconds are no promise: a machine may be slow or busy. Two lengths of one text in one process are, so
each is tried in turns and the least of its times counts; only what grows too fast grows so in every turn.
"""

import time
from collections.abc import Callable

# Of a text so many times as long, what grows with the length takes 4 times as long, what grows with its
# square 16 times.
LONGER = 4
_ALLOWED = 9
# What the longer text takes less than is no cost, however it grows, and the clock is too coarse for it.
_NOTHING = 0.004
_FEWEST, _MOST = 2, 10


def grows_too_fast(act: Callable[[int], object], length: int) -> bool:
    """`act` is told how long a text to work on: `length`, or `LONGER` times that."""
    short = long = float("inf")
    for turn in range(_MOST):
        long = min(long, _seconds(act, LONGER * length))
        if long < _NOTHING:
            return False
        short = min(short, _seconds(act, length))
        if turn + 1 >= _FEWEST and long < _ALLOWED * short:
            return False
    return True


def _seconds(act: Callable[[int], object], length: int) -> float:
    begun = time.process_time()
    act(length)
    return time.process_time() - begun
