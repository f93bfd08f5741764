"""The home of each role begins with what waits for that role, and a role with nothing sees nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from gandan.domain.tasks import actions
from gandan.domain.tasks.models import Comment, Reminder
from gandan.domain.upkeep.models import JobRun

from ...conftest import NOW, TODAY


def home(desk, who):
    return desk.client(who).get("/").content.decode()


def line(html):
    """What stands in the list of what waits; "" when there is none."""
    return html.partition('aria-label="Chờ bạn">')[2].partition("</ul>")[0]


def test_a_head_is_told_what_is_to_be_decided_and_gets_there_by_a_link(desk, office):
    assert "chờ bạn duyệt" not in line(home(desk, "other_head"))
    for verb in ("receive", "start"):
        actions.take_step(desk.task, verb, actor=office.other_head, at=NOW)
    actions.take_step(desk.task, "submit", reason="Đã báo cáo", actor=office.other_head, at=NOW)
    due = desk.task.due_dates.order_by("on").last()
    actions.ask_extension(due, due.on.replace(year=2027), "bận", actor=office.other_head, at=NOW)
    said = line(home(desk, "other_head"))
    assert "Nhiệm vụ chờ bạn duyệt <strong>1</strong>" in said
    assert "Đề nghị gia hạn <strong>1</strong>" in said
    assert f'href="{reverse("task-board")}#to-approve"' in said
    board = desk.client("other_head").get(reverse("task-board")).content.decode()
    assert 'id="to-approve"' in board
    assert 'id="asked"' in board


def test_whom_a_comment_names_sees_it_on_the_home(desk, office):
    office.person("worker", "officer", "finance")
    actions.comment(desk.task, "Nhờ @worker xem", actor=office.other_head, at=NOW)
    assert "Nhắc tên bạn <strong>1</strong>" in line(home(desk, "worker"))
    assert line(home(desk, "other_head")) == ""


def test_a_mention_stays_until_it_is_answered_or_a_week_is_over(desk, office):
    """The daily message told of it; whether that was read nobody knows."""
    worker = office.person("worker", "officer", "finance")
    said = actions.comment(desk.task, "Nhờ @worker xem", actor=office.other_head, at=NOW)
    Reminder.objects.create(account=worker, on=TODAY - timedelta(days=1), sent_at=NOW)
    assert "Nhắc tên bạn" in line(home(desk, "worker"))
    Comment.objects.filter(pk=said.pk).update(at=NOW - timedelta(days=8))
    assert "Nhắc tên bạn" not in line(home(desk, "worker"))
    Comment.objects.filter(pk=said.pk).update(at=NOW - timedelta(days=3))
    assert "Nhắc tên bạn" in line(home(desk, "worker"))
    actions.comment(desk.task, "Đã xem", actor=worker, at=NOW)
    assert "Nhắc tên bạn" not in line(home(desk, "worker"))


def test_a_clerk_is_told_of_documents_to_look_through_and_of_duties_without_a_unit(desk, office):
    actions.assign(
        "Việc chưa rõ của ai", lead=None, lead_text="các ngành", actor=office.clerk, at=NOW
    )
    said = line(home(desk, "clerk"))
    assert "Văn bản mới có nhiệm vụ chờ duyệt <strong>1</strong>" in said
    assert "Nhiệm vụ chưa rõ đơn vị chủ trì <strong>1</strong>" in said
    assert line(home(desk, "reader")) == ""


def test_an_administrator_is_told_what_failed_and_finds_what_is_theirs(desk):
    said = line(home(desk, "admin"))
    for name in ("upkeep", "accounts", "units"):
        assert f'href="{reverse(name)}"' in said
    assert "bị lỗi" not in said
    JobRun.objects.create(
        job="search", day=TODAY, begun_at=NOW, ended_at=NOW, outcome=JobRun.Outcome.FAILED
    )
    assert "Việc chạy nền bị lỗi <strong>1</strong>" in line(home(desk, "admin"))


@pytest.mark.parametrize("who", ["head", "clerk", "admin"])
def test_what_waits_is_asked_in_as_many_questions_however_much_waits(desk, office, who):
    client = desk.client(who)

    def asked():
        client.get("/")
        with CaptureQueriesContext(connection) as seen:
            client.get("/")
        return len(seen)

    def more(at):
        actions.assign(f"Việc {at}", lead=None, lead_text="các ngành", actor=office.clerk, at=NOW)
        task = actions.assign(
            f"Việc của sở {at}", lead=office.home_affairs, actor=office.head, at=NOW
        )
        actions.comment(task, "Nhờ @head xem", actor=office.officer, at=NOW)

    more(0)
    few = asked()
    for at in range(1, 6):
        more(at)
    assert asked() == few
