"""Load the workbook of a campaign: every row gets its verdict first, then the good ones are stored."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from django.db import transaction
from django.utils import timezone

from gandan.domain.directory.access import Standing, standing
from gandan.domain.directory.queries import Account, Unit, fold_plain, match_all, units
from gandan.domain.meetings.access import must
from gandan.domain.meetings.actions.recording import Entry, checked
from gandan.domain.meetings.kinds import kind_called, kinds
from gandan.domain.meetings.models import Campaign, Delegate, Meeting, Mode, Tier
from gandan.domain.meetings.sheets import SheetRow
from gandan.kernel.access import Denied
from gandan.kernel.events import one_writer_at_a_time, record
from gandan.kernel.refusal import Refused

CHUNK = 200
_AT_LEAST = ("trên ", "hơn ", "khoảng ", ">")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of a row: `new`, `there` (stored before) or `refused`, and why."""

    row: int
    verdict: Literal["new", "there", "refused"]
    sentence: str = ""
    entry: Entry | None = None


def weigh(
    rows: Sequence[SheetRow], campaign: Campaign, *, actor: Account, at: datetime
) -> list[Verdict]:
    """The verdict on each row. Nothing is stored."""
    who = standing(actor, timezone.localdate(at))
    keys = [row.key for row in rows]
    there: set[str] = set()
    for start in range(0, len(keys), 500):
        part = Meeting.objects.filter(key__in=keys[start : start + 500])
        there |= set(part.values_list("key", flat=True))
    known = _units_said({row.said.get("unit", "") for row in rows}, campaign, who.on)
    delegates = {(one.tier, fold_plain(one.name)): one for one in campaign.delegates.all()}
    return [_weighed(row, row.key in there, campaign, known, delegates, who, at) for row in rows]


def load_sheet(
    rows: Sequence[SheetRow],
    campaign: Campaign,
    *,
    actor: Account,
    now: Callable[[], datetime],
    store: bool = True,
) -> list[Verdict]:
    """Weigh every row, then store the new ones a chunk at a time, each chunk whole. A run that was cut
    off is simply run again: what was stored is found by its keys."""
    verdicts = weigh(rows, campaign, actor=actor, at=now())
    if store:
        new = [one for one in verdicts if one.verdict == "new"]
        for start in range(0, len(new), CHUNK):
            load_chunk(new[start : start + CHUNK], campaign, actor=actor, at=now())
    return verdicts


@transaction.atomic
def load_chunk(
    verdicts: Iterable[Verdict], campaign: Campaign, *, actor: Account, at: datetime
) -> int:
    """Store a chunk of new rows, all of them or none; how many. Rows that came meanwhile by
    another way are left as they are, so a load that was cut off is simply begun again."""
    who = standing(actor, timezone.localdate(at))
    one_writer_at_a_time()
    entries = {one.entry.key: one.entry for one in verdicts if one.entry}
    there = set(Meeting.objects.filter(key__in=entries).values_list("key", flat=True))
    fresh = [entry for key, entry in entries.items() if key not in there]
    made = Meeting.objects.bulk_create(checked(entry, who, at) for entry in fresh)
    through = Meeting.delegates.through
    through.objects.bulk_create(
        through(meeting_id=meeting.pk, delegate_id=delegate.pk)
        for meeting, entry in zip(made, fresh, strict=True)
        for delegate in entry.delegates
    )
    if made:
        record(
            "campaign.load", campaign, actor=actor, at=at, unit_id=campaign.unit_id,
            data={"stored": len(made), "first": made[0].pk, "last": made[-1].pk},
        )  # fmt: skip
    return len(made)


def _weighed(
    row: SheetRow, is_there: bool, campaign: Campaign, known: Mapping[str, Unit | None],
    delegates: Mapping[tuple[str, str], Delegate], who: Standing, at: datetime,
) -> Verdict:  # fmt: skip
    if is_there:
        return Verdict(row.number, "there", "Đã có từ trước, không lưu thêm.")
    try:
        entry = _entry(row, campaign, known, delegates)
        must(who, "record", checked(entry, who, at), on=who.on)
    except (Refused, Denied) as refusal:
        return Verdict(row.number, "refused", str(refusal))
    return Verdict(row.number, "new", entry=entry)


