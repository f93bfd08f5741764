"""What an office changes is folded over what is shipped: nothing else moves, and all of it comes back."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from gandan.kernel.calendar import OutsideCalendar, vietnam
from gandan.kernel.terms import due, terms
from gandan.kernel.timetable import Edit, Kind, timetable_of

SHIPPED = timetable_of([])
DAYS = st.dates(date(2026, 1, 1), date(2030, 12, 31))
MARKS = st.sampled_from(["holiday", "compensatory", "swap-off", "swap-work", "ordinary"])
OFF = st.sampled_from(["holiday", "compensatory", "swap-off"])
PLACES = st.sampled_from(["", "56", "22366"])


def day_edit(day, mark, territory=""):
    data = {"mark": mark, "means": "Ngày thử"}
    return Edit(Kind.DAY, day.isoformat(), territory, data, "12/TB")


def test_without_changes_it_is_what_is_shipped():
    assert SHIPPED.calendar.off == vietnam().off
    assert SHIPPED.terms == terms()


@settings(deadline=None)
@given(DAYS, MARKS, PLACES)
def test_a_day_that_is_changed_changes_no_other_day(day, mark, place):
    changed = SHIPPED.after(day_edit(day, mark, place)).calendar
    for near in (day + timedelta(days=n) for n in range(-40, 41) if n):
        if near.year in changed.years:
            assert changed.why_off(near, "56/22366") == SHIPPED.calendar.why_off(near, "56/22366")


@settings(deadline=None)
@given(DAYS, MARKS)
def test_a_day_is_what_it_was_made(day, mark):
    working = SHIPPED.after(day_edit(day, mark)).calendar.is_working(day)
    expected = {"swap-work": True, "ordinary": day.weekday() < 5}.get(mark, False)
    assert working == expected


@settings(deadline=None)
@given(DAYS, MARKS, PLACES)
def test_a_change_that_is_brought_back_leaves_nothing(day, mark, place):
    edit = day_edit(day, mark, place)
    again = SHIPPED.after(edit).after(Edit(edit.kind, edit.key, place, {"removed": True}))
    assert again.calendar == SHIPPED.calendar
    assert again.edits == {}


@settings(deadline=None)
@given(DAYS, MARKS, MARKS)
def test_of_two_changes_of_a_day_the_later_holds(day, one, two):
    both = timetable_of([day_edit(day, one), day_edit(day, two)])
    assert both.calendar == timetable_of([day_edit(day, two)]).calendar


@settings(deadline=None)
@given(DAYS, OFF, DAYS)
def test_one_day_off_more_never_makes_a_date_earlier(day, mark, start):
    def last(table):
        return due("reception.reply", start, calendar=table.calendar, table=table.terms).date

    try:
        assert last(SHIPPED.after(day_edit(day, mark))) >= last(SHIPPED)
    except OutsideCalendar:  # the edge of the table
        assert start.year == 2040


@settings(deadline=None)
@given(DAYS, st.integers(1, 10), st.integers(0, 400))
def test_a_length_of_ones_own_holds_in_its_time_and_the_law_outside_it(since, length, lasts):
    until = since + timedelta(days=lasts)
    data = {"length": length, "unit": "ngày làm việc", "valid_to": until.isoformat()}
    own = Edit(Kind.OWN, f"reception.reply@{since.isoformat()}", data=data, document="12/QĐ")
    table = SHIPPED.after(own)
    for start, expected in ((since, length), (until, length), (until + timedelta(days=1), 10),
                            (since - timedelta(days=1), 10)):  # fmt: skip
        got = due("reception.reply", start, calendar=table.calendar, table=table.terms)
        assert got.term.length == expected
        assert ("12/QĐ" in got.basis) == (expected == length and got.term.own)


@settings(deadline=None)
@given(DAYS)
def test_a_place_inherits_its_province_and_goes_before_it(day):
    """What a province rests on, its communes rest on, unless the commune has a day of its own."""
    province = day_edit(day, "holiday", "56")
    table = SHIPPED.after(province)
    assert not table.calendar.is_working(day, "56/22366")
    own = table.after(day_edit(day, "swap-work", "22366"))
    assert own.calendar.is_working(day, "56/22366")
    assert not own.calendar.is_working(day, "56/22999")
