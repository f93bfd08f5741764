"""What an errand is made of."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from gandan.domain.errands.queries import JUDGED, Errand


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


def nothing_to_say(_: datetime) -> Sequence[Told]:
    """The `act` of a step that only looked."""
    return ()


def keep_judged(errand: Errand, judged: Mapping[str, Any]) -> None:
    """What was found of a table, for the page that shows it. Under another name first: a file with the
    name of the result is a whole one."""
    part = errand.folder / f"{JUDGED}.part"
    part.write_text(json.dumps(judged), "utf-8")
    part.replace(errand.folder / JUDGED)
