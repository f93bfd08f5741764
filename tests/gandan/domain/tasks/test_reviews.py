"""A review says of itself when it should come; what contradicts its own title stands out."""

from datetime import date

import pytest

from gandan.domain.tasks.reviews import review_of

ISSUED = date(2021, 8, 3)


def review(text, *due, issued=ISSUED):
    return review_of(text, due, issued)


@pytest.mark.parametrize(
    ("text", "due", "off"),
    [
        ("Sơ kết 5 năm thực hiện Chỉ thị số 1-CT/TU, ngày 09-01-2016", date(2021, 9, 30), 0),
        ("Tổng kết 20 năm thực hiện Chỉ thị số 2-CT/TU, ngày 15-12-2000", date(2021, 9, 30), 1),
        ("Sơ kết 5 năm thực hiện Quy định số 3-QĐ/TU, ngày 02/02/2019", date(2023, 6, 30), -1),
        ("Tổng kết mười năm thực hiện NQ ngày 3 tháng 6 năm 2013", date(2023, 6, 30), 0),
        ("Tổng kết việc thực hiện Chương trình", date(2030, 6, 30), None),
        ("Sơ kết 03 năm chương trình làm đường bản", date(2028, 11, 30), None),
    ],
)
def test_years_against_its_own_title(text, due, off):
    assert review(text, due).off_by == off


def test_a_day_that_had_passed_when_it_was_issued_stands_out():
    found = review("Sơ kết 5 năm thực hiện Kết luận số 1, ngày 07-01-2016", date(2021, 6, 30))
    assert found.passed_at_issue
    assert found.stands_out
    on_time = review("Sơ kết 5 năm thực hiện Kết luận số 1, ngày 07-01-2016", date(2021, 9, 30))
    assert not on_time.stands_out


def test_which_kind_it_is():
    assert review("Sơ kết một năm vận hành", date(2026, 12, 31)).kind == "preliminary"
    assert review("Tổng kết việc thực hiện", date(2026, 12, 31)).kind == "final"


@pytest.mark.parametrize(
    "text", ["Rà soát thủ tục", "Kết luận số 5", "Biểu dương các mô hình", "Tổng hợp kết quả"]
)
def test_what_is_no_review(text):
    assert review(text, date(2026, 1, 1)) is None
