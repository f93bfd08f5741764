"""A long table of the directory: judged without writing, entered a part at a time, each row once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from gandan.domain.directory import actions as directory
from gandan.domain.directory.models import Unit
from gandan.domain.errands import actions
from gandan.domain.errands.models import Errand
from gandan.domain.errands.states import PATIENCE
from gandan.jobs import table_errands
from gandan.jobs.errands import run_next
from gandan.kernel.events import Event, verify

from ..conftest import NOW
from .cut_off import Killed, killed_in_part

ROWS = [
    {"Mã": code, "Tên": name, "Loại": "cơ quan chuyên môn", "Cấp": "tỉnh", "Mã đơn vị cấp trên": over}
    for code, name, over in (
        ("SYT", "Sở Y tế", "COMMITTEE"), ("SGD", "Sở Giáo dục", "COMMITTEE"), ("YY", "Y", "KHONG_CO")
    )
]  # fmt: skip


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.GANDAN_DATA = tmp_path


def row(code, name, over="COMMITTEE", **more):
    return {"Mã": code, "Tên": name, "Loại": "cơ quan chuyên môn", "Cấp": "tỉnh",
            "Mã đơn vị cấp trên": over, **more}  # fmt: skip


def enter(office, rows=ROWS, key="a"):
    order = actions.ordered({"table": "don-vi", "rows": rows})
    return actions.ask(
        "enter-table", key=key, said={}, total=len(rows), files=order, actor=office.admin, at=NOW
    )


def lines_of(errand):
    return list(errand.lines.values_list("name", "fate"))


def later(minutes=0):
    return lambda: NOW + timedelta(minutes=minutes)


def made():
    return Unit.objects.filter(code__in=["SYT", "SGD"]).count()


def test_all_good_rows_are_one_deed_and_the_others_say_why(office):
    before = Event.objects.count()
    errand = enter(office)
    run_next(later())
    assert made() == 2
    assert Event.objects.count() - before == 2, "asked, and done"
    assert list(errand.lines.values_list("name", "fate")) == [
        ("#2", "new"), ("#3", "new"), ("#4", "refused")
    ]  # fmt: skip


def test_a_killed_process_leaves_whole_parts_and_the_next_enters_none_twice(office, monkeypatch):
    monkeypatch.setattr(table_errands, "_AT_ONCE", 1)
    errand = enter(office)

    with pytest.raises(Killed):
        run_next(later(), kinds=killed_in_part(2, "enter-table"))
    assert made() == 1, "the part under way is undone"
    run_next(lambda: NOW + PATIENCE)
    assert made() == 2
    assert lines_of(errand) == [("#2", "new"), ("#3", "new"), ("#4", "refused")]
    assert verify() is None


def test_parts_are_as_the_whole_table_was_shown(office, monkeypatch):
    """A parent of an earlier part is there; a code of an earlier part is no second unit."""
    monkeypatch.setattr(table_errands, "_AT_ONCE", 2)
    rows = [
        row("SYT", "Sở Y tế"), row("SGD", "Sở Giáo dục"), row("SYT", "Tên khác"),
        row("PYT", "Phòng Y", "SYT"),
    ]  # fmt: skip
    before = Event.objects.count()
    errand = enter(office, rows)
    run_next(later())
    assert [fate for _, fate in lines_of(errand)] == ["new", "new", "refused", "new"]
    assert Unit.objects.get(code="PYT").parent.name == "Sở Y tế"
    assert Event.objects.count() - before == 1 + 2, "asked, and a deed for each part"
    again = enter(office, rows, "again")
    run_next(later())
    assert {fate for _, fate in lines_of(again)} == {"there", "refused"}
    assert Event.objects.count() - before == 2 + 2, "sent again it changes nothing"


def test_what_its_verb_refuses_after_all_holds_up_no_other_row(office):
    """A code of a territory that is not there is found out only when the unit is placed."""
    rows = [
        row("SYT", "Sở Y tế", **{"Mã địa bàn": "99999"}), row("PYT", "Phòng Y", "SYT"),
        row("SGD", "Sở Giáo dục"),
    ]  # fmt: skip
    errand = enter(office, rows)
    run_next(later())
    assert [fate for _, fate in lines_of(errand)] == ["refused", "refused", "new"]
    assert set(Unit.objects.filter(code__in=["SYT", "PYT", "SGD"]).values_list("code")) == {
        ("SGD",)
    }
    assert "99999" in errand.lines.first().sentence
    assert "SYT không vào được danh bạ" in errand.lines.get(name="#3").sentence
    assert verify() is None


def test_who_no_longer_administers_enters_and_judges_nothing(office):
    errand = enter(office)
    judged = actions.ask("judge-table", key="b", said={"table": "don-vi"}, total=0,
                         files=[("", [b"x"])], actor=office.admin, at=NOW)  # fmt: skip
    directory.end_grant(office.admin.grants.get(), actor=office.machine, at=NOW)
    run_next(later())
    run_next(later())
    assert made() == 0
    for one in (errand, judged):
        assert Errand.objects.get(pk=one.pk).outcome == "failed"


def test_what_is_no_workbook_is_told_in_its_own_sentence(office):
    judged = actions.ask("judge-table", key="b", said={"table": "don-vi"}, total=0,
                         files=[("", [b"x"])], actor=office.admin, at=NOW)  # fmt: skip
    run_next(later())
    assert "Excel" in Errand.objects.get(pk=judged.pk).told
