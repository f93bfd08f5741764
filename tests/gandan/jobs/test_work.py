"""Each daily job once a day, at its hour, whatever happened to the one before it."""

from __future__ import annotations

import threading
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.core import mail
from django.db import connection, connections
from django.utils import timezone

from gandan.domain.tasks import actions as tasks
from gandan.domain.tasks.queries import Task
from gandan.domain.upkeep import actions
from gandan.domain.upkeep.models import JobRun
from gandan.domain.upkeep.queries import is_idle, job_named, runs, standings
from gandan.domain.upkeep.schedule import JOBS
from gandan.jobs import daily, work
from gandan.kernel.access import Denied
from gandan.kernel.events import Event
from gandan.kernel.models import Anchor
from gandan.kernel.refusal import Refused

from ..conftest import NOW

FRIDAY = date(2026, 3, 20)
NIGHTLY = ["hand-over", "periods", "publications", "search", "audit", "sessions"]


def vn(day, hour, minute=0):
    """A moment of the office's clock."""
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC) - timedelta(hours=7)


def look_at(moment):
    with time_machine.travel(moment, tick=False):
        return [(job.key, run.outcome) for job, run in work.look(timezone.now)]


@pytest.fixture
def done(monkeypatch, db):
    """Jobs that only write down their name."""
    ran = []

    def writes(key):
        return lambda on, _actor, _at: ran.append((key, on)) or "Xong."

    monkeypatch.setattr(work, "DUTIES", {job.key: writes(job.key) for job in JOBS})
    return ran


def test_every_job_of_the_schedule_is_one_that_can_be_done():
    assert list(daily.DUTIES) == [job.key for job in JOBS]


def test_each_job_runs_once_a_day(done):
    assert [key for key, _ in look_at(vn(19, 8))] == [*NIGHTLY, "reminders"]
    assert look_at(vn(19, 8, 1)) == []
    assert look_at(vn(19, 23)) == []
    assert [key for key, _ in look_at(vn(20, 0, 10))] == NIGHTLY[:4]
    assert [key for key, _ in look_at(vn(20, 0, 30))] == NIGHTLY[4:]
    assert [key for key, _ in look_at(vn(20, 7, 30))] == ["reminders"]


def test_letters_wait_for_the_hours_of_an_office(done):
    """At night, before the morning, after five, on a Saturday, on the 30th of April."""
    for moment in (
        vn(20, 1),
        vn(20, 7, 29),
        vn(20, 17),
        vn(21, 10),
        vn(20, 9) + timedelta(days=41),
    ):
        assert "reminders" not in [key for key, _ in look_at(moment)]
    assert ("reminders", "done") in look_at(vn(23, 16, 59))


def test_the_saturday_that_is_worked_has_its_letters(done):
    saturday = datetime(2026, 8, 22, 3, tzinfo=UTC)
    assert ("reminders", "done") in look_at(saturday)


def test_a_machine_that_was_off_catches_up_once(done):
    look_at(vn(16, 8))
    done.clear()
    look_at(vn(20, 14))
    assert done == [(key, FRIDAY) for key in [*NIGHTLY, "reminders"]]
    assert look_at(vn(20, 14, 5)) == []


def test_the_periods_of_the_days_that_were_missed_are_made(office):
    series = tasks.assign(
        "Báo cáo tuần", lead=office.home_affairs, recurrence="weekly", actor=office.head, at=NOW,
    )  # fmt: skip
    look_at(vn(3, 8))
    before = Task.objects.filter(parent=series).count()
    look_at(vn(24, 8))
    assert Task.objects.filter(parent=series).count() == before + 3
    assert JobRun.objects.filter(job="periods").count() == 2
    assert runs().get(job="periods", day=date(2026, 3, 24)).said.startswith("Đã tạo")


def test_one_that_fails_says_so_and_does_not_stop_the_others(done, monkeypatch):
    def breaks(*_):
        raise ValueError("Nguyễn Văn Bí Mật không có hộp thư")

    monkeypatch.setitem(work.DUTIES, "periods", breaks)
    fates = dict(look_at(vn(19, 8)))
    assert fates.pop("periods") == "failed"
    assert set(fates.values()) == {"done"}
    assert len(fates) == len(JOBS) - 1
    said = JobRun.objects.get(job="periods").said
    assert "ValueError" in said
    assert "Bí Mật" not in said


def test_what_failed_is_tried_again_each_hour_three_times(done, monkeypatch):
    def refuses(*_):
        raise Refused("Máy chủ thư không trả lời.")

    monkeypatch.setitem(work.DUTIES, "periods", refuses)
    tried = [bool(look_at(vn(19, 8) + timedelta(minutes=30 * step))) for step in range(8)]
    assert tried == [True, False, True, False, True, False, False, False]
    assert JobRun.objects.get(job="periods").said == "Máy chủ thư không trả lời."
    assert ("periods", "failed") in look_at(vn(20, 8)), "the next day begins anew"


