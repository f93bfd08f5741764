"""Inspections, training courses and conclusions on the desk, from the plan to the last task."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from gandan.domain.meetings import actions
from gandan.domain.meetings.actions import Entry
from gandan.domain.meetings.models import Course, Inspection, Meeting
from gandan.domain.tasks.queries import Task

from ...conftest import NOW

NOTICE = """UBND TỈNH HỒNG LĨNH
VĂN PHÒNG
Số: 45/TB-VP
Hồng Lĩnh, ngày 1 tháng 3 năm 2026

THÔNG BÁO
Kết luận của Chủ tịch UBND tỉnh tại hội nghị giao ban

1. Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính rà soát quy chế, xong trước ngày 30/6/2026.
2. Giao Sở Tài chính bố trí kinh phí, hoàn thành trước ngày 15/5/2026.
"""


def planned(desk, **more):
    said = {
        "name": "Kiểm tra dân vận", "unit": desk.office.committee.pk,
        "duties": [desk.fact(1).pk], "items": "Công khai thủ tục", **more,
    }  # fmt: skip
    desk.client("clerk").post(f"/inspections/new/?plan={desk.document.pk}", said)
    return Inspection.objects.get()


def with_visit(desk):
    this = planned(desk)
    desk.client("clerk").post(
        f"/inspections/{this.pk}/visits/", {"units": "COMMUNE", "planned_on": "2026-03-02"}
    )
    return this, this.visits.get()


def test_an_inspection_takes_its_checklist_from_the_words_of_the_plan(desk):
    this = planned(desk)
    first, second = this.items.all()
    assert (first.source, second.source) == (desk.fact(1).quote, "")
    page = desk.client("clerk").get(f"/plans/{desk.document.pk}/").content.decode()
    assert f"/inspections/{this.pk}/" in page
    assert "0/0 đơn vị đã kiểm tra" in page


def test_a_visit_is_judged_item_by_item_with_evidence(desk):
    this, visit = with_visit(desk)
    first, second = this.items.all()
    who, address = desk.client("clerk"), f"/inspections/{this.pk}/visits/{visit.pk}/"
    half = {"held_on": "2026-03-02", "place": "", f"word-{first.pk}": "met"}
    shown = who.post(address, half).content.decode()
    assert "Chưa nhận định nội dung số 2" in shown
    whole = {
        **half, f"word-{second.pk}": "unmet", f"note-{second.pk}": "Chưa niêm yết",
        f"evidence-{second.pk}": SimpleUploadedFile("anh.jpg", b"anh"),
    }  # fmt: skip
    page = who.post(address, whole, follow=True).content.decode()
    assert "chưa đạt" in page
    assert "Chưa niêm yết" in page
    evidence = visit.verdicts.get(item=second)
    got = who.get(f"{address}evidence/{evidence.pk}/")
    assert (got.content, got["Content-Type"]) == (b"anh", "application/octet-stream")
    assert desk.client("head").get(f"{address}evidence/{evidence.pk}/").status_code == 404


def test_a_shortcoming_goes_to_the_inspected_unit_and_into_the_table(desk):
    this, visit = with_visit(desk)
    judged = {item.pk: actions.Judged("met") for item in this.items.all()}
    actions.judge(visit, date(2026, 3, 2), judged, actor=desk.office.clerk, at=NOW)
    who = desk.client("clerk")
    item = this.items.first()
    said = {"text": "Niêm yết thủ tục", "item": item.pk, "due": "2026-03-20"}
    page = who.post(
        f"/inspections/{this.pk}/visits/{visit.pk}/shortcomings/", said, follow=True
    ).content.decode()
    assert "Niêm yết thủ tục" in page
    assert Task.objects.get(text="Niêm yết thủ tục").lead == desk.office.commune
    book = load_workbook(BytesIO(who.get(f"/inspections/{this.pk}/export/").content))
    rows = list(book.active.iter_rows(values_only=True))
    assert rows[1][0] == "Ủy ban nhân dân xã Đồng Mây"
    assert (rows[1][6], rows[1][7]) == ("Niêm yết thủ tục", "20/03/2026")
    sheet = who.get(f"/inspections/{this.pk}/sheet/").content.decode()
    assert sheet.count("☐") == 6


def test_the_inspected_unit_reads_its_own_rows_only(desk):
    this, _visit = with_visit(desk)
    actions.plan_visits(
        this, [desk.office.finance], date(2026, 3, 3), actor=desk.office.clerk, at=NOW
    )
    page = desk.client("reader").get(f"/inspections/{this.pk}/").content.decode()
    assert "xã Đồng Mây" in page
    assert "Sở Tài chính" not in page
    assert desk.client("head").get(f"/inspections/{this.pk}/").status_code == 404


def test_the_pages_ask_the_same_number_of_questions_however_long(
    desk, django_assert_max_num_queries
):
    this, _visit = with_visit(desk)
    who = desk.client("clerk")
    for unit in (desk.office.finance, desk.office.home_affairs):
        actions.plan_visits(this, [unit], date(2026, 3, 4), actor=desk.office.clerk, at=NOW)
        with django_assert_max_num_queries(20):
            who.get(f"/inspections/{this.pk}/")
        planned_again = {"name": "Nữa", "unit": desk.office.committee.pk, "items": "Một"}
        who.post("/inspections/new/", planned_again)
        with django_assert_max_num_queries(12):
            who.get("/inspections/")


def test_a_course_is_planned_held_and_its_share_of_units_said(desk):
    who = desk.client("clerk")
    said = {"name": "Tập huấn dân vận", "unit": desk.office.committee.pk, "subject": "Kỹ năng"}
    who.post(f"/courses/new/?plan={desk.document.pk}", said)
    this = Course.objects.get()
    invited = {"units": "COMMUNE\nFINANCE", "post": "công chức", "number": "2"}
    who.post(f"/courses/{this.pk}/invite/", invited)
    who.post(f"/courses/{this.pk}/sessions/", {"planned_on": "2026-03-02", "place": "Hội trường"})
    session = this.sessions.get()
    came = {
        f"came-{each.pk}": 2 if each.unit == desk.office.commune else 0
        for each in this.audiences.all()
    }
    page = who.post(
        f"/courses/{this.pk}/sessions/{session.pk}/", {"held_on": "2026-03-02", **came}, follow=True
    ).content.decode()
    assert "1/2" in page
    assert "2/4" in page
    book = load_workbook(BytesIO(who.get(f"/courses/{this.pk}/export/").content))
    assert [row[2:] for row in book.active.iter_rows(min_row=2, values_only=True)] == [
        ("2", "0"), ("2", "2"),
    ]  # fmt: skip
    given = {"file": SimpleUploadedFile("bai.pdf", b"bai")}
    who.post(f"/courses/{this.pk}/materials/", given)
    file = this.materials.get()
    assert who.get(f"/courses/{this.pk}/materials/{file.pk}/").content == b"bai"
    assert "Tập huấn dân vận" in who.get(f"/plans/{desk.document.pk}/").content.decode()
    wrong = who.post(f"/courses/{this.pk}/invite/", {**invited, "units": "KHÔNG CÓ"}, follow=True)
    assert "Không có đơn vị nào" in wrong.content.decode()


@pytest.fixture
def meeting(desk):
    entry = Entry(
        key="giao-ban-01", kind="briefing", unit=desk.office.committee, mode="in-person",
        place="Hội trường UBND tỉnh", held_on=date(2026, 3, 2),
    )  # fmt: skip
    return actions.record_meeting(entry, actor=desk.office.clerk, at=NOW).meeting


def test_a_pasted_conclusion_becomes_tasks_on_one_screen(desk, meeting):
    """Pasted, read into duties, one corrected in its row, all given out with one button."""
    who = desk.client("clerk")
    assert "/conclude/" in who.get(f"/meetings/{meeting.pk}/").content.decode()
    screen = who.post(f"/meetings/{meeting.pk}/conclude/", {"words": NOTICE}, follow=True)
    page = screen.content.decode()
    assert screen.redirect_chain[-1][0].endswith("/assign/")
    assert "rà soát quy chế" in page
    meeting.refresh_from_db()
    assert meeting.state == "concluded"
    first, second = (card.fact for card, _clear, _typed in screen.context["rows"])
    sent = {
        "fact": [first.pk, second.pk], f"text-{second.pk}": "Bố trí kinh phí năm 2026",
        f"unit-{second.pk}": "HOME_AFFAIRS", f"due-{second.pk}": "20/05/2026",
    }  # fmt: skip
    who.post(f"/plans/{meeting.conclusion_id}/assign/", sent)
    one, two = Task.objects.filter(document=meeting.conclusion).order_by("start")
    assert (one.lead, one.next_due) == (desk.office.home_affairs, date(2026, 6, 30))
    assert (two.text, two.lead, two.next_due) == (
        "Bố trí kinh phí năm 2026", desk.office.home_affairs, date(2026, 5, 20),
    )  # fmt: skip
    assert two.quote, "the words of the document stay beside what was corrected"
    again = who.get(f"/meetings/{meeting.pk}/").content.decode()
    assert "Giao nhiệm vụ từ kết luận" in again


@pytest.mark.parametrize(
    ("wrong", "words"),
    [({"unit": "KHÔNG CÓ"}, "Không có đơn vị nào"), ({"due": "31/02/2026"}, "không phải ngày")],
)
def test_a_row_that_cannot_be_given_out_keeps_all_of_them_back(desk, meeting, wrong, words):
    who = desk.client("clerk")
    screen = who.post(f"/meetings/{meeting.pk}/conclude/", {"words": NOTICE}, follow=True)
    first, second = (card.fact for card, _clear, _typed in screen.context["rows"])
    sent = {"fact": [first.pk, second.pk], **{f"{k}-{second.pk}": v for k, v in wrong.items()}}
    page = who.post(f"/plans/{screen.context['plan'].pk}/assign/", sent).content.decode()
    assert words in page
    assert "Chưa giao nhiệm vụ nào" in page
    assert f'value="{next(iter(wrong.values()))}"' in page, "what was typed is kept"
    assert not Task.objects.filter(document=screen.context["plan"]).exists()


def test_an_empty_conclusion_and_a_second_one_are_refused(desk, meeting):
    who = desk.client("clerk")
    address = f"/meetings/{meeting.pk}/conclude/"
    assert "dán nội dung kết luận" in who.post(address, {"words": "  "}).content.decode()
    who.post(address, {"words": NOTICE})
    assert "đúng một văn bản số 99/TB" in who.post(address, {"number": "99/TB"}).content.decode()
    again = who.post(address, {"words": NOTICE}).content.decode()
    assert "đã có kết luận" in again
    assert Meeting.objects.get(pk=meeting.pk).conclusion_id is not None
