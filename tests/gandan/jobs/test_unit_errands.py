"""A merger or a split with much open work: one deed, whole or not at all, once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from gandan.domain.directory import actions as directory
from gandan.domain.errands import actions
from gandan.domain.errands.models import Errand
from gandan.domain.errands.states import PATIENCE
from gandan.domain.tasks import actions as tasks
from gandan.domain.tasks.models import Cooperation, Task
from gandan.jobs.errands import run_next
from gandan.kernel.events import Event, history, verbs_of, verify

from ..conftest import NOW, TODAY
from .cut_off import Killed, killed_in_part

ORDER = {
    "verb": "merge", "others": [], "goes_on": False, "on": TODAY.isoformat(), "citation": "5/QĐ",
    "choices": {},
}  # fmt: skip


@pytest.fixture
def work(office, settings, tmp_path):
    """Three open tasks of Sở Nội vụ; Sở Tài chính helps with the first and has one with its help."""
    settings.GANDAN_DATA = tmp_path
    given = [
        tasks.assign(f"Việc {n}", lead=office.home_affairs, actor=office.clerk, at=NOW,
                     cooperating=[office.finance] if n == 0 else [])
        for n in range(3)
    ]  # fmt: skip
    given.append(
        tasks.assign("Giúp", lead=office.finance, cooperating=[office.home_affairs],
                     actor=office.clerk, at=NOW)
    )  # fmt: skip
    return given


def ask(office, **more):
    order = {**ORDER, "unit": office.home_affairs.pk, "takers": [office.finance.pk], **more}
    return actions.ask("reorganise", key="a", said={}, total=4, files=actions.ordered(order),
                       actor=office.admin, at=NOW)  # fmt: skip


def later(minutes=0):
    return lambda: NOW + timedelta(minutes=minutes)


def leads():
    return set(Task.objects.values_list("lead__code", flat=True))


def test_a_merger_with_all_its_work_is_one_deed_that_every_task_remembers(office, work):
    errand = ask(office)
    before = Event.objects.count()
    run_next(later())
    assert leads() == {"FINANCE"}
    assert not Cooperation.objects.exists(), "nobody helps itself"
    assert Event.objects.count() - before == 1
    assert "task.pass" in verbs_of(Event.objects.latest("pk"))
    assert {history(task).last().verb for task in work} == {"unit.merge"}
    assert set(Task.objects.values_list("sequence", flat=True)) == {work[0].sequence + 1}
    assert verify() is None
    assert Errand.objects.get(pk=errand.pk).outcome == "done"


def test_a_split_gives_each_task_to_the_unit_that_was_chosen(office, work):
    keys = [task.pk for task in work]
    choices = dict.fromkeys(keys, office.finance.pk) | {keys[1]: office.commune.pk}
    ask(office, verb="split", takers=[office.finance.pk, office.commune.pk], choices=choices)
    run_next(later())
    assert Task.objects.get(pk=keys[1]).lead == office.commune
    assert Task.objects.filter(lead=office.finance).count() == 3


def test_killed_in_the_middle_nothing_is_merged_and_the_next_merges_once(office, work):
    ask(office)

    with pytest.raises(Killed):
        run_next(later(), kinds=killed_in_part(1, "reorganise"))
    assert leads() == {"HOME_AFFAIRS", "FINANCE"}
    assert office.home_affairs.__class__.objects.get(pk=office.home_affairs.pk).valid_to is None
    run_next(lambda: NOW + PATIENCE)
    assert leads() == {"FINANCE"}
    assert Event.objects.filter(verb="unit.merge").count() == 1


def test_who_no_longer_administers_reorganises_nothing(office, work):
    errand = ask(office)
    directory.end_grant(office.admin.grants.get(), actor=office.machine, at=NOW)
    run_next(later())
    assert leads() == {"HOME_AFFAIRS", "FINANCE"}
    assert Errand.objects.get(pk=errand.pk).outcome == "failed"


def test_work_passes_on_by_hundreds(office, work, django_assert_max_num_queries):
    Task.objects.bulk_create(
        Task(text=f"Việc {n}", lead=office.home_affairs, created_at=NOW, created_by=office.clerk)
        for n in range(400)
    )
    ask(office)
    with django_assert_max_num_queries(70):
        run_next(later())
    assert leads() == {"FINANCE"}
