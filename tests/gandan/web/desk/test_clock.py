"""The calendar and the terms on the desk: read by all, changed by the administrator at the top."""

from __future__ import annotations

import re
from datetime import date

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from gandan.domain.petitions import actions as petitions
from gandan.domain.petitions.actions import Origin
from gandan.domain.timekeeping import moves
from gandan.jobs.errands import run_next
from gandan.kernel.models import ClockEdit
from gandan.kernel.timetable import timetable
from gandan.web.desk.views import clock_change

from ...conftest import NOW

PAPER = {"number": "Thông báo 12/TB-BNV", "issued_on": "2026-03-01", "issuer": "Bộ Nội vụ"}
OFF = {**PAPER, "mark": "holiday", "means": "Ngày hội", "reason": "Theo thông báo"}


@pytest.fixture
def desk(office):
    with time_machine.travel(NOW, tick=False):
        yield office


def client(office, username):
    made = Client()
    made.force_login(office.accounts[username], "django.contrib.auth.backends.ModelBackend")
    return made


@pytest.fixture
def petition(desk):
    clerk = desk.person("home_clerk", "clerk", "home_affairs")
    return petitions.receive(
        "Đề nghị sửa cầu treo qua suối Nậm Hon.", Origin("reception", "Sổ số 12"),
        said_on=date(2026, 3, 2), unit=desk.home_affairs, actor=clerk, at=NOW,
    )  # fmt: skip


def test_a_year_says_how_sure_it_is_and_marks_each_unusual_day(desk):
    page = client(desk, "reader").get("/clock/?year=2026").content.decode()
    assert "đã công bố, chưa xác nhận" in page
    assert page.count('<table class="month">') == 12
    swap = re.search(r'<span class="day day--swap-work day--weekend"[^>]*>22<sup>LV</sup>', page)
    assert swap, "the Saturday that is worked bears a letter, not only a colour"
    assert "day--doubtful" in page
    assert "/clock/days/" not in page, "a reader gets no way to change it"
    assert "dự kiến" in client(desk, "reader").get("/clock/?year=2027").content.decode()


@pytest.mark.parametrize("asked", ["year=1999", "year=abc&territory=x1", "territory=123"])
def test_what_is_no_year_and_no_place_is_not_found(desk, asked):
    assert client(desk, "reader").get(f"/clock/?{asked}").status_code == 404


def test_a_change_is_shown_with_the_dates_it_would_move_and_done_on_approval(desk, petition):
    who = client(desk, "admin")
    shown = who.post("/clock/days/2026-03-10/", OFF).content.decode()
    assert "1 hạn đang mở" in shown
    assert "16/03/2026" in shown
    assert "17/03/2026" in shown
    assert petition.text not in shown, "an administrator does not read petitions by that role"
    assert not ClockEdit.objects.exists()
    seen = re.search(r'name="seen" value="(\w+)"', shown)[1]
    done = who.post(
        "/clock/days/2026-03-10/", {**OFF, "seen": seen, "confirm": "move"}, follow=True
    )
    assert "1 hạn đã dời" in done.content.decode()
    petition.refresh_from_db()
    assert petition.due_on == date(2026, 3, 17)
    again = who.post("/clock/days/2026-03-10/", {**OFF, "seen": seen, "confirm": "move"})
    assert "đã được sửa như vậy rồi" in again.content.decode()
    assert ClockEdit.objects.count() == 1, "what is sent twice is done once"


def test_all_dates_that_would_move_can_be_looked_through(desk, petition, monkeypatch):
    monkeypatch.setattr(clock_change, "SHOWN", 1)
    petitions.receive(
        "Đề nghị làm kè sông.", Origin("reception", "Sổ số 13"), said_on=petition.said_on,
        unit=petition.unit, actor=desk.home_clerk, at=NOW,
    )  # fmt: skip
    who = client(desk, "admin")
    first = who.post("/clock/days/2026-03-10/", OFF).content.decode()
    assert "Dòng 1–1 trong 2" in first
    second = who.post("/clock/days/2026-03-10/", {**OFF, "page": "2"}).content.decode()
    assert "Dòng 2–2 trong 2" in second
    assert "Lưu và dời 2 hạn" in second
    assert not ClockEdit.objects.exists()


@pytest.fixture
def many(petition, monkeypatch, settings, tmp_path):
    """More dates than somebody waits for: here, one."""
    settings.GANDAN_DATA = tmp_path
    monkeypatch.setattr(moves, "COUNTED_AT_ONCE", 0)


def test_many_dates_are_counted_shown_and_moved_apart_from_the_request(desk, petition, many):
    who = client(desk, "admin")
    sent = {**OFF, "key": "dem"}
    (page,) = {who.post("/clock/days/2026-03-10/", sent).url for _ in range(2)}
    run_next(timezone.now)
    counted = who.get(page).content.decode()
    proposal = re.search(r"/clock/proposals/\d+/", counted)[0]
    shown = who.get(proposal).content.decode()
    assert "16/03/2026" in shown
    assert "Lưu và dời 1 hạn" in shown
    assert client(desk, "head").get(proposal).status_code == 404
    assert not ClockEdit.objects.exists()
    later = {who.post(proposal, {"confirm": "move"}).url for _ in range(2)}
    assert len(later) == 1, "sent twice, asked once"
    run_next(timezone.now)
    petition.refresh_from_db()
    assert petition.due_on == date(2026, 3, 17)
    assert "đã làm" in who.get(later.pop()).content.decode()


