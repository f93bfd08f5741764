"""Sign in and out; accounts; the language of the pages."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from gandan.domain.directory.queries import Account, grants_of
from gandan.kernel.events import Event

from ...conftest import TODAY

PASSWORD = "mot-mat-khau-dai"


def enter(client, username, password=PASSWORD, **more):
    return client.post(reverse("sign-in"), {"username": username, "password": password}, **more)


def test_the_right_password_opens_the_page_that_was_asked_for(desk):
    answer = Client().post("/sign-in/?next=/units/", {
        "username": "head", "password": PASSWORD, "next": "/units/"})  # fmt: skip
    assert answer.url == "/units/"


def test_a_wrong_password_says_what_to_do_and_not_which_half_was_wrong(desk):
    known, unknown = enter(Client(), "head", "sai"), enter(Client(), "khong-co", "sai")
    for answer in (known, unknown):
        assert "Tên đăng nhập hoặc mật khẩu không đúng" in answer.content.decode()


def test_after_ten_wrong_passwords_one_waits_and_is_not_locked_for_good(desk, settings):
    settings.AXES_ENABLED = True
    client = Client()
    for _ in range(settings.AXES_FAILURE_LIMIT):
        answer = enter(client, "head", "sai")
    assert answer.status_code == 429
    assert "Tài khoản không bị khóa" in answer.content.decode()
    assert settings.AXES_COOLOFF_TIME.total_seconds() <= 600


def test_signing_out_ends_the_session(desk):
    client = desk.client("head")
    client.post(reverse("sign-out"))
    assert client.get("/").status_code == 302


def test_pages_are_vietnamese_whatever_the_browser_prefers(desk):
    html = desk.client("head").get("/", HTTP_ACCEPT_LANGUAGE="en").content.decode()
    assert '<html lang="vi">' in html
    assert "Việc của tôi" in html


def test_english_is_one_button_away_and_stays(desk):
    client = desk.client("head")
    client.post(reverse("set_language"), {"language": "en", "next": "/"})
    html = client.get("/").content.decode()
    assert '<html lang="en">' in html
    assert "My work" in html


def test_everybody_changes_their_own_password_knowing_the_old_one(desk):
    client = desk.client("head")
    client.post(reverse("me-password"), {"old": "sai", "new": "mat-khau-rat-moi"})
    assert enter(Client(), "head").status_code == 302
    before = Event.objects.count()
    client.post(reverse("me-password"), {"old": PASSWORD, "new": "mat-khau-rat-moi"})
    assert Event.objects.count() == before + 1
    assert enter(Client(), "head", "mat-khau-rat-moi").status_code == 302
    assert client.get("/").status_code == 200


def test_an_administrator_opens_an_account_gives_a_role_and_closes_it(desk):
    client = desk.client("admin")
    client.post(
        reverse("account-new"),
        {"person": "Người Mới", "title": "Chuyên viên", "unit": desk.office.finance.code,
         "role": "officer", "username": "moi", "password": "mat-khau-cua-moi"},
    )  # fmt: skip
    made = Account.objects.get(username="moi")
    assert enter(Client(), "moi", "mat-khau-cua-moi").status_code == 302
    grant = made.grants.get()
    client.post(reverse("account-close", args=[made.pk]))
    client.post(reverse("account-role-end", args=[made.pk, grant.pk]))
    made.refresh_from_db()
    assert not made.is_active
    assert not grants_of(made, TODAY)
    assert enter(Client(), "moi", "mat-khau-cua-moi").status_code == 200


@pytest.mark.parametrize("password", ["ngan", "1234567890123"])
def test_a_weak_password_is_refused_and_no_half_account_stays(desk, password):
    answer = desk.client("admin").post(
        reverse("account-new"),
        {"person": "Người Mới", "title": "Chuyên viên", "unit": desk.office.finance.code,
         "role": "officer", "username": "moi", "password": password},
    )  # fmt: skip
    assert "Chưa lưu gì" in answer.content.decode()
    assert not Account.objects.filter(username="moi").exists()


def test_a_role_is_given_for_some_days(desk):
    officer, finance = desk.office.officer, desk.office.finance
    where = reverse("account-role", args=[officer.pk])
    said = {"role": "head", "unit": finance.code, "valid_from": "2026-03-10"}
    client = desk.client("admin")
    client.post(where, {**said, "valid_to": "2026-03-01"})
    assert not officer.grants.filter(role="head").exists()
    client.post(where, {**said, "valid_to": "2026-03-20"})
    held = officer.grants.get(role="head")
    assert held not in grants_of(officer, TODAY)
    assert held in grants_of(officer, date(2026, 3, 20))
    assert held not in grants_of(officer, date(2026, 3, 21))
