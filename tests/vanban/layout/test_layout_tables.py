"""Tables by tabs, by bars or told by the format; frames that only set a page are none."""

from vanban.input.source import Cell, SourceTable
from vanban.layout import lay_out
from vanban.model import Span
from vanban.text.cleaning import clean

HEAD = "KẾ HOẠCH\nPhối hợp năm 2026\n\nCăn cứ Luật Tiếp công dân, như sau:\n\n"
COLUMNS = ("TT", "Nội dung", "Đơn vị chủ trì", "Thời gian")


def page_of(text, tables=()):
    (page,) = lay_out(clean(text), tables)
    return page


def rows(page):
    return [
        (block.label, [page.as_written(cell) for cell in block.cells])
        for block in page.blocks
        if block.kind == "row"
    ]


def test_a_table_by_tabs_gives_a_block_for_each_row():
    page = page_of(
        HEAD
        + "TT\tNội dung\tĐơn vị chủ trì\tThời gian\n1\tKý kế hoạch.\tSở A\tQuý II\n2\tTổng kết.\tSở B\tTháng 12\n"
    )
    assert page.tables[0].columns == COLUMNS
    assert rows(page) == [
        ("1", ["1", "Ký kế hoạch.", "Sở A", "Quý II"]),
        ("2", ["2", "Tổng kết.", "Sở B", "Tháng 12"]),
    ]
    assert [block.section for block in page.blocks if block.kind == "row"] == ["1", "2"]


def test_a_row_begins_after_its_number():
    page = page_of(
        HEAD + "TT\tNội dung\tĐơn vị chủ trì\tThời gian\n1\tKý kế hoạch.\tSở A\tQuý II\n"
    )
    row = next(block for block in page.blocks if block.kind == "row")
    assert page.said(row).startswith("Ký kế hoạch.")


def test_a_row_cut_by_a_page_break_is_one_row():
    page = page_of(
        HEAD
        + "TT\tNội dung\tĐơn vị chủ trì\tThời gian\n1\tKý kế hoạch phối hợp\n\ncông tác dân vận.\tSở A\tQuý II\n2\tTổng kết.\tSở B\tTháng 12\n"
    )
    assert [label for label, _ in rows(page)] == ["1", "2"]


def test_headings_repeated_after_a_break_are_no_row():
    heading = "TT\tNội dung\tĐơn vị chủ trì\tThời gian\n"
    page = page_of(
        HEAD + heading + "1\tViệc.\tSở A\tQuý I\n" + heading + "2\tViệc.\tSở B\tQuý II\n"
    )
    assert [label for label, _ in rows(page)] == ["1", "2"]


def test_a_table_by_bars_reads_cells_over_several_lines():
    text = (
        HEAD
        + "|\nTT\n|\nNội dung\n|\nĐơn vị chủ trì\n|\nThời gian\n|\n|\n1\n|\nKhảo sát\nhạ tầng\n|\nSở A\n|\nQuý I\n|\n|\n2\n|\nBáo cáo\n|\nSở B\n|\nHằng năm\n|\n"
    )
    page = page_of(text)
    assert page.tables[0].columns == COLUMNS
    assert rows(page) == [
        ("1", ["1", "Khảo sát hạ tầng", "Sở A", "Quý I"]),
        ("2", ["2", "Báo cáo", "Sở B", "Hằng năm"]),
    ]


def test_whole_rows_between_bars_are_a_table_too():
    page = page_of(
        HEAD
        + "| TT | Nội dung | Đơn vị chủ trì | Thời gian |\n|---|---|---|---|\n| 1 | Việc | Sở A | Quý I |\n"
    )
    assert rows(page) == [("1", ["1", "Việc", "Sở A", "Quý I"])]


def test_a_letterhead_set_as_a_table_is_none():
    page = page_of(
        "|\nỦY BAN NHÂN DÂN\nXÃ NÀ QUẾ\n|\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n|\n|\nSố: 5/KH-UBND\n|\nNà Quế, ngày 5 tháng 5 năm 2026\n|\n\n\nKẾ HOẠCH\nNăm 2026\n\n1. Việc.\n"
    )
    assert page.tables == ()
    assert [b.label for b in page.blocks if b.zone == "header"][:3] == ["issuer", "issuer", "motto"]


