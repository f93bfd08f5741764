"""Signing in by the service of the office, against a small service on this machine."""

from __future__ import annotations

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.urls import reverse
from joserfc import jwt
from joserfc.jwk import RSAKey

KEY = RSAKey.generate_key(2048, {"kid": "one", "use": "sig", "alg": "RS256"})
STRANGE = RSAKey.generate_key(2048, {"kid": "one"})


class Service(BaseHTTPRequestHandler):
    """Discovery, keys and tokens; `claims` and `key` are what the next token says and is sealed by."""

    claims: dict = {}
    key = KEY

    def log_message(self, *_):
        pass

    def answer(self, said):
        data = json.dumps(said).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def do_GET(self):
        me = f"http://127.0.0.1:{self.server.server_port}"
        if self.path == "/keys":
            self.answer({"keys": [KEY.as_dict(private=False)]})
        else:
            self.answer({
                "issuer": me, "authorization_endpoint": f"{me}/enter",
                "token_endpoint": f"{me}/token", "jwks_uri": f"{me}/keys",
                "id_token_signing_alg_values_supported": ["RS256"],
            })  # fmt: skip

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        token = jwt.encode({"alg": "RS256", "kid": "one"}, self.claims, self.key)
        self.answer({"access_token": "x", "token_type": "Bearer", "id_token": token})


@pytest.fixture
def service(settings):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Service)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    settings.GANDAN_OIDC_ISSUER = f"http://127.0.0.1:{server.server_port}"
    settings.GANDAN_OIDC_CLIENT = "gandan"
    settings.GANDAN_OIDC_SECRET = "mot-khoa"
    Service.key = KEY
    yield settings.GANDAN_OIDC_ISSUER
    server.shutdown()
    server.server_close()


def come_back(client, issuer, *, state=None, **claims):
    asked = parse_qs(urlsplit(client.get(reverse("oidc-start")).url).query)
    assert asked["code_challenge_method"] == ["S256"]
    now = int(time.time())
    Service.claims = {
        "iss": issuer, "aud": "gandan", "sub": "1", "iat": now, "exp": now + 60,
        "nonce": asked["nonce"][0], "preferred_username": "head", **claims,
    }  # fmt: skip
    return client.get(reverse("oidc-return"), {"code": "abc", "state": state or asked["state"][0]})


def test_it_is_off_until_a_service_is_named(office):
    assert Client().get(reverse("oidc-start")).status_code == 404
    assert Client().get(reverse("oidc-return")).status_code == 404
    assert reverse("oidc-start") not in Client().get(reverse("sign-in")).content.decode()


def test_an_open_account_of_that_name_comes_in(office, service):
    client = Client()
    assert reverse("oidc-start") in client.get(reverse("sign-in")).content.decode()
    assert come_back(client, service).url == "/"
    assert client.get("/").status_code == 200


@pytest.mark.parametrize("name", ["khong-co", "gandan", "officer"])
def test_nobody_is_created_and_neither_machine_nor_closed_account_comes_in(office, service, name):
    office.officer.is_active = False
    office.officer.save()
    client = Client()
    answer = come_back(client, service, preferred_username=name)
    assert answer.url == reverse("sign-in")
    assert "Chưa có tài khoản đang dùng" in client.get(answer.url).content.decode()
    assert client.get("/").status_code == 302


@pytest.mark.parametrize(
    "wrong",
    [
        {"nonce": "another"},
        {"aud": "other"},
        {"iss": "http://evil"},
        {"exp": 1},
        {"state": "forged"},
    ],
    ids=lambda wrong: next(iter(wrong)),
)
def test_an_answer_that_does_not_hold_lets_nobody_in(office, service, wrong):
    client = Client()
    assert come_back(client, service, **wrong).url == reverse("sign-in")
    assert client.get("/").status_code == 302


def test_an_answer_sealed_by_another_lets_nobody_in(office, service):
    Service.key = STRANGE
    client = Client()
    assert come_back(client, service).url == reverse("sign-in")
    assert client.get("/").status_code == 302
