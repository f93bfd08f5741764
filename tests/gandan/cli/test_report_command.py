"""`gandan meetings load` and `gandan report`: from a workbook to an official document."""

from __future__ import annotations

from datetime import date

import pytest

import vanban
from gandan.cli import main
from gandan.domain.directory import actions as directory
from gandan.domain.directory.queries import Account
from gandan.domain.meetings import actions, queries
from gandan.domain.petitions import actions as petitions
from gandan.domain.petitions.actions import Origin

from ..conftest import NOW
from ..domain.meetings.conftest import workbook

ROWS = [
    ["HĐND xã", "trực tiếp", "COMMUNE", "20/02/2026", "Thôn Bãi", "60", "3", ""],
    ["HĐND xã", "trực tuyến", "COMMUNE", "21/02/2026", "Thôn Đồi", "40", "2", ""],
    ["HĐND xã", "trực tiếp", "KHONG-CO", "21/02/2026", "Thôn Suối", "40", "2", ""],
]


@pytest.fixture
def campaign(office, monkeypatch):
    monkeypatch.setattr("gandan.cli.setup.setup", lambda: None)
    assert isinstance(directory.machine_account(NOW), Account)
    return actions.open_campaign(
        "Tiếp xúc cử tri 2026", "election", office.committee, date(2026, 2, 1), date(2026, 3, 1),
        actor=office.clerk, at=NOW,
    )  # fmt: skip


@pytest.fixture
def sheet(tmp_path):
    path = tmp_path / "dot.xlsx"
    path.write_bytes(workbook(ROWS))
    return path


def load(sheet, *more):
    return main(["meetings", "load", str(sheet), "--campaign", "Tiếp xúc cử tri 2026", *more])


def test_a_workbook_is_looked_at_then_loaded_and_loading_again_adds_nothing(
    campaign, sheet, capsys
):
    assert load(sheet, "--preview") == 2
    assert not queries.Meeting.objects.exists()
    assert load(sheet, "--as", "clerk") == 2
    assert load(sheet, "--as", "clerk") == 2
    said = capsys.readouterr()
    assert "đã lưu 2, có sẵn 0, từ chối 1" in said.out
    assert "đã lưu 0, có sẵn 2, từ chối 1" in said.out
    assert "dòng 4: Không rõ đơn vị “KHONG-CO”" in said.err
    assert queries.Meeting.objects.count() == 2


def test_the_report_of_a_campaign_is_written_as_docx_and_pdf(campaign, sheet, tmp_path, capsys):
    load(sheet)
    out = tmp_path / "bc.docx", tmp_path / "bc.pdf"
    asked = ["report", "voter-contact", "--campaign", "Tiếp xúc cử tri 2026", "--docx", str(out[0]),
             "--pdf", str(out[1]), "--number", "07/BC-MTTQ-BTT"]  # fmt: skip
    assert main(asked) == 0
    for path in out:
        read = vanban.read(path.read_bytes(), path.name).documents[0]
        assert read.header.number == "07/BC-MTTQ-BTT"
        assert [(one.level, one.sessions, one.opinions) for one in read.meetings] == [
            ("HĐND xã", 2, 5)
        ]


def test_the_list_names_reports_and_campaigns(campaign, capsys):
    assert main(["report", "--list"]) == 0
    said = capsys.readouterr().out
    assert "voter-contact" in said
    assert "Tiếp xúc cử tri 2026" in said


@pytest.mark.parametrize(
    ("asked", "code", "said"),
    [
        (["report", "voter-contact"], 2, "--campaign"),
        (["report", "voter-contact", "--campaign", "Không có", "--docx", "x"], 1, "Không có đợt"),
        (["meetings", "load", "x.xlsx", "--campaign", "Không có"], 1, "Không có đợt"),
    ],
)
def test_a_wrong_wish_gets_one_sentence_and_no_file(campaign, asked, code, said, capsys):
    assert main(asked) == code
    assert said in capsys.readouterr().err


def test_the_report_on_answers_is_written_by_a_command(office, campaign, tmp_path, capsys):
    by = {"actor": office.clerk, "at": NOW}
    one = petitions.receive(
        "Đề nghị sửa đường vào thôn Bãi.", Origin("meeting", session="kỳ giữa năm"),
        said_on=date(2026, 2, 20), unit=office.commune, level="province", field="b", **by,
    )  # fmt: skip
    petitions.answer(one, "solved", "Xã đã sửa xong trong tháng 2/2026", evidence="Biên bản",
                     actor=office.machine, at=NOW)  # fmt: skip
    out = tmp_path / "tra-loi.docx"
    given = ["report", "petition-answers", "--unit", "COMMITTEE", "--docx", str(out)]
    assert main([*given, "--session", "kỳ giữa năm"]) == 0
    read = vanban.read(out.read_bytes(), out.name).documents[0]
    assert [one.text for one in read.petitions] == ["Đề nghị sửa đường vào thôn Bãi."]
    assert main(["report", "--list"]) == 0
    assert "kỳ giữa năm" in capsys.readouterr().out
    out.unlink()
    assert main([*given, "--session", "kỳ khác"]) == 1
    assert main(["report", "petition-answers", "--unit", "KHONG-CO", "--docx", str(out)]) == 1
    assert main(["report", "petition-answers", "--docx", str(out)]) == 2
    assert not out.exists()
