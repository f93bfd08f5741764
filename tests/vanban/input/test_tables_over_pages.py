"""A ruled table that page breaks have cut is put together again, whatever the breaks did to its rows."""

from __future__ import annotations

from PIL import Image, ImageDraw

from vanban.input.flow.compose import Composed, compose
from vanban.input.flow.lines import Piece
from vanban.input.flow.pages import PageWords, RuledTable, filled, grid
from vanban.input.scan.ruling import ruled

EDGES = (80, 120, 300, 400, 500)
HEAD = ("TT", "Nội dung", "Chủ trì", "Thời gian")


def page(number: int, *rows: tuple[str, ...], boxes: list | None = None) -> PageWords:
    """A page with one table; each row is as high as a line, or as `boxes` of its cells say."""
    heights = [(100 + 30 * at, 130 + 30 * at) for at in range(len(rows))]
    drawn = boxes or [
        (EDGES[at], top, EDGES[at + 1], bottom) for top, bottom in heights for at in range(4)
    ]
    table = grid(drawn)
    assert table is not None
    pieces = [
        piece
        for (top, _), row in zip(heights, rows, strict=True)
        for left, words in zip(EDGES, row, strict=False)
        for piece in words_at(words, left + 4, top + 8)
    ]
    held, rest = filled(table, pieces)
    return PageWords(number, 595, 842, tuple(rest), (held,))


def words_at(words: str, left: float, top: float) -> list[Piece]:
    return [Piece(word, left + 12 * at, top, left + 12 * at + 10, top + 12) for at, word in enumerate(words.split())]  # fmt: skip


def said(made: Composed) -> list[list[str]]:
    (table,) = made.tables
    rows: dict[int, list[str]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell.span.of(made.text))
    return [rows[at] for at in sorted(rows)]


def test_a_heading_row_misread_on_the_second_page_is_dropped_too():
    again = ("TT", "Nội dụng", "Chủ trì", "Thời")
    made = compose([page(1, HEAD, ("1", "A", "Sở Y tế", "Quý I")), page(2, again, ("2", "B", "Sở Y tế", "Quý II"))])  # fmt: skip
    assert [row[0] for row in said(made)] == ["TT", "1", "2"]


def test_two_rows_of_headings_are_dropped_where_they_come_again():
    high = [(80, 100, 120, 160), (120, 100, 300, 160), (300, 100, 500, 130), (300, 130, 400, 160), (400, 130, 500, 160)]  # fmt: skip
    row = [(EDGES[at], 160, EDGES[at + 1], 190) for at in range(4)]
    heads = (("TT", "Nội dung", "Đơn vị thực hiện"), ("", "", "Chủ trì", "Phối hợp"))
    first = page(1, *heads, ("1", "A", "Sở Y tế", "Sở Nội vụ"), boxes=high + row)
    second = page(2, *heads, ("2", "B", "Sở Y tế", "Sở Nội vụ"), boxes=high + row)
    assert [row[0] for row in said(compose([first, second]))] == ["TT", "Chủ trì", "1", "2"]


def test_a_row_like_the_first_one_is_no_heading():
    made = compose([page(1, ("1", "Họp", "Sở Y tế", "Quý I"), ("2", "Thi", "Sở Y tế", "Quý I")), page(2, ("3", "Họp giao ban", "Sở Y tế", "Quý I"))])  # fmt: skip
    assert [row[0] for row in said(made)] == ["1", "2"], "but its headings are the first row"
    made = compose([page(1, HEAD, ("1", "Họp", "Sở Y tế", "Quý I")), page(2, HEAD, ("2", "Họp", "Sở Y tế", "Quý I"))])  # fmt: skip
    assert [row[0] for row in said(made)] == ["TT", "1", "2"]


def test_the_rest_of_a_row_joins_it_though_its_lead_is_merged_with_the_row_above():
    """The lead of rows 1 and 2 is one cell; the break cuts row 2."""
    merged = [(EDGES[at], top, EDGES[at + 1], top + 30) for top in (100, 130, 160) for at in range(4) if at != 2]  # fmt: skip
    merged += [(300, 100, 400, 130), (300, 130, 400, 190)]
    first = page(1, HEAD, ("1", "Tập huấn", "Sở Y tế", "Quý I"), ("2", "Khảo sát", "", "Quý II"), boxes=merged)  # fmt: skip
    second = page(2, ("", "các thôn", "", ""), ("3", "Tổng kết", "Sở Y tế", "Quý IV"))
    rows = said(compose([first, second]))
    assert [row[1] for row in rows] == ["Nội dung", "Tập huấn", "Khảo sát các thôn", "Tổng kết"]


def test_a_rest_joins_a_row_whose_number_was_not_recognised_if_its_words_run_on():
    first = page(1, HEAD, ("", "Rà soát quy chế, bảo", "Sở Y tế", "Quý I"))
    second = page(2, ("", "đảm thống nhất", "", ""), ("2", "Tổng kết", "Sở Y tế", "Quý IV"))
    rows = said(compose([first, second]))
    assert [row[1] for row in rows] == ["Nội dung", "Rà soát quy chế, bảo đảm thống nhất", "Tổng kết"]  # fmt: skip


def test_a_whole_row_under_a_merged_number_stays_a_row():
    first = page(1, HEAD, ("1", "Rà soát quy chế", "Sở Y tế", "Quý I"))
    second = page(2, ("", "Khảo sát thực tế", "Sở Nội vụ", "Quý II"), ("2", "Tổng kết", "Sở Y tế", "Quý IV"))  # fmt: skip
    assert len(said(compose([first, second]))) == 4


def test_a_lettered_row_under_a_merged_number_stays_a_row():
    first = page(1, HEAD, ("1", "a) Rà soát quy chế", "Sở Y tế", "Quý I"))
    second = page(2, ("", "b) khảo sát thực tế", "Sở Y tế", "Quý II"), ("2", "Tổng kết", "Sở Y tế", "Quý IV"))  # fmt: skip
    assert len(said(compose([first, second]))) == 4


def test_one_row_left_on_a_page_belongs_to_the_table_before_it_or_behind_it():
    rows = said(compose([page(1, HEAD), page(2, ("1", "A", "Sở Y tế", "Quý I"), ("2", "B", "Sở Y tế", "Quý I")), page(3, ("3", "C", "Sở Y tế", "Quý I"))]))  # fmt: skip
    assert [row[0] for row in rows] == ["TT", "1", "2", "3"]


def test_one_row_by_itself_is_a_frame():
    made = compose([page(1, ("Nơi gửi", "Sở Y tế", "Ký", "Dấu"))])
    assert made.tables == ()
    assert "Sở Y tế" in made.text


def test_the_stem_of_a_letter_in_a_low_row_divides_no_cell():
    """A row of one line, 13 points high, with a thick upright stroke from rule to rule in a cell."""
    image = Image.new("L", (1000, 900), 255)
    brush = ImageDraw.Draw(image)
    sides, levels = (100, 200, 600, 900), (100, 140, 300, 500)
    for x in sides:
        brush.line((x, levels[0], x, levels[-1]), 0, 3)
    for y in levels:
        brush.line((sides[0], y, sides[-1], y), 0, 3)
    brush.line((400, 102, 400, 138), 0, 4)
    (table,), _ = ruled(image, 200)
    assert len(table.edges) == 4
    assert isinstance(table, RuledTable)
