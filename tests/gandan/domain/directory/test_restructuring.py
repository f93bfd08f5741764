"""No unit is orphaned by a reorganisation: what was stays, and who took over is known."""

from datetime import date, timedelta

import pytest

from gandan.domain.directory import actions, states
from gandan.domain.directory.access import Denied
from gandan.domain.directory.queries import (
    descendants,
    events_of,
    match,
    name_on,
    parent_on,
    roots,
    successors_of,
    units,
)
from gandan.kernel.events import history
from gandan.kernel.refusal import Refused

from ...conftest import NOW, TODAY

DAY = date(2026, 7, 1)
EVE = DAY - timedelta(days=1)
PAPER = "Nghị quyết 7/NQ-HĐND ngày 20/6/2026"


def order(office):
    return {"on": DAY, "citation": PAPER, "actor": office.admin, "at": NOW}


def test_after_a_merger_the_successor_holds_the_place_of_both(office):
    office.unit("joint", "Sở Nội vụ và Tài chính", parent="committee", valid_from=DAY)
    event = actions.merge_units(
        [office.home_affairs, office.finance], office.joint, **order(office)
    )
    for before in (office.home_affairs, office.finance):
        before.refresh_from_db()
        assert successors_of(before, EVE) == [before]
        assert successors_of(before, DAY) == [office.joint]
        assert (states.state_on(before, EVE), states.state_on(before, DAY)) == ("standing", "ended")
        assert event in events_of(before)
    assert match("Sở Tài chính", EVE).unit == office.finance
    assert match("Sở Tài chính", DAY).candidates == ()
    assert office.finance not in units(DAY)
    assert office.finance in units(EVE)


def test_mergers_are_followed_one_after_the_other(office):
    office.unit("joint", "Sở Nội vụ và Tài chính", parent="committee")
    actions.merge_units([office.finance], office.joint, **order(office))
    later = {**order(office), "on": date(2027, 1, 1)}
    actions.merge_units([office.joint], office.home_affairs, **later)
    office.finance.refresh_from_db()
    assert successors_of(office.finance, date(2026, 12, 31)) == [office.joint]
    assert successors_of(office.finance, date(2027, 1, 1)) == [office.home_affairs]


def test_a_split_has_several_successors(office):
    office.unit("north", "Ủy ban nhân dân xã Đồng Mây Bắc", level="commune", parent="committee")
    office.unit("south", "Ủy ban nhân dân xã Đồng Mây Nam", level="commune", parent="committee")
    actions.split_unit(office.commune, [office.north, office.south], **order(office))
    office.commune.refresh_from_db()
    assert set(successors_of(office.commune, DAY)) == {office.north, office.south}


def test_a_renamed_unit_is_found_by_either_name_on_its_days(office):
    actions.rename_unit(office.finance, "Sở Tài chính - Kế hoạch", **order(office))
    assert (name_on(office.finance, EVE), name_on(office.finance, DAY)) == (
        "Sở Tài chính",
        "Sở Tài chính - Kế hoạch",
    )
    assert match("Sở Tài chính", EVE).unit == office.finance
    assert match("Sở Tài chính - Kế hoạch", DAY).unit == office.finance


def test_a_moved_unit_takes_those_below_it_along_and_its_old_place_is_known(office):
    office.unit("office_room", "Văn phòng Sở", parent="finance")
    actions.move_unit(office.finance, office.home_affairs, **order(office))
    office.office_room.refresh_from_db()
    assert office.office_room in descendants(office.home_affairs, DAY)
    assert parent_on(office.finance, EVE) == office.committee
    assert parent_on(office.finance, DAY) == office.home_affairs


def test_a_unit_cannot_stand_under_itself(office):
    with pytest.raises(Refused, match="đang thuộc"):
        actions.move_unit(office.committee, office.finance, **order(office))


def test_a_dissolved_unit_has_no_successor(office):
    actions.dissolve_unit(office.finance, **order(office))
    assert successors_of(office.finance, DAY) == []


def test_a_reorganisation_cites_its_document(office):
    with pytest.raises(Refused, match="văn bản"):
        actions.dissolve_unit(office.finance, **{**order(office), "citation": " "})
    office.finance.refresh_from_db()
    assert office.finance.valid_to is None


@pytest.mark.parametrize("username", ["clerk", "head", "officer", "reader"])
def test_only_an_administrator_reorganises(office, username):
    with pytest.raises(Denied):
        actions.dissolve_unit(
            office.finance, **{**order(office), "actor": office.accounts[username]}
        )
    assert units(DAY).filter(pk=office.finance.pk).exists()


def test_every_verb_leaves_one_event(office):
    before = history(office.finance).count()
    actions.rename_unit(office.finance, "Sở Tiền", **order(office))
    assert history(office.finance).count() == before + 1
    assert history(office.finance).last().actor == office.admin


def test_roots_are_those_of_the_day(office):
    office.unit("future", "Đặc khu Đảo Mới", level="commune", valid_from=DAY)
    assert list(roots(EVE)) == [office.committee]
    assert set(roots(DAY)) == {office.committee, office.future}


def test_two_units_cannot_share_a_code(office):
    with pytest.raises(Refused, match="đã có"):
        office.unit("finance", "Sở khác")
    assert office.finance.holds_on(TODAY)
