"""The Front's report of a campaign of meetings with voters, written from its records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gandan.domain.directory.queries import Account, units_above
from gandan.domain.meetings import access as meeting_access
from gandan.domain.meetings.queries import (
    Campaign,
    Mode,
    Requirement,
    TierFigures,
    figures_by_tier,
    kinds,
    narrowed,
)
from gandan.domain.petitions import access as petition_access
from gandan.domain.petitions.queries import SourceKind
from gandan.domain.reports.synthesis import Synthesis, synthesis_of, table_of
from gandan.kernel.refusal import Refused
from vanban.model import Header, Meeting, Signer, Span
from vanban.output.forms import FRONT
from vanban.output.paper import Grid, Heading, Paper, Paragraph, Part, paper_of
from vanban.output.passages import level_said, meeting_statement, petition_parts
from vanban.output.wording import count_said, day_said


@dataclass(frozen=True, slots=True)
class Frame:
    """What the records cannot know: number, day, place, signer, who gets it."""

    number: str | None = None
    issued_on: date | None = None
    place: str | None = None
    signer: Signer | None = None
    recipients: tuple[str, ...] = ()
    filing: str | None = "VT"


@dataclass(frozen=True, slots=True)
class VoterContact:
    """The report, and what it was written from."""

    paper: Paper
    figures: tuple[TierFigures, ...]
    synthesis: Synthesis


def voter_contact(campaign: Campaign, frame: Frame, *, actor: Account, on: date) -> VoterContact:
    """The report as this account may see it: of the meetings and petitions open to it."""
    visible = meeting_access.visible_meetings(actor, on)
    figures = figures_by_tier(narrowed(visible, {"campaign": str(campaign.pk)}))
    if not figures:
        raise Refused(
            f"Đợt “{campaign}” chưa có cuộc nào được ghi. Chưa có gì để báo cáo. Hãy ghi các cuộc."
        )
    heard = petition_access.visible_petitions(actor, on).filter(
        session=campaign.name, source=SourceKind.MEETING
    )
    synthesis = synthesis_of(heard)
    parts = (*_results(campaign, figures), *_requests(synthesis), _closing(campaign))
    paper = paper_of(
        _header(campaign, frame), form=FRONT, preamble=(_preamble(campaign),), parts=parts
    )
    return VoterContact(paper, tuple(figures), synthesis)


def _header(campaign: Campaign, frame: Frame) -> Header:
    above = units_above(campaign.unit)
    return Header(
        kind="báo cáo",
        number=frame.number,
        issued_on=frame.issued_on,
        place=frame.place,
        issuers=(campaign.unit.name,),
        parent_body=above[-1].name.upper() if above else None,
        subject=f"Tình hình tổ chức và tổng hợp ý kiến, kiến nghị của cử tri: {campaign.name}",
        signers=(frame.signer,) if frame.signer else (),
        recipients=frame.recipients,
        filing=frame.filing,
    )


def _preamble(campaign: Campaign) -> str:
    return (
        f"Thực hiện kế hoạch {kinds()[campaign.kind].says} từ ngày {day_said(campaign.starts_on)} "
        f"đến ngày {day_said(campaign.ends_on)}, {campaign.unit.name} báo cáo kết quả như sau:"
    )


def _results(campaign: Campaign, figures: Sequence[TierFigures]) -> list[Part]:
    required = list(campaign.requirements.all())
    parts: list[Part] = [Heading("I", "KẾT QUẢ TỔ CHỨC TIẾP XÚC CỬ TRI", 1)]
    election = campaign.kind == "election"
    for number, one in enumerate(figures, 1):
        named = level_said(one.said, candidates=election)
        parts.append(Heading(str(number), f"Đối với {named}", 2))
        asked = [each for each in required if each.tier == one.tier]
        if asked:
            parts.append(Paragraph(_required_said(asked)))
        parts.append(Paragraph(meeting_statement(_as_fact(one), candidates=election)))
    if len(figures) > 1:
        parts += [Heading(str(len(figures) + 1), "Tổng hợp các cấp", 2), _table(figures)]
    return parts


def _required_said(asked: Sequence[Requirement]) -> str:
    """Every letter in its order, the later not hiding the earlier."""
    said = "; ".join(
        f"{'ít nhất' if at == 0 else 'sau đó là'} {count_said(each.number)} cuộc ({each.citation})"
        for at, each in enumerate(asked)
    )
    return f"Số cuộc tiếp xúc mỗi người phải thực hiện: {said}."


def _as_fact(one: TierFigures) -> Meeting:
    return Meeting(
        Span(0, 0), "", one.said, one.sessions,
        {str(Mode(mode).label): number for mode, number in one.by_mode.items()},
        attendees=one.attendees, attendees_is_lower_bound=one.attendees_at_least,
        opinions=one.opinions, as_of=one.until,
    )  # fmt: skip


def _table(figures: Sequence[TierFigures]) -> Grid:
    modes = [mode for mode in Mode.values if any(mode in one.by_mode for one in figures)]
    numbers = [_numbers(one, modes) for one in figures]
    sums = [sum(column) for column in zip(*numbers, strict=True)]
    columns = ("Cấp", "Số cuộc", *(str(Mode(mode).label).capitalize() for mode in modes),
               "Số người dự", "Số ý kiến")  # fmt: skip
    rows = [
        (name, *(count_said(number) for number in row))
        for name, row in zip(
            [*(one.said for one in figures), "Tổng cộng"], [*numbers, sums], strict=True
        )
    ]
    return Grid(columns, tuple(rows))


def _numbers(one: TierFigures, modes: Sequence[str]) -> tuple[int, ...]:
    return (
        one.sessions,
        *(one.by_mode.get(mode, 0) for mode in modes),
        one.attendees,
        one.opinions,
    )


def _requests(synthesis: Synthesis) -> list[Part]:
    if not synthesis.asked:
        return []
    parts: list[Part] = []
    if synthesis.counts:
        parts += [Heading("II", "SỐ LIỆU THEO THẨM QUYỀN VÀ LĨNH VỰC", 1), table_of(synthesis)]
    heading = "III" if parts else "II"
    parts.append(Heading(heading, "Ý KIẾN, KIẾN NGHỊ VÀ NGUYỆN VỌNG CỦA CỬ TRI", 1))
    return [*parts, *petition_parts(synthesis.asked)]


def _closing(campaign: Campaign) -> Paragraph:
    return Paragraph(f"Trên đây là báo cáo của {campaign.unit.name} về {campaign.name}.")