def test_a_cell_merged_downwards_counts_in_each_of_its_rows():
    text = HEAD + "TT Nội dung Chủ trì\n1 Một Sở A\n2 Hai"

    def span(words):
        at = text.rindex(words)
        return Span(at, at + len(words))

    def first_of(words):
        return Span(span(words).start, span(words).start + 1)

    cells = (
        Cell(0, 0, span("TT")),
        Cell(0, 1, span("Nội dung")),
        Cell(0, 2, span("Chủ trì")),
        Cell(1, 0, first_of("1 Một")),
        Cell(1, 1, span("Một")),
        Cell(1, 2, span("Sở A"), row_span=2),
        Cell(2, 0, first_of("2 Hai")),
        Cell(2, 1, span("Hai")),
    )
    page = page_of(text, (SourceTable(Span(span("TT").start, len(text)), cells),))
    assert rows(page) == [("1", ["1", "Một", "Sở A"]), ("2", ["2", "Hai", "Sở A"])]


def test_a_table_drawn_in_markdown_has_headings_whatever_they_say():
    page = page_of(
        HEAD + "| Cụm | Số cử tri |\n|---|---|\n| Cụm A | 310 |\n| Cụm B | 190 |\n\nKết thúc.\n"
    )
    assert page.tables[0].columns == ("Cụm", "Số cử tri")
    assert len(rows(page)) == 2


def test_figures_under_words_are_a_table():
    page = page_of(
        HEAD + "Cụm\tSố hội nghị\tSố cử tri\nCụm A\t4\t310\nCụm B\t3\t1.190\nCộng\t7\t1.500\n"
    )
    assert page.tables[0].columns == ("Cụm", "Số hội nghị", "Số cử tri")
    assert len(rows(page)) == 3


def test_a_heading_merged_down_beside_two_lower_ones_makes_two_rows_of_headings():
    text = HEAD + "TT Việc Đơn vị thực hiện Chủ trì Phối hợp Hạn 1 Rà soát Sở A Sở B Quý II"

    def span(words):
        at = text.rindex(words)
        return Span(at, at + len(words))

    cells = (
        Cell(0, 0, span("TT"), row_span=2),
        Cell(0, 1, span("Việc"), row_span=2),
        Cell(0, 2, span("Đơn vị thực hiện"), column_span=2),
        Cell(0, 4, span("Hạn"), row_span=2),
        Cell(1, 2, span("Chủ trì")),
        Cell(1, 3, span("Phối hợp")),
        Cell(2, 0, Span(span("1 Rà").start, span("1 Rà").start + 1)),
        Cell(2, 1, span("Rà soát")),
        Cell(2, 2, span("Sở A")),
        Cell(2, 3, span("Sở B")),
        Cell(2, 4, span("Quý II")),
    )
    page = page_of(text, (SourceTable(Span(span("TT").start, len(text)), cells),))
    assert page.tables[0].columns == ("TT", "Việc", "Chủ trì", "Phối hợp", "Hạn")
    assert rows(page) == [("1", ["1", "Rà soát", "Sở A", "Sở B", "Quý II"])]


LOWER = "\t\tChủ trì\tPhối hợp\t\n"
UPPER = "TT\tNội dung\tĐơn vị thực hiện\t\tThời gian\n"


def test_two_rows_of_headings_pasted_with_tabs_are_headings_both():
    page = page_of(
        HEAD + UPPER + LOWER + "1\tViệc.\tSở A\tSở B\tQuý I\n2\tViệc.\tSở C\tSở D\tQuý I\n"
    )
    assert page.tables[0].columns == ("TT", "Nội dung", "Chủ trì", "Phối hợp", "Thời gian")
    assert [label for label, _ in rows(page)] == ["1", "2"]


def test_the_lower_row_of_headings_repeated_after_a_break_is_no_row():
    page = page_of(
        HEAD
        + UPPER
        + LOWER
        + "1\tViệc.\tSở A\tSở B\tQuý I\n"
        + LOWER
        + "2\tViệc.\tSở C\tSở D\tQuý II\n"
    )
    assert [label for label, _ in rows(page)] == ["1", "2"]


def test_a_row_that_only_leaves_its_number_out_is_no_heading():
    page = page_of(
        HEAD
        + "TT\tNội dung\tĐơn vị chủ trì\tThời gian\n\tTập huấn thôn Một\tSở A\tQuý I\n2\tViệc.\tSở B\tQuý II\n"
    )
    assert len(rows(page)) == 2
