"""Older office files come in through an installed program, or the refusal names it."""

import shutil
import subprocess

import docx
import pytest

from vanban.input import Rejected, open_source

RTF = rb"{\rtf1\ansi\ansicpg1252 K\u7871?ho\u7841?ch s\u7889? 1\par Sau}"
office = [
    pytest.mark.tool,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed"),
]


@pytest.fixture(scope="module")
def old_word(tmp_path_factory) -> bytes:
    folder = tmp_path_factory.mktemp("doc")
    paper = docx.Document()
    paper.add_paragraph("KẾ HOẠCH")
    grid = paper.add_table(rows=2, cols=2, style="Table Grid")
    for at, words in enumerate(("TT", "Nội dung", "1", "Đối thoại")):
        grid.cell(at // 2, at % 2).text = words
    paper.add_paragraph("Hết.")
    paper.save(folder / "a.docx")
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            "doc",
            "a.docx",
        ],
        cwd=folder,
        check=True,
        capture_output=True,
    )
    return (folder / "a.doc").read_bytes()


class TestThroughLibreOffice:
    pytestmark = office

    def test_a_doc_comes_in_with_its_tables(self, old_word):
        source = open_source(old_word, "a.doc")
        assert (source.media, source.text) == (
            "doc",
            "KẾ HOẠCH\n\nTT\tNội dung\n1\tĐối thoại\n\nHết.",
        )
        assert len(source.tables) == 1

    def test_rich_text_comes_in(self):
        assert open_source(RTF, "a.rtf").text.split() == ["Kếhoạch", "số", "1", "Sau"]

    def test_a_doc_under_the_name_of_a_docx_is_read_with_a_finding(self, old_word):
        assert open_source(old_word, "a.docx").findings[0].rule == "input.extension_lies"

    @pytest.mark.skipif(shutil.which("antiword") is None, reason="antiword is not installed")
    def test_antiword_alone_gives_the_text_and_says_what_may_be_missing(
        self, old_word, monkeypatch, tmp_path
    ):
        (tmp_path / "antiword").symlink_to(shutil.which("antiword") or "")
        monkeypatch.setenv("PATH", str(tmp_path))
        source = open_source(old_word, "a.doc")
        assert "KẾ HOẠCH" in source.text
        assert source.findings[0].rule == "input.antiword"


@pytest.mark.parametrize(("data", "name", "tool"), [(RTF, "a.rtf", "LibreOffice")])
def test_without_a_program_the_refusal_names_it(data, name, tool, monkeypatch):
    monkeypatch.setenv("PATH", "/nonexistent")
    with pytest.raises(Rejected, match=f"Cần {tool} để đọc tệp RTF"):
        open_source(data, name)


def test_a_doc_with_macros_or_a_password_is_refused():
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
    for stream, code in (("WordDocument_VBA_PROJECT", "macro"), ("EncryptedPackage", "encrypted")):
        with pytest.raises(Rejected) as caught:
            open_source(ole + stream.encode("utf-16-le"), "a.doc")
        assert caught.value.code == code


def test_an_old_word_file_cut_off_before_its_directory_is_damaged_not_unknown():
    cut = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00\x3e" * 400
    with pytest.raises(Rejected) as refusal:
        open_source(cut, "ke-hoach.doc")
    assert refusal.value.code == "damaged"
