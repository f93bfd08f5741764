"""What each daily job of `upkeep.schedule` does. Each is safe to run twice, and says what it did in
one sentence of numbers; it raises Refused with such a sentence where a person must do something.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from importlib import import_module
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from gandan.domain.directory.queries import Account
from gandan.domain.petitions import finding, public_finding
from gandan.domain.tasks import actions as tasks
from gandan.jobs.make_periods import make_periods
from gandan.jobs.send_reminders import send_reminders
from gandan.jobs.show_publications import show_publications
from gandan.kernel import anchors, events
from gandan.kernel.refusal import Refused

Does = Callable[[date, Account, datetime], str]
ANCHORS = "chot-nhat-ky.tsv"


def _hand_over(_: date, actor: Account, at: datetime) -> str:
    moved = tasks.hand_over(actor=actor, at=at)
    return f"Đã chuyển {moved} nhiệm vụ." if moved else "Không có nhiệm vụ nào phải chuyển."


def _periods(on: date, actor: Account, at: datetime) -> str:
    made = sum(len(each) for _, each in make_periods(on, actor=actor, at=at))
    return f"Đã tạo {made} kỳ." if made else "Không có kỳ mới."


def _publications(on: date, actor: Account, at: datetime) -> str:
    shown = show_publications(on, actor=actor, at=at)
    return f"Đã công khai {shown} kiến nghị." if shown else "Không có kiến nghị nào đến ngày."


def _search(_: date, __: Account, ___: datetime) -> str:
    public_finding.catch_up()
    if not finding.catch_up():
        return "Một tiến trình khác đang cập nhật chỉ mục."
    return "Chỉ mục đã theo kịp nhật ký."


def _audit(_: date, __: Account, at: datetime) -> str:
    """The file of yesterday counts more than the anchors in the database: who can rewrite the one
    can rewrite the other. A broken memory is not anchored, and the old file stays as it was."""
    path = Path(settings.GANDAN_DATA) / ANCHORS
    written = anchors.read_anchors(path) if path.exists() else {}
    broken = events.verify(anchors={**anchors.kept_anchors(), **written})
    if broken is not None:
        raise Refused(f"{broken.said()} Chưa chốt thêm ngày nào; tệp {ANCHORS} giữ nguyên.")
    closed = anchors.close_days(at)
    anchors.write_anchors(anchors.all_anchors(timezone.localdate(at)), path)
    return (
        f"Nhật ký nguyên vẹn: {events.Event.objects.count()} sự kiện; chốt thêm {len(closed)} ngày."
    )


def _sessions(_: date, __: Account, ___: datetime) -> str:
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
    return "Đã xóa các phiên hết hạn."


def _reminders(on: date, actor: Account, at: datetime) -> str:
    fates = [sent for _, sent in send_reminders(on, actor=actor, at=at)]
    sent, lost = fates.count(True), fates.count(None)
    if lost:
        raise Refused(f"{lost} thư chưa gửi được, {sent} thư đã gửi. Hãy xem lại máy chủ thư.")
    return f"Đã gửi {sent} thư." if sent else "Không ai có gì mới."


DUTIES: Mapping[str, Does] = {
    "hand-over": _hand_over,
    "periods": _periods,
    "publications": _publications,
    "search": _search,
    "audit": _audit,
    "sessions": _sessions,
    "reminders": _reminders,
}
