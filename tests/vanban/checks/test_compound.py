"""Slips in two-syllable words, told from two words that merely touch."""

import pytest

from vanban.checks.compound import check, meant_by
from vanban.checks.paper import Paper
from vanban.model import Document, Span


def marked(text):
    paper = Paper(text, Document(Span(0, len(text))))
    return [(one.rule, one.span.of(text), one.suggestion) for one in check(paper)]


@pytest.mark.parametrize(
    ("said", "meant"),
    [("nền tàng", "nền tảng"), ("chính quyên", "chính quyền"), ("CỦ TRI", "cử tri"), ("đặc diêm", "đặc điểm")],
)  # fmt: skip
def test_the_word_meant_is_named(said, meant):
    assert meant_by(*said.split()) == meant
    advised = meant.upper() if said.isupper() else meant
    assert ("spelling.compound", said, advised) in marked(f"Về {said} của xã.")


@pytest.mark.parametrize(
    "text",
    [
        "phù hợp với tình hình thực tế của từng nơi",
        "các đơn vị, địa phương thực hiện một số việc",
        "bắt đầu từ ngày 01/7",
        "Nhân dân làm chủ để phát triển",
        "liên quan quan tâm; phạm vi vi phạm; nhân dân dân chủ",
        "Ủy ban nhân dân quận, huyện",
        "bảo đảm, bảo vệ; phòng, chống; lãnh đạo, chỉ đạo",
    ],
)
def test_words_that_merely_touch_are_left_alone(text):
    assert marked(text) == []


def test_a_word_said_twice_is_marked():
    assert marked("dùng trong trong các khu") == [("spelling.doubled", "trong trong", "trong")]


def test_a_comma_inside_a_word_is_marked():
    assert marked("để phòng, ngừa kịp thời") == [
        ("spelling.comma_in_word", "phòng, ngừa", "phòng ngừa")
    ]
