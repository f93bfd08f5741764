"""The shipped calendar: the days of 2025 and 2026 by name, disputes off, local rules, its limits."""

from dataclasses import replace
from datetime import date, timedelta

import holidays
import pytest

from gandan.kernel.calendar import Calendar, LocalRule, OutsideCalendar, vietnam
from gandan.kernel.calendar.days import moved_days
from gandan.kernel.calendar.from_holidays import CULTURE_DAY
from gandan.kernel.calendar.table import disputed_days, local_rules

CALENDAR = vietnam()


def weekdays_off(year):
    day = date(year, 1, 1)
    while day.year == year:
        if day.weekday() < 5 and not CALENDAR.is_working(day):
            yield day
        day += timedelta(days=1)


def test_the_days_off_of_2026_are_those_that_were_published():
    """domain/law.md §10: 1/1; 16–20/2; 27/4 (bù); 30/4; 1/5; 31/8 (swap); 1–2/9."""
    tet = [date(2026, 2, day) for day in range(16, 21)]
    rest = [(4, 27), (4, 30), (5, 1), (8, 31), (9, 1), (9, 2)]
    assert list(weekdays_off(2026)) == [
        date(2026, 1, 1),
        *tet,
        *(date(2026, m, d) for m, d in rest),
    ]


@pytest.mark.parametrize(
    ("rested", "worked"),
    [
        (date(2026, 8, 31), date(2026, 8, 22)),
        (date(2025, 5, 2), date(2025, 4, 26)),
        (date(2018, 12, 31), date(2019, 1, 5)),  # worked in the year after
        (date(2015, 1, 2), date(2014, 12, 27)),  # worked in the year before
    ],
)
def test_a_swap_day_is_rested_and_its_saturday_is_worked(rested, worked):
    assert not CALENDAR.is_working(rested)
    assert CALENDAR.is_working(worked)
    assert "hoán đổi" in CALENDAR.why_worked(worked)


def test_the_disputed_day_is_worked_until_it_is_switched_on():
    """24/11: the amendment of the Labour Code was not read, so an administrator decides."""
    day = date(2026, 11, 24)
    assert CALENDAR.is_working(day)
    assert day in CALENDAR.doubtful
    switched = vietnam(frozenset({"culture-day"}))
    assert not switched.is_working(day)
    assert day not in switched.doubtful
    assert "Điều 112" in disputed_days()["culture-day"]


def test_changing_the_calendar_shows_which_days_change():
    assert "24/11/2026: làm việc → nghỉ" in moved_days(
        CALENDAR, vietnam(frozenset({"culture-day"}))
    )


def test_every_year_says_how_sure_it_is():
    assert CALENDAR.status(date(2025, 6, 1)) == "confirmed"
    assert CALENDAR.status(date(2026, 6, 1)) == "reported"
    assert CALENDAR.status(date(2027, 6, 1)) == "estimate"
    for year in CALENDAR.years.values():
        assert year.source
        if year.status == "confirmed":
            assert ";" in year.source, "a confirmed year names its document before the package"


@pytest.mark.parametrize("year", range(2010, 2041))
def test_the_table_has_the_days_of_its_source(year):
    """Disputed days apart, nothing of the package was lost or added on the way."""
    known = holidays.country_holidays("VN", years=year, language="vi")
    expected = {day for day, name in known.items() if CULTURE_DAY not in name}
    assert {day for day in CALENDAR.off if day.year == year} == expected
    worked = {day for day in known.weekend_workdays if day.year == year}
    assert {day for day in CALENDAR.work if day.year == year} == worked


@pytest.mark.parametrize("day", [date(2009, 12, 31), date(2041, 1, 1)])
def test_a_year_without_a_table_is_refused_in_words(day):
    with pytest.raises(OutsideCalendar, match=f"chưa có năm {day.year}: hãy bổ sung"):
        CALENDAR.is_working(day)


SATURDAY_MORNING = {
    "territory": "01234",
    "kind": "half-day",
    "means": "làm việc sáng thứ Bảy",
    "document": "12/TB-UBND",
    "first": date(2026, 1, 1),
    "weekday": 5,
}


def with_rules(*rows: dict[str, object]) -> Calendar:
    return replace(CALENDAR, local=tuple(local_rules(rows)))


def test_a_half_saturday_is_open_to_people_but_is_no_day_of_a_term():
    calendar, saturday = with_rules(SATURDAY_MORNING), date(2026, 7, 11)
    assert calendar.is_open(saturday, "01234")
    assert not calendar.is_working(saturday, "01234")
    assert not calendar.is_open(saturday, "99999")
    assert not calendar.is_open(saturday)


def test_a_half_saturday_counts_where_its_document_says_so():
    calendar = with_rules({**SATURDAY_MORNING, "counts": True})
    assert calendar.is_working(date(2026, 7, 11), "01234")
    assert not calendar.is_working(date(2025, 12, 27), "01234"), "before the document"


def test_a_territory_may_rest_or_work_on_a_day_of_its_own():
    one_day = {"territory": "01", "document": "12/TB-UBND"}
    calendar = with_rules(
        {**one_day, "kind": "off", "means": "nghỉ phòng bão", "on": date(2026, 9, 8)},
        {**one_day, "kind": "work", "means": "làm bù ngày bão", "on": date(2026, 9, 12)},
    )
    assert calendar.why_off(date(2026, 9, 8), "01") == "nghỉ phòng bão"
    assert calendar.why_worked(date(2026, 9, 12), "01") == "làm bù ngày bão"
    assert calendar.is_working(date(2026, 9, 8), "02")
    assert not calendar.is_working(date(2026, 9, 12), "02")


def test_a_local_rule_that_has_no_end_covers_every_later_day():
    (rule,) = local_rules([SATURDAY_MORNING])
    assert isinstance(rule, LocalRule)
    assert rule.covers(date(2040, 12, 29), "01234")


def test_a_rule_for_saturdays_says_nothing_of_sundays():
    calendar = with_rules({**SATURDAY_MORNING, "counts": True})
    assert not calendar.is_working(date(2026, 7, 12), "01234")
    assert not calendar.is_open(date(2026, 7, 12), "01234")
