"""A task split, asked about and talked of, each by its page."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from gandan.domain.tasks import actions
from gandan.domain.tasks.models import Comment, ExtensionRequest, Task

from ...conftest import NOW


def go(desk, who, name, data=None, **more):
    address = reverse(name, kwargs={"pk": desk.task.pk, **more})
    return desk.client(who).post(address, data or {}, follow=True).content.decode()


def show(desk, who, name="task", query="", **more):
    address = reverse(name, kwargs={"pk": desk.task.pk, **more}) + query
    return desk.client(who).get(address).content.decode()


def test_splitting_by_hand(desk, office):
    office.unit("room", "Phòng Ngân sách", parent="finance")
    data = {"text": "Soạn dự toán", "lead": office.room.code, "due": "1/6/2026"}
    go(desk, "other_head", "task-split", data)
    part = desk.task.children.get()
    assert (part.lead, part.text, part.next_due) == (office.room, "Soạn dự toán", date(2026, 6, 1))


def test_a_head_cannot_split_to_a_unit_of_others(desk, office):
    go(desk, "other_head", "task-split", {"text": "x", "lead": office.home_affairs.code})
    assert not desk.task.children.exists()


def test_periods_are_made_by_a_button(desk, office):
    actions.edit(desk.task, recurrence="monthly", actor=office.clerk, at=NOW)
    assert "Đã tạo 1 kỳ" in go(desk, "other_head", "task-occurrences")
    assert "01/03/2026" in show(desk, "other_head") or "02/03/2026" in show(desk, "other_head")


@pytest.fixture
def asked(desk, office):
    office.person("worker", "officer", "finance")
    due = desk.task.due_dates.order_by("on").first()
    assert "Xin gia hạn" in show(desk, "worker")
    go(desk, "worker", "task-ask", {"to": "20/7/2026", "reason": "chờ kinh phí"}, due=due.pk)
    return ExtensionRequest.objects.get()


def test_a_request_is_on_the_board_of_who_answers(desk, asked):
    board = desk.client("other_head").get(reverse("task-board")).content.decode()
    assert "chờ kinh phí" in board
    assert "chờ kinh phí" not in desk.client("head").get(reverse("task-board")).content.decode()


def test_granting_moves_the_date(desk, asked):
    go(desk, "other_head", "task-answer", {"granted": "yes"}, asked=asked.pk)
    assert desk.task.due_dates.filter(on=date(2026, 7, 20), reason="chờ kinh phí").exists()
    assert "đã đồng ý" in show(desk, "other_head")


def test_refusing_keeps_it_and_says_why(desk, asked):
    go(desk, "other_head", "task-answer", {"answer": "đã cấp đủ"}, asked=asked.pk)
    assert not desk.task.due_dates.filter(on=date(2026, 7, 20)).exists()
    assert "đã cấp đủ" in show(desk, "other_head")


def test_a_comment_that_names_somebody_reaches_their_board(desk):
    go(desk, "other_head", "task-comment", {"text": "Nhờ @head xem giúp"})
    assert "Nhờ @head xem giúp" in show(desk, "head")
    assert "Nhờ @head xem giúp" in desk.client("head").get(reverse("task-board")).content.decode()


def test_a_comment_is_shown_as_words(desk):
    go(desk, "other_head", "task-comment", {"text": "<script>alert(1)</script>"})
    assert "<script>alert" not in show(desk, "head")
    assert Comment.objects.count() == 1


def test_following_is_a_button_that_turns(desk):
    go(desk, "clerk", "task-follow", {"follow": "yes"})
    assert "Thôi theo dõi" in show(desk, "clerk")
    go(desk, "clerk", "task-follow", {"follow": "no"})
    assert "Theo dõi nhiệm vụ này" in show(desk, "clerk")


def test_the_part_of_a_cooperating_unit_takes_a_reason(desk, office):
    part = desk.task.cooperations.get(unit=office.home_affairs)
    data = {"reason": "chờ danh sách"}
    go(desk, "head", "task-part-step", part=part.pk, verb="receive")
    go(desk, "head", "task-part-step", data, part=part.pk, verb="wait")
    assert "chờ danh sách" in show(desk, "head")
    part.refresh_from_db()
    assert (part.state, Task.objects.get(pk=desk.task.pk).state) == ("waiting", "assigned")


def test_units_that_help_are_changed_on_their_own_page_and_the_task_tells_why(desk, office):
    gone = desk.task.cooperations.get(unit=office.home_affairs)
    html = show(desk, "clerk", "task-cooperation")
    assert f'value="{gone.pk}"' in html
    data = {
        "add": office.commune.code, "leave": [gone.pk], "reason": "Xã làm phần này",
        "seen": Task.objects.get(pk=desk.task.pk).sequence,
    }  # fmt: skip
    told = go(desk, "clerk", "task-cooperation", data)
    assert office.commune in [part.unit for part in desk.task.cooperations.all()]
    assert "Xã làm phần này" in told
    assert f"thôi {office.home_affairs}" in told


def test_a_page_of_cooperation_that_is_out_of_date_changes_nothing(desk, office):
    told = go(desk, "clerk", "task-cooperation",
              {"add": office.commune.code, "reason": "Thêm", "seen": 999})  # fmt: skip
    assert "vừa được người khác thay đổi" in told
    assert not desk.task.cooperations.filter(unit=office.commune).exists()


def test_a_comment_that_names_nobody_known_stays_in_its_field(desk):
    """What was typed is not lost because one name was wrong."""
    html = go(desk, "other_head", "task-comment", {"text": "Nhờ @khong.co xem giúp phần kinh phí"})
    assert "Không có tài khoản @khong.co" in html
    assert ">Nhờ @khong.co xem giúp phần kinh phí</textarea>" in html
    assert not Comment.objects.exists()
