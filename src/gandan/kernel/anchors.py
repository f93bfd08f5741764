"""Anchors: what the last hash of each day was, to be kept where this machine cannot write."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from django.db import transaction
from django.db.models import Count, Max
from django.utils import timezone

from gandan.kernel.chain import Anchored
from gandan.kernel.events import Event, one_writer_at_a_time, verify
from gandan.kernel.models import Anchor
from gandan.kernel.refusal import Refused

HEAD = (
    "# Gần Dân: chốt nhật ký theo ngày. Hãy giữ tệp này ở nơi máy chủ không ghi được.\n"
    "# ngày\tsố sự kiện\tmã băm cuối ngày\tclosed: ngày đã khép, open: ngày đang ghi\n"
)


@transaction.atomic
def close_days(at: datetime) -> list[Anchor]:
    """Anchor every day before that of `at` which has events and no anchor yet. A day whose chain is
    broken is not anchored: that would bless what was done to it."""
    one_writer_at_a_time()
    past = Event.objects.filter(day__lt=timezone.localdate(at))
    waiting = _counted(past.exclude(day__in=Anchor.objects.values("day")))
    for day in waiting:
        if verify(day) is not None:
            raise Refused(
                f"Nhật ký ngày {day:%d/%m/%Y} không còn nguyên vẹn nên không chốt được ngày nào. "
                "Hãy chạy “gandan audit verify” để biết sự kiện nào sai."
            )
    return Anchor.objects.bulk_create(
        Anchor(day=day, events=anchor.events, hash=anchor.hash, made_at=at)
        for day, anchor in waiting.items()
    )


def kept_anchors() -> dict[date, Anchored]:
    """The anchors in the database itself. They find a slip; who owns the database can change them."""
    return {row.day: Anchored(row.events, row.hash, True) for row in Anchor.objects.all()}


def all_anchors(today: date) -> dict[date, Anchored]:
    """The closed days and how far the days not closed yet have come."""
    closed = kept_anchors()
    open_days = _counted(Event.objects.filter(day__gte=today))
    return dict(sorted({**open_days, **closed}.items()))


def write_anchors(anchors: Mapping[date, Anchored], path: Path) -> None:
    """One line per day. The file is put in place whole or not at all."""
    lines = [
        f"{day.isoformat()}\t{anchor.events}\t{anchor.hash}\t{'closed' if anchor.closed else 'open'}\n"
        for day, anchor in anchors.items()
    ]
    half = path.with_name(f"{path.name}.part")
    half.write_text(HEAD + "".join(lines), "utf-8")
    half.replace(path)


def read_anchors(path: Path) -> dict[date, Anchored]:
    """The anchors of a file; Refused, with the line, if it is not one of ours."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(f"Không đọc được tệp chốt {path}. Hãy chọn tệp khác.") from error
    anchors = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        try:
            day, events, digest, state = line.split("\t")
            anchor = Anchored(int(events), digest, {"closed": True, "open": False}[state])
            anchors[date.fromisoformat(day)] = anchor
        except (ValueError, KeyError) as error:
            raise Refused(f"Dòng {number} của {path} không phải là dòng chốt nhật ký.") from error
    return anchors


def _counted(events: object) -> dict[date, Anchored]:
    rows = events.order_by("day").values("day").annotate(number=Count("id"), last=Max("id"))  # type: ignore[attr-defined]
    days = list(rows)
    keys = [row["last"] for row in days]
    hashes = dict(Event.objects.filter(pk__in=keys).values_list("pk", "hash"))
    return {row["day"]: Anchored(row["number"], hashes[row["last"]], False) for row in days}
