"""The report that comes out by itself: written from the records and read again, it says the same."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

import vanban
from gandan.domain.meetings import actions as meetings
from gandan.domain.meetings.queries import COLUMNS, rows_of_sheet
from gandan.domain.petitions import actions as petitions
from gandan.domain.petitions.actions import Origin
from gandan.domain.reports.voter_contact import Frame, voter_contact
from gandan.kernel.refusal import Refused
from vanban.model import Signer
from vanban.output.typeset import to_pdf
from vanban.output.word import to_docx

from ...conftest import NOW, TODAY

ROOT = Path(__file__).resolve().parents[4]
SHARED = ROOT.parent / "shared"
SAMPLE = ROOT / "samples/documents/05-bc-118-mttq-tiep-xuc-cu-tri.txt"
FRAME = Frame("281/BC-MTTQ-BTT", date(2026, 3, 2), "Hồng Lĩnh", Signer("Lê Thị Sao Mai", "CHỦ TỊCH"),
              ("Thường trực Tỉnh ủy", "Thường trực HĐND, UBND tỉnh"))  # fmt: skip


@dataclass
class Report:
    """What a report that people wrote says: figures and (text, level, field, asked, place, wish)."""

    figures: list[dict]
    petitions: list[dict]


def of_the_sample() -> Report:
    read = vanban.read(SAMPLE.read_bytes(), SAMPLE.name).documents[0]
    figures = [
        {"level": one.level, "sessions": one.sessions, "by_mode": dict(one.by_mode),
         "attendees": one.attendees, "opinions": one.opinions, "as_of": one.as_of,
         "least": one.attendees_is_lower_bound}
        for one in read.meetings
    ]  # fmt: skip
    asked = [
        {"text": one.text, "level": one.addressee_level, "field": one.field,
         "asked_of": list(one.asked_of), "place": one.place, "wish": one.general_wish}
        for one in read.petitions
    ]  # fmt: skip
    return Report(figures, asked)


def of_the_gold() -> Report:
    gold = json.loads((SHARED / "gold/seed-000a.json").read_text("utf-8"))
    text = (SHARED / "seeds" / gold["source"]).read_text("utf-8")
    figures = [
        {"level": one["level"], "sessions": one["sessions"], "by_mode": one["by_mode"],
         "attendees": one["attendees"], "opinions": one["opinions"],
         "as_of": date.fromisoformat(one["as_of"]),
         "least": one.get("attendees_is_lower_bound", False)}
        for one in gold["meetings"]
    ]  # fmt: skip
    asked = [
        {"text": " ".join(text[one["start"] : one["end"]].split()),
         "level": one["addressee_level"], "field": one["field"], "asked_of": one["asked_of"],
         "place": one["place"], "wish": one.get("general_wish", False)}
        for one in gold["petitions"]
    ]  # fmt: skip
    return Report(figures, asked)


@pytest.fixture(
    params=[
        "sample",
        pytest.param("gold", marks=[
            pytest.mark.shared,
            pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="../shared is not here"),
        ]),
    ]
)  # fmt: skip
def report(request) -> Report:
    return of_the_sample() if request.param == "sample" else of_the_gold()


def workbook(figures) -> bytes:
    """A row for every meeting: the people and opinions of a level parted over its meetings."""
    book = Workbook()
    sheet = book.active
    sheet.append(list(COLUMNS.values()))
    for one in figures:
        modes = [mode for mode, times in one["by_mode"].items() for _ in range(times)]
        assert len(modes) == one["sessions"]
        people, said = parted(one["attendees"], len(modes)), parted(one["opinions"], len(modes))
        for number, mode in enumerate(modes):
            least = "trên " if one["least"] and number == 0 else ""
            cells = {
                "tier": one["level"], "mode": mode, "unit": "COMMUNE", "held_on": one["as_of"],
                "place": f"Điểm {number + 1}", "attendees": f"{least}{people[number]}",
                "opinions": said[number],
            }  # fmt: skip
            sheet.append([cells.get(name) for name in COLUMNS])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def parted(total, number):
    return [total // number + (at < total % number) for at in range(number)]


def own_fields(report, folder):
    """The office's list, named as its report names them: label and name apart."""
    named = dict.fromkeys(one["field"] for one in report.petitions if one["field"])
    rows = [f'[[field]]\ncode = "{each[0]}"\nname = "{each[3:]}"\n' for each in named]
    (folder / "petition_fields.toml").write_text("\n".join(rows), "utf-8")


def figures_of(read):
    return [
        {"level": one.level, "sessions": one.sessions, "by_mode": dict(one.by_mode),
         "attendees": one.attendees, "opinions": one.opinions, "as_of": one.as_of,
         "least": one.attendees_is_lower_bound}
        for one in read.meetings
    ]  # fmt: skip


def petitions_of(read):
    return [
        {"text": " ".join(one.text.split()), "level": one.addressee_level, "field": one.field,
         "asked_of": list(one.asked_of), "place": one.place, "wish": one.general_wish}
        for one in read.petitions
    ]  # fmt: skip


@pytest.fixture
def campaign(office):
    return meetings.open_campaign(
        "tiếp xúc cử tri năm 2026", "election", office.committee, date(2021, 5, 4),
        date(2026, 3, 1), actor=office.clerk, at=NOW,
    )  # fmt: skip


@pytest.fixture
def written(office, campaign, report, settings, tmp_path):
    """The figures and petitions of the report stored as records, and the report written from them."""
    settings.GANDAN_DATA = tmp_path
    own_fields(report, tmp_path)
    meetings.require(
        campaign, "assembly", 10, date(2021, 1, 19), "13/TT-MTTW-BTT", actor=office.clerk, at=NOW
    )
    rows = rows_of_sheet(workbook(report.figures), campaign.name)
    done = meetings.load_sheet(rows, campaign, actor=office.clerk, now=lambda: NOW)
    assert {one.verdict for one in done} == {"new"}, [one.sentence for one in done][:3]
    for one in report.petitions:
        level = {"trung ương": "central", "địa phương": "province", None: ""}[one["level"]]
        petitions.receive(
            one["text"], Origin("meeting", session=campaign.name), said_on=date(2021, 5, 14),
            unit=office.commune, level=level, field=(one["field"] or "")[:1],
            place_text=one["place"] or "", actor=office.clerk, at=NOW, no_denunciation=True,
        )  # fmt: skip
    return voter_contact(campaign, FRAME, actor=office.clerk, on=TODAY)


def test_the_docx_written_from_the_records_reads_as_the_report_did(written, report):
    """The same figures by level and mode; the same petitions, levels, fields and bodies asked."""
    read = vanban.read(to_docx(written.paper), "bao-cao.docx").documents[0]
    assert figures_of(read) == report.figures
    assert petitions_of(read) == report.petitions


def test_every_total_of_the_written_report_adds_up(written, report):
    read = vanban.read(to_docx(written.paper), "bao-cao.docx").documents[0]
    assert read.sums
    assert [one.text for one in read.sums if not one.holds] == []
    sessions = sum(one["sessions"] for one in report.figures)
    assert sum(one.sessions for one in written.figures) == sessions


def test_the_pdf_says_the_same(written, report):
    read = vanban.read(to_pdf(written.paper), "bao-cao.pdf").documents[0]
    assert read.header.kind == "báo cáo"
    assert read.header.number == "281/BC-MTTQ-BTT"
    assert figures_of(read) == report.figures


def test_who_sees_nothing_gets_no_report(office, campaign):
    with pytest.raises(Refused, match="chưa có cuộc nào"):
        voter_contact(campaign, FRAME, actor=office.officer, on=TODAY)
