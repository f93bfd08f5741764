"""Tables whose cells a page's copy prints one under another."""

import pytest

import vanban

HEAD = (
    "UBND TỈNH MẪU\nSố: 14/KH-UBND\nMẫu, ngày 20 tháng 4 năm 2024\nKẾ HOẠCH\nBẦU CỬ TRƯỞNG THÔN\n\n"
    "Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:\n\nI. TIẾN ĐỘ\n\n"
)
TAIL = "II. TỔ CHỨC THỰC HIỆN\n\n1. Sở Tài chính hướng dẫn kinh phí.\n"
HEADINGS = ["TT", "Nội dung công việc", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian"]
ROWS = [
    ["1", "Hướng dẫn bầu cử", "Sở Nội vụ", "Các sở, ngành", "30/4/2024"],
    ["2", "Tổ chức bầu cử tại các thôn", "UBND các xã, phường", "Công an xã", "Trước ngày 30/6/2024"],
]  # fmt: skip


def duties(rows, between="\n\n"):
    cells = [*HEADINGS, *(cell for row in rows for cell in row)]
    text = HEAD + between.join(cells) + "\n\n" + TAIL
    return [
        (one.lead, one.lead_source, one.due, text[one.span.start : one.span.end])
        for one in vanban.read(text.encode(), "a.txt").documents[0].duties
    ]


@pytest.mark.parametrize("between", ["\n\n", "\n"], ids=["spaced", "close"])
def test_each_row_is_a_duty_and_no_heading_is_one(between):
    found = duties(ROWS, between)
    assert [(lead, source) for lead, source, _, _ in found] == [
        (("Sở Nội vụ",), "table"),
        (("UBND các xã, phường",), "table"),
        (("Sở Tài chính",), "explicit"),
    ]
    assert [[day.isoformat() for day in due] for _, _, due, _ in found] == [
        ["2024-04-30"], ["2024-06-30"], []
    ]  # fmt: skip


def test_words_of_two_lines_stay_in_the_cell_of_what_is_to_be_done():
    long = [
        "1",
        "Hướng dẫn bầu cử",
        "Tập huấn nghiệp vụ",
        "Sở Nội vụ",
        "Các sở, ngành",
        "30/4/2024",
    ]
    (lead, _, _, said), *_ = duties([long, ROWS[1]])
    assert lead == ("Sở Nội vụ",)
    assert said.split("\n")[0] == "Hướng dẫn bầu cử"


def test_a_part_of_the_table_has_its_title_and_no_duty():
    found = duties([["I", "Chuẩn bị"], ROWS[0], ["II", "Bầu cử"], ["1", *ROWS[1][1:]]])
    assert [lead for lead, *_ in found][:2] == [("Sở Nội vụ",), ("UBND các xã, phường",)]


def test_numbered_paragraphs_under_a_word_tt_are_no_table():
    text = HEAD + "TT\n\nTrên đây là nội dung.\n\n1\n\nĐoạn một.\n\n" + TAIL
    read = vanban.read(text.encode(), "a.txt").documents[0]
    assert [one.lead for one in read.duties] == [("Sở Tài chính",)]


def test_the_widest_gap_of_a_row_that_is_a_line_short_is_its_empty_cell():
    text = (
        HEAD
        + "\n".join([*HEADINGS, *ROWS[0], "2", "Tổng kết", "Sở Nội vụ"])
        + "\n\nTháng 12\n\n"
        + TAIL
    )
    last = vanban.read(text.encode(), "a.txt").documents[0].duties[1]
    assert (last.lead, last.cooperating, last.time_text) == (("Sở Nội vụ",), (), "Tháng 12")
