"""A case has several clocks; each stands still and goes on by a decision, and none is moved quietly."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gandan.kernel.calendar import vietnam
from gandan.kernel.terms import Clock, Pause, StillPaused, Term, TermError, due, moves, nearest

CALENDAR = vietnam()
RESOLVE = Clock("complaint.first", date(2026, 7, 6))


def test_a_pause_adds_the_days_it_lasted():
    """Thirty days from 6/7 end on 5/8; ten days of standing still make it 15/8, a Saturday."""
    assert RESOLVE.due(CALENDAR).date == date(2026, 8, 5)
    stopped = RESOLVE.pause(date(2026, 7, 10)).resume(date(2026, 7, 20))
    assert stopped.due(CALENDAR).date == date(2026, 8, 17)


def test_while_a_clock_stands_still_it_has_no_due_date():
    stopped = RESOLVE.pause(date(2026, 7, 10))
    assert stopped.is_paused
    with pytest.raises(StillPaused, match="tạm dừng từ 11/7/2026"):
        stopped.due(CALENDAR)


def test_stopping_twice_or_resuming_what_runs_is_refused():
    with pytest.raises(TermError, match="tạm dừng rồi"):
        RESOLVE.pause(date(2026, 7, 10)).pause(date(2026, 7, 11))
    with pytest.raises(TermError, match="đang chạy"):
        RESOLVE.resume(date(2026, 7, 11))


def test_a_term_stands_still_only_where_its_row_says_so():
    for name in ("complaint.accept", "reception.reply"):
        with pytest.raises(TermError, match="không cho tạm dừng"):
            Clock(name, date(2026, 7, 6)).pause(date(2026, 7, 8))


def test_nothing_stops_before_it_begins_nor_goes_on_before_it_stopped():
    with pytest.raises(TermError, match="chỉ bắt đầu từ 6/7/2026"):
        RESOLVE.pause(date(2026, 7, 5))
    with pytest.raises(TermError, match="tạm dừng từ 10/7/2026"):
        RESOLVE.pause(date(2026, 7, 10)).resume(date(2026, 7, 9))


def test_the_steps_name_each_pause():
    stopped = RESOLVE.pause(date(2026, 7, 10)).resume(date(2026, 7, 20))
    assert any(
        "tạm dừng từ 11/7/2026 đến 20/7/2026" in step for step in stopped.due(CALENDAR).steps
    )


def test_a_pause_of_a_term_in_months_is_added_at_its_end():
    term = Term(name="x.y", means="m", event="e", basis="b", confidence="V", length=1, unit="tháng")
    plain = due(term, date(2026, 6, 15), calendar=CALENDAR)
    assert plain.date == date(2026, 7, 15)
    stopped = due(
        term,
        date(2026, 6, 15),
        calendar=CALENDAR,
        pauses=[Pause(date(2026, 6, 20), date(2026, 6, 25))],
    )
    assert stopped.date == date(2026, 7, 20)


def test_a_pause_does_not_end_before_it_begins():
    with pytest.raises(ValueError, match="before"):
        Pause(date(2026, 7, 10), date(2026, 7, 9))


def test_the_nearest_of_several_clocks_is_the_one_that_runs_out_first():
    reply = Clock("reception.reply", date(2026, 7, 6))
    assert nearest([RESOLVE, reply], CALENDAR).term.name == "reception.reply"
    assert nearest([RESOLVE.pause(date(2026, 7, 8)), reply], CALENDAR).term.name == reply.term
    second = Clock("complaint.second", date(2026, 7, 6))
    assert nearest([RESOLVE.pause(date(2026, 7, 8)), second], CALENDAR).term.name == second.term
    assert nearest([], CALENDAR) is None


def test_a_change_of_the_calendar_shows_what_it_would_move_and_moves_nothing():
    touched = Clock("reception.reply", date(2026, 11, 20))
    untouched = Clock("reception.reply", date(2026, 7, 6))
    changed = vietnam(frozenset({"culture-day"}))
    (move,) = moves([touched, untouched, RESOLVE.pause(date(2026, 7, 8))], CALENDAR, changed)
    assert (move.clock, move.before, move.after) == (touched, date(2026, 12, 4), date(2026, 12, 7))


def test_an_extension_is_one_more_writing():
    clock = Clock("denunciation.resolve", date(2026, 7, 7))
    assert clock.extend().due(CALENDAR).date == date(2026, 9, 7)


STARTS = st.dates(date(2026, 7, 1), date(2034, 12, 31))


@settings(deadline=None)
@given(STARTS, st.integers(0, 8), st.integers(0, 40), st.sampled_from(["ngày", "ngày làm việc"]))
def test_before_and_after_a_pause_the_days_add_up(start, before, lasted, unit):
    """However long it stood still, exactly so many counted days lie outside the pause."""
    term = Term(name="x.y", means="m", event="e", basis="b", confidence="V", length=12, unit=unit)
    begun = start + timedelta(days=before)
    pause = Pause(begun, begun + timedelta(days=lasted))
    end = due(term, start, calendar=CALENDAR, pauses=[pause]).date
    days = [start + timedelta(days=n) for n in range(1, (end - start).days + 1)]
    running = [
        d for d in days if not pause.covers(d) and (unit == "ngày" or CALENDAR.is_working(d))
    ]
    if unit == "ngày làm việc":
        assert len(running) == 12
    else:
        worked_again = next(n for n, d in enumerate(running[11:]) if CALENDAR.is_working(d))
        assert len(running) == 12 + worked_again


@settings(deadline=None)
@given(STARTS, st.integers(0, 30), st.integers(0, 30))
def test_a_longer_pause_never_makes_the_date_earlier(start, one, two):
    shorter, longer = sorted((one, two))
    ends = [
        Clock("complaint.first", start)
        .pause(start)
        .resume(start + timedelta(days=n))
        .due(CALENDAR)
        .date
        for n in (shorter, longer)
    ]
    assert ends == sorted(ends)


TERMS = [
    Term(name="x.y", means="m", event="e", basis="b", confidence="V", length=length, unit=unit,
         pause="p")
    for unit, length in (("ngày", 30), ("ngày làm việc", 12), ("tháng", 2))
]  # fmt: skip


@settings(deadline=None)
@given(STARTS, st.sampled_from(TERMS), st.integers(0, 80))
def test_going_on_at_once_changes_nothing(start, term, later):
    clock = Clock("x.y", start)
    on = start + timedelta(days=later)
    again = clock.pause(on, [term]).resume(on)
    assert again.due(CALENDAR, [term]).date == clock.due(CALENDAR, [term]).date


@settings(deadline=None)
@given(STARTS, st.integers(0, 10), st.integers(0, 25))
def test_so_many_working_days_of_standing_still_move_it_by_as_many(start, before, lasted):
    """Counted on the calendar itself, one day after the other."""
    term = TERMS[1]
    clock = Clock("x.y", start)
    worked = [start + timedelta(days=n) for n in range(1, 200)]
    worked = [day for day in worked if CALENDAR.is_working(day)]
    begun = worked[before] if before else start
    still = [day for day in worked if day > begun][:lasted]
    ended = still[-1] if still else begun
    moved = clock.pause(begun, [term]).resume(ended).due(CALENDAR, [term]).date
    was = clock.due(CALENDAR, [term]).date
    assert worked.index(moved) == worked.index(was) + (lasted if begun < was else 0)


@settings(deadline=None)
@given(STARTS, st.sampled_from(TERMS), st.integers(0, 80), st.integers(0, 80))
def test_no_pause_makes_a_date_earlier(start, term, before, lasted):
    clock = Clock("x.y", start)
    begun = start + timedelta(days=before)
    moved = clock.pause(begun, [term]).resume(begun + timedelta(days=lasted))
    assert moved.due(CALENDAR, [term]).date >= clock.due(CALENDAR, [term]).date
