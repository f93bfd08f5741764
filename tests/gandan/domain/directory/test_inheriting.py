"""Work is orphaned by no merger: who stands in the successor stands for what was merged into it."""

from __future__ import annotations

from datetime import date

from gandan.domain.directory import actions
from gandan.domain.directory.access import Role, standing

from ...conftest import NOW, TODAY

CITED = "Nghị quyết số 9/NQ-HĐND"
ON = date(2026, 4, 1)


def merge(office, predecessor, successor, on=ON):
    actions.merge_units(
        [predecessor], successor, on=on, citation=CITED, actor=office.machine, at=NOW
    )


def test_a_role_covers_what_was_merged_into_its_unit_from_that_day_on(office):
    merge(office, office.finance, office.home_affairs)
    before, after = standing(office.head, TODAY), standing(office.head, ON)
    assert not before.holds_over(office.finance, Role.HEAD)
    assert after.holds_over(office.finance, Role.HEAD)
    assert not after.holds_over(office.finance, Role.CLERK)
    assert not after.holds_over(office.committee, Role.HEAD)
    assert after.holds_over(office.home_affairs, Role.HEAD)


def test_mergers_are_followed_as_far_back_as_they_go(office):
    oldest = office.unit("oldest", "Ban Thi đua", parent="committee")
    merge(office, oldest, office.finance)
    merge(office, office.finance, office.home_affairs, date(2026, 5, 1))
    assert not standing(office.head, ON).holds_over(oldest, Role.HEAD)
    assert standing(office.head, date(2026, 5, 1)).holds_over(oldest, Role.HEAD)


def test_a_split_gives_nobody_anything_by_itself(office):
    actions.split_unit(
        office.finance, [office.home_affairs, office.commune],
        on=ON, citation=CITED, actor=office.machine, at=NOW,
    )  # fmt: skip
    assert not standing(office.head, ON).holds_over(office.finance, Role.HEAD)


def test_the_other_way_round_nothing_is_inherited(office):
    """The people of the unit that ended get nothing in the successor by that."""
    merge(office, office.finance, office.home_affairs)
    assert not standing(office.other_head, ON).holds_over(office.home_affairs, Role.HEAD)


def test_the_question_costs_one_query_where_nothing_was_merged(office, django_assert_num_queries):
    with django_assert_num_queries(1):
        standing(office.head, TODAY)
