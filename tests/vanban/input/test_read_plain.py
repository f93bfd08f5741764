"""Plain text comes in with its offsets intact; what is not text is refused in one sentence."""

import io
import zipfile
from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vanban.input import Limits, Rejected, open_source

PLAN = "KẾ HOẠCH\r\nthực hiện công tác dân vận\n\n1. Sở Nội vụ chủ trì, báo cáo trước 30/6/2026.\n"


def zip_of(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/"), data)
    return out.getvalue()


def test_utf8_text_is_the_python_string_of_its_bytes_with_newlines_kept():
    source = open_source(PLAN.encode(), "kế hoạch.txt")
    assert source.text == PLAN
    assert (source.media, source.findings) == ("txt", ())


@given(st.text(min_size=1).filter(lambda s: s.strip() and "\x00" not in s))
@example("0\x02")
def test_any_utf8_text_is_either_kept_exactly_or_refused(text):
    with suppress(Rejected):
        assert open_source(text.encode(), "a.txt").text == text.removeprefix("\ufeff")


def test_a_byte_order_mark_is_no_part_of_the_text():
    assert open_source(b"\xef\xbb\xbf" + PLAN.encode(), "a.txt").text == PLAN


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_is_read_with_or_without_its_mark(encoding):
    assert open_source(PLAN.encode(encoding), "a.txt").text == PLAN


BAD = {
    "empty": (b"", "a.txt"),
    "binary": (bytes(50 * 1024 * 1024), "a.txt"),
    "unknown-encoding": ("Réunion à l'hôtel, déjà prévue: 42 élèves".encode("latin-1"), "a.txt"),
    "not-what-it-says": (PLAN.encode(), "a.docx"),
    "damaged": (b"PK\x03\x04 cut short", "a.docx"),
    "unsupported": (zip_of(**{"[Content_Types].xml": b"", "xl__workbook.xml": b""}), "a.xlsx"),
    "macro": (zip_of(**{"word__document.xml": b"<a/>", "word__vbaProject.bin": b"x"}), "a.docm"),
}


@pytest.mark.parametrize("code", BAD)
def test_bad_input_gets_one_vietnamese_sentence_that_says_what_to_do(code):
    with pytest.raises(Rejected) as caught:
        open_source(*BAD[code])
    assert caught.value.code == code
    sentence = str(caught.value)
    assert sentence.endswith(".")
    assert sentence.count(". ") == 0
    assert "chưa lưu gì, hãy " in sentence


def test_a_file_over_the_limit_is_refused_with_both_sizes():
    with pytest.raises(Rejected, match="lớn 3 MB, quá giới hạn 2 MB"):
        open_source(b"a" * (3 << 20), "a.txt", limits=Limits(file_bytes=2 << 20))


def test_text_under_another_name_is_read_with_a_finding():
    source = open_source(PLAN.encode(), "a.rtf")
    assert [finding.rule for finding in source.findings] == ["input.extension_lies"]
