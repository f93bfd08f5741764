"""What an errand is made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Told:
    """What became of one thing: `fate` is "new", "there" or "refused"."""

    name: str
    fate: str
    sentence: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """`act` writes `counts` things at a moment and says what became of each worth saying."""

    act: Callable[[datetime], Sequence[Told]]
    counts: int = 1
