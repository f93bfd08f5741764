"""Every province and commune by its code, on any day; a divided commune leads to several."""

from collections import Counter
from datetime import date

import pytest

from gandan.domain.directory import actions
from gandan.domain.directory.access import Denied
from gandan.domain.directory.queries import (
    UnitKind,
    descendants,
    events_of,
    links_after,
    links_before,
    match,
    name_on,
    successors_of,
    unit_with_code,
    units,
    units_meant,
    units_once_meant,
)
from gandan.domain.directory.territory import tables
from gandan.kernel.events import Event
from gandan.kernel.refusal import Refused

from ...conftest import NOW, TODAY

EVE, DAY = date(2025, 6, 30), date(2025, 7, 1)
LATE_2026 = date(2026, 10, 1)


@pytest.fixture
def machine(db):
    return actions.machine_account(NOW)


@pytest.fixture
def cao_bang(machine):
    """A province that nobody merged."""
    actions.load_territories("04", actor=machine, at=NOW)
    return unit_with_code("04")


def test_the_tables_hold_what_the_decision_counts():
    """QĐ 19/2025/QĐ-TTg: 34 provinces; 2,621 xã, 687 phường, 13 đặc khu. Before: 63 provinces."""
    now = tables()
    assert len(now.provinces) == 34
    assert Counter(row.name.split()[0] for row in now.communes) == {
        "Xã": 2621, "Phường": 687, "Đặc": 13}  # fmt: skip
    assert len(now.former_communes) == 10_035
    assert len({row.province for row in now.former_communes}) == 63
    codes = {row.code for row in now.communes}
    formers = {row.code for row in now.former_communes}
    assert {link.commune for link in now.successors} <= codes
    assert {link.former for link in now.successors} == formers


def test_a_former_commune_went_whole_to_one_or_in_parts_to_several():
    ways: dict[str, list[bool]] = {}
    for link in tables().successors:
        ways.setdefault(link.former, []).append(link.is_whole)
    assert all(all(whole) for whole in ways.values() if len(whole) == 1 and whole[0])
    assert not any(any(whole) for whole in ways.values() if len(whole) > 1)
    assert sum(len(whole) > 1 for whole in ways.values()) > 400


def test_the_whole_country_comes_in_at_once_and_is_right_on_every_day(machine):
    actions.load_territories(bodies=True, actor=machine, at=NOW)
    counts = {
        day: Counter(units(day).filter(kind=UnitKind.TERRITORY).values_list("level", flat=True))
        for day in (EVE, DAY)
    }
    assert counts[EVE] == {"province": 63, "district": 691, "commune": 10_035}
    assert counts[DAY] == {"province": 34, "commune": 3321}
    assert units(DAY).exclude(kind=UnitKind.TERRITORY).count() == 4 * 3321
    assert not units(DAY).filter(path="").exists()
    for province in units(DAY).filter(parent=None):
        assert descendants(province, DAY).filter(level="commune").exists()


def test_loading_again_changes_nothing(machine, cao_bang):
    before = Event.objects.count()
    again = actions.load_territories("04", actor=machine, at=NOW)
    assert (again.units, again.successions, again.changes) == (0, 0, 0)
    assert Event.objects.count() == before


def test_a_province_loads_by_itself_and_the_rest_may_follow(machine, cao_bang):
    assert set(units(DAY).filter(parent=None)) == {cao_bang}
    assert cao_bang.valid_from is None
    more = actions.load_territories("12", bodies=True, actor=machine, at=NOW)
    assert more.units > 0
    assert units(DAY).filter(parent=None).count() == 2


def test_a_code_that_was_given_to_another_commune_means_each_on_its_day(machine):
    actions.load_territories("01", actor=machine, at=NOW)
    [before], [now] = units_meant("00004", EVE), units_meant("00004", DAY)
    assert (before.name, now.name) == ("Phường Trúc Bạch", "Phường Ba Đình")
    assert units_once_meant("00004", TODAY) == [before]
    assert before.parent.name == "Quận Ba Đình"


def test_a_divided_commune_has_candidates_and_never_one_guess(machine):
    actions.load_territories("01", actor=machine, at=NOW)
    [divided] = units_once_meant("00016", TODAY)
    links = links_after(divided)
    assert [link.unit.code for link in links] == ["00004", "00008"]
    assert not any(link.is_whole for link in links)
    assert all(link.event.on == DAY and link.event.citation for link in links)
    assert len(successors_of(divided, TODAY)) == 2


def test_a_merged_province_is_new_and_says_which_went_into_it(machine):
    actions.load_territories("25", actor=machine, at=NOW)
    now = unit_with_code("25")
    assert now.valid_from == DAY
    assert {link.unit.name for link in links_before(now)} == {
        "Tỉnh Phú Thọ", "Tỉnh Vĩnh Phúc", "Tỉnh Hòa Bình"}  # fmt: skip
    assert match("tỉnh Hòa Bình", EVE).unit.code == "cu.17"
    assert match("tỉnh Hòa Bình", DAY).unit is None


def test_a_special_zone_without_a_former_commune_is_founded(machine):
    actions.load_territories("31", actor=machine, at=NOW)
    zone = unit_with_code("11948")
    assert [event.kind for event in events_of(zone)] == ["found"]


def test_the_changes_of_2026_rename_the_place_and_its_bodies_from_their_day(machine):
    actions.load_territories("24", actor=machine, at=NOW)
    actions.load_territories("24", bodies=True, actor=machine, at=NOW)
    place, body = unit_with_code("07294"), unit_with_code("07294.UBND")
    assert name_on(place, date(2026, 9, 19)) == "Xã Bố Hạ"
    assert name_on(place, LATE_2026) == "Phường Bố Hạ"
    assert name_on(body, date(2026, 9, 19)) == "Ủy ban nhân dân xã Bố Hạ"
    assert name_on(body, LATE_2026) == "Ủy ban nhân dân phường Bố Hạ"
    assert name_on(unit_with_code("24"), LATE_2026) == "Thành phố Bắc Ninh"
    renamed = events_of(place).get(kind="rename")
    assert renamed.citation == "Nghị quyết 388/NQ-UBTVQH16"


def test_every_change_of_2026_names_a_unit_of_the_tables():
    now = tables()
    codes = {*now.provinces, *(row.code for row in now.communes)}
    for change in now.changes:
        assert set(change.names) <= codes
        assert change.citation


def test_bodies_stand_under_their_commune_and_are_found_by_their_short_names(machine):
    actions.load_territories("04", bodies=True, actor=machine, at=NOW)
    commune = units(DAY).filter(level="commune", kind=UnitKind.TERRITORY).first()
    bodies = descendants(commune, DAY).exclude(pk=commune.pk)
    assert {body.kind for body in bodies} == {
        "party-committee", "peoples-council", "peoples-committee", "front"}  # fmt: skip
    assert {body.territory for body in bodies} == {commune.code}
    found = match(f"UBND {commune.name.lower()}", DAY).candidates
    assert any(body in found for body in bodies)


def test_a_code_that_is_no_province_is_refused(machine):
    with pytest.raises(Refused, match="Không có tỉnh"):
        actions.load_territories("02", actor=machine, at=NOW)


def test_an_administrator_of_one_unit_does_not_load_the_country(office):
    with pytest.raises(Denied):
        actions.load_territories("04", actor=office.admin, at=NOW)