def test_a_letter_that_is_not_sent_is_a_failure_and_is_sent_an_hour_later(office, monkeypatch):
    tasks.assign("Rà soát", lead=office.home_affairs, due=[FRIDAY], actor=office.head, at=NOW)
    monkeypatch.setattr(mail.EmailMessage, "send", lambda _self: (_ for _ in ()).throw(OSError()))
    assert ("reminders", "failed") in look_at(vn(20, 8))
    assert "2 thư chưa gửi được" in JobRun.objects.get(job="reminders").said
    monkeypatch.undo()
    assert ("reminders", "done") in look_at(vn(20, 9))
    assert len(mail.outbox) == 2


def test_a_run_that_was_cut_off_is_taken_up_after_an_hour(done):
    job = job_named("periods")
    run = actions.begin(job, at=vn(19, 8))
    assert actions.begin(job, at=vn(19, 8, 59)) is None
    again = actions.begin(job, at=vn(19, 9))
    assert again.tries == 2
    assert not actions.end(run, JobRun.Outcome.DONE, "muộn", at=vn(19, 9, 1)), "it was given up"
    assert actions.end(again, JobRun.Outcome.DONE, "xong", at=vn(19, 9, 1))
    assert JobRun.objects.get().said == "xong"


@pytest.mark.django_db(transaction=True)
def test_of_many_that_begin_at_once_one_has_the_run():
    job, at = job_named("periods"), vn(19, 8)
    gate, taken = threading.Barrier(6), []

    def begins():
        gate.wait()
        taken.append(actions.begin(job, at=at))
        connections.close_all()

    threads = [threading.Thread(target=begins) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(taken) == 6
    assert len([run for run in taken if run is not None]) == 1
    assert JobRun.objects.get().tries == 1


def test_one_that_saw_the_row_before_another_took_it_gets_nothing(done, monkeypatch):
    """Between the look and the taking of the second, the first has the run."""
    job, at = job_named("periods"), vn(19, 8)
    JobRun.objects.create(job=job.key, day=date(2026, 3, 19))
    asked = actions.is_to_begin
    first = []

    def slow(run, moment):
        if not first:
            first.append(None)
            first[0] = actions.begin(job, at=at)
        return asked(run, moment)

    monkeypatch.setattr(actions, "is_to_begin", slow)
    assert actions.begin(job, at=at) is None
    assert first[0] is not None


def test_to_ask_runs_it_again_at_any_hour_and_leaves_one_event(office, done):
    job = job_named("reminders")
    look_at(vn(19, 8))
    before = Event.objects.count()
    for _ in range(2):
        actions.ask(job, actor=office.admin, at=vn(19, 20))
    assert Event.objects.count() == before + 1
    assert look_at(vn(19, 20, 1)) == [("reminders", "done")]
    assert look_at(vn(19, 20, 2)) == []


def test_what_runs_cannot_be_asked_for_and_not_by_anybody(office, done):
    job = job_named("periods")
    actions.begin(job, at=vn(19, 8))
    with pytest.raises(Refused, match="đang chạy"):
        actions.ask(job, actor=office.admin, at=vn(19, 8, 1))
    with pytest.raises(Denied):
        actions.ask(job, actor=office.head, at=vn(19, 10))


def test_the_next_run_and_the_silence_are_told(done):
    def of(key, moment):
        return next(one for one in standings(moment) if one.job.key == key)

    assert is_idle(standings(vn(20, 8)))
    look_at(vn(20, 8))
    assert not is_idle(standings(vn(20, 18)))
    assert of("reminders", vn(20, 18)).next_at == vn(23, 7, 30), "Friday evening: Monday"
    assert of("periods", vn(20, 18)).next_at == vn(21, 0, 10)
    assert of("periods", vn(21, 0, 5)).next_at == vn(21, 0, 10)
    assert of("periods", vn(21, 0, 12)).next_at is None
    assert not of("periods", vn(21, 0, 12)).is_late
    assert of("periods", vn(21, 0, 30)).is_late


def test_a_broken_memory_is_said_and_not_anchored(office, settings, tmp_path):
    settings.GANDAN_DATA = tmp_path
    assert ("audit", "done") in look_at(vn(19, 8))
    written = (tmp_path / daily.ANCHORS).read_text("utf-8")
    assert "2026-03-02" in written
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM kernel_event WHERE id = (SELECT max(id) FROM kernel_event)")
        cursor.execute("DELETE FROM kernel_anchor")
    assert ("audit", "failed") in look_at(vn(20, 8)), "the file remembers what the database lost"
    run = JobRun.objects.get(job="audit", day=FRIDAY)
    assert run.said.startswith("Nhật ký hỏng ở ngày 02/03/2026")
    assert not Anchor.objects.exists()
    assert (tmp_path / daily.ANCHORS).read_text("utf-8") == written


def test_a_database_that_is_away_for_a_while_does_not_end_the_work(db, monkeypatch):
    stop, looks = threading.Event(), []

    def fails(_now, _stop):
        looks.append(1)
        if len(looks) == 3:
            stop.set()
        raise OSError("away")
        yield

    monkeypatch.setattr(work, "look", fails)
    monkeypatch.setattr(work, "close_old_connections", lambda: None)
    assert list(work.work(timezone.now, stop, pause=0)) == []
    assert len(looks) == 3
