"""A session lasts as long as the right to it, and its cookie is kept from scripts and other sites."""

from __future__ import annotations

import socket

import pytest
from django.test import Client
from pytest_socket import SocketBlockedError, SocketConnectBlockedError

from gandan.domain.directory import actions
from security.places import NOW, PASSWORD


def signed_in(province, username):
    client = Client()
    client.post("/sign-in/", {"username": username, "password": PASSWORD})
    assert client.get("/").status_code == 200
    return client


def test_a_closed_account_is_out_at_its_next_request(province):
    client = signed_in(province, "officer")
    actions.close_account(
        province.accounts["officer"], actor=province.accounts["administrator"], at=NOW
    )
    assert client.get("/").status_code == 302
    client.post("/sign-in/", {"username": "officer", "password": PASSWORD})
    assert client.get("/").status_code == 302


def test_a_new_password_ends_the_sessions_of_the_old_one(province):
    elsewhere, here = signed_in(province, "officer"), signed_in(province, "officer")
    new = "mot-mat-khau-khac"
    here.post("/me/password/", {"old": PASSWORD, "new": new})
    assert elsewhere.get("/").status_code == 302
    assert here.get("/").status_code == 200


def test_a_role_that_is_taken_back_is_gone_at_the_next_request(province):
    client, address = signed_in(province, "clerk"), "/documents/upload/"
    assert client.get(address).status_code == 200
    clerk = province.accounts["clerk"]
    actions.end_grant(clerk.grants.get(), actor=province.accounts["administrator"], at=NOW)
    assert client.get(address).status_code == 403


def test_the_session_changes_its_name_at_the_door_and_ends_at_the_exit(province):
    """Who planted a session cookie before the sign-in holds nothing after it."""
    client = Client()
    client.get("/sign-in/")
    session = client.session
    session["planted"] = "x"
    session.save()
    planted = session.session_key
    client.cookies["sessionid"] = planted
    client.post("/sign-in/", {"username": "officer", "password": PASSWORD})
    kept = client.cookies["sessionid"].value
    assert kept != planted
    client.post("/sign-out/")
    client.cookies["sessionid"] = kept
    assert client.get("/").status_code == 302


def test_the_cookie_is_not_for_scripts_nor_for_other_sites(province):
    client = signed_in(province, "officer")
    cookie = client.cookies["sessionid"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert 0 < cookie["max-age"] <= 12 * 3600


@pytest.mark.filterwarnings("ignore:A test tried to use socket")
def test_the_suite_reaches_no_network():
    """What a test may not do, a page under test cannot do unseen."""
    with pytest.raises((SocketBlockedError, SocketConnectBlockedError)):
        socket.create_connection(("192.0.2.1", 80), timeout=1)
