"""A clerk reviews a plan: with the keyboard alone, with the mouse, and without JavaScript."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from gandan.domain.registry.queries import Fact
from gandan.domain.tasks.queries import Task


def duties(plan):
    return list(Fact.objects.filter(document=plan, kind="duty").order_by("start"))


def card(page, fact):
    return page.locator(f"#card-{fact.pk}")


def test_a_plan_is_reviewed_without_touching_the_mouse(visit, plan):
    """j, k, a, e, x, u and ?: what is uncertain comes first; after a verdict the next one waits."""
    first, second, doubtful, *_ = duties(plan)
    page = visit("clerk", f"/documents/{plan.pk}/")
    page.keyboard.press("j")
    expect(card(page, doubtful)).to_be_focused()
    expect(card(page, doubtful)).to_contain_text("Không thấy ai chủ trì")
    page.keyboard.press("e")
    expect(page.locator(".card__form :focus")).to_have_count(1)
    page.fill(f"#fact-{doubtful.pk}-lead", "Sở Nội vụ")
    page.keyboard.press("Enter")
    expect(card(page, doubtful)).to_have_attribute("data-state", "corrected")
    expect(card(page, first)).to_be_focused()
    page.keyboard.press("a")
    expect(card(page, first)).to_have_attribute("data-state", "accepted")
    expect(card(page, second)).to_be_focused()
    expect(page.locator("#progress")).to_contain_text("2/12 nhiệm vụ đã duyệt")
    page.keyboard.press("x")
    expect(page.locator(".card__form :focus")).to_have_count(1)
    page.keyboard.type("Chỉ là câu dẫn")
    page.keyboard.press("Enter")
    expect(card(page, second)).to_have_attribute("data-state", "rejected")
    page.keyboard.press("u")
    expect(card(page, second)).to_have_attribute("data-state", "machine-read")
    expect(card(page, second)).to_be_focused()
    page.keyboard.press("k")
    expect(card(page, first)).to_be_focused()
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#keys")).to_be_hidden()
    page.keyboard.press("/")
    expect(page.locator("#find")).to_be_focused()
    assert Task.objects.filter(fact=first, lead__name="Sở Tài chính").exists()
    assert Task.objects.filter(fact=doubtful, lead__name="Sở Nội vụ").exists()
    assert page.errors == []


def test_leaving_a_form_by_escape_changes_nothing(visit, plan):
    page = visit("clerk", f"/documents/{plan.pk}/")
    page.keyboard.press("j")
    page.keyboard.press("x")
    expect(page.locator(".card__form :focus")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator(".card__form")).to_have_count(0)
    assert not Fact.objects.exclude(status="machine-read").exists()


def test_a_click_on_either_shows_the_other(visit, plan):
    *_, last = duties(plan)
    page = visit("clerk", f"/documents/{plan.pk}/")
    card(page, last).locator("a.card__words").click()
    words = page.locator(f"#fact-{last.pk}")
    expect(words).to_be_in_viewport()
    expect(words).to_have_class(re.compile("fact--lit"))
    first = duties(plan)[0]
    page.locator(f"#fact-{first.pk}").scroll_into_view_if_needed()
    page.locator(f"#fact-{first.pk}").click()
    expect(card(page, first)).to_be_in_viewport()
    expect(card(page, first)).to_have_class(re.compile("card--lit"))


def test_the_address_of_words_opens_on_them(visit, plan):
    *_, last = duties(plan)
    page = visit("clerk", f"/documents/{plan.pk}/#fact-{last.pk}")
    expect(page.locator(f"#fact-{last.pk}")).to_be_in_viewport()
    expect(card(page, last)).to_be_in_viewport()


def test_reading_and_reviewing_work_without_javascript(visit, plan):
    fact = duties(plan)[0]
    page = visit("clerk", f"/documents/{plan.pk}/", script=False)
    expect(page.locator(f"#fact-{fact.pk}")).to_be_visible()
    page.locator(f"#fact-{fact.pk}").click()
    assert page.url.endswith(f"#card-{fact.pk}")
    card(page, fact).get_by_role("button", name="Duyệt").click()
    assert page.url.endswith(f"#card-{fact.pk}")
    expect(page.locator("#told")).to_contain_text("Đã duyệt")
    second = duties(plan)[1]
    card(page, second).get_by_role("link", name="Bỏ").click()
    page.get_by_label("Vì sao bỏ").fill("Chỉ là câu dẫn")
    page.get_by_role("button", name="Bỏ").click()
    expect(card(page, second)).to_contain_text("Chỉ là câu dẫn")


def test_what_was_accepted_stands_in_the_head_s_list_and_leads_back_to_the_words(visit, plan):
    fact = duties(plan)[0]
    page = visit("clerk", f"/documents/{plan.pk}/")
    card(page, fact).get_by_role("button", name="Duyệt").click()
    expect(card(page, fact)).to_have_attribute("data-state", "accepted")
    page = visit("head", "/")
    expect(page.locator("#bucket-later")).to_be_visible()
    expect(page.get_by_text("còn 40 ngày")).to_be_visible()
    page.locator("a.row__words").first.click()
    page.get_by_role("link", name="15/KH-UBND mục 1").click()
    expect(page.locator(f"#fact-{fact.pk}")).to_be_in_viewport()
