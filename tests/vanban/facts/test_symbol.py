"""Số, ký hiệu: the normal form, and repair only where the same document proves it."""

import pytest

from vanban.facts.symbol import folded, kinds_of, normal, repaired, symbols
from vanban.model import Span


@pytest.mark.parametrize(
    ("written", "form"),
    [("42 -KH/BDVTU", "42-KH/BDVTU"), ("67–\nKH/TU", "67-KH/TU"), ("08-KL/TW", "08-KL/TW")],
)
def test_the_normal_form_has_no_blanks_and_only_hyphens(written, form):
    assert normal(written) == form


def test_d_and_crossed_d_compare_alike():
    assert folded("30-KH/BCSĐ") == folded("30-KH/BCSD")


def test_a_code_cut_short_is_repaired_by_the_numbers_of_the_same_body():
    assert repaired("281/BC-MTTQ-BT", ["96/KH-MTTQ-BTT", "703/MTTQ-BTT"]) == "281/BC-MTTQ-BTT"


def test_a_letter_doubled_by_mistake_is_repaired():
    assert repaired("79-CTr/BDVTWW-BCSDCP", ["1573-KH/BDVTW-BCSDCP"]) == "79-CTr/BDVTW-BCSDCP"


@pytest.mark.parametrize(
    ("number", "others"),
    [
        ("281/BC-MTTQ-BT", []),
        ("281/BC-MTTQ-BT", ["96/KH-UBND"]),
        ("07-CT/TU", ["05-CTr/TU"]),
        ("05-KH/TU", ["06-KH/TW"]),
    ],
)
def test_without_proof_a_number_stays_as_printed(number, others):
    assert repaired(number, others) == number


def test_letters_that_stand_for_two_kinds_say_so():
    assert set(kinds_of("QĐ")) == {"quyết định", "quy định"}
    assert kinds_of("KH")[-1] == "kế hoạch"


@pytest.mark.parametrize("number", ["847/UBND-VX1", "12/VPUB-KT2"])
def test_the_number_of_a_drafting_division_is_part_of_the_number(number):
    text = f"Công văn số {number} ngày 22/3/2026"
    assert [one.number for one in symbols(text, Span(0, len(text)))] == [number]


@pytest.mark.parametrize("glued", ["71/NQ-CP1", "12/QĐ-UBND2"])
def test_the_number_of_a_note_is_no_part_of_it(glued):
    assert [one.number for one in symbols(glued, Span(0, len(glued)))] == [glued[:-1]]