def _entry(
    row: SheetRow, campaign: Campaign, known: Mapping[str, Unit | None],
    delegates: Mapping[tuple[str, str], Delegate],
) -> Entry:  # fmt: skip
    said = row.said
    unit = known.get(said.get("unit", ""))
    if unit is None:
        raise Refused(f"Không rõ đơn vị “{said.get('unit', '')}”. Hãy ghi mã hoặc đúng tên đơn vị.")
    kind = kind_called(said.get("kind") or campaign.kind)
    if kind is None:
        usual = kinds()[campaign.kind].says
        raise Refused(f"Không có loại “{said.get('kind')}”. Hãy ghi như “{usual}”.")
    tier = _choice(said.get("tier", ""), Tier, "cấp")
    attendees, at_least = _count(said.get("attendees", ""), "Số người dự")
    parts = [said.get(name, "") for name in ("central", "province", "commune")]
    named = [each.strip() for each in said.get("delegates", "").split(";") if each.strip()]
    return Entry(
        key=row.key, kind=kind.name, unit=unit, mode=_choice(said.get("mode", ""), Mode, "hình thức"),
        place=said.get("place", ""), held_on=_day(said.get("held_on", "")), campaign=campaign,
        tier=tier, place_code=said.get("place_code", "")[:5], attendees=attendees,
        attendees_at_least=at_least, opinions=_count(said.get("opinions", ""), "Số ý kiến")[0],
        by_competence=_three(parts) if any(parts) else None,
        delegates=[_delegate(name, tier, delegates) for name in named],
    )  # fmt: skip


def _units_said(names: set[str], campaign: Campaign, on: date) -> dict[str, Unit | None]:
    by_code = {unit.code: unit for unit in units(on).filter(code__in=names)}
    rest = [name for name in names if name and name not in by_code]
    found = match_all(rest, on, campaign.unit)
    return {**by_code, **{name: found[name].unit for name in rest}}


def _choice(said: str, choices: type[Tier] | type[Mode], what: str) -> str:
    if not said and choices is Tier:
        return ""
    folded = fold_plain(said)
    for value, label in choices.choices:
        if folded in {value, fold_plain(str(label)), *map(fold_plain, str(label).split("/"))}:
            return str(value)
    raise Refused(f"Không rõ {what} “{said}”. Hãy ghi: {', '.join(map(str, choices.labels))}.")


def _delegate(name: str, tier: str, known: Mapping[tuple[str, str], Delegate]) -> Delegate:
    found = known.get((tier, fold_plain(name)))
    if found is None:
        raise Refused(f"“{name}” không có trong danh sách của đợt. Hãy thêm người này trước.")
    return found


def _count(said: str, what: str) -> tuple[int, bool]:
    """ "1.330" → 1330; "trên 1.000" → at least 1000."""
    words = said.casefold()
    at_least = words.startswith(_AT_LEAST)
    for word in _AT_LEAST:
        words = words.removeprefix(word)
    digits = words.replace(".", "").replace(" ", "")
    if not digits:
        return 0, False
    if not (digits.isascii() and digits.isdigit()):
        raise Refused(f"{what} “{said}” không phải là số. Hãy ghi số nguyên.")
    return int(digits), at_least


def _three(parts: list[str]) -> tuple[int, int, int]:
    central, province, commune = (_count(part, "Ý kiến theo thẩm quyền")[0] for part in parts)
    return central, province, commune


def _day(said: str) -> date:
    for form in ("%d/%m/%Y", "%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y"):
        try:
            return datetime.strptime(said, form).date()  # noqa: DTZ007  a day has no zone
        except ValueError:
            continue
    raise Refused(f"Ngày “{said}” không đọc được. Hãy ghi như 14/05/2026.")