def test_what_was_counted_is_what_is_moved_or_nothing(desk, petition, many):
    who = client(desk, "admin")
    page = who.post("/clock/days/2026-03-10/", OFF).url
    run_next(timezone.now)
    petitions.receive(
        "Đề nghị làm kè sông.", Origin("reception", "Sổ số 13"), said_on=petition.said_on,
        unit=petition.unit, actor=desk.home_clerk, at=NOW,
    )  # fmt: skip
    proposal = re.search(r"/clock/proposals/\d+/", who.get(page).content.decode())[0]
    later = who.post(proposal, {"confirm": "move"}).url
    run_next(timezone.now)
    assert "vừa thay đổi" in who.get(later).content.decode()
    assert not ClockEdit.objects.exists()


def test_a_list_that_changed_in_between_is_shown_again(desk, petition):
    sent = {**OFF, "seen": "0" * 32, "confirm": "move"}
    page = client(desk, "admin").post("/clock/days/2026-03-10/", sent).content.decode()
    assert "vừa thay đổi" in page
    assert not ClockEdit.objects.exists()


def test_a_change_is_undone_from_the_list_of_changes(desk):
    who = client(desk, "admin")
    who.post("/clock/days/2026-03-10/", {**OFF, "confirm": "keep"})
    page = who.get("/clock/?year=2026").content.decode()
    assert "day--edited" in page
    assert "Thông báo 12/TB-BNV ngày 1/3/2026 của Bộ Nội vụ" in page
    back = re.search(r"/clock/changes/\d+/back/", page)[0]
    who.post(back, {"reason": "Nhập nhầm", "confirm": "keep"})
    assert timetable().edits == {}
    assert "không còn hiệu lực" in who.get("/clock/?year=2026").content.decode()


def test_a_year_is_confirmed_with_number_day_and_issuer(desk):
    who = client(desk, "admin")
    assert "field__error" in who.post("/clock/years/2027/", {"number": "x"}).content.decode()
    who.post("/clock/years/2027/", {**PAPER, "confirm": "move", "seen": seen_of(who)})
    page = client(desk, "reader").get("/clock/?year=2027").content.decode()
    assert "đã xác nhận" in page


def seen_of(who):
    shown = who.post("/clock/years/2027/", PAPER).content.decode()
    return re.search(r'name="seen" value="(\w+)"', shown)[1]


def test_a_commune_opens_on_saturday_mornings(desk):
    desk.commune.territory = "22366"
    desk.commune.save()
    who = client(desk, "admin")
    habit = {**PAPER, "weekday": "5", "kind": "half-day", "means": "sáng thứ Bảy",
             "first": "2026-04-01", "last": "", "confirm": "keep"}  # fmt: skip
    assert who.post("/clock/weekdays/?territory=22366", habit).status_code == 302
    page = who.get("/clock/?year=2026&territory=22366").content.decode()
    assert "day--half-day" in page
    assert "day--half-day" not in who.get(
        "/clock/?year=2026&territory=56"
    ).content.decode().replace('day day--half-day" aria-hidden', "")
    assert "Chưa chọn địa bàn" in who.post("/clock/weekdays/", habit).content.decode()


def test_terms_show_their_source_and_those_that_are_off_say_why(desk):
    who = client(desk, "reader")
    page = who.get("/clock/terms/?q=tra+loi&state=off").content.decode()
    assert "voters.answer" in page
    assert "mới đọc ở nguồn thứ cấp" in page
    assert "complaint.accept" not in page
    one = who.get("/clock/terms/complaint.accept/").content.decode()
    assert "7 ngày làm việc" in one
    assert "sắp có hiệu lực" in one
    assert "hết hiệu lực" in who.get("/clock/terms/reception.district_chair/").content.decode()
    assert "/own/" not in one
    assert who.get("/clock/terms/no.such/").status_code == 404


def test_a_term_is_switched_on_and_an_office_sets_its_own(desk):
    who = client(desk, "admin")
    assert who.post(
        "/clock/terms/voters.answer@2017-09-15/switch/", {**PAPER, "confirm": "keep"}
    ).status_code == 302  # fmt: skip
    own = {**PAPER, "length": "45", "unit": "ngày", "valid_from": "2026-03-01", "confirm": "keep"}
    assert who.post("/clock/terms/voters.council_answer/own/", own).status_code == 302
    longer = {**own, "length": "20", "unit": "ngày làm việc"}
    page = who.post("/clock/terms/reception.reply/own/", longer).content.decode()
    assert "chỉ được đặt chặt hơn" in page
    one = who.get("/clock/terms/voters.council_answer/").content.decode()
    assert "45 ngày" in one
    assert "của cơ quan" in one


def test_the_pages_ask_the_same_number_of_questions_however_much_was_changed(
    desk, django_assert_max_num_queries
):
    who = client(desk, "admin")
    for day in range(10, 14):
        who.post(f"/clock/days/2026-03-{day}/", {**OFF, "confirm": "keep"})
        with django_assert_max_num_queries(16):
            who.get("/clock/?year=2026")
