"""Tables drawn with bars whose rows a page, a copy or a converter has broken."""

from vanban.layout import lay_out
from vanban.text.cleaning import clean

HEAD = "KẾ HOẠCH\nPhối hợp năm 2026\n\n"
COLUMNS = ("TT", "Nội dung", "Đơn vị chủ trì", "Thời gian")
FIRST = ("1", "Rà soát quy chế tiếp công dân", "Sở Nội vụ", "Quý II")
SECOND = ("2", "Đối thoại với Nhân dân", "Văn phòng UBND tỉnh", "Quý IV")


def rows(text):
    (page,) = lay_out(clean(HEAD + text))
    (table,) = page.tables
    assert table.columns == COLUMNS
    blocks = [block for block in page.blocks if block.kind == "row"]
    return [tuple(page.as_written(cell) for cell in block.cells) for block in blocks]


def test_cells_of_a_markdown_row_may_run_on_over_lines():
    drawn = "| TT | Nội dung | Đơn vị chủ trì | Thời gian |\n|---|---|---|---|\n"
    first = "| 1 | Rà soát quy chế\n\ntiếp công dân | Sở\nNội vụ | Quý II |\n"
    second = "| 2 | Đối thoại với Nhân dân | Văn phòng\nUBND tỉnh | Quý\nIV |\n"
    assert rows(drawn + first + second) == [FIRST, SECOND]


def test_bars_alone_on_a_line_close_a_row_whose_last_cells_are_empty():
    text = "| TT | Nội dung | Đơn vị chủ trì | Thời gian |\n| 1 | Rà soát |\nSở Nội vụ |\n|\n| 2 | Đối thoại | Sở Y tế | Quý I |\n"
    assert rows(text) == [("1", "Rà soát", "Sở Nội vụ", ""), ("2", "Đối thoại", "Sở Y tế", "Quý I")]


def test_the_last_row_of_a_copy_that_breaks_off_is_a_row():
    text = "| TT | Nội dung | Đơn vị chủ trì | Thời gian |\n| 1 | Rà soát | Sở Y tế | Quý I |\n| 2 | Đối thoại với\nNhân dân"
    assert rows(text)[1] == ("2", "Đối thoại với Nhân dân", "", "")


def test_a_short_row_takes_no_paragraph_behind_the_table():
    text = "| TT | Nội dung | Đơn vị chủ trì | Thời gian |\n| 1 | Rà soát | Sở Y tế |\n\nTrên đây là Kế hoạch phối hợp.\n\n1. Sở Y tế thực hiện.\n"
    assert rows(text) == [("1", "Rà soát", "Sở Y tế", "")]


def test_rows_with_bars_only_between_cells_may_be_broken_too():
    text = "TT | Nội dung | Đơn vị chủ trì | Thời gian\n1 | Rà soát quy chế\ntiếp công dân | Sở Nội vụ | Quý II\n2 | Đối thoại với Nhân dân | Văn phòng\nUBND tỉnh | Quý\nIV\n\nIII. TỔ CHỨC THỰC HIỆN\n"
    assert rows(text) == [FIRST, SECOND]


def test_cells_that_end_with_a_bar_each_are_a_table():
    cells = "TT |\nNội dung |\nĐơn vị chủ trì |\nThời gian |\n1 |\nRà soát quy chế\ntiếp công dân |\nSở Nội vụ |\nQuý II |\n2 |\nĐối thoại với Nhân dân |\nVăn phòng UBND tỉnh |\nQuý IV |\n||\n"
    assert rows(cells) == [FIRST, SECOND]
