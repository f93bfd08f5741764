"""`gandan tasks` and `gandan remind`, as a script calls them."""

from __future__ import annotations

import json
from datetime import date

import pytest
from django.core import mail
from openpyxl import load_workbook

from gandan.cli import main
from gandan.domain.registry import actions as registry
from gandan.domain.registry import queries as documents
from gandan.domain.tasks import actions

from ..conftest import NOW
from ..reading_by_hand import plan


@pytest.fixture
def tasks(office, settings, tmp_path):
    settings.GANDAN_FILES = tmp_path / "files"
    read = plan()
    got = registry.receive_read(read.text.encode(), read, actor=office.clerk, at=NOW)
    duty = documents.facts_of(got.documents[0], "duty")[0]
    actions.accept_duty(duty, actor=office.clerk, at=NOW)
    actions.assign("Việc khác", lead=office.home_affairs, due=[date(2026, 3, 20)],
                   actor=office.head, at=NOW)  # fmt: skip
    return office


def rows(capsys, *args):
    assert main(["tasks", "--json", *args]) == 0
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize(
    ("args", "leads"),
    [
        ((), ["HOME_AFFAIRS", "FINANCE"]),
        (("--unit", "FINANCE"), ["FINANCE"]),
        (("--unit", "Sở Nội vụ"), ["HOME_AFFAIRS"]),
        (("--unit", "COMMITTEE"), ["HOME_AFFAIRS", "FINANCE"]),
        (("--plan", "15/kh-snv"), ["FINANCE"]),
        (("--state", "done"), []),
        (("--overdue", "--as-of", "2026-03-21"), ["HOME_AFFAIRS"]),
        (("--overdue", "--as-of", "2026-03-20"), []),
    ],
)
def test_filters(tasks, capsys, args, leads):
    assert [row["lead_code"] for row in rows(capsys, *args)] == leads


def test_lateness_is_that_of_the_day_asked_about(tasks, capsys):
    row = rows(capsys, "--unit", "HOME_AFFAIRS", "--as-of", "2026-03-25")[0]
    assert (row["standing"], row["days_left"], row["due"]) == ("late", -5, ["2026-03-20"])
    assert (
        rows(capsys, "--unit", "HOME_AFFAIRS", "--as-of", "2026-03-10")[0]["standing"] == "not-due"
    )


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("--unit", "Sở Mây"), "Danh bạ không có đơn vị"),
        (("--plan", "9/KH"), "Không có văn bản số"),
        (("--state", "xong"), "Không có trạng thái"),
    ],
)
def test_a_wrong_name_is_told_in_a_sentence(tasks, capsys, args, sentence):
    assert main(["tasks", *args]) == 1
    assert sentence in capsys.readouterr().err


def test_an_excel_sheet_of_text(tasks, capsys, tmp_path):
    out = tmp_path / "viec.xlsx"
    assert main(["tasks", "--xlsx", str(out), "--plan", "15/KH-SNV"]) == 0
    sheet = list(load_workbook(out).active.iter_rows(values_only=True))
    assert (sheet[0][0], sheet[1][0], sheet[1][5]) == (
        "Văn bản",
        "15/KH-SNV",
        "30/06/2026; 31/12/2026",
    )


def test_a_table_for_people(tasks, capsys):
    assert main(["tasks", "--as-of", "2026-03-02"]) == 0
    assert "2 nhiệm vụ" in capsys.readouterr().out


def test_reminding_twice_sends_once(tasks, capsys):
    for expected in (2, 0):
        assert main(["remind", "--as-of", "2026-03-23"]) == 0
        assert f": {expected} thư" in capsys.readouterr().out
    assert len(mail.outbox) == 2


def test_a_file_that_cannot_be_written_is_a_sentence(tasks, capsys, tmp_path):
    assert main(["tasks", "--xlsx", str(tmp_path / "khong-co" / "a.xlsx")]) == 1
    assert "Hãy xem lại đường dẫn" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["tasks", "--as-of"], ["remind", "--as-of"]])
def test_a_day_is_written_either_way_and_none_is_a_sentence(tasks, capsys, command):
    with pytest.raises(SystemExit) as wrong:
        main([*command, "32/1/2026"])
    assert wrong.value.code == 2
    assert "không phải là ngày" in capsys.readouterr().err
    assert main(["tasks", "--as-of", "31/12/2026", "--json"]) == 0
    slashed = capsys.readouterr().out
    assert main(["tasks", "--as-of", "2026-12-31", "--json"]) == 0
    assert capsys.readouterr().out == slashed
