"""After the password the code of a telephone, each once; sessions end when an account is closed."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from gandan.domain.directory import actions
from gandan.domain.directory.models import SecondFactor
from gandan.domain.directory.totp import code_at
from gandan.kernel.events import Event

from ...conftest import NOW

PASSWORD = "mot-mat-khau-dai"


def code(secret, at=NOW):
    return code_at(secret, int(at.timestamp()) // 30)


def switch_on(desk, username="head"):
    client = desk.client(username)
    html = client.get(reverse("me-second-factor")).content.decode()
    secret = re.search(r"<code>([A-Z2-7]{32})</code>", html)[1]
    answer = client.post(reverse("me-second-factor"), {"code": code(secret)})
    codes = re.findall(r"<code>([a-z2-9]{5}-[a-z2-9]{5})</code>", answer.content.decode())
    return secret, codes


def password(client, username="head"):
    return client.post(
        reverse("sign-in"), {"username": username, "password": PASSWORD, "next": "/units/"}
    )


def second(client, typed):
    return client.post(reverse("sign-in-code"), {"code": typed})


def later(minutes):
    return time_machine.travel(NOW + timedelta(minutes=minutes), tick=False)


def test_the_password_alone_opens_nothing_once_it_is_on(desk):
    secret, codes = switch_on(desk)
    assert len(codes) == 10
    client = Client()
    assert password(client).url == reverse("sign-in-code")
    assert client.get("/").status_code == 302
    with later(1):
        assert second(client, code(secret, NOW + timedelta(minutes=1))).url == "/units/"
        assert client.get("/").status_code == 200


def test_a_code_serves_once(desk):
    secret, _ = switch_on(desk)
    client = Client()
    password(client)
    assert "đã dùng" in second(client, code(secret)).content.decode()
    with later(1):
        typed = code(secret, NOW + timedelta(minutes=1))
        assert second(client, typed).status_code == 302
        other = Client()
        password(other)
        assert second(other, typed).status_code == 200


def test_a_code_of_last_resort_serves_once_and_is_remembered(desk):
    _, codes = switch_on(desk)
    before = Event.objects.count()
    for expected in (302, 200):
        client = Client()
        password(client)
        assert second(client, codes[3].upper()).status_code == expected
    assert Event.objects.count() == before + 1


def test_after_five_wrong_codes_one_waits_ten_minutes(desk):
    secret, codes = switch_on(desk)
    client = Client()
    password(client)
    for _ in range(5):
        second(client, "000000")
    with later(1):
        assert "Hãy đợi 10 phút" in second(client, codes[0]).content.decode()
    with later(11):
        fresh = Client()
        password(fresh)
        assert second(fresh, code(secret, NOW + timedelta(minutes=11))).status_code == 302


def test_who_waits_too_long_or_never_gave_the_password_begins_again(desk):
    secret, _ = switch_on(desk)
    assert second(Client(), code(secret)).url == reverse("sign-in")
    client = Client()
    password(client)
    with later(6):
        assert second(client, code(secret, NOW + timedelta(minutes=6))).url == reverse("sign-in")


def test_the_secret_and_the_codes_are_not_readable_in_the_database(desk):
    secret, codes = switch_on(desk)
    kept = SecondFactor.objects.get()
    assert secret not in kept.sealed
    assert not any(each in str(kept.recovery) for each in codes)


def test_a_wrong_first_code_switches_nothing_on(desk):
    client = desk.client("head")
    client.get(reverse("me-second-factor"))
    assert (
        "Chưa bật" in client.post(reverse("me-second-factor"), {"code": "000000"}).content.decode()
    )
    assert not SecondFactor.objects.exists()


def test_it_is_switched_off_with_the_password_or_by_an_administrator(desk):
    switch_on(desk)
    client = desk.client("head")
    client.post(reverse("me-second-factor"), {"password": "sai", "off": "yes"})
    assert SecondFactor.objects.exists()
    client.post(reverse("me-second-factor"), {"password": PASSWORD, "off": "yes"})
    assert not SecondFactor.objects.exists()
    switch_on(desk)
    desk.client("admin").post(reverse("account-second-factor-off", args=[desk.office.head.pk]))
    assert not SecondFactor.objects.exists()


@pytest.mark.parametrize("halfway", [True, False])
def test_closing_an_account_ends_its_sessions_at_the_next_request(desk, halfway):
    secret, _ = switch_on(desk)
    client = desk.client("head")
    assert client.get("/").status_code == 200
    waiting = Client()
    password(waiting)
    actions.close_account(desk.office.head, actor=desk.office.admin, at=NOW)
    assert client.get("/").url.startswith("/sign-in/")
    if halfway:
        with later(1):
            typed = code(secret, NOW + timedelta(minutes=1))
            assert second(waiting, typed).url == reverse("sign-in")
