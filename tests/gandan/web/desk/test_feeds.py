"""The calendar address: secret, revocable, and silent about what a task says."""

from __future__ import annotations

import re

from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from gandan.domain.tasks.models import CalendarFeed, Mailbox, Task


def open_feed(desk, who="other_head"):
    html = desk.client(who).post(reverse("me-calendar-open")).content.decode()
    return re.search(r"<code>https?://[^/]+(/calendar/[^<]+)</code>", html)[1]


def test_the_address_works_without_signing_in_and_says_days_and_documents_only(desk):
    answer = Client().get(open_feed(desk))
    assert answer["Content-Type"].startswith("text/calendar")
    events = Calendar.from_ical(answer.content).walk("VEVENT")
    assert [str(event["summary"]) for event in events] == ["Hạn: 15/KH-SNV mục 1"]
    assert events[0].decoded("dtstart").isoformat() == "2026-06-30"
    text = answer.content.decode()
    assert "kinh phí" not in text.replace("\r\n ", "")
    assert str(desk.task.pk) in text


def test_of_an_internal_task_not_even_the_document_is_said(desk):
    Task.objects.filter(pk=desk.task.pk).update(is_internal=True)
    assert b"15/KH-SNV" not in Client().get(open_feed(desk)).content


def test_a_secret_that_is_not_one_opens_nothing(desk):
    open_feed(desk)
    assert Client().get("/calendar/khong-dung.ics").status_code == 404


def test_the_secret_is_not_kept(desk):
    secret = open_feed(desk).rsplit("/", 1)[1].removesuffix(".ics")
    assert secret not in str(CalendarFeed.objects.values().get())


def test_a_revoked_address_and_that_of_a_closed_account_open_nothing(desk, office):
    first = open_feed(desk)
    second = open_feed(desk)
    assert (Client().get(first).status_code, Client().get(second).status_code) == (404, 200)
    office.other_head.is_active = False
    office.other_head.save()
    assert Client().get(second).status_code == 404
    office.other_head.is_active = True
    office.other_head.save()
    desk.client("other_head").post(reverse("me-calendar-close"))
    assert Client().get(second).status_code == 404


def test_where_my_message_goes(desk):
    address = reverse("me-reminders")
    desk.client("head").post(address, {"address": "a@so.example", "wants_digest": "on"})
    box = Mailbox.objects.get()
    assert (box.address, box.wants_digest) == ("a@so.example", True)
    desk.client("head").post(address, {"address": "khong phai thu"})
    assert Mailbox.objects.get().address == "a@so.example"
