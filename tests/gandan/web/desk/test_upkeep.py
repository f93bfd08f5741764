"""The page of what runs by itself: for who administers the office, with a way to run a job now."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from gandan.domain.upkeep.models import JobRun
from gandan.jobs.work import look
from gandan.kernel.events import Event

from ...conftest import NOW, TODAY


@pytest.fixture
def desk(office):
    with time_machine.travel(NOW, tick=False):
        yield office


def client(office, username):
    made = Client()
    made.force_login(office.accounts[username], "django.contrib.auth.backends.ModelBackend")
    return made


def page(office, **said):
    return client(office, "admin").get("/upkeep/", said).content.decode()


def test_before_the_first_run_it_says_that_nothing_runs(desk):
    shown = page(desk)
    assert shown.count("chưa chạy lần nào") == 7
    assert "việc nền không hoạt động" in shown
    assert "Chưa có lần nào" in shown


def test_each_job_says_what_came_of_it_and_when_it_runs_next(desk):
    list(look(timezone.now))
    shown = page(desk)
    assert "Không có kỳ mới." in shown
    assert "03/03/2026 00:10" in shown
    assert "03/03/2026 07:30" in shown
    assert "việc nền không hoạt động" not in shown


def test_a_job_is_asked_for_once_and_then_runs(desk):
    list(look(timezone.now))
    before = Event.objects.count()
    with time_machine.travel(NOW + timedelta(minutes=5), tick=False):
        for _ in range(2):
            answer = client(desk, "admin").post("/upkeep/periods/", follow=True)
        assert "Đã yêu cầu" in answer.content.decode()
        assert "đã yêu cầu chạy" in page(desk)
        assert Event.objects.count() == before + 1
        # asked for in this very minute: the run comes after it
    with time_machine.travel(NOW + timedelta(minutes=6), tick=False):
        assert [job.key for job, _ in look(timezone.now)] == ["periods"]
        assert "đã yêu cầu chạy" not in page(desk)


def test_what_is_running_cannot_be_asked_for(desk):
    JobRun.objects.create(job="periods", day=TODAY, begun_at=NOW, tries=1)
    with time_machine.travel(NOW + timedelta(minutes=5), tick=False):
        answer = client(desk, "admin").post("/upkeep/periods/", follow=True).content.decode()
    assert "đang chạy. Chưa yêu cầu chạy lại" in answer
    assert 'action="/upkeep/periods/"' not in answer


@pytest.mark.parametrize("username", ["reader", "officer", "head", "clerk"])
def test_it_is_for_who_administers_the_office(desk, username):
    assert client(desk, username).get("/upkeep/").status_code == 403
    assert client(desk, username).post("/upkeep/periods/").status_code == 403
    assert "/upkeep/" not in client(desk, username).get("/me/").content.decode()
    assert "/upkeep/" in client(desk, "admin").get("/me/").content.decode()


def test_an_unknown_job_is_not_found(desk):
    assert client(desk, "admin").post("/upkeep/everything/").status_code == 404


def test_long_use_is_paged_with_the_same_number_of_queries(desk):
    who = client(desk, "admin")

    def queries_of(number):
        with CaptureQueriesContext(connection) as asked:
            shown = who.get("/upkeep/", {"page": number}).content.decode()
        return len(asked), shown

    list(look(timezone.now))
    queries_of(1)
    before, _ = queries_of(1)
    JobRun.objects.bulk_create(
        JobRun(job=job, day=TODAY - timedelta(days=back), begun_at=NOW - timedelta(days=back),
               ended_at=NOW - timedelta(days=back), outcome="done", said=f"lần {back}.", tries=1)
        for back in range(1, 60) for job in ("periods", "search", "audit")
    )  # fmt: skip
    after, shown = queries_of(2)
    assert after == before
    assert "lần 15." in shown
    assert "lần 45." not in shown
