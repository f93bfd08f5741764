"""A long table of the directory: judged without writing, entered wholly or not at all, once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from gandan.domain.directory import actions as directory
from gandan.domain.directory.models import Unit
from gandan.domain.errands import actions
from gandan.domain.errands.models import Errand
from gandan.domain.errands.states import PATIENCE
from gandan.jobs.errand_kinds import KINDS, Kind
from gandan.jobs.errand_steps import Step
from gandan.jobs.errands import run_next
from gandan.kernel.events import Event

from ..conftest import NOW

ROWS = [
    {"Mã": code, "Tên": name, "Loại": "cơ quan chuyên môn", "Cấp": "tỉnh", "Mã đơn vị cấp trên": over}
    for code, name, over in (
        ("SYT", "Sở Y tế", "COMMITTEE"), ("SGD", "Sở Giáo dục", "COMMITTEE"), ("YY", "Y", "KHONG_CO")
    )
]  # fmt: skip


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.GANDAN_DATA = tmp_path


def enter(office):
    order = actions.ordered({"table": "don-vi", "rows": ROWS})
    return actions.ask(
        "enter-table", key="a", said={}, total=3, files=order, actor=office.admin, at=NOW
    )


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


def test_killed_in_the_middle_nothing_is_entered_and_the_next_enters_it_once(office):
    errand = enter(office)

    class Killed(BaseException):
        pass

    def killed_within(each):
        step = next(KINDS["enter-table"].does(each))

        def dies(at):
            step.act(at)
            raise Killed

        yield Step(dies, step.counts)

    with pytest.raises(Killed):
        run_next(later(), kinds={"enter-table": Kind(killed_within)})
    assert made() == 0
    run_next(lambda: NOW + PATIENCE)
    assert made() == 2
    assert errand.lines.count() == 3


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
