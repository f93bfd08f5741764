"""Questions about long work. Ask `access.visible_errands` first."""

from __future__ import annotations

import json
from typing import Any

from django.db.models import Count

from gandan.domain.errands.keeping import is_kept, kept_until
from gandan.domain.errands.models import Errand, Line
from gandan.domain.errands.states import State, state_of
from gandan.kernel.refusal import Refused

__all__ = [
    "JUDGED",
    "Errand",
    "Line",
    "State",
    "counts_of",
    "is_kept",
    "kept_until",
    "order_of",
    "state_of",
]

# What a table that was judged apart from the request says of its rows, in the folder of its errand.
JUDGED = "judged.json"


def counts_of(errand: Errand) -> dict[str, int]:
    """How many things had which fate."""
    return dict(errand.lines.order_by().values_list("fate").annotate(Count("pk")))


def order_of(errand: Errand) -> Any:
    """What was asked for with `actions.ordered`: the only file of the errand."""
    try:
        return json.loads((errand.folder / "0").read_bytes())
    except OSError as lost:
        raise Refused(
            "Không còn thấy nội dung đã yêu cầu. Phần đã làm được giữ lại. Hãy yêu cầu lại."
        ) from lost
