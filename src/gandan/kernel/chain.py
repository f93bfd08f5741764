"""The chain that holds the events together: pure, so that a million of them are checked in seconds.

Each event carries the hash of all it says and of the hash before it. A day has its own chain; its
first event hangs on the event written before it, so that no whole day can be taken out. Who can
rewrite every row can still cut the tail or make a new chain: that is found only by an anchor (a
day, its number of events, its last hash) kept where that person cannot write.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Literal, NamedTuple

Fault = Literal["changed", "out-of-order", "rewritten", "added", "cut", "way-added", "way-lost"]

_encoded = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


class Link(NamedTuple):
    """An event as the chain sees it."""

    id: int
    at: datetime
    day: date
    actor_id: int
    verb: str
    subject_type: str
    subject_id: int
    unit_id: int | None
    data: Mapping[str, Any]
    previous: str
    hash: str


@dataclass(frozen=True, slots=True)
class Anchored:
    """What was known of a day when it was anchored. A closed day gets no more events."""

    events: int
    hash: str
    closed: bool


FAULTS: dict[Fault, str] = {
    "changed": "sự kiện này đã bị sửa sau khi ghi",
    "out-of-order": "một sự kiện đứng trước sự kiện này đã bị xóa, thêm hoặc đổi chỗ",
    "rewritten": "nhật ký của ngày này đã bị viết lại: mã băm khác với lúc chốt",
    "added": "có sự kiện ghi thêm vào một ngày đã khép",
    "cut": "các sự kiện cuối của ngày này đã bị xóa: ít hơn số đã chốt",
    "way-added": "sự kiện này không làm gì với thứ ấy, nhưng lịch sử của nó có sự kiện này",
    "way-lost": "sự kiện này có làm với thứ ấy, nhưng lịch sử của nó mất sự kiện này",
}


@dataclass(frozen=True, slots=True)
class Break:
    """The first place where the memory is not what was written. `event_id` None: events of `day`
    that the anchor counts are gone, so there is none to point at. `thing`: to which a way (`ways`) is
    there and should not be, or is not."""

    fault: Fault
    day: date
    event_id: int | None
    thing: str = ""

    def said(self) -> str:
        where = f", sự kiện số {self.event_id}" if self.event_id else ""
        where += f", {self.thing}" if self.thing else ""
        return f"Nhật ký hỏng ở ngày {self.day:%d/%m/%Y}{where}: {FAULTS[self.fault]}."


def seal(link: Any) -> str:
    """The hash of an event: of everything it says and of the hash of the event before it."""
    said = [
        link.at.astimezone(UTC).isoformat(timespec="microseconds"),
        link.actor_id,
        link.verb,
        link.subject_type,
        link.subject_id,
        link.unit_id,
        link.data,
        link.previous,
    ]
    return hashlib.sha256(_encoded(said).encode()).hexdigest()


def first_break(
    links: Iterable[Link],
    *,
    day_of: Callable[[datetime], date],
    anchors: Mapping[date, Anchored] | None = None,
    before: str = "",
) -> Break | None:
    """Walk events in the order of their ids: None if they are what was written.

    `before` is the hash of the event before the first one; `day_of` says on which day a moment is.
    """
    anchors = anchors or {}
    chains: dict[date, tuple[int, str]] = {}
    newest = before
    for link in links:
        if link.hash != seal(link) or link.day != day_of(link.at):
            return Break("changed", link.day, link.id)
        number, last = chains.get(link.day, (0, newest))
        if link.previous != last:
            return Break("out-of-order", link.day, link.id)
        number, newest = number + 1, link.hash
        chains[link.day] = (number, newest)
        anchor = anchors.get(link.day)
        if anchor is None:
            continue
        if number == anchor.events and newest != anchor.hash:
            return Break("rewritten", link.day, link.id)
        if number > anchor.events and anchor.closed:
            return Break("added", link.day, link.id)
    for day, anchor in sorted(anchors.items()):
        if chains.get(day, (0, ""))[0] < anchor.events:
            return Break("cut", day, None)
    return None
