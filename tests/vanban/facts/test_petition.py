"""Petitions as reports of voters' meetings list them."""

import pytest

from vanban.facts import petition
from vanban.facts.asked import asked_in
from vanban.facts.context import Context
from vanban.model import Header, Span
from written_page import page_of

REPORT = """
# II. Ý KIẾN, KIẾN NGHỊ CỦA CỬ TRI
  # 1. Kiến nghị thuộc thẩm quyền của Trung ương
    - Đề nghị Chính phủ nâng mức chuẩn trợ giúp xã hội.
  # 2. Kiến nghị thuộc thẩm quyền của tỉnh
    # a) Về giao thông
      - Đường vào bản lầy lội. Đề nghị UBND tỉnh, Sở Giao thông vận tải quan tâm đầu tư (xã Bình Mẫu).
      - Cử tri phấn khởi, tin tưởng vào sự phát triển của tỉnh.
      Trả lời: Tuyến đường nằm trong kế hoạch.
    # b) Về y tế
      Cử tri xã Đồng Mẫu phản ánh trạm y tế thiếu bác sĩ.
  Ngoài ra, cử tri mong muốn các vị đại biểu Quốc hội nếu trúng cử cần gần dân hơn.
# III. ĐỀ XUẤT, KIẾN NGHỊ
  - Đề nghị Ủy ban Mặt trận Tổ quốc tỉnh hỗ trợ kinh phí.
Trên đây là tổng hợp ý kiến, kiến nghị của cử tri.
"""


def test_one_petition_per_statement_and_nothing_else():
    found = petition.find(page_of(REPORT), Context())
    assert [
        (one.addressee_level, one.field, one.asked_of, one.place, one.general_wish) for one in found
    ] == [
        ("trung ương", None, ("Chính phủ",), None, False),
        ("địa phương", "a) Về giao thông", ("UBND tỉnh", "Sở Giao thông vận tải"), "xã Bình Mẫu", False),
        ("địa phương", "b) Về y tế", (), "xã Đồng Mẫu", False),
        (None, None, ("các vị đại biểu Quốc hội",), None, True),
    ]  # fmt: skip


def test_a_report_of_answers_yields_what_was_asked_not_what_was_answered():
    written = """
1. Cử tri xã Bình Mẫu kiến nghị: Đề nghị UBND tỉnh sớm sửa cầu treo.
  Trả lời: UBND tỉnh đã bố trí kinh phí.
2. Cử tri phường Hòa Mẫu đề nghị Công ty Điện lực sửa chữa đường dây.
  Về vấn đề này, Công ty Điện lực báo cáo như sau.
"""
    header = Header(subject="Kết quả giải quyết kiến nghị của cử tri trước kỳ họp thứ 5")
    found = petition.find(page_of(written), Context(header=header))
    assert [one.place for one in found] == ["xã Bình Mẫu", "phường Hòa Mẫu"]
    assert [one.asked_of for one in found] == [("UBND tỉnh",), ("Công ty Điện lực",)]


def test_a_document_about_something_else_has_no_petitions():
    assert petition.find(page_of("- Đề nghị các sở, ban, ngành báo cáo."), Context()) == ()


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("Đề nghị UBND, Sở Văn hóa, Thể thao và Du lịch quan tâm đầu tư.", ("UBND", "Sở Văn hóa, Thể thao và Du lịch")),
        ("Đề nghị UBND tỉnh chỉ đạo các ngành làm tốt vệ sinh.", ("UBND tỉnh",)),
        ("Đề nghị Cấp ủy, chính quyền các huyện, thị xã, thành phố có biện pháp.", ("Cấp ủy", "chính quyền các huyện, thị xã, thành phố")),
        ("Kiến nghị với Sở Kế hoạch và Đầu tư xem xét.", ("Sở Kế hoạch và Đầu tư",)),
        ("Đề nghị HĐND, UBND cùng với Tập đoàn Mẫu Việt Nam giải quyết.", ("HĐND", "UBND", "Tập đoàn Mẫu Việt Nam")),
        ("Đề nghị sớm nâng cấp đường liên thôn.", ()),
        ("Cử tri đề nghị tỉnh quan tâm.", ("tỉnh",)),
        ("Đề nghị các ngành có liên quan sớm trả lời.", ("các ngành có liên quan",)),
    ],
)  # fmt: skip
def test_only_those_who_are_asked(said, asked):
    assert asked_in(said, Span(0, len(said))) == asked


def test_the_figures_of_meetings_are_not_petitions():
    written = """
# II. KẾT QUẢ TIẾP XÚC CỬ TRI
  # 1. Đối với đại biểu Quốc hội
    Đại biểu đã tiếp xúc cử tri 14 cuộc, ghi nhận 96 ý kiến, kiến nghị.
"""
    header = Header(subject="Tổng hợp ý kiến, kiến nghị của cử tri trước kỳ họp thứ 5")
    assert petition.find(page_of(written), Context(header=header)) == ()


PLAN = """
# 3. Tiếp nhận, xử lý kiến nghị, phản ánh của công dân
  - Đề nghị các xã bố trí cán bộ tiếp công dân.
"""


def test_a_heading_about_handling_petitions_lists_none():
    assert petition.find(page_of(PLAN), Context(header=Header(kind="công văn"))) == ()


def test_a_plan_speaks_of_petitions_and_makes_none():
    written = PLAN.replace("Tiếp nhận, xử lý kiến nghị", "Ý kiến, kiến nghị")
    assert petition.find(page_of(written), Context(header=Header(kind="kế hoạch"))) == ()
    assert petition.find(page_of(written), Context(header=Header(kind="báo cáo"))) != ()


def test_an_answered_petition_is_one_though_it_ends_with_a_point():
    written = """
# II. NỘI DUNG KIẾN NGHỊ CỦA CỬ TRI VÀ KẾT QUẢ TRẢ LỜI
  # Cử tri thôn Nà Cuổi đề nghị Công an xã tuần tra ban đêm.
    Trả lời: Công an xã đã bố trí 02 tổ tuần tra.
"""
    (found,) = petition.find(page_of(written), Context(Header(kind="báo cáo")))
    assert (found.field, found.asked_of) == (None, ("Công an xã",))


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("Kiến nghị UBND xã Khao Ban lắp biển cảnh báo.", ("UBND xã Khao Ban",)),
        ("Đề nghị Sở Xây dựng và UBND các xã duy tu đường.", ("Sở Xây dựng", "UBND các xã")),
        (
            "Đề nghị UBND xã Khao Ban và Công an xã Khao Ban tuần tra.",
            ("UBND xã Khao Ban", "Công an xã Khao Ban"),
        ),
    ],
)
def test_who_is_asked_ends_where_the_act_begins(said, asked):
    assert asked_in(said, Span(0, len(said))) == asked


def test_a_heading_that_is_only_the_body_asked_is_no_field():
    found = petition.find(
        page_of(
            "# I. KIẾN NGHỊ CỦA CỬ TRI VỚI CÁC BỘ, NGÀNH\n"
            "  # 1. Bộ Nội vụ\n"
            "    - Cử tri xã Mẫu An đề nghị Bộ Nội vụ hướng dẫn chế độ phụ cấp.\n"
            "  # 2. Lĩnh vực giao thông\n"
            "    - Cử tri xã Mẫu Hạ đề nghị UBND tỉnh nâng cấp tuyến đường.\n"
        ),
        Context(),
    )
    assert [one.field for one in found] == [None, "2. Lĩnh vực giao thông"]
