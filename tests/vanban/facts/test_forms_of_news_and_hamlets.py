"""Duties as hamlets get them and as sites tell what an authority ordered, in invented words."""

import pytest

from vanban import read
from vanban.model import Document

LETTER = """ỦY BAN NHÂN DÂN
XÃ KHE TRÚC
Số: 57/UBND-VX
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Khe Trúc, ngày 4 tháng 5 năm 2026

Kính gửi: Các ông, bà trưởng xóm.

"""


def document(written: str, head: str = "") -> Document:
    return read((head + written).encode(), "thu.txt").documents[0]


def leads(one: Document) -> list[tuple[str, ...]]:
    return [duty.lead for duty in one.duties]


@pytest.mark.parametrize("post", ["xóm trưởng", "trưởng xóm", "trưởng ấp", "thôn trưởng"])
def test_heads_of_hamlets_are_charged_by_their_post(post: str):
    one = document(
        f"Ủy ban nhân dân xã yêu cầu các ông {post} thực hiện một số nội dung sau:\n"
        "1. Rà soát các giếng khoan đã bỏ trong xóm.\n"
        "2. Vận động các hộ che miệng bể chứa nước.\n",
        LETTER,
    )
    assert leads(one) == [(f"các ông {post}",)] * 2


def test_trouble_is_told_without_a_comma_before_the_request():
    one = document(
        "1. Các trưởng xóm rà soát giếng khoan.\n"
        "Trong quá trình thực hiện, có vướng mắc, phát sinh đề nghị các ông trưởng xóm báo cáo về Ban chỉ đạo xã.\n",
        LETTER,
    )
    assert leads(one)[-1] == ("các ông trưởng xóm",)


def test_a_document_told_with_its_day_charges_whom_it_asks():
    one = document(
        "Ngày 3/5, UBND tỉnh ban hành văn bản yêu cầu các sở, ngành, UBND các huyện chủ động phòng hạn:\n"
        "1. Kiểm tra các hồ chứa nước.\n"
        "2. Tuyên truyền cho người dân tiết kiệm nước.\n"
    )
    assert leads(one) == [("các sở, ngành", "UBND các huyện")] * 2


def test_a_document_may_direct_a_body_in_the_middle_of_a_sentence():
    one = document(
        "Để nâng cao chất lượng thư viện ở cơ sở; ngày 2/3/2026, UBND tỉnh ban hành văn bản số 812/UBND-VX"
        " chỉ đạo Sở Khoa học và Công nghệ chủ trì rà soát thiết bị.\n"
    )
    assert leads(one) == [("Sở Khoa học và Công nghệ",)]


def test_the_dateline_of_a_newspaper_is_no_part_of_the_order():
    one = document(
        "(BTN) - Chủ tịch UBND tỉnh vừa có công văn giao UBND các huyện tổng hợp báo cáo tình hình nứt đất;"
        " gửi Sở Xây dựng trước ngày 9/6/2026.\n"
    )
    assert leads(one) == [("UBND các huyện",)]
    assert [report.due.isoformat() for report in one.report_duties if report.due] == ["2026-06-09"]


def test_a_document_that_was_sent_charges_nobody_yet():
    one = document(
        "UBND tỉnh vừa có văn bản gửi Sở Xây dựng, UBND các huyện về việc quản lý bến thủy.\n"
    )
    assert one.duties == ()


def test_who_speaks_may_have_been_named_before():
    one = document(
        "Thời gian tới, đồng chí đề nghị UBND các xã tổ chức tập huấn cho tổ hòa giải.\n"
        "Theo đó, lãnh đạo tỉnh giao Sở Tài chính cân đối kinh phí.\n"
    )
    assert leads(one) == [("UBND các xã",), ("Sở Tài chính",)]


def test_an_office_of_a_steering_board_is_one_body():
    one = document(
        "Văn phòng Ban Chỉ đạo phòng thủ dân sự - Phòng chống thiên tai tỉnh cập nhật tình hình mưa lũ.\n"
    )
    assert leads(one) == [("Văn phòng Ban Chỉ đạo phòng thủ dân sự - Phòng chống thiên tai tỉnh",)]


def test_bodies_asked_by_name_to_help_carry_it_out_have_a_duty():
    one = document(
        "Văn phòng HĐND và UBND huyện có trách nhiệm lập danh sách thiết bị."
        " Yêu cầu UBND các xã phối hợp và tổ chức thực hiện.\n"
    )
    assert leads(one) == [("Văn phòng HĐND và UBND huyện",), ("UBND các xã",)]


def test_whom_nobody_names_is_still_a_closing_formula():
    one = document("Yêu cầu các cơ quan, đơn vị nghiêm túc triển khai thực hiện.\n")
    assert one.duties == ()


def test_what_a_report_shall_hold_is_part_of_the_order_above_it():
    one = document(
        "Ủy ban nhân dân xã yêu cầu các trưởng thôn thực hiện các việc sau:\n"
        "1. Xây dựng báo cáo về đường ngõ gửi Ủy ban nhân dân xã trước ngày 20/5/2026; trong đó đánh giá các"
        " nội dung như:\n"
        "- Hạn chế, tồn tại\n"
        "- Kiến nghị, đề xuất\n"
        "2. Kiểm tra hệ thống loa.\n",
        LETTER,
    )
    assert [duty.text[:16] for duty in one.duties] == ["Xây dựng báo cáo", "Kiểm tra hệ thốn"]
    assert one.duties[0].span.end < one.duties[1].span.start
    assert one.duties[0].due[0].isoformat() == "2026-05-20"


def test_small_partners_are_partners():
    one = document("Giao Sở Y tế phối hợp với các bên liên quan xây dựng kế hoạch cấp cứu.\n")
    assert one.duties[0].cooperating == ("các bên liên quan",)
