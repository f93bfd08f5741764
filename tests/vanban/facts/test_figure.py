"""Totals beside their parts."""

import pytest

from vanban.facts import figure
from vanban.facts.context import Context
from vanban.layout.page import Layout
from vanban.model import Block, Span, Table
from written_page import page_of


def sums(written):
    return [(one.total, one.parts, one.holds) for one in figure.find(page_of(written), Context())]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Đã tổ chức 50 cuộc (trong đó 38 cuộc trực tiếp; 12 cuộc trực tuyến).", (50, (38, 12), True)),
        ("Tiếp nhận 120 đơn, gồm: 50 đơn khiếu nại, 20 đơn tố cáo và 40 đơn kiến nghị.", (120, (50, 20, 40), False)),
        ("Tại 12 điểm với trên 1.000 cử tri, 75 ý kiến (trong đó 9/12 trực tiếp; 3/12 phát thanh).", (12, (9, 3), True)),
        ("Tại 12 điểm với 900 cử tri (trong đó 9/12 trực tiếp; 4/12 phát thanh).", (12, (9, 4), False)),
        ("Xã có 1.330 hộ, bao gồm 1.000 hộ thuần nông và 330 hộ kinh doanh.", (1330, (1000, 330), True)),
        ("Tổ chức 43 cuộc (trong đó 38 điểm trực tiếp; 06 điểm niêm yết).", (43, (38, 6), False)),
        ("Trong 305 ý kiến có 118 ý kiến đã giải trình, 187 ý kiến chuyển sở.", (305, (118, 187), True)),
        ("Tổng số 19 kiến nghị: 11 kiến nghị đã trả lời, 8 kiến nghị đang xem xét.", (19, (11, 8), True)),
        ("Tiếp nhận 19 đơn, trong đó đã giải quyết 11 đơn, đang giải quyết 8 đơn.", (19, (11, 8), True)),
        ("Tổ chức 68 cuộc, trong đó có 43 cuộc định kỳ, còn lại là 12 cuộc theo nhóm, 13 cuộc chuyên đề, đã tiếp nhận 251 kiến nghị.", (68, (43, 12, 13), True)),
        ("Đã nhận 39 lượt ý kiến. Trong đó có 13 ý kiến về chế độ, chính sách; 6 ý kiến về giao thông; 7 ý kiến về y tế và 13 ý kiến khác.", (39, (13, 6, 7, 13), True)),
        ("Tổng số là 25 ý kiến. Trong đó, 3 ý kiến thuộc Trung ương; 13 ý kiến thuộc tỉnh, 9 ý kiến thuộc xã.", (25, (3, 13, 9), True)),
        ("Có 93 ý kiến của cử tri. Đến nay, có 18/93 ý kiến đã giải quyết; 75/93 ý kiến đang giải quyết.", (93, (18, 75), True)),
        ("Đã tiếp 647 lượt công dân; trong đó, tiếp thường xuyên 147 lượt/325 người; tiếp định kỳ 500 lượt/761 người.", (647, (147, 500), True)),
        ("Có 20 đoàn đông người (vụ việc cũ 11 vụ, mới phát sinh 09 vụ).", (20, (11, 9), True)),
        ("Tổ chức 12 cuộc đối thoại (cấp tỉnh 4 cuộc, cấp xã 9 cuộc).", (12, (4, 9), False)),
        ("Tổ chức 12 cuộc đối thoại: cấp tỉnh 4 cuộc, cấp xã 9 cuộc, xong trước 30/6/2026.", (12, (4, 9), False)),
        ("Tổ chức 12 cuộc đối thoại, trong đó cấp tỉnh 4 cuộc và cấp xã 9 cuộc.", (12, (4, 9), False)),
        ("Tổ chức 13 cuộc đối thoại: cấp tỉnh 4 cuộc, cấp xã 9 cuộc.", (13, (4, 9), True)),
        ("Tổng số kiến nghị là 65 kiến nghị; đến nay, đã giải quyết xong 40 kiến nghị, đang giải quyết 25 kiến nghị.", (65, (40, 25), True)),
    ],
)  # fmt: skip
def test_a_total_is_added_up(written, expected):
    assert sums(written) == [expected]


