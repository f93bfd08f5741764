"""What people said, in each department of the province that is tried: every word holds its canary."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from gandan.domain.directory.queries import Account, Unit
from gandan.domain.meetings import actions as meetings
from gandan.domain.meetings.actions import Announced, Entry
from gandan.domain.petitions import actions
from gandan.domain.petitions.actions import Line, Origin


def furnish_voices(
    unit: Unit, canary: str, clerk: Account, head: Account, at: datetime
) -> dict[str, Any]:
    """A meeting with an opinion and minutes; a petition sent, answered, drafted for the public, with a
    letter; a reception with a line of its register; petitions that were sorted at once."""
    by: dict[str, Any] = {"actor": clerk, "at": at}
    campaign = meetings.open_campaign(
        f"Đợt {canary}", "voters-before", unit, date(2026, 3, 1), date(2026, 5, 30), **by
    )
    entry = Entry(
        key=f"phieu-{canary}", kind="voters-before", unit=unit, mode="in-person", tier="province",
        place=f"Thôn {canary}", held_on=date(2026, 3, 1), campaign=campaign, attendees=40,
        opinions=2, said=[f"Đề nghị sửa cầu {canary}"],
    )  # fmt: skip
    meeting = meetings.record_meeting(entry, **by).meeting
    minutes = meetings.attach_minutes(
        meeting, f"Cử tri đề nghị xây trường {canary}".encode(), f"{canary}.txt", **by
    )
    petition = received(f"Đề nghị xây trạm y tế {canary}", unit, canary, by)
    letter = actions.attach(petition, f"thư {canary}".encode(), f"thu-{canary}.txt", **by)
    petition = actions.transfer(petition, unit, reason=canary, **by)
    answer = actions.answer(
        petition, "promised", f"Sẽ xây {canary}", promised_on=date(2026, 9, 30), actor=head, at=at
    )
    actions.note_rating(answer, "paper", satisfied=3, **by)
    clock = actions.start_clock(petition, "complaint.first", date(2026, 2, 20), **by)
    publication = actions.draft_publication(petition, f"bản công khai {canary}", **by)
    reception = meetings.announce_reception(
        Announced(unit, date(2026, 3, 2), f"Nơi tiếp {canary}", "Giám đốc"), **by
    )
    visit = actions.enter_visit(
        reception, Line("petition", f"Lượt tiếp {canary}"), key=f"visit-{canary}",
        visitor={"name": f"Người đến {canary}"}, **by,
    )  # fmt: skip
    second = received(f"Đề nghị mở lớp học {canary}", unit, canary, by)
    return {
        "campaign": campaign, "meeting": meeting, "minutes": minutes, "petition": petition,
        "letter": letter, "answer": answer, "publication": publication, "reception": reception,
        "visit": visit, "second": second, "clock": clock,
        "batch": actions.classify_all([second], "b.road", "province", **by),
    }  # fmt: skip


def received(text: str, unit: Unit, canary: str, by: dict[str, Any]) -> Any:
    return actions.receive(
        text, Origin("letter", f"Đơn {canary}", f"Kỳ {canary}"), said_on=date(2026, 2, 20),
        unit=unit, place_text=f"thôn {canary}", petitioner={"name": f"Người nêu {canary}"}, **by,
    )  # fmt: skip
