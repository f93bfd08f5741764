"""Questions about long work. Ask `access.visible_errands` first."""

from __future__ import annotations

from django.db.models import Count

from gandan.domain.errands.models import Errand, Line
from gandan.domain.errands.states import State, state_of

__all__ = ["Errand", "Line", "State", "counts_of", "state_of"]


def counts_of(errand: Errand) -> dict[str, int]:
    """How many things had which fate."""
    return dict(errand.lines.order_by().values_list("fate").annotate(Count("pk")))
