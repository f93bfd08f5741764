"""Search: without accents it finds all, with them it respects them; nobody learns what is not theirs."""

import pytest

from gandan.domain.directory import actions as directory
from gandan.domain.directory.access import standing
from gandan.domain.petitions import actions, finding
from gandan.domain.petitions.actions import Origin
from gandan.domain.tasks import actions as tasks
from gandan.kernel.events import deed, record

from ...conftest import NOW, TODAY


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.GANDAN_DATA = tmp_path


@pytest.fixture
def enter(office, clerk):
    def enter(text, **more):
        return actions.receive(
            text,
            Origin("note"),
            said_on=TODAY,
            unit=office.home_affairs,
            actor=clerk,
            at=NOW,
            **more,
        )

    return enter


def found(words, account, **more):
    answers = finding.search(words, standing(account, TODAY), **more)
    return [row.thing for row in answers.rows], answers.total


def test_without_accents_all_with_accents_only_those(enter, clerk):
    road, sugar = enter("Sửa đường vào bản"), enter("Giá dương cầm cao quá")
    assert set(found("duong", clerk)[0]) == {road, sugar}
    assert found("đường", clerk)[0] == [road]
    assert found("dương", clerk)[0] == [sugar]


def test_accents_that_nothing_has_are_dropped(enter, clerk):
    one = enter("Sửa đường vào bản")
    answers = finding.search("đướng", standing(clerk, TODAY))
    assert [row.thing for row in answers.rows] == [one]
    assert answers.accents_dropped


@pytest.mark.parametrize("typed", ["hoà bình", "hòa bình", "ho\u0061\u0300 bình"])
def test_where_the_tone_stands_makes_no_difference(enter, clerk, typed):
    one = enter("Nhà máy thủy điện Hoà Bình xả lũ")
    assert found(typed, clerk)[0] == [one]


def test_a_change_is_found_at_once_and_facets_filter(enter, clerk):
    one, _ = enter("Trạm y tế xuống cấp"), enter("Trạm bơm hỏng")
    assert found("tram", clerk)[1] == 2
    actions.classify(one, "d", "commune", actor=clerk, at=NOW)
    assert found("tram", clerk, filters={"field": "d"})[0] == [one]
    counts = finding.counts("tram", standing(clerk, TODAY))
    assert counts["field"] == {"d": 1}
    assert counts["kind"] == {"petition": 2}


def test_no_hit_and_no_count_of_another_unit(enter, office):
    enter("Chuyện mật danh hoàng yến ở Sở Nội vụ")
    other = standing(office.other_head, TODAY)
    assert finding.search("hoàng yến", other).total == 0
    assert all(not cells for cells in finding.counts("hoàng yến", other).values())
    nobody = standing(office.admin, TODAY)
    assert finding.search("hoàng yến", nobody).total == 0


def test_who_asked_is_never_found(enter, clerk):
    enter("Sửa đường", petitioner={"name": "Trương Thị Kín Đáo", "phone": "0987654321"})
    for words in ("Kín Đáo", "kin dao", "0987654321"):
        assert found(words, clerk)[1] == 0


def test_tasks_are_found_too_each_by_who_may_see_it(office):
    task = tasks.assign("Rà soát kho lúa", lead=office.finance, actor=office.other_head, at=NOW)
    assert found("kho lua", office.other_head, kind="task")[0] == [task]
    assert found("kho lua", office.head)[1] == 0


def test_the_index_can_be_thrown_away(enter, clerk):
    one = enter("Sửa đường vào bản")
    finding.rebuild()
    assert found("sua duong", clerk)[0] == [one]


def test_the_work_of_a_unit_that_moves_within_a_larger_deed_is_found_where_it_stands_now(office):
    """By a table of units, say: the move is a part of that deed."""
    task = tasks.assign("Rà soát kho lúa", lead=office.finance, actor=office.other_head, at=NOW)
    assert found("kho lua", office.head)[1] == 0
    with deed("unit.load"):
        directory.move_unit(
            office.finance, office.home_affairs, on=TODAY, citation="Quyết định số 1/QĐ",
            actor=office.admin, at=NOW,
        )  # fmt: skip
        record("unit.load", office.admin, actor=office.admin, at=NOW)
    assert found("kho lua", office.head, kind="task")[0] == [task]
