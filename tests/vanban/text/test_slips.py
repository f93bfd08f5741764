"""What a machine misread is read as it was meant, at its place, and the reader is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import vanban
from vanban.text.slips import repaired, repairs


def read(text):
    return repaired(text, repairs(text))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("KÊ HOẠCH", "KẾ HOẠCH"),
        ("Noi nhận:", "Nơi nhận:"),
        ("Ủy han nhân dân phường", "Ủy ban nhân dân phường"),
        ("Quyêt định số 5", "Quyết định số 5"),
        ("trước ngày l5/6/2O26.", "trước ngày 15/6/2026."),
        ("năm 2O26", "năm 2026"),
        ("Số: 1O8/KH-UBND", "Số: 108/KH-UBND"),
        ("THÀNH PHÓ NÀ QUẾ", "THÀNH PHỐ NÀ QUẾ"),
        ("ngày 16/7/20 21 của", "ngày 16/7/2021  của"),
        ("Ngày 0 3/8/2021, xã", "Ngày 03/8/2021 , xã"),
        ("trước ngày 15/11/202 6", "trước ngày 15/11/2026 "),
        ("Quý IIL năm 2026", "Quý III năm 2026"),
        ("hết quý lV", "hết quý IV"),
    ],
)
def test_a_slip_in_a_set_phrase_or_a_number_is_read_as_meant(written, meant):
    assert read(written) == meant


@pytest.mark.parametrize(
    "text",
    [
        "phường An Bình phối hợp",
        "Phương án ứng phó",
        "nhà ông Kế Hoạch",
        "thông bão số 8",
        "cần cứ hộ",
        "bảo cáo",
        "thửa số lO, tờ IO",
        "ngày 16/7/20 hộ dân",
        "từ ngày 1 8/2021",
        "ngày 5/6/2021 20 hộ",
        "bà Quý Lan, Quý 1",
        "xưởng công diễn",
        "QD-UBND",
        "kế hoạch",
        "trở thành phó ban",
        "TRỞ THÀNH PHỔ BIẾN",
    ],
)
def test_what_may_be_meant_stays(text):
    assert read(text) == text


@given(st.text())
def test_no_letter_moves(text):
    found = repairs(text)
    assert len(repaired(text, found)) == len(text)
    assert all(one.span.of(text) == one.said != one.meant for one in found)


def test_the_text_of_the_file_stays_and_the_repair_is_a_finding():
    text = "KÊ HOẠCH\nTiếp công dân năm 2026\n\nNoi nhận:\n- Các xã;\n- Lưu: VT.\n"
    reading = vanban.read(("\u200b" + text).encode(), "a.txt")
    assert reading.documents[0].header.kind == "kế hoạch"
    assert reading.text.endswith(text)
    marked = [(one.rule, one.span.of(reading.text), one.suggestion) for one in reading.warnings]
    assert marked == [
        ("ocr.repaired", "KÊ HOẠCH", "KẾ HOẠCH"),
        ("ocr.repaired", "Noi nhận", "Nơi nhận"),
    ]


def test_a_day_with_a_blank_inside_is_the_day_of_the_duty_and_is_told():
    text = (
        "KẾ HOẠCH\nNăm 2020\n\n1. Sở Nội vụ\n- Rà soát quy chế, hoàn thành trước ngày 16/7/20 21.\n"
    )
    reading = vanban.read(text.encode(), "a.txt")
    assert [str(day) for day in reading.documents[0].duties[0].due] == ["2021-07-16"]
    told = [one for one in reading.warnings if one.rule == "ocr.repaired"]
    assert [(one.span.of(text), one.suggestion) for one in told] == [("16/7/20 21", "16/7/2021")]


@pytest.mark.parametrize("day", ["16/7/20 21", "0 3/8/2022", "15/11/202 6"])
def test_a_day_put_right_keeps_all_its_figures_in_the_words_of_the_duty(day):
    text = f"KẾ HOẠCH\nNăm 2020\n\n1. Sở Nội vụ\n- Rà soát quy chế, hoàn thành trước ngày {day}.\n"
    (duty,) = vanban.read(text.encode(), "a.txt").documents[0].duties
    assert duty.text.endswith(f"ngày {day}.")
