"""The summer of 2025, played with a clock that is set: districts end, two communes become one, a department takes
over another, all with open work, and the people go on working on 1 July."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from gandan.cli import main
from gandan.domain.directory import actions as directory
from gandan.domain.directory.queries import (
    descendants,
    home_unit,
    match,
    name_on,
    successors_of,
    unit_with_code,
    units_meant,
)
from gandan.domain.tasks import actions, queries
from gandan.domain.tasks.access import visible_tasks
from gandan.domain.tasks.queries import Task
from gandan.kernel.events import verbs_of, verify

HERE = ZoneInfo("Asia/Ho_Chi_Minh")
JUNE = datetime(2025, 6, 16, 9, 0, tzinfo=HERE)
JULY = datetime(2025, 7, 1, 8, 0, tzinfo=HERE)
EVE, DAY = date(2025, 6, 30), date(2025, 7, 1)
PAPER = "Nghị quyết 1657/NQ-UBTVQH15 ngày 16/6/2025"


@pytest.fixture
def world(db):
    """16 June: the places of Cao Bằng by their codes, the offices of two communes and of a district that
    still stand, each with people and open work."""
    with time_machine.travel(JUNE, tick=False):
        machine = directory.machine_account(JUNE)
        directory.load_territories("04", bodies=True, actor=machine, at=JUNE)
        yield World(machine)


class World:
    def __init__(self, machine):
        self.machine = machine
        self.by = {"actor": machine, "at": JUNE}
        self.whole, self.now = went_whole()
        self.old = self.office("CU.UBND", "Ủy ban nhân dân xã cũ", self.whole)
        self.district = self.office("HUYEN.UBND", "Ủy ban nhân dân huyện cũ", self.whole.parent)
        self.clerk = self.person("vanthu", "clerk", self.old)
        self.head = self.person("chutich", "head", self.old)
        self.admin = self.person("quantri", "administrator", unit_with_code("04"))

    def office(self, code, name, place):
        return directory.create_unit(
            code=code, name=name, kind="peoples-committee", level=place.level, parent=place,
            **self.by,
        )  # fmt: skip

    def person(self, username, role, unit):
        person = directory.add_person(f"Người {username}", unit, role, **self.by)
        account = directory.open_account(username, person, "mot-mat-khau-dai", unit=unit, **self.by)
        directory.grant_role(account, role, unit, **self.by)
        return account

    def task(self, text, unit, due):
        return actions.assign(text, lead=unit, due=[due], actor=self.clerk, at=JUNE)


def went_whole():
    """A former commune that went whole into one of today, and that one."""
    communes = descendants(unit_with_code("04"), EVE).filter(level="commune")
    whole = next(unit for unit in communes if len(successors_of(unit, DAY)) == 1)
    return whole, successors_of(whole, DAY)[0]


def worklist(account, day):
    return queries.of_unit(visible_tasks(account, day), home_unit(account, day))


def client_of(account):
    client = Client()
    client.force_login(account, "django.contrib.auth.backends.ModelBackend")
    return client


def test_open_work_goes_on_with_who_took_over_and_history_stays(world):
    late = world.task("Báo cáo việc tiếp dân", world.old, date(2025, 6, 20))
    soon = world.task("Lập danh sách đối thoại", world.old, date(2025, 7, 15))
    done = world.task("Niêm yết lịch tiếp dân", world.old, date(2025, 6, 18))
    for verb, who in (("start", world.head), ("submit", world.head), ("approve", world.head)):
        actions.take_step(done, verb, reason="đã niêm yết", actor=who, at=JUNE)
    heir = unit_with_code(f"{world.now.code}.UBND")
    admin = client_of(world.admin)
    order = {"on": "2025-07-01", "citation": PAPER, "successor": heir.code}
    where = reverse("unit-change", args=[world.old.pk, "merge"])

    # 16 June: the resolution is known. What will happen is foretold and, once recorded, still to come.
    foretold = admin.post(where, order).content.decode()
    assert "2 nhiệm vụ đang mở" in foretold
    assert "Ngày đó chưa đến" in foretold
    assert admin.post(where, {**order, "confirm": "yes"}).status_code == 302
    assert list(worklist(world.head, EVE)) == list(Task.objects.filter(pk__in=[late.pk, soon.pk]))
    world.old.refresh_from_db()
    assert world.old.holds_on(EVE)

    # 1 July, early: the work passes on, the late stays late, nothing that was done moves.
    with time_machine.travel(JULY, tick=False):
        assert main(["units", "hand-over"]) == 0
        assert main(["units", "hand-over"]) == 0
        new_head = directory.add_person("Người mới", heir, "Chủ tịch", actor=world.machine, at=JULY)
        account = directory.open_account(
            "chutichmoi", new_head, "mot-mat-khau-dai", unit=heir, actor=world.machine, at=JULY
        )
        directory.grant_role(account, "head", heir, actor=world.machine, at=JULY)
        mine = worklist(account, DAY)
        assert set(mine) == {late, soon}
        assert queries.bucket_counts(mine, DAY).overdue == 1
        assert Task.objects.get(pk=done.pk).lead == world.old
        assert verbs_of(queries.history_of(late).last()) == ["unit.pass", "task.pass"]
        html = client_of(account).get(reverse("unit", args=[world.old.pk])).content.decode()
        assert "Việc của nó nay thuộc" in html
        assert PAPER in html
        past = (
            client_of(account)
            .get(reverse("unit", args=[world.old.pk]), {"on": "2025-06-30"})
            .content.decode()
        )
        assert "không tồn tại" not in past
        actions.take_step(Task.objects.get(pk=soon.pk), "start", actor=account, at=JULY)
    assert verify() is None


def test_a_district_has_several_successors_so_each_of_its_tasks_is_asked(world):
    given = [
        world.task(text, world.district, date(2025, 8, 1))
        for text in ("Bàn giao hồ sơ", "Trả lời đơn")
    ]
    heirs = [
        unit_with_code(f"{place.code}.UBND") for place in successors_of(world.whole.parent, DAY)
    ]
    assert len(heirs) > 1
    with time_machine.travel(JULY, tick=False):
        admin = client_of(world.admin)
        where = reverse("unit-change", args=[world.district.pk, "split"])
        order = {
            "on": "2025-07-01", "citation": PAPER,
            "successors": "\n".join(heir.code for heir in heirs),
        }  # fmt: skip
        asked = admin.post(where, order).content.decode()
        assert all(f'name="task-{task.pk}"' in asked for task in given)
        half = {**order, f"task-{given[0].pk}": heirs[0].code, "confirm": "yes"}
        admin.post(where, half)
        assert {task.lead for task in Task.objects.all()} == {world.district}
        admin.post(where, {**half, f"task-{given[1].pk}": heirs[1].code})
        assert [Task.objects.get(pk=task.pk).lead for task in given] == heirs[:2]
    world.district.refresh_from_db()
    assert set(successors_of(world.district, DAY)) == set(heirs)


def test_a_paper_of_before_is_read_with_the_names_of_its_day(world):
    """The same words, the same number: another unit on each side of 1 July."""
    old = world.whole
    assert match(old.name, EVE, old.parent).unit == old
    assert name_on(world.now, DAY) == world.now.name
    assert units_meant(old.territory, EVE) == [old]
    assert old not in units_meant(old.territory, DAY)
