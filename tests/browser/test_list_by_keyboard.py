"""A list is gone through, ticked and opened without touching the mouse."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import expect

from gandan.domain.petitions import actions as petitions
from gandan.domain.tasks import actions


def test_rows_are_gone_through_ticked_and_opened(visit, office):
    now = timezone.now()
    first, second = (
        actions.assign(
            text, lead=office["STC"], due=[timezone.localdate(now) + timedelta(days=days)],
            actor=office["clerk"], at=now,
        )
        for text, days in (("Rà soát quy chế", 3), ("Báo cáo kết quả", 5))
    )  # fmt: skip
    page = visit("clerk", "/tasks/")
    page.keyboard.press("x")
    expect(page.locator("input[type=checkbox]:checked")).to_have_count(0)
    page.keyboard.press("j")
    expect(page.get_by_role("link", name=first.text)).to_be_focused()
    page.keyboard.press("x")
    expect(page.locator(f"input[value='{first.pk}']")).to_be_checked()
    page.keyboard.press("j")
    page.keyboard.press("j")  # there is no third row
    expect(page.get_by_role("link", name=second.text)).to_be_focused()
    page.keyboard.press("k")
    page.keyboard.press("x")
    expect(page.locator(f"input[value='{first.pk}']")).not_to_be_checked()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{page.url.split('/tasks/')[0]}/tasks/{first.pk}/")


def test_letters_typed_into_a_field_are_letters(visit, office):
    page = visit("clerk", "/tasks/")
    page.focus("#words")
    page.keyboard.type("xjk")
    expect(page.locator("#words")).to_have_value("xjk")


def test_a_list_to_tick_is_on_paper_without_what_is_pressed(visit, office):
    """The form of the bulk verbs goes round the rows: they must not vanish with its buttons."""
    now = timezone.now()
    actions.assign("Rà soát quy chế", lead=office["STC"], actor=office["clerk"], at=now)
    petitions.receive(
        "Đề nghị sửa cầu treo.", petitions.Origin("letter"), said_on=timezone.localdate(now),
        unit=office["STC"], actor=office["clerk"], at=now,
    )  # fmt: skip
    page = visit("clerk", "/petitions/")
    page.emulate_media(media="print")
    row = page.get_by_role("link", name="Đề nghị sửa cầu treo.")
    expect(row).to_be_visible()
    assert row.bounding_box()["width"] > 300, "the words have the place of the box"
    page.goto(page.url.replace("/petitions/", "/tasks/"))
    expect(page.get_by_role("link", name="Rà soát quy chế")).to_be_visible()
    for pressed in ("Gia hạn", "Xuất cả danh sách ra Excel"):
        expect(page.get_by_role("button", name=pressed)).to_be_hidden()
    expect(page.locator("main input:visible")).to_have_count(0)
