"""Dates as people say them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import translation
from django.utils.text import Truncator

from gandan.web.ui.wording import cut, days_left, say_due

TODAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (5, "còn 5 ngày"),
        (-3, "quá hạn 3 ngày"),
        (0, "hạn hôm nay"),
        (1, "hạn ngày mai"),
        (-1, "quá hạn 1 ngày"),
    ],
)
def test_days_are_counted_from_today(days, words):
    assert days_left(TODAY + timedelta(days=days), TODAY) == words


def test_english_knows_one_from_many():
    with translation.override("en"):
        assert days_left(TODAY + timedelta(days=5), TODAY) == "5 days left"
        assert days_left(TODAY - timedelta(days=1), TODAY) == "1 day late"


def test_no_date_is_said_and_not_guessed():
    assert say_due(None, TODAY).words == "chưa rõ hạn"
    assert say_due(None, TODAY, "continuous").words == "thường xuyên"


def test_a_late_duty_that_comes_again_says_both():
    said = say_due(TODAY - timedelta(days=3), TODAY, "quarterly")
    assert (said.words, said.tone) == ("quá hạn 3 ngày · hằng quý", "late")


def test_a_finished_duty_is_never_late():
    said = say_due(TODAY - timedelta(days=3), TODAY, over=True)
    assert said.tone == "none"
    assert "quá hạn" not in said.words


@pytest.mark.parametrize("length", [1, 5, 10, 11, 12, 80])
@pytest.mark.parametrize(
    "text", ["", "ngắn", "Sửa đường, tu bổ", "tu bổ đê", "a" * 200, "x" * 9 + "…" + "y" * 9]
)
def test_words_are_cut_as_by_the_filter_of_templates(text, length):
    assert cut(text, length) == Truncator(text).chars(length)


def test_what_is_said_of_a_day_is_said_in_the_language_of_the_reader():
    vietnamese = say_due(TODAY, TODAY)
    with translation.override("en"):
        assert say_due(TODAY, TODAY) != vietnamese
    assert say_due(TODAY, TODAY) == vietnamese
