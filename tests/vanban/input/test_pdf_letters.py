"""Letters that a page prints in pieces or one over another still make the word that is read."""

import pytest

from vanban.input.pdf.letters import Letters, joins, with_its_letter


def words(*letters):
    """The words that the letters make, each with its box (left, top, right, bottom)."""
    found, word = [], Letters()
    for char, printed in letters:
        box = with_its_letter(char, printed, word.boxes[-1]) if word.boxes else printed
        if not joins(word, char, box):
            found, word = [*found, word.text], Letters()
        word.text += char
        word.boxes.append(box)
    return [*found, word.text]


def test_a_mark_that_hangs_over_the_next_letter_parts_no_word():
    """The box of «ế» is its ink, and the acute reaches beyond the letter."""
    assert words(("k", (57, 10, 63, 20)), ("ế", (63, 11, 73.5, 19)), ("t", (69, 10, 75, 20))) == [
        "kết"
    ]


def test_a_mark_printed_apart_belongs_to_its_letter():
    """«ở» as «ơ» with a hook above it, the hook a letter of its own for the file."""
    assert words(
        ("S", (57, 20, 63, 28)), ("ơ", (63, 20, 69, 28)), ("\u0309", (64, 17, 66, 19))
    ) == ["Sơ\u0309"]


def test_a_box_divided_among_a_letter_and_its_mark_is_the_box_of_both():
    shared = ("O", (101, 10, 104, 25)), ("\u031b", (104, 10, 108, 25)), ("N", (109, 10, 118, 25))
    assert words(*shared) == ["O\u031bN"]


def test_a_letter_of_which_only_the_mark_is_named_stands_in_its_word():
    """«Ở» put together of «Ơ» and a hook, where the file gives the hook the name of the whole."""
    letters = ("Ư", (147, 20, 153, 28)), ("Ở", (154, 17, 156, 19)), ("N", (159, 20, 165, 28))
    assert words(*letters) == ["ƯỞN"]


@pytest.mark.parametrize(
    ("second", "why"),
    [
        (("b", (69, 10, 75, 20)), "a gap as wide as a letter"),
        (("b", (63, 25, 69, 35)), "the line below"),
        (("b", (20, 10, 26, 20)), "far back on the same line"),
    ],
)
def test_what_does_not_stand_behind_a_letter_begins_a_word(second, why):
    assert words(("a", (57, 10, 63, 20)), second) == ["a", "b"], why
