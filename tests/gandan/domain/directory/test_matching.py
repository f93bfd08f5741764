"""A name in a document: one unit is linked, several are asked about, none is offered to be made."""

from datetime import date

import pytest

from gandan.domain.directory import actions
from gandan.domain.directory.queries import match, match_all

from ...conftest import NOW, TODAY


@pytest.fixture
def two_provinces(office):
    office.unit("other", "Ủy ban nhân dân tỉnh Sông Gấm", kind="peoples-committee")
    office.unit("other_home_affairs", "Sở Nội vụ", parent="other")
    return office


def test_one_unit_is_linked(office):
    assert match("Sở  nội vụ", TODAY).unit == office.home_affairs


def test_several_units_are_candidates_and_none_is_chosen(two_provinces):
    found = match("Sở Nội vụ", TODAY)
    assert set(found.candidates) == {two_provinces.home_affairs, two_provinces.other_home_affairs}
    assert found.unit is None


def test_a_name_is_read_from_the_place_of_its_issuer(two_provinces):
    assert match("Sở Nội vụ", TODAY, two_provinces.other).unit == two_provinces.other_home_affairs
    assert match("Sở Nội vụ", TODAY, two_provinces.finance).unit == two_provinces.home_affairs


def test_a_name_cut_at_its_level_means_that_of_the_issuer(two_provinces):
    assert match("UBND tỉnh", TODAY, two_provinces.finance).unit == two_provinces.committee
    assert match("UBND tỉnh", TODAY).unit is None


@pytest.mark.parametrize(
    "head", ["Giám đốc Sở Nội vụ", "Đồng chí Giám đốc Sở Nội vụ", "Lãnh đạo Sở Nội vụ"]
)
def test_what_is_laid_on_the_head_is_laid_on_the_unit(two_provinces, head):
    assert match(head, TODAY, two_provinces.finance).unit == two_provinces.home_affairs


def test_a_title_alone_is_no_unit(office):
    assert match("Giám đốc", TODAY).candidates == ()


def test_an_unknown_name_has_no_candidates(office):
    assert match("Sở Mây Mưa", TODAY) == match_all(["Sở Mây Mưa"], TODAY)["Sở Mây Mưa"]
    assert match("Sở Mây Mưa", TODAY).candidates == ()


def test_a_name_without_its_marks_is_a_question_not_a_link(office):
    found = match("So Noi vu", TODAY)
    assert (found.candidates, found.unit) == ((office.home_affairs,), None)


def test_an_alias_finds_the_unit_only_on_its_days(office):
    actions.add_alias(
        office.home_affairs, "Ban Tổ chức chính quyền", actor=office.admin, at=NOW,
        valid_from=date(1990, 1, 1), valid_to=date(2003, 12, 31),
    )  # fmt: skip
    assert match("Ban Tổ chức chính quyền", date(2003, 12, 31)).unit == office.home_affairs
    assert match("Ban Tổ chức chính quyền", date(2004, 1, 1)).candidates == ()


@pytest.mark.parametrize("count", [1, 200])
def test_matching_many_names_takes_as_many_queries_as_one(
    office, count, django_assert_max_num_queries
):
    names = [f"Phòng số {n} xã" for n in range(count)] + ["Sở Nội vụ", "Giám đốc Sở Mây"]
    with django_assert_max_num_queries(6):
        match_all(names, TODAY, office.finance)
