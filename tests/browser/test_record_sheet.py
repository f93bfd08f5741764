"""The record sheet in a real browser: an entry made without a network is sent exactly once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import expect

from gandan.domain.meetings import actions, queries

SHEET = "/meetings/new/?kind=election"


@pytest.fixture
def campaign(office):
    today = timezone.localdate()
    return actions.open_campaign(
        "Vận động bầu cử", "election", office["UB"], today - timedelta(30), today + timedelta(30),
        actor=office["clerk"], at=timezone.now(),
    )  # fmt: skip


def ready(page):
    """The sheet is kept in the browser: from here on it works without a network."""
    page.wait_for_selector("html[data-ready=yes]", state="attached")


def fill(page, place):
    page.select_option("[name=campaign]", label="Vận động bầu cử")
    page.select_option("[name=unit]", label="Sở Nội vụ")
    page.select_option("[name=tier]", "commune")
    page.fill("[name=place]", place)
    page.fill("[name=attendees]", "60")
    page.fill("[name=opinions]", "2")
    page.fill("[name=said]", "Đề nghị sửa cầu Bãi.\nMong có bác sĩ trực đêm.")
    page.click("form[data-record] .button--main")


def places():
    return sorted(queries.Meeting.objects.values_list("place", flat=True))


def test_entries_made_without_a_network_wait_and_are_sent_once(visit, campaign):
    """Also when the page is opened anew while the network is away, and when it comes back twice."""
    page = visit("clerk", SHEET, width=360)
    ready(page)
    page.context.set_offline(True)
    fill(page, "Thôn Bãi")
    expect(page.locator("[data-waiting]")).to_contain_text("1 phiếu đang chờ gửi")
    page.reload()
    expect(page.locator("[data-waiting]")).to_contain_text("1 phiếu đang chờ gửi")
    fill(page, "Thôn Đồi")
    expect(page.locator("[data-waiting]")).to_contain_text("2 phiếu đang chờ gửi")
    assert places() == []
    page.context.set_offline(False)
    page.evaluate("window.dispatchEvent(new Event('online'))")
    expect(page.locator("[data-waiting]")).to_contain_text("Đã gửi các phiếu chờ")
    page.evaluate("window.dispatchEvent(new Event('online'))")
    page.reload()
    ready(page)
    assert places() == ["Thôn Bãi", "Thôn Đồi"]


def test_an_answer_that_was_lost_on_the_way_does_not_double_the_meeting(visit, campaign):
    """The server stored the sheet, the telephone never heard of it: it sends it again."""
    page = visit("clerk", SHEET, width=360)
    ready(page)
    lost = []

    def lose_the_first_answer(route):
        if route.request.method != "POST" or lost:
            return route.continue_()
        lost.append(route.fetch())
        return route.abort()

    page.route("**/meetings/new/**", lose_the_first_answer)
    fill(page, "Thôn Bãi")
    expect(page.locator("[data-waiting]")).to_contain_text("Chưa có mạng. Phiếu đã giữ")
    assert places() == ["Thôn Bãi"]
    page.evaluate("window.dispatchEvent(new Event('online'))")
    expect(page.locator("[data-waiting]")).to_contain_text("Đã gửi các phiếu chờ")
    assert places() == ["Thôn Bãi"]
    assert len(lost) == 1


def test_a_sheet_that_is_refused_stays_with_its_reason(visit, campaign):
    page = visit("clerk", SHEET, width=360)
    ready(page)
    page.fill("[name=central]", "5")
    fill(page, "Thôn Bãi")
    expect(page.locator("[data-waiting]")).to_contain_text("khác tổng số")
    assert places() == []


def test_the_sheet_works_without_scripts_too(visit, campaign):
    page = visit("clerk", SHEET, width=360, script=False)
    fill(page, "Thôn Bãi")
    expect(page.locator("h1")).to_contain_text("Thôn Bãi")
    assert places() == ["Thôn Bãi"]


@pytest.mark.parametrize(
    "path", [SHEET, "/campaigns/", "/campaigns/{pk}/", "/reports/", "/meetings/"]
)
def test_pages_fit_a_small_phone_and_have_no_serious_fault(visit, campaign, path):
    page = visit("clerk", path.format(pk=campaign.pk), width=360)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    found = Axe().run(page).response["violations"]
    assert [one["id"] for one in found if one["impact"] in {"serious", "critical"}] == []


def test_targets_of_the_sheet_are_large_enough_for_a_thumb(visit, campaign):
    page = visit("clerk", SHEET, width=360)
    heights = page.eval_on_selector_all(
        "form[data-record] input:not([type=hidden], [type=radio]), form[data-record] select, "
        "form[data-record] .button, form[data-record] div[id^=id_mode] label",
        "all => all.map(one => one.getBoundingClientRect().height)",
    )
    assert len(heights) > 8
    assert min(heights) >= 44
