"""A list on a phone is read downwards, and stands before its filters end."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from gandan.domain.tasks import actions


@pytest.fixture
def a_task(office):
    now = timezone.now()
    return actions.assign(
        "Rà soát quy chế phối hợp, tham mưu sửa đổi những nội dung không còn phù hợp",
        lead=office["STC"], due=[timezone.localdate(now) + timedelta(days=3)],
        actor=office["clerk"], at=now,
    )  # fmt: skip


def test_a_row_shows_all_its_cells_each_with_its_head(visit, a_task):
    page = visit("clerk", "/tasks/", width=360)
    box = page.locator(".table-box")
    assert box.evaluate("box => box.scrollWidth - box.clientWidth") == 0
    lead = page.get_by_role("cell", name="Sở Tài chính")
    expect(lead).to_be_in_viewport()
    assert lead.evaluate("cell => getComputedStyle(cell, '::before').content") == '"Chủ trì: "'


def test_it_is_still_a_table_to_a_screen_reader(visit, a_task):
    page = visit("clerk", "/tasks/", width=360)
    expect(page.get_by_role("columnheader", name="Chủ trì")).to_have_count(1)
    expect(page.get_by_role("rowheader", name=a_task.text)).to_have_count(1)


def test_on_a_desk_it_stays_a_table(visit, a_task):
    page = visit("clerk", "/tasks/", width=1280)
    cell = page.get_by_role("cell", name="Sở Tài chính")
    assert cell.evaluate("cell => getComputedStyle(cell).display") == "table-cell"
    assert cell.evaluate("cell => getComputedStyle(cell, '::before').content") == "none"
    expect(page.get_by_role("button", name="Lọc thêm")).to_be_hidden()


def test_filters_but_the_first_open_at_a_button(visit, a_task):
    page = visit("clerk", "/tasks/", width=360)
    state = page.get_by_label("Trạng thái")
    opener = page.get_by_role("button", name="Lọc thêm")
    expect(state).to_be_hidden()
    expect(opener).to_have_attribute("aria-expanded", "false")
    opener.click()
    expect(state).to_be_visible()
    expect(opener).to_have_attribute("aria-expanded", "true")
    opener.click()
    expect(state).to_be_hidden()


def test_a_filter_in_use_is_seen(visit, a_task):
    page = visit("clerk", "/tasks/?state=assigned", width=360)
    expect(page.get_by_label("Trạng thái")).to_be_visible()
    expect(page.get_by_role("button", name="Lọc thêm")).to_have_count(0)
