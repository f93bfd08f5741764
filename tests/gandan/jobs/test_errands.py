"""Long work is done thing by thing, once each, whatever happens to the process that does it."""

from __future__ import annotations

import shutil
from datetime import timedelta
from threading import Event as Flag

import pytest
import time_machine
from openpyxl import load_workbook

from gandan.domain.errands import actions
from gandan.domain.errands.models import Errand
from gandan.domain.errands.queries import counts_of, state_of
from gandan.domain.errands.states import MOST_TRIES, PATIENCE
from gandan.domain.registry.queries import Document
from gandan.domain.tasks import actions as tasks
from gandan.domain.tasks.models import Task
from gandan.jobs import sheet_errands
from gandan.jobs.errand_kinds import KINDS, Kind
from gandan.jobs.errand_steps import Step, Told
from gandan.jobs.errands import run_next
from gandan.kernel.access import Denied
from gandan.kernel.events import Event

from ..conftest import NOW
from ..reading_by_hand import plan

SAID = {
    "asked": {}, "title": "Nhiệm vụ", "heads": ["Việc", "Chủ trì", "Phối hợp", "Hạn", "Ở", "Nguồn"],
    "states": {"assigned": "đã giao"},
}  # fmt: skip


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.GANDAN_DATA = tmp_path
    settings.GANDAN_FILES = tmp_path / "files"


def later(minutes=0):
    return lambda: NOW + timedelta(minutes=minutes)


def send(office, *texts, key="a"):
    files = [(f"{n}.txt", [text.encode()]) for n, text in enumerate(texts)]
    return actions.ask(
        "receive-files", key=key, said={}, files=files, total=len(files), actor=office.clerk, at=NOW
    )


def now_of(errand):
    return Errand.objects.get(pk=errand.pk)


def lines_of(errand):
    return list(errand.lines.values_list("name", "fate"))


def test_each_file_gets_its_verdict_and_a_bad_one_stops_nothing(office):
    errand = send(office, plan().text, " ", plan().text)
    assert run_next(later()) is not None
    assert lines_of(errand) == [("0.txt", "new"), ("1.txt", "refused"), ("2.txt", "there")]
    assert errand.lines.get(name="1.txt").sentence
    made = Document.objects.get(file__isnull=False)
    assert errand.lines.get(name="0.txt").address == f"/documents/{made.pk}/"
    assert (now_of(errand).done, now_of(errand).outcome) == (3, "done")
    assert counts_of(errand) == {"new": 1, "refused": 1, "there": 1}
    assert run_next(later()) is None


def test_a_form_sent_twice_is_one_errand_with_one_event(office):
    assert send(office, "một") == send(office, "một")
    assert Event.objects.filter(verb="errand.ask").count() == 1


def test_what_was_cut_off_goes_on_after_the_last_thing_that_was_done(office, monkeypatch):
    """As a killed process leaves it: no end, no word, the thing under way undone."""
    errand = send(office, plan().text, plan().text + "\n.", "x")

    class Killed(BaseException):
        pass

    def dies(_):
        raise Killed

    def half(each):
        steps = KINDS["receive-files"].does(each)
        yield next(steps)
        yield Step(dies)

    with pytest.raises(Killed):
        run_next(later(), kinds={"receive-files": Kind(half)})
    assert (now_of(errand).done, len(lines_of(errand))) == (1, 1)
    assert run_next(later(1)) is None, "it may still be at work"
    assert state_of(now_of(errand), NOW + PATIENCE) == "cut"
    run_next(later(11))
    assert [name for name, _ in lines_of(errand)] == ["0.txt", "1.txt", "2.txt"]
    assert now_of(errand).outcome == "done"


def test_what_kills_every_process_is_given_up(office):
    errand = send(office, "x")
    for turn in range(MOST_TRIES):
        assert actions.take(at=NOW + turn * PATIENCE) == errand
    assert actions.take(at=NOW + MOST_TRIES * PATIENCE) is None
    assert now_of(errand).outcome == "failed"
    assert "Hãy yêu cầu lại" in now_of(errand).told