@pytest.mark.parametrize(
    "written",
    [
        "Có 100 đại biểu, trong đó có 30 đại biểu nữ, 20 đại biểu trẻ.",
        "Có 120 đơn, trong đó 15 đơn phức tạp.",
        "Trong đó, giai đoạn 2021 - 2025 bố trí 50 triệu đồng, 30 triệu đồng.",
        "Kế hoạch số 12/KH-UBND ngày 05/6/2026 gồm 3 phần, 2 phụ lục.",
        "Có 93 ý kiến. Đến nay, có 18/93 ý kiến đã giải quyết; 37/93 ý kiến đã giải trình.",
        "Tổng số hộ là 1.200 hộ; đến nay, có 900 hộ có nước sạch, 1.000 hộ có điện.",
        "Tổ chức 12 cuộc đối thoại: cấp tỉnh 4 cuộc, cấp xã 5 cuộc.",
        "Họp lúc 8 giờ: xã A 4 hộ, xã B 9 hộ.",
        "Tổ chức 12 cuộc (cấp tỉnh 4 cuộc, cấp xã 9 cuộc, 3 cuộc trực tuyến).",
        "Giao 3 sở: sở Y tế 12 xã, sở Nội vụ 9 xã.",
        "Cử tri nêu 116 vấn đề. Trong đó, có 36 ý kiến được trả lời, 40 ý kiến chưa trả lời.",
    ],
)
def test_some_of_them_is_not_all_of_them(written):
    assert [one for one in sums(written) if not one[2]] == []


def test_the_total_may_stand_in_the_paragraph_above():
    written = (
        "Toàn tỉnh tiếp 35 lượt đoàn, giảm 7 lượt.\n\nTheo đó, trụ sở tỉnh tiếp 10 lượt đoàn (36 người),"
        " TP. Hòa Mẫu 12 lượt đoàn (22 người), Nậm Rúm 12 lượt đoàn (20 người) và Khao Ban 1 lượt đoàn.\n"
    )
    assert sums(written) == [(35, (10, 12, 12, 1), True)]


def test_a_number_of_an_article_is_no_total_of_rates():
    written = (
        "Nâng mức chuẩn tại Điều 4 Nghị định số 20. Vì thực tế mức này là thấp (hàng tháng là 270.000,"
        " 405.000, 540.000 đồng)."
    )
    assert sums(written) == []


def test_parts_that_go_on_beyond_the_total_do_not_hold():
    assert sums("Mở 10 lớp, gồm 6 lớp mầm non, 4 lớp tiểu học, 3 lớp dạy nghề.") == [
        (10, (6, 4, 3), False)
    ]


def test_the_parts_may_stand_in_the_items_below():
    written = """
Tổng số tiếp nhận là 120 đơn, trong đó:
  - Khiếu nại: 50 đơn;
  - Tố cáo: 20 đơn;
  - Kiến nghị, phản ánh: 50 đơn.
"""
    assert sums(written) == [(120, (50, 20, 50), True)]


def table_page(rows, columns=("TT", "Xã", "Số cuộc", "Số ý kiến")):
    text, blocks = "", []
    for row in rows:
        cells = []
        for cell in row:
            cells.append(Span(len(text), len(text) + len(cell)))
            text += cell + " | "
        blocks.append(
            Block("row", "body", Span(cells[0].start, cells[-1].end), cells=tuple(cells), table=0)
        )
    table = Table(Span(0, len(text)), columns, rows=tuple(range(len(rows))))
    return Layout(text, Span(0, len(text)), tuple(blocks), (table,))


def test_the_total_row_of_a_table_is_added_up_column_by_column():
    page = table_page(
        [("1", "Xã A", "3", "40"), ("2", "Xã B", "4", "1.050"), ("", "Tổng cộng", "7", "1.100")]
    )
    found = [(one.total, one.parts, one.holds) for one in figure.find(page, Context())]
    assert found == [(7, (3, 4), True), (1100, (40, 1050), False)]


def test_a_column_with_words_is_not_added_up():
    page = table_page([("1", "Xã A", "3 cuộc"), ("2", "Xã B", "4"), ("", "Cộng", "7")])
    assert figure.find(page, Context()) == ()


def test_the_words_of_a_sum_are_those_of_the_text():
    page = page_of("Năm qua đã họp 50 cuộc (trong đó 38 cuộc trực tiếp; 12 cuộc trực tuyến).")
    (found,) = figure.find(page, Context())
    assert found.text == found.span.of(page.text)
    assert found.text.startswith("50 cuộc")


def test_two_parts_may_follow_the_sentence_with_their_total():
    said = "Tại buổi tiếp xúc, có 6 ý kiến. Đại biểu đã trả lời trực tiếp 2 ý kiến, còn 4 ý kiến sẽ trả lời sau."
    assert sums(said) == [(6, (2, 4), True)]
    assert sums(said.replace("còn 4", "còn 5")) == []
