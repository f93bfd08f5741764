"""Only what a person approved is shown, everywhere; and it is found, fed and rated."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from gandan.domain.petitions import actions
from gandan.domain.petitions.queries import PublicRating

from ...conftest import NOW

PAGES = ("/dan/", "/dan/hoi-dap/", "/dan/hoi-dap/rss.xml", "/dan/hoi-dap/atom.xml", "/dan/biet/",
         "/dan/hoi-dap/?q=hoatuongvi", "/dan/hoi-dap/?q=duong")  # fmt: skip


def test_no_word_that_nobody_approved_is_on_any_page(portal):
    shown = portal.published("Đường vào bản lầy lội", "Sẽ rải đá trong quý ba")
    portal.received("Việc chưa công khai hoatuongvi")
    hidden = portal.published("Câu có trả lời giữ riêng")
    actions.answer(hidden, "explained", "trả lời riêng hoatuongvi", actor=portal.clerk, at=NOW)
    paths = [*PAGES, *(f"/dan/hoi-dap/{one.code}/" for one in (shown, hidden))]
    told = {path: portal.said(path).replace('value="hoatuongvi"', "").replace("%3Dhoatuongvi", "")
            for path in paths}  # fmt: skip
    assert [path for path, page in told.items() if "hoatuongvi" in page] == []
    assert all("Đường vào bản lầy lội" in told[path] for path in PAGES[1:4])


def test_what_was_taken_back_is_gone_everywhere_at_once(portal):
    petition = portal.published("Chợ ngập nước", "Đã khơi cống", kind="solved")
    assert "Chợ ngập nước" in portal.said("/dan/hoi-dap/?q=cho+ngap")
    actions.withdraw(petition, actor=portal.office.head, at=NOW)
    assert [path for path in PAGES if "Chợ ngập" in portal.said(path)] == []
    portal.said(f"/dan/hoi-dap/{petition.code}/", 404)


def test_taking_the_question_back_takes_its_answers_back(portal):
    petition = portal.published("Chợ ngập nước", "Đã khơi cống", kind="solved")
    actions.withdraw(petition, actor=portal.office.head, at=NOW)
    portal.publish(petition, "Chợ ngập, hỏi lại")
    assert "Đã khơi cống" not in portal.said(f"/dan/hoi-dap/{petition.code}/")


def test_words_without_accents_find_questions_and_answers(portal):
    portal.published("Trạm y tế thiếu thuốc", "Đã cấp đủ thuốc bảo hiểm", kind="solved")
    portal.published("Đường hỏng")
    for words in ("tram y te", "thiếu thuốc", "bao hiem"):
        page = portal.said(f"/dan/hoi-dap/?q={words}")
        assert "Trạm y tế thiếu thuốc" in page, words
        assert "Đường hỏng" not in page


def test_questions_are_narrowed_by_field_place_and_answer(portal):
    portal.published("Cầu hỏng", "Đã sửa", kind="solved", field="b.road", place_text="Xã Đồng Mây")
    portal.published("Thiếu thuốc", field="d", place_text="Xã Nậm Hon")
    for asked, there, away in [
        ("field=b", "Cầu hỏng", "Thiếu thuốc"), ("place=Xã Nậm Hon", "Thiếu thuốc", "Cầu hỏng"),
        ("answered=no", "Thiếu thuốc", "Cầu hỏng"), ("q=cau&field=b", "Cầu hỏng", "Thiếu thuốc"),
        ("q=cau&field=d", "Không thấy câu nào", "Cầu hỏng"),
    ]:  # fmt: skip
        page = portal.said(f"/dan/hoi-dap/?{asked}")
        assert there in page, asked
        assert away not in page, asked


@pytest.mark.parametrize("asked", ["", "?q=duong"])
def test_a_page_asks_the_database_as_often_for_ten_rows_as_for_one(portal, asked):
    portal.published("Đường số 0", "Trả lời 0")
    portal.said(f"/dan/hoi-dap/{asked}")
    with CaptureQueriesContext(connection) as few:
        portal.said(f"/dan/hoi-dap/{asked}")
    for number in range(1, 12):
        portal.published(f"Đường số {number}", f"Trả lời {number}")
    portal.said(f"/dan/hoi-dap/{asked}")
    with CaptureQueriesContext(connection) as many:
        page = portal.said(f"/dan/hoi-dap/{asked}")
    assert page.count('class="question"') == 10
    assert "1–10 trong 12" in page
    assert len(many) == len(few) <= 5


@pytest.mark.parametrize("asked", ["page=2", "q=duong&page=2"])
def test_the_second_page_shows_the_rest(portal, asked):
    for number in range(12):
        portal.published(f"Đường số {number}")
    assert portal.said(f"/dan/hoi-dap/?{asked}").count('class="question"') == 2
    assert portal.said(f"/dan/hoi-dap/?{asked}9").count('class="question"') == 2


@pytest.mark.parametrize("form", ["rss", "atom"])
def test_the_feed_is_well_formed_and_says_questions_with_answers(portal, form):
    petition = portal.published("Cống <tắc> & bẩn", "Đã thông", kind="solved")
    answer = portal.browser.get(f"/dan/hoi-dap/{form}.xml")
    ElementTree.fromstring(answer.content)
    assert form in answer["Content-Type"]
    assert petition.code in answer.content.decode()
    assert "Đã thông" in answer.content.decode()


def test_a_browser_is_counted_once_however_often_it_sends(portal):
    petition = portal.published("Đèn hỏng", "Đã thay", kind="solved")
    path = f"/dan/hoi-dap/{petition.code}/"
    portal.said(path)
    for verdict in ("solved", "solved", "unsolved"):
        portal.browser.post(f"{path}danh-gia/", {"verdict": verdict})
    rating = PublicRating.objects.get(petition=petition)
    assert (rating.helpful, rating.unhelpful, rating.solved, rating.unsolved) == (0, 0, 1, 0)
    other = Client()
    other.get(path)
    other.post(f"{path}danh-gia/", {"verdict": "unsolved"})
    rating.refresh_from_db()
    assert (rating.solved, rating.unsolved) == (1, 1)
    assert "1 đã giải quyết, 1 chưa giải quyết" in re.sub(r"\s+", " ", portal.said(path))


def test_the_same_form_sent_twice_before_the_cookie_came_counts_once(portal):
    petition = portal.published("Đèn hỏng", "Đã thay", kind="solved")
    path = f"/dan/hoi-dap/{petition.code}/"
    portal.said(path)
    browser = portal.browser.cookies["csrftoken"].value
    for _ in range(5):
        twin = Client()
        twin.cookies["csrftoken"] = browser
        twin.post(f"{path}danh-gia/", {"verdict": "helpful"})
    assert PublicRating.objects.get(petition=petition).helpful == 1


def test_a_rating_that_was_forged_by_another_site_is_refused(portal):
    petition = portal.published("Đèn hỏng", "Đã thay", kind="solved")
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post(f"/dan/hoi-dap/{petition.code}/danh-gia/", {"verdict": "helpful"})
    assert answer.status_code == 403
    assert not PublicRating.objects.exists()


@pytest.mark.parametrize("verdict", ["", "excellent", "helpful'"])
def test_an_unknown_verdict_is_not_counted(portal, verdict):
    petition = portal.published("Đèn hỏng", "Đã thay", kind="solved")
    portal.browser.post(f"/dan/hoi-dap/{petition.code}/danh-gia/", {"verdict": verdict})
    assert not PublicRating.objects.exists()


def test_figures_for_everybody_hide_small_numbers(portal):
    """12 about roads, 6 answered, 1 solved; 3 about health stand nowhere."""
    for number in range(12):
        answer = "Đã sửa" if number < 6 else ""
        portal.published(f"Đường {number}", answer, field="b.road",
                         kind="solved" if number == 0 else "explained")  # fmt: skip
    for number in range(3):
        portal.published(f"Thuốc {number}", field="d")
    page = re.sub(r"<[^>]+>", " ", portal.said("/dan/biet/"))
    row = page[page.index("Giao thông") :].split()
    numbers = [word for word in row if word.isdigit() or word == "…"]
    assert numbers[:3] == ["12", "6", "…"]
    assert "Y tế" not in page


def test_pages_say_their_language_and_how_long_they_may_be_kept(portal):
    answer = portal.browser.get("/dan/hoi-dap/")
    assert "public" in answer["Cache-Control"]
    assert "Cookie" in answer["Vary"]
    assert "sessionid" not in portal.browser.cookies
    own = portal.browser.get("/dan/tra-cuu/")
    assert "no-store" in own["Cache-Control"]
    portal.browser.get("/dan/ngon-ngu/en/?next=/dan/gui/")
    assert '<html lang="en">' in portal.said("/dan/")


def test_the_way_back_of_the_language_leads_nowhere_else(portal):
    for back in ("https://evil.example/dan/", "//evil.example", "/tasks/", "javascript:alert(1)"):
        answer = portal.browser.get("/dan/ngon-ngu/vi/", {"next": back})
        assert answer["Location"] == "/dan/"


def test_robots_may_read_what_is_public_and_nothing_else(portal):
    said = portal.said("/robots.txt")
    assert "Allow: /dan/" in said
    assert "Disallow: /\n" in said
