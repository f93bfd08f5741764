"""`gandan check`: a table for a person, JSON and SARIF for machines, comments in Word."""

import json
import zipfile
from io import BytesIO

import docx
import pytest

from gandan.cli import main

FAULTY = "Các đơn vị dùng trong trong khu vực nền tàng của xã.\n"
SOUND = "Các đơn vị dùng trong khu vực của xã.\n"


@pytest.fixture
def faulty(tmp_path):
    path = tmp_path / "faulty.txt"
    path.write_text(FAULTY, "utf-8")
    return path


def test_findings_stand_with_line_column_and_words(faulty, capsys):
    assert main(["check", str(faulty)]) == 1
    out = capsys.readouterr().out
    assert "1:17  Lặp từ: «trong trong»  [spelling.doubled]" in out
    assert "→ nền tảng" in out


def test_the_threshold_decides_what_counts(faulty, capsys):
    assert main(["check", "--severity", "error", str(faulty)]) == 0
    assert "không có gì phải sửa" in capsys.readouterr().out


def test_an_unreadable_file_is_2_and_the_others_are_checked(faulty, tmp_path, capsys):
    assert main(["check", "--json", str(tmp_path / "nowhere.txt"), str(faulty)]) == 2
    out, err = capsys.readouterr()
    assert "Không có tệp này" in err
    (one,) = json.loads(out)
    found = {row["rule"]: row for row in one["findings"]}
    row = found["spelling.doubled"]
    assert (row["line"], row["column"], row["words"]) == (1, 17, "trong trong")
    assert FAULTY[row["start"] : row["end"]] == "trong trong"


def test_sarif_names_rule_level_and_place(faulty, capsys):
    assert main(["check", "--sarif", str(faulty)]) == 1
    log = json.loads(capsys.readouterr().out)
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    result = next(r for r in run["results"] if r["ruleId"] == "spelling.doubled")
    assert result["level"] == "warning"
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (1, 17, 28)
    assert {rule["id"] for rule in run["tool"]["driver"]["rules"]} == {
        r["ruleId"] for r in run["results"]
    }


def test_the_log_holds_to_the_rules_of_sarif(tmp_path, capsys):
    """What the schema of SARIF 2.1.0 requires of the objects that are used here (§3.14-3.52)."""
    path = tmp_path / "kế hoạch (1).txt"
    path.write_text(FAULTY * 3, "utf-8")
    main(["check", "--sarif", str(path)])
    log = json.loads(capsys.readouterr().out)
    assert set(log) == {"$schema", "version", "runs"}
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"]
    assert run["columnKind"] in {"utf16CodeUnits", "unicodeCodePoints"}
    ids = [rule["id"] for rule in driver["rules"]]
    assert len(ids) == len(set(ids)), "rules are unique"
    for rule in driver["rules"]:
        assert set(rule) <= {"id", "shortDescription", "help"}
        assert rule["shortDescription"]["text"]
    assert run["results"]
    for result in run["results"]:
        assert set(result) == {"ruleId", "ruleIndex", "level", "message", "locations"}
        assert ids[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in {"none", "note", "warning", "error"}
        assert result["message"]["text"]
        (location,) = result["locations"]
        place = location["physicalLocation"]
        uri = place["artifactLocation"]["uri"]
        assert uri.isascii()
        assert not set(uri) & set(' "<>\\^`{|}')
        region = place["region"]
        assert min(region["startLine"], region["startColumn"], region["endColumn"]) >= 1
        assert (region["endLine"], region["endColumn"]) >= (
            region["startLine"],
            region["startColumn"],
        )
        start, length = region["charOffset"], region["charLength"]
        assert (FAULTY * 3)[start : start + length] == region["snippet"]["text"]


def comments(data):
    return [comment.text for comment in docx.Document(BytesIO(data)).comments]


def test_the_word_copy_has_a_comment_per_finding(faulty, tmp_path, capsys):
    out = tmp_path / "out.docx"
    main(["check", "--json", "--docx", str(out), str(faulty)])
    (one,) = json.loads(capsys.readouterr().out)
    texts = comments(out.read_bytes())
    assert len(texts) == len(one["findings"])
    assert any("Lặp từ" in text for text in texts)
    paragraphs = [p.text for p in docx.Document(str(out)).paragraphs]
    assert FAULTY.strip() in paragraphs, "not a word is changed"


def test_a_word_file_keeps_its_own_form(tmp_path, capsys):
    source, out = tmp_path / "in.docx", tmp_path / "out.docx"
    document = docx.Document()
    document.add_heading("KẾ HOẠCH", 1)
    document.add_paragraph(FAULTY.strip())
    document.save(str(source))
    assert main(["check", "--docx", str(out), str(source)]) == 1
    written = docx.Document(str(out))
    assert [p.style.name for p in written.paragraphs][:2] == ["Heading 1", "Normal"]
    assert any("Lặp từ" in comment.text for comment in written.comments)


def test_one_copy_of_several_files_is_refused(faulty, tmp_path, capsys):
    assert main(["check", "--docx", str(tmp_path / "o.docx"), str(faulty), str(faulty)]) == 2
    assert "một tệp" in capsys.readouterr().err


def test_copies_of_several_files_go_into_a_folder(tmp_path, capsys):
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "kế hoạch.txt").write_text(FAULTY, "utf-8")
    out = tmp_path / "ra"
    assert main(["check", "--docx", str(out), str(tmp_path / "a"), str(tmp_path / "b")]) == 1
    names = sorted(path.name for path in out.iterdir())
    assert names == ["kế hoạch-da-soat-2.docx", "kế hoạch-da-soat.docx"]
    assert all(comments((out / name).read_bytes()) for name in names)


