"""`gandan read`: one bad file never stops the others, and the output suits its reader."""

import json
import subprocess
import sys
from datetime import date

import pytest

import vanban
from gandan.cli import main
from vanban.input.source import Rejected
from vanban.model import Document, Duty, Fired, Header, Petition, Reading, Span, Sum

TEXT = "KẾ HOẠCH\nGiao [Sở Y tế] tiêm đủ 05 liều."


def reading(name):
    duty = Duty(
        span=Span(9, len(TEXT)),
        text="Giao [Sở Y tế] tiêm đủ 05 liều.",
        lead=("Sở Y tế",),
        due=(date(2026, 6, 30),),
        rule="duty.assigned",
        fired=(Fired("deadline.quarter", Span(9, 13), "thời hạn"),),
    )
    document = Document(
        span=Span(0, len(TEXT)),
        header=Header(kind="kế hoạch", number="05/KH-UBND"),
        duties=(duty,),
        petitions=(Petition(Span(0, 8), "KẾ HOẠCH", "địa phương", "Về y tế"),),
        sums=(Sum(Span(0, 4), "43", 43, (38, 4), holds=False),),
    )
    return Reading(name, "0" * 64, "text/plain", TEXT, (document,))


@pytest.fixture(autouse=True)
def reader(monkeypatch):
    def read(data, name):
        if not data:
            raise Rejected("empty", "Tệp rỗng; hãy gửi lại tệp có nội dung.")
        return reading(name)

    monkeypatch.setattr(vanban, "read", read, raising=False)


def file(folder, name, data=b"x"):
    path = folder / name
    path.write_bytes(data)
    return str(path)


def test_json_of_one_file_is_one_object(tmp_path, capsys):
    assert main(["read", "--json", file(tmp_path, "a.txt")]) == 0
    assert json.loads(capsys.readouterr().out)["source"] == "a.txt"


def test_json_of_several_files_is_an_array_in_order(tmp_path, capsys):
    assert main(["read", "--json", file(tmp_path, "a.txt"), file(tmp_path, "b.txt")]) == 0
    assert [one["source"] for one in json.loads(capsys.readouterr().out)] == ["a.txt", "b.txt"]


def test_a_refused_file_is_named_on_standard_error_and_the_others_are_read(tmp_path, capsys):
    bad, good = file(tmp_path, "bad.txt", b""), file(tmp_path, "good.txt")
    assert main(["read", "--json", bad, good]) == 2
    out, err = capsys.readouterr()
    assert [one["source"] for one in json.loads(out)] == ["good.txt"]
    assert err == f"{bad}: Tệp rỗng; hãy gửi lại tệp có nội dung.\n"


def test_a_folder_stands_for_the_files_in_it(tmp_path, capsys):
    (tmp_path / "below").mkdir()
    file(tmp_path, "b.txt")
    file(tmp_path / "below", "a.txt")
    file(tmp_path, ".hidden")
    assert main(["read", "--json", str(tmp_path)]) == 0
    assert [one["source"] for one in json.loads(capsys.readouterr().out)] == ["b.txt", "a.txt"]


def test_many_files_are_read_by_several_processes_in_the_order_given(tmp_path):
    """A bad file among them is named and stops nobody."""
    for number in range(10):
        file(tmp_path, f"{number}.txt", TEXT.encode() if number != 4 else b"")
    done = subprocess.run(
        [sys.executable, "-m", "gandan", "read", "--json", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    names = [one["source"] for one in json.loads(done.stdout)]
    assert names == [f"{number}.txt" for number in range(10) if number != 4]
    assert "4.txt: " in done.stderr


def test_a_missing_file_gets_a_vietnamese_sentence(tmp_path, capsys):
    assert main(["read", "--json", str(tmp_path / "nowhere.txt")]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "Không có tệp này" in err


@pytest.mark.parametrize("width", ["80", "120"])
def test_the_table_fits_the_terminal_and_shows_the_duty(tmp_path, capsys, monkeypatch, width):
    monkeypatch.setenv("COLUMNS", width)
    assert main(["read", file(tmp_path, "a.txt")]) == 0
    out = capsys.readouterr().out
    assert max(map(len, out.splitlines())) <= int(width)
    for words in ("05/KH-UBND", "[Sở Y tế]", "30/06/2026", "Về y tế", "LỆCH (cộng được 42)"):
        assert words in out
    assert "\x1b[" not in out, "no colours when the output is not a terminal"


def test_explain_says_rule_and_words_and_line(tmp_path, capsys):
    assert main(["read", "--explain", file(tmp_path, "a.txt")]) == 0
    out = capsys.readouterr().out
    assert "dòng 2:1  nhiệm vụ  [duty.assigned]" in out
    assert "[deadline.quarter]" in out
    assert "«Giao»" in out


def test_reading_starts_without_django():
    """A clerk's script reads thousands of files: Django's start would cost more than the work."""
    probe = (
        "import sys; from gandan.cli import main\n"
        "try: main(['read', '--json', '/nowhere'])\n"
        "except SystemExit: pass\n"
        "sys.exit('django' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
