"""Open work follows a reorganisation; what was done stays where it was done."""

from datetime import date

import pytest

from gandan.domain.directory import actions as directory
from gandan.domain.directory.queries import people_of
from gandan.domain.tasks import actions
from gandan.domain.tasks.queries import Task, history_of
from gandan.kernel.refusal import Refused

from ...conftest import NOW, TODAY

ORDER = {"on": TODAY, "citation": "Quyết định 5/QĐ-UBND ngày 1/3/2026"}


def by(account):
    return {"actor": account, "at": NOW}


@pytest.fixture
def work(office):
    """Two open tasks of Sở Nội vụ, one that it helps with, one that it has done."""
    given = [
        actions.assign(text, lead=office.home_affairs, **by(office.clerk))
        for text in ("Lập danh sách", "Sơ kết", "Đã xong")
    ]
    given.append(
        actions.assign("Giúp một tay", lead=office.finance, cooperating=[office.home_affairs],
                       **by(office.clerk))
    )  # fmt: skip
    Task.objects.filter(pk=given[2].pk).update(state="done")
    return given


def leads(tasks):
    return [Task.objects.get(pk=task.pk).lead.code for task in tasks]


def test_a_merger_moves_what_is_open_and_nothing_that_is_done(office, work):
    office.unit("joint", "Sở Nội vụ và Lao động", parent="committee", valid_from=TODAY)
    actions.merge_units([office.home_affairs], office.joint, **ORDER, **by(office.admin))
    assert leads(work) == ["JOINT", "JOINT", "HOME_AFFAIRS", "FINANCE"]
    assert [part.unit for part in work[3].cooperations.all()] == [office.joint]
    moved = history_of(work[0]).last()
    passed = next(row for row in moved.data["parts"] if row["verb"] == "task.pass")
    assert (moved.verb, passed["data"]["from"]) == ("unit.merge", office.home_affairs.pk)


def test_who_helped_a_unit_and_takes_it_over_leads_and_does_not_help_itself(office, work):
    actions.merge_units([office.home_affairs], office.finance, **ORDER, **by(office.admin))
    assert leads(work[3:]) == ["FINANCE"]
    assert not work[3].cooperations.exists()


def test_a_merger_of_a_day_to_come_hands_over_on_that_day(office, work):
    later = {**ORDER, "on": date(2026, 3, 10)}
    actions.merge_units([office.home_affairs], office.finance, **later, **by(office.admin))
    assert leads(work[:2]) == ["HOME_AFFAIRS"] * 2
    assert actions.hand_over(actor=office.machine, at=NOW) == 0
    day = NOW.replace(day=10)
    assert actions.hand_over(actor=office.machine, at=day) == 3
    assert leads(work[:2]) == ["FINANCE"] * 2
    assert actions.hand_over(actor=office.machine, at=day) == 0


def test_a_split_asks_for_every_open_task(office, work):
    office.unit("labour", "Sở Lao động", parent="committee", valid_from=TODAY)
    both = [office.labour, office.finance]
    some = {work[0].pk: office.labour}
    with pytest.raises(Refused, match="chưa chọn đơn vị nhận"):
        actions.split_unit(office.home_affairs, both, some, **ORDER, **by(office.admin))
    office.home_affairs.refresh_from_db()
    assert office.home_affairs.valid_to is None
    every = {**some, work[1].pk: office.finance, work[3].pk: office.finance}
    actions.split_unit(office.home_affairs, both, every, **ORDER, **by(office.admin))
    assert leads(work) == ["LABOUR", "FINANCE", "HOME_AFFAIRS", "FINANCE"]


def test_a_split_gives_no_task_to_a_unit_outside_it(office, work):
    office.unit("labour", "Sở Lao động", parent="committee", valid_from=TODAY)
    wrong = {task.pk: office.commune for task in work}
    with pytest.raises(Refused):
        actions.split_unit(office.home_affairs, [office.labour], wrong, **ORDER, **by(office.admin))


def test_a_unit_with_open_work_is_not_dissolved(office, work):
    with pytest.raises(Refused, match="còn 3 nhiệm vụ"):
        actions.dissolve_unit(office.home_affairs, **ORDER, **by(office.admin))
    Task.objects.update(state="done")
    actions.dissolve_unit(office.home_affairs, **ORDER, **by(office.admin))
    office.home_affairs.refresh_from_db()
    assert not office.home_affairs.holds_on(TODAY)


def test_work_passes_on_when_a_post_changes_hands(office, work):
    post = people_of(office.home_affairs, TODAY).get(person=office.head.person)
    Task.objects.filter(pk=work[0].pk).update(leader=post.person, officer=post.person)
    Task.objects.filter(pk=work[2].pk).update(leader=post.person)
    heir = directory.add_person("Người kế nhiệm", office.home_affairs, "Phó Giám đốc",
                                **by(office.admin))  # fmt: skip
    taken = actions.hand_over_post(post, heir, **ORDER, **by(office.admin))
    work[0].refresh_from_db()
    work[2].refresh_from_db()
    assert (work[0].leader, work[0].officer) == (heir, heir)
    assert work[2].leader == post.person
    assert (taken.title, taken.valid_from) == (post.title, TODAY)
    assert post not in people_of(office.home_affairs, TODAY)
