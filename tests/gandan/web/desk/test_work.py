"""The page of a task: the steps of this person, progress, dates, and the history of it all."""

from __future__ import annotations

import pytest
from django.urls import reverse

from gandan.kernel.events import history


def page(desk, who):
    return desk.client(who).get(reverse("task", args=[desk.task.pk])).content.decode()


def post(desk, who, name, data=None, **more):
    return desk.client(who).post(reverse(name, kwargs={"pk": desk.task.pk, **more}), data or {})


def fresh(desk):
    desk.task.refresh_from_db()
    return desk.task


def test_buttons_are_the_steps_that_this_person_may_take(desk):
    step = reverse("task-step", kwargs={"pk": desk.task.pk, "verb": "receive"})
    assert step in page(desk, "other_head")
    assert step not in page(desk, "head")


def test_a_task_goes_from_received_to_done_by_buttons(desk):
    for verb, data in (
        ("receive", {}), ("start", {}), ("submit", {"reason": "Có biên bản"}), ("approve", {}),
    ):  # fmt: skip
        post(desk, "other_head", "task-step", data, verb=verb)
    assert fresh(desk).state == "done"
    assert "hoàn thành" in page(desk, "other_head")


def test_each_step_leaves_exactly_one_event(desk):
    before = history(desk.task).count()
    post(desk, "other_head", "task-step", verb="receive")
    assert history(desk.task).count() == before + 1
    assert "Nhận việc" in page(desk, "head")


def test_a_step_that_is_not_open_is_refused_in_words(desk):
    answer = desk.client("other_head").post(
        reverse("task-step", kwargs={"pk": desk.task.pk, "verb": "approve"}), follow=True
    )
    assert "không làm được bước này" in answer.content.decode()
    assert fresh(desk).state == "assigned"


def test_whoever_changes_an_old_page_is_told_and_overwrites_nothing(desk):
    seen = desk.task.sequence
    post(desk, "other_head", "task-progress", {"text": "Đã họp"})
    answer = desk.client("other_head").post(
        reverse("task-step", kwargs={"pk": desk.task.pk, "verb": "receive"}),
        {"seen": seen}, follow=True,
    )  # fmt: skip
    assert "vừa được người khác thay đổi" in answer.content.decode()
    assert fresh(desk).state == "assigned"


def test_a_date_is_extended_with_its_reason_and_the_old_one_stays(desk):
    due = desk.task.due_dates.order_by("on").first()
    post(
        desk, "other_head", "task-extend", {"to": "15/7/2026", "reason": "Chờ kinh phí"}, due=due.pk
    )
    html = page(desk, "other_head")
    assert "đã gia hạn đến 15/07/2026" in html
    assert "30/06/2026" in html
    assert "Chờ kinh phí" in html


@pytest.mark.parametrize("to", ["2026", "32/1/2026", "mai", ""])
def test_an_extension_to_no_date_is_asked_again(desk, to):
    due = desk.task.due_dates.order_by("on").first()
    answer = post(desk, "other_head", "task-extend", {"to": to, "reason": "x"}, due=due.pk)
    assert answer.status_code == 200
    assert not desk.task.due_dates.filter(replaced_by__isnull=False).exists()


def test_who_cooperates_reports_on_their_part(desk):
    part = desk.task.cooperations.get(unit=desk.office.home_affairs)
    post(desk, "head", "task-part-step", part=part.pk, verb="start")
    part.refresh_from_db()
    assert part.state == "under-way"
    assert fresh(desk).state == "assigned"


def test_evidence_by_the_number_of_a_document(desk):
    post(desk, "other_head", "task-evidence", {"number": "15/kh-snv"})
    assert desk.task.evidence.get().document == desk.document


def test_evidence_by_an_unknown_number_keeps_nothing(desk):
    answer = desk.client("other_head").post(
        reverse("task-evidence", args=[desk.task.pk]), {"number": "1/XX"}, follow=True
    )
    assert "Chưa lưu gì" in answer.content.decode()
    assert not desk.task.evidence.exists()


