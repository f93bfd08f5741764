"""Report windows run from the 15th to the 14th, deadlines follow the regime's own row."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gandan.kernel.calendar import vietnam
from gandan.kernel.terms import TermError
from gandan.kernel.terms.reporting import Window, regime_of, regimes, report_due, window_of

CALENDAR = vietnam()


@pytest.mark.parametrize(
    ("name", "day", "first", "last"),
    [
        ("report.month", date(2026, 7, 14), date(2026, 6, 15), date(2026, 7, 14)),
        ("report.month", date(2026, 7, 15), date(2026, 7, 15), date(2026, 8, 14)),
        ("report.month", date(2026, 12, 31), date(2026, 12, 15), date(2027, 1, 14)),
        ("report.quarter", date(2026, 1, 1), date(2025, 12, 15), date(2026, 3, 14)),
        ("report.half_year", date(2026, 6, 14), date(2025, 12, 15), date(2026, 6, 14)),
        ("report.half_year", date(2026, 6, 15), date(2026, 6, 15), date(2026, 12, 14)),
        ("report.nine_months", date(2026, 5, 1), date(2025, 12, 15), date(2026, 9, 14)),
        ("report.nine_months", date(2026, 10, 1), date(2026, 12, 15), date(2027, 9, 14)),
        ("report.year", date(2026, 12, 14), date(2025, 12, 15), date(2026, 12, 14)),
        ("report.year", date(2026, 12, 15), date(2026, 12, 15), date(2027, 12, 14)),
        ("report.statistics_month", date(2024, 2, 10), date(2024, 2, 1), date(2024, 2, 29)),
    ],
)
def test_a_day_falls_in_its_window(name, day, first, last):
    assert window_of(regime_of(name), day) == Window(first, last)


def test_the_deadline_is_a_working_day_after_the_figures_close():
    """NĐ 09/2019 Điều 8 khoản 5: at least one working day. 14/11/2026 is a Saturday."""
    answer = report_due(regime_of("report.month"), date(2026, 11, 14), calendar=CALENDAR)
    assert answer.date == date(2026, 11, 16)
    assert "15/10/2026 đến 14/11/2026" in answer.steps[0]


def test_a_province_with_its_own_row_goes_before_the_general_one():
    assert regime_of("report.month", "56").working_days == 2
    assert regime_of("report.month", "01").territory is None


def test_each_level_that_adds_up_gets_its_days_and_a_plan_its_fixed_date():
    tiers = replace(regime_of("report.month"), levels={"tỉnh": 2})
    day = date(2026, 7, 1)
    assert report_due(tiers, day, calendar=CALENDAR, level="xã").date == date(2026, 7, 15)
    assert report_due(tiers, day, calendar=CALENDAR, level="tỉnh").date == date(2026, 7, 17)
    plan = replace(regime_of("report.year"), working_days=None, day=30, month=10)
    assert report_due(plan, day, calendar=CALENDAR).date == date(2026, 10, 30)


def test_a_regime_that_is_off_or_unknown_is_refused_in_words():
    with pytest.raises(TermError, match="đang tắt"):
        regime_of("report.information_year")
    with pytest.raises(TermError, match="Không có chế độ"):
        regime_of("report.never")


@given(
    st.sampled_from([r for r in regimes() if r.on and r.months != 9]),
    st.dates(date(2015, 1, 1), date(2035, 1, 1)),
)
def test_windows_leave_no_day_out_and_count_none_twice(regime, day):
    window = window_of(regime, day)
    assert window.first <= day <= window.last
    assert window_of(regime, window.first) == window_of(regime, window.last) == window
