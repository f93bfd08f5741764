"""Why a person should look at a duty first: what the machine is not sure of, in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from gandan.domain.directory.queries import Match
from gandan.domain.registry.queries import Fact

SURE = 0.8
"""Below this confidence the reader itself asks for a second look."""


def doubts_of(fact: Fact, value: dict[str, Any], leads: Sequence[Match]) -> list[str]:
    """The sentences to show above a duty that nobody has looked at; none: it reads clearly."""
    if fact.status != "machine-read":
        return []
    found = []
    if fact.confidence < SURE:
        found.append(_("Máy chưa chắc đọc đúng."))
    if not value.get("lead"):
        found.append(_("Không thấy ai chủ trì."))
    found.extend(
        _("Có %(count)s đơn vị cùng tên “%(name)s”: chọn một.")
        % {"count": len(lead.candidates), "name": lead.name}
        for lead in leads
        if len(lead.candidates) > 1
    )
    if value.get("time_text") and not value.get("due") and value.get("recurrence") == "none":
        found.append(_("Chưa đổi được “%(words)s” thành ngày.") % {"words": value["time_text"]})
    return found
