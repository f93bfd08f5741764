"""Record a meeting: once, however often it is sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from gandan.domain.directory.access import Standing, standing
from gandan.domain.directory.queries import Account, Unit, territory_path
from gandan.domain.meetings.access import must
from gandan.domain.meetings.kinds import Kind, conclusion_due, kept_details, kinds
from gandan.domain.meetings.models import Campaign, Delegate, Meeting, Mode, Opinion, State, Tier
from gandan.kernel.events import one_writer_at_a_time, record
from gandan.kernel.refusal import Refused
from gandan.kernel.timetable import timetable


@dataclass(frozen=True, slots=True)
class Entry:
    """A record sheet as it was filled in. `by_competence`: opinions for the centre, the province, the
    commune; None where nobody parted them."""

    key: str
    kind: str
    unit: Unit
    mode: str
    place: str
    held_on: date
    campaign: Campaign | None = None
    tier: str = ""
    place_code: str = ""
    attendees: int = 0
    attendees_at_least: bool = False
    opinions: int = 0
    by_competence: tuple[int, int, int] | None = None
    delegates: Sequence[Delegate] = ()
    details: Mapping[str, str] = field(default_factory=dict)
    said: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Recorded:
    meeting: Meeting
    is_new: bool


@transaction.atomic
def record_meeting(entry: Entry, *, actor: Account, at: datetime) -> Recorded:
    """Store a meeting that was held. The same key again gives the row that is there, unchanged."""
    meeting = checked(entry, standing(actor, timezone.localdate(at)), at)
    one_writer_at_a_time()  # so that two copies of a sheet, sent at once, do not both find nothing
    there = Meeting.objects.filter(key=entry.key).first()
    if there is not None:
        must(actor, "record", there, on=timezone.localdate(at))
        return Recorded(there, is_new=False)
    meeting.save(force_insert=True)
    meeting.delegates.set(entry.delegates)
    Opinion.objects.bulk_create(
        Opinion(meeting=meeting, number=number, text=text)
        for number, text in enumerate(_words(entry.said), 1)
    )
    record(
        "meeting.record", meeting, actor=actor, at=at, unit_id=meeting.unit_id,
        data={"kind": meeting.kind, "attendees": meeting.attendees, "opinions": meeting.opinions},
    )  # fmt: skip
    return Recorded(meeting, is_new=True)


def checked(entry: Entry, who: Standing, at: datetime) -> Meeting:
    """The row that an entry would make; raises Refused or Denied, with what to do, if it may not be."""
    kind = kinds().get(entry.kind)
    if kind is None:
        raise Refused(f"Không có loại cuộc họp “{entry.kind}”. Chưa lưu gì.")
    _check_place_and_day(entry, kind, who.on)
    _check_sums(entry)
    central, province, commune = entry.by_competence or (None, None, None)
    due_on, _ = conclusion_due(kind, entry.held_on, place=_place(entry, kind))
    meeting = Meeting(
        key=entry.key, kind=entry.kind, campaign=entry.campaign, tier=entry.tier, mode=entry.mode,
        unit=entry.unit, place=" ".join(entry.place.split())[:200], place_code=entry.place_code,
        held_on=entry.held_on, attendees=entry.attendees,
        attendees_at_least=entry.attendees_at_least, opinions=entry.opinions,
        opinions_central=central, opinions_province=province, opinions_commune=commune,
        details=kept_details(kind, entry.details), state=State.HELD,
        conclusion_due=due_on, recorded_at=at, recorded_by=who.account,
    )  # fmt: skip
    must(who, "record", meeting, on=who.on)
    return meeting


def _place(entry: Entry, kind: Kind) -> str:
    """The calendar by which the conclusion is due; asked only where some place has days of its own."""
    has_days = bool(kind.conclusion and timetable().calendar.local)
    return territory_path(entry.unit) if has_days else ""


def _check_place_and_day(entry: Entry, kind: Kind, today: date) -> None:
    if not 8 <= len(entry.key) <= 64:
        raise Refused("Phiếu ghi thiếu khóa gửi. Chưa lưu gì. Hãy mở lại phiếu rồi gửi.")
    if not entry.place.strip():
        raise Refused("Chưa ghi nơi tổ chức. Chưa lưu gì. Hãy ghi tên điểm tiếp xúc.")
    if entry.mode not in Mode.values:
        raise Refused("Chưa chọn hình thức. Chưa lưu gì. Hãy chọn trực tiếp, trực tuyến…")
    if entry.tier not in {"", *Tier.values}:
        raise Refused(f"Không có cấp “{entry.tier}”. Chưa lưu gì.")
    if kind.delegates and not entry.tier:
        raise Refused("Chưa chọn cấp đại biểu. Chưa lưu gì. Hãy chọn Quốc hội hay HĐND cấp nào.")
    if entry.held_on > today:
        raise Refused("Ngày họp ở sau hôm nay. Chưa lưu gì. Hãy xem lại ngày.")
    strangers = [one for one in entry.delegates if one.campaign_id != _key_of(entry.campaign)]
    if strangers:
        raise Refused(
            "Có đại biểu không thuộc đợt này. Chưa lưu gì. Hãy chọn lại đợt hoặc đại biểu."
        )


def _check_sums(entry: Entry) -> None:
    """Figures that do not add up are not stored: they are the ones nobody can explain later."""
    if min(entry.attendees, entry.opinions, *(entry.by_competence or (0,))) < 0:
        raise Refused("Số người, số ý kiến không thể âm. Chưa lưu gì.")
    if entry.by_competence is not None and sum(entry.by_competence) != entry.opinions:
        parts = " + ".join(map(str, entry.by_competence))
        raise Refused(
            f"Ý kiến theo thẩm quyền cộng lại ({parts} = {sum(entry.by_competence)}) khác tổng số "
            f"{entry.opinions}. Chưa lưu gì. Hãy sửa một trong các số."
        )
    written = len(_words(entry.said))
    if written > entry.opinions:
        raise Refused(
            f"Đã ghi {written} ý kiến nhưng số ý kiến là {entry.opinions}. Chưa lưu gì. "
            "Hãy sửa số ý kiến."
        )


def _words(said: Sequence[str]) -> list[str]:
    return [words for each in said if (words := " ".join(each.split()))]


def _key_of(campaign: Campaign | None) -> int | None:
    return campaign.pk if campaign else None
