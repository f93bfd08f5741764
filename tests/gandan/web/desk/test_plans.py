"""The room of plans: each number opens into the rows it counts; duties are given out on one screen."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from gandan.domain.registry import actions as registry
from gandan.domain.tasks.models import Task
from gandan.kernel.events import history, verbs_of

from ...conftest import NOW
from ...reading_by_hand import plan as second_plan
from ..test_translations import words_of


def page(desk, who, name="plan", query=""):
    return desk.client(who).get(reverse(name, args=[desk.document.pk]) + query).content.decode()


def test_a_plan_is_listed_with_its_shares_and_each_number_is_a_link(desk):
    html = desk.client("clerk").get(reverse("plans")).content.decode()
    place = reverse("plan", args=[desk.document.pk])
    assert f'{place}?standing=not-due">1<' in html
    assert 'aria-label="0 xong, 0 quá hạn, 1 chưa đến hạn, 0 chưa có đơn vị"' in html


def test_a_number_counts_the_rows_that_it_opens(desk):
    with time_machine.travel(NOW + timedelta(days=200), tick=False):
        html = page(desk, "clerk")
        found = re.search(
            r'href="([^"]*standing=late)"[^>]*>.*?<strong class="number">(\d+)', html, re.S
        )
        rows = desk.client("clerk").get(found[1]).content.decode()
        assert int(found[2]) == rows.count('<th scope="row"') == 1
        assert "Không có" not in rows
        none = page(desk, "clerk", query="?standing=done")
        assert none.count('<th scope="row"') == 0


@pytest.mark.parametrize("view", ["table", "units", "sections", "gantt", "calendar", "reviews"])
def test_every_view_of_a_plan_opens(desk, view):
    html = page(desk, "clerk", query=f"?view={view}")
    assert 'aria-current="page"' in html
    if view in {"table", "units"}:
        assert "Sở Tài chính" in html


def test_an_unknown_view_is_no_page(desk):
    assert (
        desk.client("clerk").get(reverse("plan", args=[desk.document.pk]) + "?view=x").status_code
        == 404
    )


def test_the_gantt_is_drawn_with_its_table(desk):
    html = page(desk, "clerk", query="?view=gantt")
    assert '<svg class="gantt"' in html
    assert "30/06/2026; 31/12/2026" in html
    assert " style=" not in html


def test_the_calendar_puts_a_task_in_each_of_its_months(desk):
    html = page(desk, "clerk", query="?view=calendar&year=2026")
    months = re.findall(r"Tháng\s+(\d+)/2026 <span class=\"aside\">(\d+)", html)
    assert [month for month, n in months if n == "1"] == ["6", "12"]
    assert len(months) == 12


def test_who_sees_no_duty_of_it_counts_none(desk):
    html = desk.client("reader").get(reverse("plans")).content.decode()
    assert "standing=" not in html


def test_all_chosen_duties_are_given_out_at_once(desk):
    fact = desk.duties[1]
    address = reverse("plan-assign", args=[desk.document.pk])
    assert f'value="{fact.pk}"' in page(desk, "clerk", "plan-assign")
    answer = desk.client("clerk").post(address, {"fact": [fact.pk]})
    assert answer.status_code == 302
    task = Task.objects.get(fact=fact)
    (event,) = history(task)
    told = desk.client("clerk").get(reverse("task", args=[task.pk])).content.decode()
    assert verbs_of(event) == ["plan.assign", "fact.accept", "task.assign"]
    assert "Giao các nhiệm vụ của văn bản (" in told
    assert "Không còn nhiệm vụ nào chờ giao" in page(desk, "clerk", "plan-assign")


def test_giving_out_none_is_told_and_changes_nothing(desk):
    answer = desk.client("clerk").post(reverse("plan-assign", args=[desk.document.pk]), {})
    assert "Chưa có gì thay đổi" in answer.content.decode()
    assert Task.objects.count() == 1


@pytest.mark.parametrize("who", ["head", "reader"])
def test_giving_out_is_for_clerks(desk, who):
    address = reverse("plan-assign", args=[desk.document.pk])
    assert desk.client(who).post(address, {"fact": [desk.duties[1].pk]}).status_code == 403


def test_a_new_version_shows_what_changed(desk, office):
    read = second_plan()
    text = read.text.replace("trước 30/6/2026", "trước 30/9/2026")
    duty = read.documents[0].duties[0]
    later = read.documents[0].__class__(
        read.documents[0].span, read.documents[0].header, duties=(
            duty.__class__(duty.span, duty.text, lead=("Sở Nội vụ",), due=duty.due,
                           cooperating=duty.cooperating, section="1", rule=duty.rule),
        ),
    )  # fmt: skip
    fresh = read.__class__("moi.txt", "1" * 64, "text/plain", text, (later,))
    got = registry.receive_read(text.encode(), fresh, actor=office.clerk, at=NOW)
    address = reverse("plan-changes", args=[got.documents[0].pk])
    said = words_of(desk.client("clerk").get(address).content.decode())
    assert "đổi đơn vị chủ trì" in said
    assert "không còn: 1" in said
    assert "Mở nhiệm vụ" in said


def test_without_an_earlier_version_the_page_says_so(desk):
    assert "Chưa có bản trước" in page(desk, "clerk", "plan-changes")


def test_the_list_of_plans_takes_a_constant_number_of_queries(
    desk, office, django_assert_max_num_queries
):
    for n in range(12):
        read = second_plan(number=f"{n}/KH-SNV")
        registry.receive_read(read.text.encode(), read, actor=office.clerk, at=NOW)
    client = desk.client("clerk")
    with django_assert_max_num_queries(12):
        html = client.get(reverse("plans")).content.decode()
    assert html.count('<svg class="shares"') == 13


def test_a_duty_that_was_not_read_is_added_with_its_words(desk, office):
    assert "Thêm nhiệm vụ máy chưa đọc ra" in page(desk, "clerk", "plan-assign")
    address = f"{reverse('task-new')}?document={desk.document.pk}"
    said = {
        "quote": "câu này không có", "text": "Rà soát lại", "lead": office.finance.code,
        "due": "30/09/2026", "recurrence": "none", "priority": "0",
    }  # fmt: skip
    clerk = desk.client("clerk")
    assert "Không thấy đúng câu này trong văn bản" in clerk.post(address, said).content.decode()
    words = " ".join(desk.duties[1].quote.split()[:9])
    answer = clerk.post(address, {**said, "quote": words})
    task = Task.objects.get(text="Rà soát lại")
    assert answer.headers["Location"] == reverse("task", args=[task.pk])
    assert task.document == desk.document
    assert words in clerk.get(answer.headers["Location"]).content.decode()
    clerk.post(address, {**said, "quote": words})
    assert Task.objects.filter(text="Rà soát lại").count() == 1
