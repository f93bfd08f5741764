"""What every answer tells the browser, whoever asks for whatever, and that no page calls another host."""

from __future__ import annotations

import re

import pytest

from security.matrix import ASKING, ROWS
from security.places import url_names

ALWAYS = {
    "Content-Security-Policy": r"default-src 'self'",
    "X-Frame-Options": r"^DENY$",
    "X-Content-Type-Options": r"^nosniff$",
    "Referrer-Policy": r"^same-origin$",
    "Cross-Origin-Opener-Policy": r"^same-origin$",
}
FOREIGN = re.compile(r"""(?:src|href|action|data|poster|srcset)\s*=\s*["'](?:https?:)?//""", re.I)


def answers(province, who):
    client = province.client(who)
    for name in url_names():
        if name != "sign-out":
            yield name, client.get(province.address(name, ROWS[name].get("about", {})))
    yield "nothing", client.get("/khong-co-trang-nay/")


@pytest.mark.parametrize("who", ASKING)
def test_every_answer_bounds_the_browser(province, who):
    missing = [
        f"{name}: {header}"
        for name, answer in answers(province, who)
        for header, wanted in ALWAYS.items()
        if not re.search(wanted, answer.headers.get(header, ""))
    ]
    assert missing == []


def test_the_policy_lets_nothing_run_that_is_not_ours(province):
    policy = province.client("clerk").get("/")["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "*" not in policy
    for bound in ("object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"):
        assert bound in policy


def test_no_page_asks_another_host_for_anything(province):
    pages = [answer for who in ("clerk", "administrator") for _, answer in answers(province, who)]
    html = [page.content.decode() for page in pages if "html" in page.get("Content-Type", "")]
    assert len(html) > 20
    assert [FOREIGN.search(page)[0] for page in html if FOREIGN.search(page)] == []
    assert FOREIGN.search('<img src="//tracker.example/x.png">')


def test_a_missing_header_is_seen(province, settings):
    """The planted fault: without its middleware the policy is gone."""
    settings.MIDDLEWARE = [each for each in settings.MIDDLEWARE if "CSP" not in each]
    assert "Content-Security-Policy" not in province.client("clerk").get("/").headers