def test_only_its_asker_stops_it_and_the_thing_under_way_is_undone(office):
    errand = send(office, plan().text, "x")

    def stopped_meanwhile(each):
        steps = KINDS["receive-files"].does(each)
        yield next(steps)
        actions.stop(each, actor=office.clerk, at=NOW)
        yield Step(lambda _: [Told("sau", "new")])

    with pytest.raises(Denied):
        actions.stop(errand, actor=office.head, at=NOW)
    run_next(later(), kinds={"receive-files": Kind(stopped_meanwhile)})
    assert lines_of(errand) == [("0.txt", "new")]
    assert (now_of(errand).outcome, now_of(errand).done) == ("stopped", 1)
    assert not actions.stop(errand, actor=office.clerk, at=NOW)
    assert run_next(later(11)) is None


def test_two_processes_never_have_the_same_errand(office):
    errand = send(office, "x")
    first = actions.take(at=NOW)
    assert actions.take(at=NOW) is None
    second = actions.take(at=NOW + PATIENCE)
    assert not actions.note(first, 1, [], at=NOW + PATIENCE)
    assert actions.note(second, 1, [], at=NOW + PATIENCE)
    assert now_of(errand).done == 1


def test_a_program_that_ends_leaves_it_to_the_next_at_once(office):
    errand = send(office, plan().text, "x")
    stop = Flag()
    stop.set()
    run_next(later(), stop)
    assert now_of(errand).ended_at is None
    run_next(later())
    assert now_of(errand).outcome == "done"


def test_the_words_of_an_error_are_not_kept(office, caplog):
    errand = send(office, "x")

    def fails(_):
        raise RuntimeError("Nguyễn Thị Bí Mật")
        yield

    run_next(later(), kinds={"receive-files": Kind(fails)})
    assert now_of(errand).outcome == "failed"
    assert "Bí Mật" not in now_of(errand).told


def test_files_that_are_gone_are_refused_one_by_one(office):
    errand = send(office, "x")
    shutil.rmtree(errand.folder)
    run_next(later())
    assert lines_of(errand) == [("0.txt", "refused")]


@pytest.fixture
def listed(office):
    for n in range(5):
        tasks.assign(f"Việc {n}", lead=office.home_affairs, actor=office.head, at=NOW)
    tasks.assign("Việc của sở khác", lead=office.finance, actor=office.other_head, at=NOW)


def export(office):
    return actions.ask("export-tasks", key="s", said=SAID, total=0, actor=office.officer, at=NOW)


def test_a_sheet_holds_every_row_that_its_asker_may_see(office, listed, monkeypatch):
    monkeypatch.setattr(sheet_errands, "_AT_ONCE", 2)
    errand = export(office)
    with time_machine.travel(NOW, tick=False):
        run_next(later())
    done = now_of(errand)
    assert (done.total, done.done, done.result) == (5, 5, "nhiem-vu.xlsx")
    rows = list(load_workbook(done.folder / done.result).active.values)
    assert rows[0] == tuple(SAID["heads"])
    assert {row[0] for row in rows[1:]} == {f"Việc {n}" for n in range(5)}
    assert {row[4] for row in rows[1:]} == {"đã giao"}


def test_a_sheet_costs_the_same_number_of_questions_for_each_thousand(
    office, listed, django_assert_max_num_queries
):
    export(office)
    Task.objects.bulk_create(
        Task(text=f"Việc {n}", lead=office.home_affairs, created_at=NOW, created_by=office.head)
        for n in range(900)
    )
    with time_machine.travel(NOW, tick=False), django_assert_max_num_queries(30):
        run_next(later())


def test_a_sheet_that_was_cut_off_begins_again_and_is_whole(office, listed, monkeypatch):
    monkeypatch.setattr(sheet_errands, "_AT_ONCE", 2)
    errand = export(office)
    Errand.objects.update(begun_at=NOW, seen_at=NOW, done=4, tries=1)
    with time_machine.travel(NOW + PATIENCE, tick=False):
        run_next(later(10))
    done = now_of(errand)
    assert done.done == 5
    assert len(list(load_workbook(done.folder / done.result).active.values)) == 6


def test_files_go_a_week_after_the_end_and_what_became_of_them_stays(office):
    errand = send(office, "x")
    run_next(later())
    assert actions.clear_files(NOW + timedelta(days=6)) == 0
    assert actions.clear_files(NOW + timedelta(days=8)) == 1
    assert not errand.folder.exists()
    assert lines_of(errand)
