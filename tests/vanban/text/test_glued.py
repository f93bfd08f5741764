"""Words that a copy ran together are read apart, and where they stand stays true."""

import pytest

from vanban import read
from vanban.text.glued import glued_words

COPY = (
    "1. Phó Thủ tướng Thường trựcChính phủ giao Sở Xây dựng phối hợp với các đơnvị liênquan thựchiện việc này,"
    " báo cáo kết quả thực hiện trước ngày 30/6/2026.\n"
)


def test_each_word_is_taken_apart_into_syllables():
    assert [word.meant for word in glued_words(COPY)] == [
        "trực Chính", "đơn vị", "liên quan", "thực hiện",
    ]  # fmt: skip


def test_of_two_ways_the_one_that_the_text_writes_apart_is_taken():
    assert "thực hiện" in [word.meant for word in glued_words(COPY)]
    without = COPY.replace("kết quả thực hiện ", "")
    assert [word.said for word in glued_words(without)] == ["trựcChính", "đơnvị", "liênquan"]


def test_a_word_without_marks_is_taken_apart_only_before_a_particle():
    glued = "Giaocho Sở Xây dựng " + COPY + "Dùng thư điện tử Video và Internet.\n"
    assert next(word.meant for word in glued_words(glued)) == "Giao cho"
    assert "Video" not in [word.said for word in glued_words(glued)]


@pytest.mark.parametrize(
    "written",
    [
        "Ông Hờ Kpă và bà Rơ Mah H\u2019Lan dự họp tại buôn Êđê cùng kỹ sư Pakistan.",
        "Thực hiện chương trình Internet, email và Facebook của Microsoft tại đơnvị.",
    ],
)
def test_a_text_with_a_foreign_name_or_one_slip_stays_as_it_is(written):
    assert glued_words(written) == ()


def test_facts_point_at_the_words_of_the_file():
    reading = read(COPY.encode(), "thu.txt")
    (duty,) = reading.documents[0].duties
    assert duty.lead == ("Sở Xây dựng",)
    assert duty.cooperating == ("các đơn vị liên quan",)
    (partner,) = duty.cooperating_spans
    assert partner.of(reading.text) == "các đơnvị liênquan"
    (time,) = duty.time_spans
    assert time.of(reading.text) == "trước ngày 30/6/2026"


def test_what_was_read_apart_is_told():
    told = [one for one in read(COPY.encode(), "thu.txt").warnings if one.rule == "text.glued"]
    assert [one.suggestion for one in told][:2] == ["trực Chính", "đơn vị"]
