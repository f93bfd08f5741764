"""Offsets as a person counts them."""

from vanban.text.lines import Lines


def test_line_and_column_count_from_one():
    lines = Lines("ab\n\ncd")
    assert [lines.place(offset) for offset in (0, 1, 2, 3, 4, 5)] == [
        (1, 1),
        (1, 2),
        (1, 3),
        (2, 1),
        (3, 1),
        (3, 2),
    ]


def test_the_empty_text_has_one_line():
    assert Lines("").place(0) == (1, 1)
