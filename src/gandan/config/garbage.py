"""How often a server looks for rubbish that only a cycle keeps."""

from __future__ import annotations

import gc

# Python looks through the young objects after each 700 of them, which is several times in one page of
# a long list, and now and then through all there are. Asked in turns, 200,000 tasks: the province's
# board p95 129 ms, so 100; a plan of 500 duties 111, so 70; the list of what is late 99, so 41.
_YOUNG, _MIDDLE, _OLD = 50_000, 20, 100


def settle() -> None:
    """Once everything is loaded: what is there stays for good and is looked through no more."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG, _MIDDLE, _OLD)
