"""A meeting is recorded once, by who may, with figures that add up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from gandan.domain.meetings import access, actions, queries
from gandan.domain.meetings.kinds import conclusion_due, kinds, notice_gap
from gandan.kernel.access import Denied
from gandan.kernel.events import history
from gandan.kernel.refusal import Refused

from ...conftest import NOW, TODAY


def test_the_same_key_sent_fifty_times_is_one_row_and_one_event(office, entry):
    sent = [
        actions.record_meeting(entry(), actor=office.commune_officer, at=NOW) for _ in range(50)
    ]
    assert [one.is_new for one in sent] == [True, *[False] * 49]
    assert queries.Meeting.objects.count() == 1
    assert history(sent[0].meeting).count() == 1


def test_opinions_are_kept_as_said_and_numbered(office, entry):
    made = actions.record_meeting(
        entry(said=["Đề nghị sửa cầu Bãi.", "  ", "Mong có bác sĩ trực đêm."]),
        actor=office.commune_officer, at=NOW,
    ).meeting  # fmt: skip
    assert list(made.said.values_list("number", "text")) == [
        (1, "Đề nghị sửa cầu Bãi."), (2, "Mong có bác sĩ trực đêm."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"by_competence": (1, 1, 2)}, "1 + 1 + 2 = 4"),
        ({"opinions": 1, "said": ["a", "b"]}, "Đã ghi 2 ý kiến"),
        ({"held_on": date(2026, 3, 3)}, "sau hôm nay"),
        ({"place": " "}, "nơi tổ chức"),
        ({"tier": ""}, "cấp đại biểu"),
        ({"mode": "shouting"}, "hình thức"),
        ({"attendees": -1}, "không thể âm"),
        ({"key": "ngan"}, "khóa gửi"),
        ({"kind": "dialogue", "tier": ""}, "Chức vụ người chủ trì"),
        ({"kind": "reception", "tier": "", "details": {"posted_on": "mai"}}, "không phải là ngày"),
    ],
)
def test_a_sheet_that_is_wrong_is_refused_and_nothing_is_stored(office, entry, changes, said):
    with pytest.raises(Refused, match=said.replace("+", r"\+")):
        actions.record_meeting(entry(**changes), actor=office.commune_officer, at=NOW)
    assert not queries.Meeting.objects.exists()


def test_the_database_too_keeps_sums_that_add_up(office, entry):
    made = actions.record_meeting(entry(), actor=office.commune_officer, at=NOW).meeting
    with pytest.raises(IntegrityError), transaction.atomic():
        queries.Meeting.objects.filter(pk=made.pk).update(
            opinions_central=1, opinions_province=1, opinions_commune=0
        )


def test_only_the_unit_that_holds_a_meeting_records_and_sees_it(office, entry):
    with pytest.raises(Denied):
        actions.record_meeting(entry(), actor=office.officer, at=NOW)
    with pytest.raises(Denied):
        actions.record_meeting(entry(), actor=office.reader, at=NOW)
    actions.record_meeting(entry(), actor=office.commune_officer, at=NOW)
    seen = {
        name: access.visible_meetings(office.accounts[name], TODAY).count()
        for name in ("commune_officer", "reader", "clerk", "officer", "admin")
    }
    assert seen == {"commune_officer": 1, "reader": 1, "clerk": 1, "officer": 0, "admin": 0}


def test_a_key_of_another_unit_gives_nothing_away(office, entry):
    actions.record_meeting(entry(), actor=office.commune_officer, at=NOW)
    with pytest.raises(Denied):
        actions.record_meeting(entry(unit=office.home_affairs), actor=office.officer, at=NOW)


def test_a_campaign_is_run_by_its_unit_and_seen_from_below(office, campaign):
    assert campaign in access.visible_campaigns(office.commune_officer, TODAY)
    with pytest.raises(Denied):
        actions.require(campaign, "commune", 3, TODAY, "01/KH", actor=office.officer, at=NOW)


def test_a_reception_posted_late_says_by_which_law(db):
    """Luật Tiếp công dân Điều 24 khoản 4: at least 5 working days before."""
    kind = kinds()["reception"]
    assert notice_gap(kind, {"posted_on": "2026-03-02"}, date(2026, 3, 20)) == ""
    said = notice_gap(kind, {"posted_on": "2026-03-18"}, date(2026, 3, 20))
    assert "13/3/2026" in said
    assert "Luật Tiếp công dân" in said


def test_a_conclusion_has_a_day_where_a_term_says_one(db):
    day, why = conclusion_due(kinds()["dialogue"], date(2026, 3, 2))
    assert why
    assert day is None or day > date(2026, 3, 2)
    assert conclusion_due(kinds()["training"], date(2026, 3, 2)) == (None, "")


def test_a_promise_becomes_a_task_of_the_unit_that_made_it(office, entry):
    sheet = entry(kind="dialogue", tier="", details={"chaired_by": "Chủ tịch UBND xã"})
    made = actions.record_meeting(sheet, actor=office.commune_officer, at=NOW).meeting
    promise = actions.promise(
        made, "Thay 12 bóng đèn đường thôn Bãi", office.commune, date(2026, 4, 1),
        actor=office.clerk, at=NOW,
    )  # fmt: skip
    assert (promise.task.lead, promise.task.next_due) == (office.commune, date(2026, 4, 1))
    with pytest.raises(Refused, match="trước ngày họp"):
        actions.promise(made, "Việc", office.commune, date(2026, 1, 1), actor=office.clerk, at=NOW)


def test_a_delegate_of_another_campaign_is_refused(office, entry):
    other = actions.open_campaign(
        "Đợt khác", "election", office.committee, TODAY, TODAY, actor=office.clerk, at=NOW
    )
    stranger = actions.add_delegate(other, "Lê Thị Sao Mai", "commune", actor=office.clerk, at=NOW)
    with pytest.raises(Refused, match="không thuộc đợt này"):
        actions.record_meeting(
            replace(entry(), delegates=[stranger]), actor=office.commune_officer, at=NOW
        )
