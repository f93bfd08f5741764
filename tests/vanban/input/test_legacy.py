"""TCVN3, VNI and windows-1258 are converted when the words prove it, and only then."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.input import Rejected, legacy, open_source

SENTENCE = (
    "ủy ban nhân dân tỉnh giao sở nội vụ chủ trì, phối hợp với các địa phương thực hiện kế hoạch"
)
TO_TCVN3 = {ord(letter): chr(code) for code, letter in legacy.TCVN3.items()}
VNI = (
    "uûy ban nhaân daân tænh giao sôû noäi vuï chuû trì, phoái hôïp vôùi caùc ñòa phöông "
    "thöïc hieän keá hoaïch"
)


@pytest.mark.parametrize(
    "data", [SENTENCE.translate(TO_TCVN3).encode("cp1252"), VNI.encode("cp1252")]
)
def test_a_file_of_legacy_bytes_is_converted_with_a_finding(data):
    source = open_source(data, "a.txt")
    assert source.text == SENTENCE
    assert [finding.rule for finding in source.findings] == ["input.legacy"]


@pytest.mark.parametrize("text", [SENTENCE.translate(TO_TCVN3), VNI])
def test_legacy_letters_saved_as_utf8_are_converted_too(text):
    assert open_source(text.encode(), "a.txt").text == SENTENCE


def test_capitals_of_vni_stay_capitals():
    assert legacy.from_vni("UÛY BAN NHAÂN DAÂN ÑÒA PHÖÔNG") == "ỦY BAN NHÂN DÂN ĐỊA PHƯƠNG"


@given(st.text(alphabet="ạảấầẩẫậắằẳẵặẹẻẽếềểễệ µ¸¶¹¨»¾¼½©abc", min_size=1))
def test_text_that_holds_unicode_vietnamese_is_never_converted(text):
    said = text + " ạ"
    assert open_source(said.encode(), "a.txt").text == said


def test_a_few_signs_that_may_be_legacy_are_left_with_a_finding():
    text = "mÆ c«ng t¸c d©n vËn"
    source = open_source(text.encode(), "a.txt")
    assert source.text == text
    assert [finding.rule for finding in source.findings] == ["input.legacy_suspected"]


@pytest.mark.parametrize(
    "text", ["Réunion à l'hôtel, déjà prévue", "Málaga, niño, año, cañón, mañana"]
)
def test_other_languages_are_not_mistaken_for_it(text):
    assert open_source(text.encode(), "a.txt").text == text
    with pytest.raises(Rejected):
        open_source(text.encode("latin-1"), "a.txt")


def test_unicode_of_letters_and_marks_apart_is_unicode():
    apart = unicodedata.normalize("NFD", SENTENCE)
    source = open_source(apart.encode(), "a.txt")
    assert source.text == apart
    assert source.findings == ()
