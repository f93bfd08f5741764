"""How far a petition is and what was answered, in words for who asked it."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

STATES: dict[str, tuple[str | Promise, str | Promise, str]] = {
    "received": (_("Đã nhận"), _("Văn thư đang xem việc này của cơ quan nào."), "hollow"),
    "classified": (_("Đã phân loại"), _("Sắp chuyển tới cơ quan có thẩm quyền."), "half"),
    "transferred": (
        _("Đã chuyển"), _("Cơ quan có thẩm quyền đã nhận và đang chuẩn bị trả lời."), "half",
    ),
    "answered": (_("Đã trả lời"), _("Cơ quan có thẩm quyền đã trả lời."), "full"),
    "followed": (
        _("Đang theo dõi"), _("Đã có trả lời; việc thực hiện đang được theo dõi."), "full",
    ),
    "closed": (_("Đã kết thúc"), _("Việc xem xét kiến nghị này đã kết thúc."), "tick"),
}  # fmt: skip

ANSWERS: dict[str, tuple[str | Promise, str]] = {
    "solved": (_("Đã giải quyết"), "full"),
    "decided": (_("Đã ban hành văn bản"), "half"),
    "promised": (_("Hứa có thời hạn"), "half"),
    "explained": (_("Giải trình"), "hollow"),
    "declined": (_("Không tiếp nhận, có lý do"), "cross"),
}
