"""The front door: bytes in, facts with their words out."""

import hashlib
import unicodedata

import pytest

import vanban

TEXT = "KẾ HOẠCH\nNăm 2026\n\nCăn cứ Quyết định số 12/QĐ-UBND ngày 05/01/2026 của UBND tỉnh, như sau:\n\n1. Sở Nội vụ chủ trì, phối hợp với Sở Tài chính báo cáo trước ngày 15/6/2026.\n"


def test_the_library_offers_these_names():
    assert sorted(vanban.__all__) == [
        "Limits",
        "Rejected",
        "Source",
        "check",
        "read",
        "read_source",
    ]


def test_a_reading_names_its_file_by_its_bytes():
    data = TEXT.encode()
    reading = vanban.read(data, "ke-hoach.txt")
    assert (reading.source, reading.sha256) == ("ke-hoach.txt", hashlib.sha256(data).hexdigest())
    assert reading.text == TEXT


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_facts_point_at_the_characters_of_the_file_whatever_its_form(form, newline):
    text = unicodedata.normalize(form, TEXT).replace("\n", newline)
    reading = vanban.read(text.encode(), "a.txt")
    (document,) = reading.documents
    (mention,) = document.references
    said = unicodedata.normalize("NFC", mention.span.of(reading.text))
    assert said == "Quyết định số 12/QĐ-UBND ngày 05/01/2026 của UBND tỉnh"
    block = next(block for block in document.blocks if block.section == "1")
    assert unicodedata.normalize("NFC", block.span.of(reading.text)).startswith("Sở Nội vụ chủ trì")
    assert block.label_span is not None
    assert block.label_span.of(reading.text) == "1"


def test_bad_input_is_refused_in_one_sentence():
    with pytest.raises(vanban.Rejected) as refused:
        vanban.read(b"", "a.txt")
    assert str(refused.value).endswith(".")
