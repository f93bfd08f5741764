"""Numbers as official writing has them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.facts.number import is_lower_bound, parse_count, parse_decimal, say_count


@given(st.integers(min_value=0, max_value=10**15))
def test_a_count_said_and_read_again_is_the_same(value):
    assert parse_count(say_count(value)) == value


@pytest.mark.parametrize(
    ("written", "value"),
    [("05", 5), ("1.330", 1330), ("23.370", 23370), ("1.234.567", 1234567), ("12", 12), (" 7 ", 7)],
)
def test_points_group_thousands_and_small_numbers_are_padded(written, value):
    assert parse_count(written) == value


@pytest.mark.parametrize("written", ["", "1,5", "1.33", "12.", ".5", "IV", "1.3300", "5%"])
def test_what_is_no_whole_number_is_not_guessed(written):
    assert parse_count(written) is None


def test_a_comma_begins_the_decimals():
    assert parse_decimal("41,97") == 41.97
    assert parse_decimal("1.234,5") == 1234.5
    assert parse_decimal("7.4.1") is None


def test_a_floor_is_told_from_a_number():
    text = "với trên 1.000 cử tri"
    assert is_lower_bound(text, text.index("1.000"))
    assert not is_lower_bound("với 1.000 cử tri", 4)
