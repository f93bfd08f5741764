"""The clocks that somebody must keep: who has which, how pressing they are, and what leaves the office."""

from datetime import UTC, date, datetime

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gandan.domain.directory.access import standing
from gandan.domain.directory.actions import machine_account
from gandan.domain.petitions import access, actions, queries
from gandan.domain.petitions.models import Petition
from gandan.domain.petitions.worklist import own_clocks
from gandan.domain.tasks import actions as tasks
from gandan.domain.tasks.feed import calendar_of
from gandan.domain.tasks.models import Reminder
from gandan.jobs.send_reminders import send_reminders

from ...conftest import NOW, TODAY
from .conftest import ROAD

DUE = date(2026, 4, 1)  # thirty days after 2/3/2026, a Wednesday
PAPER = "Quyết định 15/QĐ-SNV ngày 2/3/2026"


@pytest.fixture
def resolving(petition, clerk):
    return actions.start_clock(petition, "complaint.first", TODAY, actor=clerk, at=NOW)


def sent_on(day):
    at = datetime(day.year, day.month, day.day, 1, 30, tzinfo=UTC)
    fates = list(send_reminders(day, actor=machine_account(NOW), at=at))
    return {account.username for account, sent in fates if sent}


@pytest.mark.parametrize("username", ["clerk", "head", "officer", "other_head", "reader", "admin"])
def test_many_rows_and_one_row_are_handled_by_the_same_people(office, petition, username):
    who = standing(office.accounts[username], TODAY)
    for holder in (office.home_affairs, office.finance, office.commune, None):
        Petition.objects.filter(pk=petition.pk).update(holder=holder, unit=holder)
        one = Petition.objects.get(pk=petition.pk)
        handles = access.can(who, "run_clock", one, on=TODAY)
        assert (one in access.handled_petitions(who)) is handles
        assert not handles or one in access.visible_petitions(who, TODAY)


@pytest.mark.parametrize(
    ("on", "title"),
    [
        (date(2026, 3, 27), "VỤ VIỆC SẮP ĐẾN HẠN (1)"),
        (DUE, "VỤ VIỆC ĐẾN HẠN (1)"),
        (date(2026, 4, 2), "VỤ VIỆC QUÁ HẠN (1)"),
    ],
)
def test_who_handles_a_case_is_told_before_on_and_after_the_day(office, resolving, on, title):
    assert sent_on(on) == {"head", "officer", "home_clerk"}
    letter = mail.outbox[0].body
    assert title in letter
    assert f"vụ việc số {resolving.petition_id}" in letter
    assert f"/petitions/{resolving.petition_id}/" in letter


def test_long_before_the_day_and_while_it_stands_still_nobody_is_told(office, resolving):
    assert sent_on(date(2026, 3, 3)) == set()
    actions.pause_clock(resolving, TODAY, "chờ giám định", PAPER, actor=office.head, at=NOW)
    assert sent_on(DUE) == set()
    assert not Reminder.objects.exists()


def test_tasks_and_clocks_come_in_one_message_a_day(office, resolving):
    tasks.assign("Rà soát", lead=office.home_affairs, due=[DUE], actor=office.head, at=NOW)
    assert "head" in sent_on(DUE)
    assert sent_on(DUE) == set()
    told = [letter for letter in mail.outbox if letter.to == ["head@localhost"]]
    assert len(told) == 1
    assert "2 đến hạn" in told[0].subject
    assert "Rà soát" in told[0].body
    assert "VỤ VIỆC ĐẾN HẠN (1)" in told[0].body


def test_of_a_case_only_its_number_leaves_the_office(office, petition, resolving):
    sent_on(DUE)
    events = queries.clock_deadlines(office.head, TODAY, lambda case: f"https://so/{case.pk}/")
    left = mail.outbox[0].body + calendar_of(events).decode().replace("\r\n ", "")
    for said in ("Nậm Hon", "Vũ Thị Giả Định", "0900000001", "Đồng Mây", petition.code):
        assert said not in left
    assert [(event.named, event.on) for event in events] == [(f"vụ việc số {petition.pk}", DUE)]


def test_the_calendar_knows_when_a_day_moved(office, resolving):
    before = queries.clock_deadlines(office.head, TODAY, lambda case: "")
    actions.pause_clock(resolving, TODAY, "chờ giám định", PAPER, actor=office.head, at=NOW)
    assert queries.clock_deadlines(office.head, TODAY, lambda case: "") == []
    resolving.refresh_from_db()
    actions.resume_clock(resolving, TODAY, actor=office.head, at=NOW)
    after = queries.clock_deadlines(office.head, TODAY, lambda case: "")
    assert [each.key for each in after] == [each.key for each in before]
    assert after[0].sequence > before[0].sequence


def test_others_and_readers_have_none_of_them(office, resolving):
    for username in ("other_head", "reader", "admin", "clerk"):
        assert not own_clocks(standing(office.accounts[username], TODAY)).exists()


def test_every_open_clock_lies_in_one_bucket(office, petition, clerk, resolving):
    for term in ("complaint.accept", "complaint.send"):
        actions.start_clock(petition, term, TODAY, actor=clerk, at=NOW)
    actions.pause_clock(resolving, TODAY, "chờ giám định", PAPER, actor=office.head, at=NOW)
    clocks = queries.open_clocks(Petition.objects.all())
    for day in (TODAY, date(2026, 3, 6), DUE):
        load = queries.clock_counts(clocks, day)
        assert load.total == 3
        for bucket in ("overdue", "this-week", "later", "waiting", "no-date"):
            assert queries.clocks_in_bucket(clocks, bucket, day).count() == load.of(bucket)
    assert queries.clock_counts(clocks, TODAY).waiting == 1


def test_a_finished_clock_and_one_of_a_closed_case_press_nobody(office, petition, clerk, resolving):
    Petition.objects.filter(pk=petition.pk).update(state="closed")
    assert not queries.open_clocks(Petition.objects.all()).exists()
    Petition.objects.filter(pk=petition.pk).update(state="received")
    actions.finish_clock(resolving, TODAY, actor=clerk, at=NOW)
    assert not queries.open_clocks(Petition.objects.all()).exists()


def test_the_message_costs_the_same_with_one_clock_or_twenty(office, petition, clerk, resolving):
    def asked():
        with CaptureQueriesContext(connection) as seen:
            assert queries.clock_digest(office.head, DUE)
        return len(seen)

    few = asked()
    for at in range(20):
        case = actions.receive(
            f"{ROAD} {at}", actions.Origin("letter"), said_on=TODAY, unit=office.home_affairs,
            actor=clerk, at=NOW,
        )  # fmt: skip
        actions.start_clock(case, "complaint.first", TODAY, actor=clerk, at=NOW)
    assert len(queries.clock_digest(office.head, DUE)) == 21
    assert asked() == few
