"""Laws named by their title: where the title ends, whose day it is, what is no law."""

from datetime import date

import pytest

from vanban.facts.landmark import Landmarks, beginnings
from vanban.facts.law import BEGINS, laws
from vanban.model import Span
from vanban.text.case import small


def named(text):
    places = beginnings(Landmarks(BEGINS).places(small(text)), BEGINS)
    return [(law.span.of(text), law.date) for law in laws(text, Span(0, len(text)), places)]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Luật Đất đai", None),
        ("Bộ luật Lao động ngày 20 tháng 11 năm 2019", date(2019, 11, 20)),
        ("Luật bầu cử đại biểu Quốc hội và đại biểu HĐND năm 2015", None),
        ("Luật Bầu cử năm 2015 (được sửa đổi, bổ sung năm 2025)", None),
        ("Luật Phòng bệnh", None),
        ("Pháp lệnh Cảnh sát cơ động ngày 23/12/2013", date(2013, 12, 23)),
        ("Luật Khám, chữa bệnh cho người nghèo ngày 01/02/2020", date(2020, 2, 1)),
    ],
)
def test_a_law_is_named_by_its_title_and_its_day(words, day):
    assert named(f"Căn cứ {words};") == [(words, day)]


def test_the_laws_in_the_title_of_an_amending_law_are_mentions_of_their_own():
    outer = (
        "Luật sửa đổi, bổ sung một số điều của Luật Chứng khoán, Luật Kiểm toán độc lập"
        " và Luật Quản lý thuế ngày 29 tháng 11 năm 2024"
    )
    assert named(f"Căn cứ {outer};") == [
        (outer, date(2024, 11, 29)),
        ("Luật Chứng khoán", None),
        ("Luật Kiểm toán độc lập", None),
        ("Luật Quản lý thuế", None),
    ]


def test_two_laws_joined_by_a_word_are_two():
    text = "Căn cứ Luật Đất đai và Luật Nhà ở ngày 27/11/2023;"
    assert named(text) == [
        ("Luật Đất đai", None),
        ("Luật Nhà ở ngày 27/11/2023", date(2023, 11, 27)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "theo quy định của pháp luật Việt Nam",
        "Trường Đại học Luật Hà Nội và Đoàn Luật sư tỉnh",
        "Luật này có hiệu lực; dự án Luật Dữ liệu mới",
        "Hội Luật gia tỉnh phối hợp với ngành Luật trong tỉnh",
        "văn bản quy phạm pháp luật số 5 năm 2020",
    ],
)
def test_not_every_law_in_a_text_is_a_document(text):
    assert named(text) == []


def test_the_day_of_another_document_is_not_taken():
    text = "Luật Tiếp công dân và Nghị định số 64/2014/NĐ-CP ngày 26/6/2014"
    assert named(text) == [("Luật Tiếp công dân", None)]
