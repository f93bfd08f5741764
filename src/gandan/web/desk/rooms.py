"""The rooms of the desk, in the order of the rail. A room is listed from the day it exists."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Room:
    """`entrance` names the address of its first page, `prefix` begins the names of all of them."""

    word: str | Promise
    entrance: str
    prefix: str | tuple[str, ...]

    def holds(self, url_name: str) -> bool:
        return url_name == self.entrance or url_name.startswith(self.prefix)


ROOMS = (
    Room(_("Việc của tôi"), "home", "task"),
    Room(_("Văn bản"), "documents", "document"),
    Room(_("Kế hoạch"), "plans", ("plan", "inspection", "course")),
    Room(_("Tiếng dân"), "campaigns", ("campaign", "meeting", "petition", "reception")),
    Room(_("Báo cáo"), "reports", "report"),
    Room(_("Đơn vị"), "units", ("unit", "clock", "upkeep")),
)
