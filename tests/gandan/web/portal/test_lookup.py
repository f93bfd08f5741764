"""Whoever has the code learns where the matter is, and nothing else."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gandan.domain.petitions import actions
from gandan.web.portal.views.lookup import code_meant

from ...conftest import NOW
from .conftest import SECRET

PERSON = {"name": "Vũ Thị Giả Định", "phone": "0900000001", "address": "thôn Tưởng Tượng"}


def test_it_says_where_since_when_and_by_when_because_of_which_law(portal):
    petition = portal.received(petitioner=PERSON)
    page = portal.said(f"/dan/tra-cuu/?code={petition.code}")
    for words in ("Đã nhận", "Sở Nội vụ", "02/03/2026", "16/03/2026", "Điều 28 khoản 1"):
        assert words in page, words


def test_it_says_nothing_of_the_words_and_nothing_of_who_asked(portal):
    petition = portal.received(petitioner=PERSON)
    actions.answer(petition, "explained", SECRET, actor=portal.clerk, at=NOW)
    page = portal.said(f"/dan/tra-cuu/?code={petition.code}")
    assert "hoatuongvi" not in page
    assert [value for value in PERSON.values() if value in page] == []


def test_a_public_answer_is_shown(portal):
    petition = portal.published("Đèn đường hỏng", "Đã thay bóng", kind="solved")
    page = portal.said(f"/dan/tra-cuu/?code={petition.code}")
    assert "Đã thay bóng" in page
    assert "hoatuongvi" not in page


def test_unknown_and_malformed_codes_are_answered_alike(portal):
    pages = {
        portal.said(f"/dan/tra-cuu/?code={code}").replace(code, "")
        for code in ("KN-00000-00000", "KN-ZZZZZ-ZZZZZ", "khong-phai-ma", "12345")
    }
    assert len(pages) == 1
    assert "Không thấy kiến nghị nào mang mã này" in pages.pop()


def test_what_is_not_published_has_no_page_of_its_own(portal):
    petition = portal.received()
    hidden = portal.said(f"/dan/hoi-dap/{petition.code}/", 404)
    unknown = portal.said("/dan/hoi-dap/KN-00000-00000/", 404)
    assert hidden.replace(petition.code, "") == unknown.replace("KN-00000-00000", "")


@pytest.mark.parametrize(
    "typed", ["kn-7q4m2-xk9ra", "KN 7Q4M2 XK9RA", "7Q4M2XK9RA", " KN-7Q4M2–XK9RA. "]
)
def test_a_code_is_understood_as_people_type_it(typed):
    assert code_meant(typed) == "KN-7Q4M2-XK9RA"


def test_letters_that_are_misread_are_meant_as_written():
    assert code_meant("KN-OI4M2-XK9RL") == "KN-014M2-XK9R1"


def test_a_joined_petition_goes_on_with_the_earlier_one(portal):
    first = portal.published("Cầu hỏng", "Đang sửa")
    same = portal.received("Cầu hỏng lần nữa")
    actions.join(same, first, actor=portal.clerk, at=NOW)
    page = portal.said(f"/dan/tra-cuu/?code={same.code}")
    assert "trùng với một kiến nghị nêu trước" in page
    assert "Đang sửa" in page


def test_too_many_tries_are_told_to_wait(portal, settings):
    for _ in range(60):
        portal.said("/dan/tra-cuu/?code=KN-00000-00000")
    answer = portal.browser.get("/dan/tra-cuu/?code=KN-00000-00000")
    assert answer.status_code == 429
    assert int(answer["Retry-After"]) > 0
    assert "Xin chờ một lát" in answer.content.decode()
    elsewhere = portal.browser.get(
        "/dan/tra-cuu/?code=KN-00000-00000", REMOTE_ADDR="192.0.2.77"
    )  # fmt: skip
    assert elsewhere.status_code == 200


def test_an_address_told_by_the_client_is_not_believed(portal, settings):
    for number in range(60):
        portal.browser.get(
            "/dan/tra-cuu/?code=KN-1", headers={"X-Forwarded-For": f"10.0.0.{number}"}
        )
    asked = {"headers": {"X-Forwarded-For": "10.9.9.9"}}
    assert portal.browser.get("/dan/tra-cuu/?code=KN-1", **asked).status_code == 429
    settings.GANDAN_PROXIES = 1
    assert portal.browser.get("/dan/tra-cuu/?code=KN-1", **asked).status_code == 200


def test_a_look_takes_a_few_questions_to_the_database(portal):
    petition = portal.published("Đường hỏng", "Đã sửa", kind="solved")
    with CaptureQueriesContext(
        connection,
    ) as asked:
        portal.said(f"/dan/tra-cuu/?code={petition.code}")
    assert len(asked) <= 4