def test_a_clerk_gives_an_ownerless_duty_to_a_unit(desk):
    desk.task.lead = None
    desk.task.state = "draft"
    desk.task.save()
    assert "Chọn đơn vị chủ trì" in page(desk, "clerk")
    post(
        desk, "clerk", "task-edit",
        {"text": desk.task.text, "lead": desk.office.commune.code, "recurrence": "none",
         "priority": "0", "seen": desk.task.sequence},
    )  # fmt: skip
    assert fresh(desk).lead == desk.office.commune
    assert desk.task.state == "assigned"


def test_what_has_no_product_is_submitted_with_the_reason_and_what_has_one_by_a_button(desk):
    for verb in ("receive", "start"):
        post(desk, "other_head", "task-step", verb=verb)
    assert 'id="reason-submit"' in page(desk, "other_head")
    post(
        desk, "other_head", "task-step", {"reason": "Đã báo cáo miệng tại giao ban"}, verb="submit"
    )
    assert fresh(desk).state == "submitted"
    assert "Đã báo cáo miệng tại giao ban" in page(desk, "other_head")
    post(desk, "other_head", "task-step", {"reason": "Nộp bản chụp"}, verb="return")
    post(desk, "other_head", "task-step", verb="start")
    post(desk, "other_head", "task-evidence", {"number": desk.document.number})
    assert 'id="reason-submit"' not in page(desk, "other_head")
    post(desk, "other_head", "task-step", verb="submit")
    assert fresh(desk).state == "submitted"


def test_a_day_that_the_document_left_open_is_written_on_the_page(desk):
    desk.task.due_dates.all().delete()
    assert reverse("task-due", args=[desk.task.pk]) in page(desk, "other_head")
    post(desk, "other_head", "task-due", {"on": "31/7/2026", "reason": "Ý kiến cuộc họp"})
    assert "31/07/2026" in page(desk, "other_head")
    assert fresh(desk).next_due.isoformat() == "2026-07-31"


@pytest.mark.parametrize("on", ["", "31/2/2026", "mai", "2026-7"])
def test_a_day_that_is_none_is_asked_again(desk, on):
    answer = post(desk, "other_head", "task-due", {"on": on, "reason": "Ý kiến cuộc họp"})
    assert answer.status_code == 200
    assert 'class="field__error"' in answer.content.decode()


def test_no_day_is_written_without_its_ground(desk):
    for reason in ("", "   "):
        answer = post(desk, "other_head", "task-due", {"on": "31/7/2026", "reason": reason})
        assert 'class="field__error"' in answer.content.decode()
    post(desk, "other_head", "task-due", {"on": "31/7/2026", "reason": "Ý kiến cuộc họp"})
    assert "“Ý kiến cuộc họp”" in page(desk, "other_head")


def test_no_day_is_written_on_what_is_over(desk):
    post(desk, "other_head", "task-step", {"reason": "Trùng việc"}, verb="cancel")
    assert reverse("task-due", args=[desk.task.pk]) not in page(desk, "other_head")
    answer = post(desk, "other_head", "task-due", {"on": "31/7/2026", "reason": "Ý kiến cuộc họp"})
    assert "đã xong hoặc đã hủy" in answer.content.decode()


def test_nothing_is_extended_to_a_day_that_was_over_before(desk):
    due = desk.task.due_dates.order_by("on").first()
    answer = post(desk, "other_head", "task-extend", {"to": "1/1/2020", "reason": "x"}, due=due.pk)
    assert "đã qua và sớm hơn hạn đang có" in answer.content.decode()
    assert due.is_open


def test_an_extension_says_who_approved_it(desk):
    due = desk.task.due_dates.order_by("on").first()
    post(
        desk, "other_head", "task-extend", {"to": "15/7/2026", "reason": "Chờ kinh phí"}, due=due.pk
    )
    panel = page(desk, "other_head").partition('id="dates"')[2].partition("</section>")[0]
    assert str(desk.office.other_head) in panel
