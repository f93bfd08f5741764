"""What people type never lands in a log: no password, no name, no number, not even in an error."""

from __future__ import annotations

import logging

import pytest
from django.test import Client

from gandan.kernel.events import Event
from security.matrix import ROWS
from security.places import url_names

SECRETS = {
    "password": "matkhaubimat7351", "name": "Nguyễn Văn Bí Mật", "citizen": "079085001234",
    "phone": "0912345678",
}  # fmt: skip


@pytest.fixture
def logged(caplog):
    caplog.set_level(logging.DEBUG)
    for each in ("django", "django.request", "django.security", "axes"):
        logging.getLogger(each).propagate = True
    return lambda: "\n".join(
        f"{record.getMessage()} {record.exc_text or ''} {record.args}" for record in caplog.records
    )


def leaked(text):
    return sorted(name for name, secret in SECRETS.items() if secret in text)


def test_a_failed_sign_in_says_no_password(province, logged):
    for username in ("officer", SECRETS["name"]):
        Client().post("/sign-in/", {"username": username, "password": SECRETS["password"]})
    assert "password" not in leaked(logged())


def test_no_form_of_the_program_is_logged(province, logged):
    form = {
        each: " ".join(SECRETS.values())
        for each in ("text", "reason", "q", "name", "person", "username", "password", "note", "old")
    }
    for who in ("clerk", "head", "administrator"):
        for name in url_names():
            if name in {"sign-out", "account-close"}:
                continue
            province.client(who).post(province.address(name, ROWS[name].get("about", {})), form)
    assert leaked(logged()) == []


def test_an_error_of_the_program_says_where_and_not_what(province, logged, monkeypatch):
    def fails(*_args, **_kwargs):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(Event, "save", fails)
    address = province.address("task-progress", ROWS["task-progress"]["about"])
    answer = province.client("officer").post(address, {"text": " ".join(SECRETS.values())})
    assert answer.status_code == 500
    assert "the disk is full" in logged()
    assert leaked(logged()) == []
    assert leaked(answer.content.decode()) == []


def test_a_secret_in_a_log_would_be_seen(logged):
    """The planted fault."""
    logging.getLogger("gandan").warning("form %s", SECRETS)
    assert leaked(logged()) == sorted(SECRETS)
