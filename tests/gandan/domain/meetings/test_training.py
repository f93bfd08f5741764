"""Training courses count who should come and who came, by unit and post; nobody is named."""

from __future__ import annotations

from datetime import date

import pytest

from gandan.domain.meetings import access, actions
from gandan.domain.meetings.inspections import reach_of, sessions_of, units_reached
from gandan.domain.meetings.models import Meeting
from gandan.kernel.access import Denied
from gandan.kernel.refusal import Refused

from ...conftest import NOW, TODAY

DAY = date(2026, 3, 2)


@pytest.fixture
def course(office):
    made = actions.plan_course(
        "Tập huấn dân vận khéo", office.committee, "Kỹ năng đối thoại", actor=office.clerk, at=NOW
    )
    planned = {office.finance: 3, office.commune: 2}
    actions.invite(made, planned, "công chức", actor=office.clerk, at=NOW)
    return made


def session(course, office, on=DAY):
    return actions.plan_session(course, on, "Hội trường", actor=office.clerk, at=NOW)


def audience(course, unit):
    return course.audiences.get(unit=unit).pk


def test_a_session_that_was_held_is_a_meeting_with_its_number_of_people(office, course):
    came = {audience(course, office.finance): 3, audience(course, office.commune): 0}
    held = actions.count_attendance(session(course, office), DAY, came, actor=office.clerk, at=NOW)
    assert (held.meeting.kind, held.meeting.attendees) == ("training", 3)
    rows = reach_of(course)
    assert units_reached(rows) == (1, 2)
    assert sorted((row.planned, row.came) for row in rows) == [(2, 0), (3, 3)]
    came[audience(course, office.commune)] = 1
    again = actions.count_attendance(held, DAY, came, actor=office.clerk, at=NOW)
    assert (again.meeting.attendees, Meeting.objects.count()) == (4, 1)
    assert units_reached(reach_of(course)) == (2, 2)


def test_who_came_to_two_sessions_is_counted_once(office, course):
    key = audience(course, office.finance)
    for place in ("Hội trường A", "Hội trường B"):
        held = actions.plan_session(course, DAY, place, actor=office.clerk, at=NOW)
        actions.count_attendance(held, DAY, {key: 2}, actor=office.clerk, at=NOW)
    assert next(row.came for row in reach_of(course) if row.planned == 3) == 2
    assert [one.people for one in sessions_of(course)] == [2, 2]


def test_a_session_planned_twice_is_one_and_a_plan_is_put_right(office, course):
    assert session(course, office) == session(course, office)
    actions.invite(course, {office.finance: 5}, "công chức", actor=office.clerk, at=NOW)
    assert course.audiences.get(unit=office.finance).planned == 5


@pytest.mark.parametrize("number", [-1, 6_000])
def test_figures_that_cannot_be_are_refused(office, course, number):
    with pytest.raises(Refused):
        actions.count_attendance(
            session(course, office), DAY, {audience(course, office.finance): number},
            actor=office.clerk, at=NOW,
        )  # fmt: skip
    with pytest.raises(Refused):
        actions.invite(course, {office.finance: number}, "công chức", actor=office.clerk, at=NOW)
    assert not Meeting.objects.exists()


def test_the_invited_see_the_course_and_change_nothing(office, course):
    assert course in access.visible_courses(office.other_head, TODAY)
    assert course not in access.visible_courses(office.head, TODAY)
    with pytest.raises(Denied):
        actions.plan_session(course, DAY, "Nơi khác", actor=office.other_head, at=NOW)
