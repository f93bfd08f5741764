"""Opinions are cut out of minutes without who spoke, and kept when a person confirmed them."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document

from gandan.domain.meetings import actions, queries
from gandan.kernel.access import Denied
from gandan.kernel.refusal import Refused

from ...conftest import NOW

LINES = [
    "BIÊN BẢN",
    "Hội nghị tiếp xúc cử tri trước kỳ họp thứ 5",
    "II. Thành phần: 60 cử tri",
    "III. Ý kiến, kiến nghị của cử tri",
    "1. Cử tri Nguyễn Văn Giả, thôn Bãi: Đề nghị xã sửa cầu treo qua suối Nậm Hon.",
    "2. Bà Lò Thị Mẫu: Trạm y tế chưa có bác sĩ trực đêm, mong cấp trên bố trí.",
    "3. Cử tri phản ánh nước sinh hoạt thiếu vào mùa khô, kiến nghị xây bể chứa.",
    "IV. Chủ tọa tiếp thu",
]


def as_docx():
    book, out = Document(), BytesIO()
    for line in LINES:
        book.add_paragraph(line)
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "name"), [("\n".join(LINES).encode(), "bien-ban.txt"), (as_docx(), "bien-ban.docx")]
)
def test_what_was_said_is_cut_out_and_who_said_it_is_not(data, name):
    cuts = queries.opinions_in(data, name)
    assert [one.text for one in cuts] == [
        "Đề nghị xã sửa cầu treo qua suối Nậm Hon.",
        "Trạm y tế chưa có bác sĩ trực đêm, mong cấp trên bố trí.",
        "Cử tri phản ánh nước sinh hoạt thiếu vào mùa khô, kiến nghị xây bể chứa.",
    ]


def test_a_file_that_cannot_be_read_says_so():
    with pytest.raises(Refused):
        queries.opinions_in(b"PK\x03\x04 hong", "bien-ban.docx")


@pytest.fixture
def meeting(office, entry, settings, tmp_path):
    settings.GANDAN_FILES = tmp_path
    return actions.record_meeting(
        entry(opinions=1, said=["Mong có chợ"]), actor=office.commune_officer, at=NOW
    ).meeting


def test_confirmed_opinions_are_added_once_and_counted(office, meeting):
    by = {"actor": office.commune_officer, "at": NOW}
    for _ in range(2):
        actions.add_opinions(meeting, ["Mong  có chợ", "Xin sửa cầu", " "], **by)
    meeting.refresh_from_db()
    assert [(one.number, one.text) for one in meeting.said.all()] == [
        (1, "Mong có chợ"), (2, "Xin sửa cầu"),
    ]  # fmt: skip
    assert meeting.opinions == 2


def test_a_count_that_was_parted_by_competence_is_not_changed(office, entry, meeting):
    parted = actions.record_meeting(
        entry(key="phieu-0002", opinions=1, by_competence=(0, 0, 1), said=["Một"]),
        actor=office.commune_officer, at=NOW,
    ).meeting  # fmt: skip
    with pytest.raises(Refused, match="thẩm quyền"):
        actions.add_opinions(parted, ["Hai"], actor=office.commune_officer, at=NOW)


def test_minutes_are_kept_once_and_only_by_who_records(office, meeting):
    for _ in range(2):
        actions.attach_minutes(meeting, b"anh", "1.jpg", actor=office.commune_officer, at=NOW)
    assert meeting.minutes_files.count() == 1
    with pytest.raises(Denied):
        actions.attach_minutes(meeting, b"anh", "1.jpg", actor=office.other_head, at=NOW)
