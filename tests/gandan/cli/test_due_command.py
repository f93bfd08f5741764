"""`gandan due` gives a date, says why, and refuses in one sentence."""

import json
import subprocess
import sys

import pytest

from gandan.cli import main
from gandan.domain.timekeeping.actions import change
from gandan.kernel.timetable import Edit, Kind

from ..conftest import NOW


@pytest.fixture(autouse=True)
def no_database(monkeypatch, tmp_path):
    monkeypatch.setenv("GANDAN_DATA", str(tmp_path))
    monkeypatch.delenv("GANDAN_DATABASE_URL", raising=False)
    return tmp_path


def said(capsys, *words):
    code = main(["due", *words])
    out, err = capsys.readouterr()
    return code, out, err


def test_the_date_and_its_steps(capsys):
    code, out, _ = said(capsys, "complaint.accept", "--from", "2026-07-07", "--why")
    assert code == 0
    assert out.startswith("thứ Năm 16/7/2026 (2026-07-16)")
    assert "1. Sự kiện: nhận được khiếu nại" in out


def test_json_holds_due_why_and_basis(capsys):
    code, out, _ = said(capsys, "complaint.accept", "--from", "3/7/2026", "--json")
    answer = json.loads(out)
    assert code == 0
    assert answer["due"] == "2026-07-14"
    assert answer["basis"].startswith("Điều 16 khoản 1 NĐ 124/2020/NĐ-CP")
    assert len(answer["why"]) == 4


def test_a_report_window_is_a_term_too(capsys):
    _, out, _ = said(capsys, "report.quarter", "--from", "2026-07-14", "--json")
    answer = json.loads(out)
    assert answer["window"] == ["2026-06-15", "2026-09-14"]
    assert answer["due"] == "2026-09-15"


def test_the_disputed_day_can_be_counted_off(capsys):
    term = ("reception.reply", "--from", "2026-11-20", "--json")
    assert json.loads(said(capsys, *term)[1])["due"] == "2026-12-04"
    assert json.loads(said(capsys, *term, "--count-off", "culture-day")[1])["due"] == "2026-12-07"


def test_a_term_that_is_off_says_why_and_gives_no_date(capsys):
    code, out, err = said(capsys, "party.reply", "--from", "2026-07-07", "--json")
    assert code == 1
    assert json.loads(out)["due"] is None
    assert "đang tắt" in err


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["nothing.here", "--from", "2026-07-07"], "Không có thời hạn tên"),
        (["complaint.accept", "--from", "2040-12-31"], "hãy bổ sung năm này"),
        (["complaint.accept"], "--from NGÀY"),
        ([], "--list"),
    ],
)
def test_a_question_that_cannot_be_answered_gets_one_sentence(capsys, words, sentence):
    code, out, err = said(capsys, *words)
    assert code != 0
    assert not out
    assert sentence in err
    assert err.count("\n") == 1


def test_a_day_that_is_none_is_refused(capsys):
    with pytest.raises(SystemExit):
        main(["due", "complaint.accept", "--from", "2026-02-30"])
    assert "không phải là ngày" in capsys.readouterr().err


def test_the_list_shows_every_term_with_its_source_and_state(capsys):
    _, out, _ = said(capsys, "--list")
    assert "voters.answer [tắt]" in out
    assert "complaint.accept: Thụ lý khiếu nại" in out
    _, out, _ = said(capsys, "--list", "--json")
    rows = json.loads(out)
    assert {"term", "basis", "on"} <= set(rows[0])
    assert all(row["reason"] for row in rows if not row["on"])


def test_the_clock_starts_without_django():
    """A clerk's question takes a blink, not a start of the whole program."""
    asked = (
        "import sys; from gandan.cli import main; main(['due', 'complaint.accept', '--from', '2026-07-07']);"
        "sys.exit('django' in sys.modules or 'holidays' in sys.modules)"
    )
    assert (
        subprocess.run([sys.executable, "-c", asked], capture_output=True, check=False).returncode
        == 0
    )


def test_where_there_is_a_database_the_office_counts_by_its_own_tables(capsys, no_database, office):
    (no_database / "gandan.sqlite3").touch()
    paper = "Thông báo 12/TB-BNV ngày 1/3/2026"
    day = Edit(Kind.DAY, "2026-07-08", data={"mark": "holiday", "means": "Hội"}, document=paper)
    own = {"length": 5, "unit": "ngày làm việc"}
    for edit in (day, Edit(Kind.OWN, "reception.reply@2026-01-01", data=own, document=paper)):
        change(edit, seen=None, actor=office.admin, at=NOW)
    _, out, _ = said(capsys, "complaint.accept", "--from", "2026-07-07", "--json")
    assert json.loads(out)["due"] == "2026-07-17"
    _, out, _ = said(capsys, "reception.reply", "--from", "2026-07-07", "--json", "--why")
    answer = json.loads(out)
    assert (answer["due"], answer["basis"]) == ("2026-07-15", paper)
    assert "reception.reply [của cơ quan]" in said(capsys, "--list")[1]
    off = ("complaint.accept", "--from", "2026-11-20", "--count-off", "culture-day", "--json")
    assert json.loads(said(capsys, *off)[1])["due"] == "2026-12-02"


def test_a_province_rule_holds_in_its_communes(capsys, no_database, office):
    (no_database / "gandan.sqlite3").touch()
    for unit, code in (
        (office.committee, "56"),
        (office.commune, "22366"),
    ):
        unit.territory, unit.kind = code, "territory"
        unit.save()
    _, out, _ = said(
        capsys, "report.month", "--from", "2026-07-01", "--territory", "22366", "--json"
    )
    assert json.loads(out)["due"] == "2026-07-16"
    _, out, _ = said(capsys, "report.year", "--from", "2026-07-01", "--territory", "56", "--json")
    assert json.loads(out)["due"] == "2026-12-16"


def test_a_territory_that_the_office_does_not_know_is_told(capsys, no_database, office):
    """Its half-Saturdays and swap days would silently not count."""
    (no_database / "gandan.sqlite3").touch()
    asked = ("complaint.accept", "--from", "7/7/2026", "--territory", "99999", "--json")
    code, out, err = said(capsys, *asked)
    assert code == 0
    assert json.loads(out)["due"] == "2026-07-16"
    assert "chưa có địa bàn mang mã 99999" in err
