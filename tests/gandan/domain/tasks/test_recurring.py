"""A duty that comes back has one occurrence per period, with its own date and state, made once."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gandan.domain.directory import actions as directory
from gandan.domain.tasks import actions
from gandan.domain.tasks.models import Task
from gandan.domain.tasks.recurring import WrongRule, checked_rule, periods_begun, rule_of
from gandan.kernel.refusal import Refused

from ...conftest import NOW

USUAL = ["weekly", "monthly", "quarterly", "half-yearly", "yearly"]


def quarterly(office, **more):
    return actions.assign(
        "Báo cáo công tác dân vận", lead=office.home_affairs, recurrence="quarterly",
        actor=office.head, at=NOW, **more,
    )  # fmt: skip


def occur(task, office, on):
    return actions.make_occurrences(task, on=on, actor=office.head, at=NOW)


def test_a_quarter_ends_on_its_last_day_or_the_working_day_after():
    """30/9/2029 is a Sunday: the day after is worked (BLDS Điều 148 khoản 5)."""
    rule = rule_of("quarterly")
    found = periods_begun(rule, date(2026, 3, 2), date(2026, 7, 1))
    assert [(each.first, each.last) for each in found] == [
        (date(2026, 3, 2), date(2026, 3, 31)),
        (date(2026, 4, 1), date(2026, 6, 30)),
        (date(2026, 7, 1), date(2026, 9, 30)),
    ]
    sunday = periods_begun("FREQ=MONTHLY;BYMONTHDAY=-1", date(2026, 5, 2), date(2026, 5, 3))
    assert (sunday[0].last, sunday[0].due) == (date(2026, 5, 31), date(2026, 6, 1))


@given(
    st.sampled_from(USUAL),
    st.dates(date(2024, 1, 1), date(2026, 12, 1)),
    st.integers(min_value=0, max_value=400),
)
def test_periods_follow_each_other_without_gap_or_overlap(recurrence, began, days):
    on = date.fromordinal(began.toordinal() + days)
    found = periods_begun(rule_of(recurrence), began, on)
    assert found[0].first == began
    assert found[-1].first <= on <= found[-1].last
    for before, after in pairwise(found):
        assert (after.first - before.last).days == 1
    assert all(each.first <= each.last <= each.due for each in found)


def test_each_period_has_one_occurrence_and_asking_again_makes_none(office):
    task = quarterly(office)
    made = occur(task, office, date(2026, 5, 4))
    assert [each.next_due for each in made] == [date(2026, 3, 31), date(2026, 6, 30)]
    assert all(each.state == "assigned" and each.recurrence == "none" for each in made)
    assert occur(task, office, date(2026, 5, 4)) == []
    assert len(occur(task, office, date(2026, 7, 1))) == 1
    assert task.children.count() == 3


def test_an_occurrence_is_done_by_itself(office):
    task = quarterly(office)
    first = occur(task, office, date(2026, 3, 3))[0]
    for verb in ("receive", "submit", "approve"):
        actions.take_step(first, verb, reason="có báo cáo", actor=office.head, at=NOW)
    task.refresh_from_db()
    assert task.state == "assigned"
    assert Task.objects.get(pk=first.pk).state == "done"


def test_a_period_with_a_date_of_its_own_needs_no_occurrence(office):
    """ "Tháng 6, 12": the document states the days."""
    task = quarterly(office, due=[date(2026, 6, 30)])
    assert [each.period_to for each in occur(task, office, date(2026, 7, 1))] == [
        date(2026, 3, 31),
        date(2026, 9, 30),
    ]


def test_nothing_comes_back_after_its_end_or_when_it_is_closed(office):
    task = quarterly(office)
    task = actions.edit(task, repeats_until=date(2026, 6, 30), actor=office.head, at=NOW)
    assert len(occur(task, office, date(2027, 1, 1))) == 2
    other = quarterly(office)
    actions.take_step(other, "cancel", reason="bỏ", actor=office.head, at=NOW)
    assert occur(other, office, date(2027, 1, 1)) == []


def test_an_occurrence_falls_to_the_unit_that_took_over(office):
    task = quarterly(office)
    directory.merge_units([office.home_affairs], office.finance, on=date(2026, 7, 1),
                          citation="NQ 7/NQ-HĐND", actor=office.admin, at=NOW)  # fmt: skip
    made = actions.make_occurrences(task, on=date(2026, 7, 1), actor=office.clerk, at=NOW)
    assert {each.lead for each in made} == {office.finance}


@pytest.mark.parametrize(
    "rule", ["mỗi tháng", "FREQ=HOURLY", "FREQ=MONTHLY;BYMONTHDAY=x", "DTSTART:20260101\nRRULE:x"]
)
def test_what_is_no_rule_is_refused_in_words(office, rule):
    with pytest.raises(WrongRule, match="RFC 5545"):
        checked_rule(rule)
    with pytest.raises(Refused, match="Chưa lưu gì"):
        actions.edit(quarterly(office), rule=rule, actor=office.head, at=NOW)


def test_a_rule_of_its_own_goes_before_the_usual_one(office):
    task = actions.edit(
        quarterly(office), rule="FREQ=MONTHLY;BYMONTHDAY=15", actor=office.head, at=NOW
    )
    made = occur(task, office, date(2026, 4, 1))
    assert [each.period_to for each in made] == [date(2026, 3, 15), date(2026, 4, 15)]
