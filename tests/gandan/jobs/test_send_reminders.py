"""One message per person per working day, in office hours, with what is theirs and nothing else."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core import mail

from gandan.domain.directory import actions as directory
from gandan.domain.directory.actions import machine_account
from gandan.domain.tasks import actions
from gandan.domain.tasks.models import Mailbox, Reminder, Task
from gandan.jobs.make_periods import make_periods
from gandan.jobs.send_reminders import is_office_hour, send_reminders

from ..conftest import NOW

DUE = date(2026, 3, 20)  # a Friday


@pytest.fixture
def task(office):
    return actions.assign(
        "Rà soát quy chế", lead=office.home_affairs, due=[DUE], actor=office.head, at=NOW
    )


def send(on):
    at = datetime(on.year, on.month, on.day, 1, 30, tzinfo=UTC)
    fates = list(send_reminders(on, actor=machine_account(NOW), at=at))
    return {account.username for account, sent in fates if sent}


@pytest.mark.parametrize(
    ("on", "title"),
    [
        (date(2026, 3, 17), "SẮP ĐẾN HẠN (1)"), (DUE, "ĐẾN HẠN (1)"),
        (date(2026, 3, 23), "QUÁ HẠN (1)"),
    ],
)  # fmt: skip
def test_before_on_and_after_the_day(office, task, on, title):
    assert send(on) == {"head", "officer"}
    assert {letter.to[0] for letter in mail.outbox} == {"head@localhost", "officer@localhost"}
    assert title in mail.outbox[0].body
    assert f"/tasks/{task.pk}/" in mail.outbox[0].body


def test_long_before_nobody_is_written_to(office, task):
    assert send(date(2026, 3, 10)) == set()
    assert not Reminder.objects.exists()


def test_who_is_away_is_told_on_the_first_day_back(office, task):
    directory.take_leave(
        office.head.person, office.home_affairs, DUE, DUE, actor=office.admin, at=NOW
    )
    assert send(DUE) == {"officer"}
    assert send(date(2026, 3, 23)) == {"head", "officer"}


def test_who_acts_for_the_head_is_told_what_waits_for_a_decision(office, task):
    for verb in ("receive", "start"):
        actions.take_step(task, verb, actor=office.head, at=NOW)
    actions.take_step(task, "submit", reason="Đã báo cáo", actor=office.head, at=NOW)
    directory.delegate(
        office.head.person, office.officer.person, office.home_affairs, citation="1/UQ",
        valid_from=DUE, valid_to=DUE, actor=office.admin, at=NOW,
    )  # fmt: skip
    send(DUE)
    told = {letter.to[0]: letter.body for letter in mail.outbox}
    assert "CHỜ DUYỆT (1)" in told["officer@localhost"]


def test_twice_on_a_day_is_once(office, task):
    assert send(DUE) == {"head", "officer"}
    assert send(DUE) == set()
    assert len(mail.outbox) == 2


def test_what_is_due_on_a_day_off_is_said_on_the_last_working_day(office, task):
    Task.objects.filter(pk=task.pk).update(next_due=date(2026, 3, 22))  # a Sunday
    assert send(date(2026, 3, 22)) == set()
    send(DUE)
    assert "\nĐẾN HẠN (1)" in mail.outbox[0].body


@pytest.mark.parametrize(
    ("hour", "minute", "open_"), [(0, 0, True), (23, 59, False), (10, 29, True), (10, 31, False)]
)
def test_office_hours_are_those_of_vietnam(db, hour, minute, open_):
    """00:00 UTC is 7:00 in Hà Nội; 10:30 UTC is 17:30."""
    assert is_office_hour(datetime(2026, 3, 19, hour, minute, tzinfo=UTC)) is open_


def test_a_holiday_has_no_office_hour(db):
    assert not is_office_hour(datetime(2026, 4, 30, 3, 0, tzinfo=UTC))


def test_an_officer_is_not_told_of_the_task_of_another(office, task):
    other = office.person("other", "officer", "home_affairs")
    actions.edit(task, officer=other.person, actor=office.head, at=NOW)
    assert send(DUE) == {"head", "other"}


def test_who_follows_is_told_and_who_is_named(office, task):
    actions.subscribe(task, actor=office.clerk, at=NOW)
    assert "clerk" in send(DUE)
    Reminder.objects.all().delete()
    mail.outbox.clear()
    actions.comment(task, "Nhờ @head xem", actor=office.officer, at=NOW)
    send(date(2026, 3, 5))
    assert [letter.to for letter in mail.outbox] == [["head@localhost"]]
    assert "NHẮC ĐẾN BẠN (1)" in mail.outbox[0].body


def test_a_mention_is_told_once(office, task):
    actions.comment(task, "Nhờ @head xem", actor=office.officer, at=NOW)
    assert send(date(2026, 3, 5)) == {"head"}
    assert send(date(2026, 3, 6)) == set()


def test_what_waits_for_approval_and_who_asks_for_time(office, task):
    for verb in ("receive", "submit"):
        actions.take_step(task, verb, reason="có báo cáo", actor=office.officer, at=NOW)
    actions.ask_extension(task.due_dates.get(), DUE + timedelta(days=9), "bão",
                          actor=office.officer, at=NOW)  # fmt: skip
    assert send(date(2026, 3, 5)) == {"head"}
    assert "CHỜ DUYỆT (1)" in mail.outbox[0].body
    assert "XIN GIA HẠN (1)" in mail.outbox[0].body


def test_of_an_internal_task_the_words_do_not_leave(office, task):
    Task.objects.filter(pk=task.pk).update(is_internal=True)
    send(DUE)
    assert "Rà soát" not in mail.outbox[0].body
    assert "nội bộ" in mail.outbox[0].body


def test_who_wants_none_gets_none_and_an_address_is_used(office, task):
    Mailbox.objects.create(account=office.officer, wants_digest=False)
    Mailbox.objects.create(account=office.head, address="giamdoc@so.example")
    assert send(DUE) == {"head"}
    assert mail.outbox[0].to == ["giamdoc@so.example"]


def test_a_message_that_was_not_sent_is_tried_again(office, task, monkeypatch):
    def refuse(*_):
        raise OSError("no server")

    monkeypatch.setattr("gandan.jobs.send_reminders.EmailMessage.send", refuse)
    assert send(DUE) == set()
    assert not Reminder.objects.exists()
    monkeypatch.undo()
    assert send(DUE) == {"head", "officer"}


def test_periods_are_made_each_night_once(office):
    machine = machine_account(NOW)
    actions.assign("Báo cáo tháng", lead=office.home_affairs, recurrence="monthly",
                   actor=office.head, at=NOW)  # fmt: skip
    on = date(2026, 4, 2)
    assert [len(made) for _, made in make_periods(on, actor=machine, at=NOW)] == [2]
    assert list(make_periods(on, actor=machine, at=NOW)) == []
