"""Counting by the Civil Code, Điều 145–148, against worked examples and a naive count of days."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gandan.kernel.calendar import vietnam
from gandan.kernel.calendar.counting import (
    days_between,
    last_working_day,
    next_working_day,
    nth_day_after,
    nth_day_before,
    same_day_months_later,
)

CALENDAR = vietnam()
DAYS = st.dates(date(2011, 1, 1), date(2038, 12, 31))
LENGTHS = st.integers(0, 90)
unhurried = settings(deadline=None)


def naive(start, length):
    """The oracle: walk the wall calendar with a pencil, and cross off the working days."""
    day, crossed = start, 0
    while crossed < length:
        day = date.fromordinal(day.toordinal() + 1)
        resting = day.weekday() >= 5 or day in CALENDAR.off
        if not resting or day in CALENDAR.work:
            crossed += 1
    return day


@pytest.mark.parametrize(
    ("article", "start", "length", "end"),
    [
        ("147.2: the day of the event is not counted", date(2026, 3, 2), 1, date(2026, 3, 3)),
        ("148.1: ten days after the event", date(2026, 3, 2), 10, date(2026, 3, 12)),
        ("over a year's end", date(2025, 12, 25), 10, date(2026, 1, 4)),
        ("through 29/2 of a leap year", date(2024, 2, 20), 10, date(2024, 3, 1)),
        ("through February of a common year", date(2025, 2, 20), 10, date(2025, 3, 2)),
        ("no days: the same day", date(2026, 3, 2), 0, date(2026, 3, 2)),
    ],
)
def test_days_are_counted_from_the_day_after_the_event(article, start, length, end):
    assert nth_day_after(start, length) == end, article


@pytest.mark.parametrize(
    ("case", "start", "length", "end"),
    [
        ("an ordinary week", date(2026, 7, 7), 7, date(2026, 7, 16)),
        ("begun on a Friday", date(2026, 7, 3), 1, date(2026, 7, 6)),
        ("begun on a Saturday", date(2026, 7, 4), 1, date(2026, 7, 6)),
        ("over Tết 2026 (16–20/2)", date(2026, 2, 13), 1, date(2026, 2, 23)),
        ("over Tết 2025", date(2025, 1, 24), 1, date(2025, 2, 3)),
        (
            "compensatory day 27/4/2026 after Hùng Vương on a Sunday",
            date(2026, 4, 24),
            1,
            date(2026, 4, 28),
        ),
        ("swap: Saturday 22/8/2026 is worked", date(2026, 8, 21), 1, date(2026, 8, 22)),
        ("swap: Monday 31/8/2026 is off", date(2026, 8, 28), 1, date(2026, 9, 3)),
        ("swap: Saturday 26/4/2025 is worked", date(2025, 4, 25), 1, date(2025, 4, 26)),
        ("swap: Friday 2/5/2025 is off", date(2025, 4, 29), 1, date(2025, 5, 5)),
        ("over New Year 2026", date(2025, 12, 31), 1, date(2026, 1, 2)),
    ],
)
def test_working_days_pass_over_days_off(case, start, length, end):
    assert nth_day_after(start, length, CALENDAR.is_working) == end, case


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),  # 148.4: no 31/2, so the month's last day
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 11, 15), 3, date(2027, 2, 15)),  # 148.3: the corresponding day
        (date(2026, 12, 31), 24, date(2028, 12, 31)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
    ],
)
def test_months_end_on_the_corresponding_day(start, months, end):
    assert same_day_months_later(start, months) == end


@pytest.mark.parametrize(
    ("last", "end"),
    [
        (date(2026, 7, 11), date(2026, 7, 13)),  # Saturday
        (date(2026, 8, 29), date(2026, 9, 3)),  # Saturday before the National Day and its swap
        (date(2026, 8, 22), date(2026, 8, 22)),  # a worked Saturday
        (date(2026, 2, 14), date(2026, 2, 23)),  # Saturday before Tết
        (date(2026, 7, 10), date(2026, 7, 10)),
    ],
)
def test_a_last_day_off_ends_with_the_next_working_day(last, end):
    """Điều 148 khoản 5."""
    assert next_working_day(last, CALENDAR) == end


def test_a_notice_is_moved_to_the_working_day_before():
    assert last_working_day(date(2026, 9, 2), CALENDAR) == date(2026, 8, 28)


@unhurried
@given(DAYS, LENGTHS)
def test_working_days_agree_with_the_naive_count(start, length):
    assert nth_day_after(start, length, CALENDAR.is_working) == naive(start, length)


@unhurried
@given(DAYS, st.integers(1, 90))
def test_a_term_of_working_days_never_ends_on_a_day_off(start, length):
    assert CALENDAR.is_working(nth_day_after(start, length, CALENDAR.is_working))


@unhurried
@given(DAYS, DAYS, LENGTHS)
def test_who_begins_later_ends_no_earlier(one, other, length):
    first, second = sorted((one, other))
    works = CALENDAR.is_working
    assert nth_day_after(first, length, works) <= nth_day_after(second, length, works)


@unhurried
@given(DAYS, LENGTHS, LENGTHS)
def test_a_term_may_be_counted_in_two_parts(start, one, two):
    works = CALENDAR.is_working
    apart = nth_day_after(nth_day_after(start, one, works), two, works)
    assert apart == nth_day_after(start, one + two, works)


@unhurried
@given(DAYS, st.integers(1, 60))
def test_counting_back_undoes_counting_forward_from_a_working_day(day, length):
    start = next_working_day(day, CALENDAR)
    end = nth_day_after(start, length, CALENDAR.is_working)
    assert nth_day_before(end, length, CALENDAR.is_working) == start


@unhurried
@given(DAYS, LENGTHS)
def test_between_start_and_end_lie_exactly_so_many_working_days(start, length):
    end = nth_day_after(start, length, CALENDAR.is_working)
    assert sum(map(CALENDAR.is_working, days_between(start, end))) == length


@given(DAYS, st.integers(0, 60))
def test_months_later_keeps_the_day_or_takes_the_last_of_the_month(start, months):
    end = same_day_months_later(start, months)
    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == months
    assert end.day == start.day or (end + timedelta(days=1)).day == 1


def test_a_negative_length_is_refused():
    with pytest.raises(ValueError, match="negative"):
        nth_day_after(date(2026, 1, 1), -1)