def test_a_place_that_cannot_be_written_is_one_sentence(faulty, tmp_path, capsys):
    (tmp_path / "tep").write_text("x")
    assert main(["check", "--docx", str(tmp_path / "tep" / "ra"), str(faulty)]) == 2
    assert "không ghi được" in capsys.readouterr().err


def test_an_empty_folder_is_not_a_clean_bill(tmp_path, capsys):
    assert main(["check", str(tmp_path)]) == 2
    assert "Không có tệp nào" in capsys.readouterr().err


def test_the_threshold_has_the_name_that_other_linters_give_it(faulty):
    assert main(["check", "--min-severity", "error", str(faulty)]) == 0
    assert main(["check", "--min-severity", "warning", str(faulty)]) == 1


def test_a_folder_is_checked_on_all_cores_in_the_order_of_its_files(tmp_path, capsys):
    for at in range(5):
        (tmp_path / f"{at}.txt").write_text(FAULTY if at % 2 else SOUND, "utf-8")
    (tmp_path / ".an.txt").write_text(FAULTY, "utf-8")
    assert main(["check", "--json", "--severity", "warning", str(tmp_path)]) == 1
    told = json.loads(capsys.readouterr().out)
    assert [one["file"].rsplit("/", 1)[-1] for one in told] == [f"{at}.txt" for at in range(5)]
    doubled = [any(f["rule"] == "spelling.doubled" for f in one["findings"]) for one in told]
    assert doubled == [False, True, False, True, False]


def test_the_calendar_of_public_holidays_is_asked(tmp_path, capsys):
    """30/4/2026 is a Thursday: only the calendar knows that nobody works."""
    path = tmp_path / "a.txt"
    path.write_text("Đề nghị Sở Nội vụ gửi báo cáo trước ngày 30 tháng 4 năm 2026.\n", "utf-8")
    main(["check", str(path)])
    assert "Hạn 30/04/2026 rơi vào" in capsys.readouterr().out


def packed(path, **files):
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(f"van ban/{name}.txt", data)
    return path


def test_a_zip_is_checked_document_by_document(tmp_path, capsys):
    path = packed(tmp_path / "goi.zip", mot=FAULTY, hai=SOUND)
    assert main(["check", "--json", "--severity", "warning", str(path)]) == 1
    told = json.loads(capsys.readouterr().out)
    assert [one["file"].removeprefix(str(tmp_path)) for one in told] == [
        "/goi.zip/van ban/mot.txt",
        "/goi.zip/van ban/hai.txt",
    ]
    doubled = [any(f["rule"] == "spelling.doubled" for f in one["findings"]) for one in told]
    assert doubled == [True, False]


def test_what_cannot_be_read_in_a_zip_is_named_and_the_rest_is_checked(tmp_path, capsys):
    path = packed(tmp_path / "goi.zip", mot=FAULTY, hai=b"\x00" * 99)
    assert main(["check", str(path)]) == 2
    out, err = capsys.readouterr()
    assert "Lặp từ" in out
    assert "goi.zip/van ban/hai.txt: Tệp chỉ gồm dữ liệu nhị phân" in err


def test_one_word_copy_of_a_zip_of_several_is_refused(tmp_path, capsys):
    path = packed(tmp_path / "goi.zip", mot=FAULTY, hai=SOUND)
    assert main(["check", "--docx", str(tmp_path / "o.docx"), str(path)]) == 2
    assert "một tệp" in capsys.readouterr().err
    assert main(["check", "--docx", str(tmp_path / "ra"), str(path)]) == 1
    assert len(list((tmp_path / "ra").iterdir())) == 2


def test_a_word_file_alone_in_a_zip_keeps_its_form_in_the_copy(tmp_path):
    inner, out = BytesIO(), tmp_path / "out.docx"
    document = docx.Document()
    document.add_heading(FAULTY.strip(), 1)
    document.save(inner)
    with zipfile.ZipFile(tmp_path / "goi.zip", "w") as archive:
        archive.writestr("a.docx", inner.getvalue())
    assert main(["check", "--docx", str(out), str(tmp_path / "goi.zip")]) == 1
    assert docx.Document(str(out)).paragraphs[0].style.name == "Heading 1"


def test_what_is_about_the_whole_file_quotes_no_words(tmp_path, capsys):
    (tmp_path / "a.doc").write_text("<html><body><p>Các đơn vị của xã.</p></body></html>", "utf-8")
    main(["check", str(tmp_path / "a.doc")])
    out = capsys.readouterr().out
    assert "input.extension_lies" in out
    assert "«»" not in out
