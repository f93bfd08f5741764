"""Both spellings of an open syllable become one; every other syllable stays."""

import pytest

from vanban.text.spelling import respelled, spelling_of
from vanban.text.tones import place_tones


@pytest.mark.parametrize(
    ("written", "placed"),
    [
        ("hoà bình", "hòa bình"),
        ("thuỷ lợi", "thủy lợi"),
        ("Uỷ ban", "Ủy ban"),
        ("TỈNH UỶ", "TỈNH ỦY"),
        ("khoẻ, khoẻ.", "khỏe, khỏe."),
        ("toà án", "tòa án"),
    ],
)
def test_the_mark_moves_to_the_first_vowel_of_an_open_syllable(written, placed):
    assert place_tones(written) == placed


@pytest.mark.parametrize("word", ["quý", "quỳ", "hoàn", "toán", "hoài", "thuyền", "khoảng", "ủy"])
def test_a_syllable_with_one_spelling_stays(word):
    assert place_tones(word) == word


def test_a_name_is_quoted_in_the_spelling_that_prevails_in_the_file():
    spell = spelling_of("Tỉnh uỷ, Huyện uỷ và Đảng ủy")
    assert spell is not None
    assert respelled(("Tỉnh ủy", {"x": "thủy lợi"}), spell) == ("Tỉnh uỷ", {"x": "thuỷ lợi"})


def test_a_file_that_writes_as_the_rules_do_needs_no_respelling():
    assert spelling_of("Tỉnh ủy, hòa bình, quý I") is None
