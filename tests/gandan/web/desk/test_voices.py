"""Meetings on the desk: the sheet, the campaign, and every number opens its rows."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

import vanban
from gandan.domain.errands.models import Errand
from gandan.domain.meetings import actions, queries
from gandan.domain.meetings.actions import Entry
from gandan.jobs.errands import run_next

from ...conftest import NOW
from ...domain.meetings.conftest import workbook

GOOD = ["HĐND xã", "trực tiếp", "COMMUNE", "20/02/2026", "Thôn Bãi", "60", "3", ""]


@pytest.fixture
def voices(office):
    """A day in March 2026, a campaign of the committee, an officer of the commune."""
    office.person("commune_officer", "officer", "commune")
    with time_machine.travel(NOW, tick=False):
        office.campaign = actions.open_campaign(
            "Vận động bầu cử", "election", office.committee, date(2026, 2, 1), date(2026, 3, 31),
            actor=office.clerk, at=NOW,
        )  # fmt: skip
        yield office


def client(office, username):
    made = Client()
    made.force_login(office.accounts[username], "django.contrib.auth.backends.ModelBackend")
    return made


def sheet(office, **changes):
    return {
        "key": "phieu-0001", "campaign": office.campaign.pk, "unit": office.commune.code,
        "held_on": "2026-02-20", "place": "Nhà văn hóa thôn Bãi", "tier": "commune",
        "mode": "in-person", "attendees": "60", "opinions": "2",
        "said": "Đề nghị sửa cầu Bãi.\nMong có bác sĩ trực đêm.", **changes,
    }  # fmt: skip


ADDRESS = "/meetings/new/?kind=election"


def test_a_sheet_is_recorded_and_its_page_shows_what_was_said(voices):
    who = client(voices, "commune_officer")
    answer = who.post(ADDRESS, sheet(voices), follow=True)
    page = answer.content.decode()
    assert "Nhà văn hóa thôn Bãi" in page
    assert "Đề nghị sửa cầu Bãi." in page
    again = who.post(ADDRESS, sheet(voices), follow=True).content.decode()
    assert "không lưu thêm" in again
    assert queries.Meeting.objects.count() == 1


def test_a_sheet_that_waited_is_answered_by_machine_words(voices):
    who = client(voices, "commune_officer")
    send = {"headers": {"Accept": "application/json"}}
    assert who.post(ADDRESS, sheet(voices), **send).json()["state"] == "stored"
    assert who.post(ADDRESS, sheet(voices), **send).json()["state"] == "there"
    wrong = who.post(ADDRESS, sheet(voices, key="phieu-0002", opinions="1"), **send)
    assert wrong.status_code == 422
    assert "Đã ghi 2 ý kiến" in wrong.json()["sentence"]


def test_what_does_not_add_up_is_told_and_what_was_typed_is_kept(voices):
    who = client(voices, "commune_officer")
    page = who.post(ADDRESS, sheet(voices, central="1", province="0", commune="0"))
    assert "khác tổng số" in page.content.decode()
    assert "Mong có bác sĩ trực đêm." in page.content.decode()
    assert not queries.Meeting.objects.exists()


def held(office, number, **changes):
    entry = Entry(
        key=f"phieu-{number:05}", kind="election", unit=office.commune, mode="in-person",
        place=f"Điểm {number}", held_on=date(2026, 2, 20), campaign=office.campaign,
        tier="commune", attendees=10, opinions=1,
    )  # fmt: skip
    for name, value in changes.items():
        object.__setattr__(entry, name, value)
    return actions.record_meeting(entry, actor=office.clerk, at=NOW).meeting


def test_every_number_of_a_campaign_opens_as_many_rows(voices):
    for number in range(7):
        held(voices, number, mode="online" if number % 3 else "in-person")
    held(voices, 7, tier="province")
    who = client(voices, "clerk")
    page = who.get(reverse("campaign", args=[voices.campaign.pk])).content.decode()
    links = re.findall(r'<a href="(/meetings/\?[^"]+)">([\d.]+)</a>', page)
    assert len(links) >= 6
    for address, number in links:
        assert who.get(unescape(address)).context["page"].paginator.count == int(number), address


@pytest.mark.parametrize("name", ["campaigns", "meetings", "reports"])
def test_a_longer_list_asks_no_more_questions(voices, name, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    who = client(voices, "clerk")
    held(voices, 0)
    who.get(reverse(name))
    with CaptureQueriesContext(connection) as few:
        who.get(reverse(name))
    for number in range(1, 20):
        held(voices, number)
    with CaptureQueriesContext(connection) as many:
        who.get(reverse(name))
    assert len(many) == len(few)


def test_a_workbook_is_shown_row_by_row_and_stored_when_asked(voices):
    who = client(voices, "clerk")
    address = reverse("campaign-load", args=[voices.campaign.pk])

    def post(step, rows):
        file = SimpleUploadedFile("dot.xlsx", workbook(rows))
        return who.post(address, {"sheet": file, "step": step}, follow=True).content.decode()

    shown = post("preview", [GOOD, [*GOOD[:2], "KHONG-CO", *GOOD[3:]]])
    assert "Không rõ đơn vị “KHONG-CO”" in shown
    assert not queries.Meeting.objects.exists()
    assert "Đã lưu 1 cuộc" in post("store", [GOOD])
    assert "Đã lưu 0 cuộc" in post("store", [GOOD])
    assert queries.Meeting.objects.count() == 1


def test_a_long_workbook_is_weighed_then_stored_apart_from_the_request(
    voices, settings, tmp_path, monkeypatch
):
    settings.GANDAN_DATA = tmp_path
    monkeypatch.setattr("gandan.web.desk.views.campaign_load.CHUNK", 2)
    who = client(voices, "clerk")
    rows = [
        *([*GOOD[:4], f"Thôn {n}", *GOOD[5:]] for n in range(3)),
        [*GOOD[:2], "KHONG-CO", *GOOD[3:]],
    ]
    file = SimpleUploadedFile("dot.xlsx", workbook(rows))
    address = reverse("campaign-load", args=[voices.campaign.pk])
    asked = who.post(address, {"sheet": file, "step": "store"})
    run_next(timezone.now)
    assert not queries.Meeting.objects.exists(), "looked at first"
    looked = who.get(asked.url).context["onward"][0]
    weighed = reverse(looked, args=[Errand.objects.get().pk])
    page = who.get(weighed).content.decode()
    assert "Không rõ đơn vị “KHONG-CO”" in page
    assert client(voices, "head").get(weighed).status_code == 404
    for _ in range(2):
        sent = who.post(weighed)
    assert Errand.objects.count() == 2
    run_next(timezone.now)
    assert queries.Meeting.objects.count() == 3
    assert "4/4" in who.get(sent.url).content.decode()


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_the_report_is_taken_away_and_says_the_figures(voices, form):
    held(voices, 0)
    held(voices, 1)
    who = client(voices, "clerk")
    answer = who.get(reverse("campaign-report", args=[voices.campaign.pk]), {"form": form})
    read = vanban.read(answer.content, f"a.{form}").documents[0]
    assert [(one.level, one.sessions, one.opinions) for one in read.meetings] == [("HĐND xã", 2, 2)]


def test_a_report_of_nothing_says_so_in_words(voices):
    page = client(voices, "clerk").get(reverse("campaign-report", args=[voices.campaign.pk]))
    assert "chưa có cuộc nào" in page.content.decode()


def test_the_letters_and_candidates_of_a_campaign_are_entered_on_its_page(voices):
    who = client(voices, "clerk")
    key = [voices.campaign.pk]
    for number, letter in (("10", "13/TT"), ("6", "703/CV")):
        who.post(
            reverse("campaign-require", args=key),
            {"tier": "commune", "number": number, "since": "2026-02-01", "citation": letter},
        )
    who.post(
        reverse("campaign-delegate", args=key),
        {"name": "Lê Thị Sao Mai", "tier": "commune", "constituency": "Đơn vị số 1"},
    )
    page = who.get(reverse("campaign", args=key)).content.decode()
    assert "còn thiếu 10 so với 10" in page
    assert "còn thiếu 6 so với 6" in page
    assert "1 người chưa tiếp xúc cuộc nào" in page
