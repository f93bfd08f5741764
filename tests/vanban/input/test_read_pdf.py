"""A PDF is read as a person reads it: blocks in order, paragraphs whole, tables over pages."""

import io
import shutil

import pypdfium2
import pytest
from in_process import open_here
from made_pdf import FOOT, HEAD, LONG, drawn, typeset

from vanban.input import Limits, Rejected, render_page
from vanban.input.flow.lines import Piece, Segment, lines_of
from vanban.input.flow.paragraphs import joint
from vanban.input.pdf.letters import Letters, joins
from vanban.input.pdf.stamp import _at


def read(body: str):
    return open_here(typeset(body), "a.pdf")


def test_the_left_block_of_the_letterhead_comes_before_the_right_one():
    text = read(HEAD + LONG).text
    assert text.startswith(
        "UBND TỈNH X\nSỞ NỘI VỤ\nSố: 12/KH-SNV\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\nX, ngày 02 tháng 3 năm 2026\n\n"
        "KẾ HOẠCH\nTổ chức đối thoại với Nhân dân năm 2026\n\nSở Nội vụ chủ trì"
    )


def test_recipients_come_before_the_signature_that_stands_beside_them():
    assert read(HEAD + LONG + FOOT).text.endswith(
        "Nơi nhận:\n- Như trên;\n- UBND tỉnh;\n- Lưu: VT.\n\nGIÁM ĐỐC\nTrần Văn Mẫu"
    )


def test_a_title_that_fills_its_lines_stays_one_title():
    title = (
        "Kiểm tra, giám sát việc trả lời kiến nghị của cử tri trên địa bàn tỉnh và việc giải quyết những "
        "vấn đề đã hứa với Nhân dân nhiệm kỳ 2026 - 2031 tại các xã, phường"
    )
    read = open_here(typeset(f"{HEAD}#align(center)[*{title}*]\n\n{LONG}\n"), "a.pdf").text
    (block,) = [part for part in read.split("\n\n") if part.startswith("Kiểm tra")]
    assert " ".join(block.split()) == title


def test_a_day_at_the_beginning_of_small_last_lines_is_no_note():
    small = f"#v(14cm)\n#text(size: 11pt)[{LONG} #linebreak() 25/8/2026 của Ủy ban nhân dân tỉnh.]"
    source = open_here(typeset(HEAD + LONG + small), "a.pdf")
    assert source.notes == ()
    assert "25/8/2026 của Ủy ban" in source.text


def test_the_lines_of_a_paragraph_are_joined_and_each_statement_stands_alone():
    text = read(HEAD + f"1. {LONG}\n\n2. {LONG}\n\na) Một;\n\n+ Hai.").text
    assert text.endswith(f"\n\n1. {LONG}\n\n2. {LONG}\n\na) Một;\n\n1. Hai.")


def test_a_paragraph_runs_on_over_the_page_and_page_numbers_are_left_out():
    source = read(HEAD + "\n\n".join([LONG] * 14))
    assert source.text.count(LONG) == 14
    assert [page.number for page in source.pages] == [1, 2]
    assert source.pages[0].span.end == source.pages[1].span.start
    assert source.pages[-1].span.end == len(source.text)
    assert round(source.pages[0].width) == 595


def test_running_heads_are_left_out():
    head = HEAD.replace("numbering", "header: [CÔNG BÁO], numbering")
    assert "CÔNG BÁO" not in read(head + "\n\n".join([LONG] * 30)).text


def test_a_footnote_stands_apart_and_its_number_leaves_the_sentence():
    source = read(HEAD + f"Kết quả năm 2025#footnote[Báo cáo số 3.] được nêu.\n\n{LONG}")
    assert "Kết quả năm 2025 được nêu." in source.text
    assert [note.of(source.text) for note in source.notes] == ["[1] Báo cáo số 3."]


def ruled(rows: int) -> str:
    cells = "".join(f"[{at}], [Việc thứ {at}], [Quý I]," for at in range(1, rows + 1))
    return f"#table(columns: (1cm, 1fr, 3cm), table.header([TT], [Nội dung], [Thời gian]), {cells})"


def test_a_ruled_table_is_one_table_over_pages_with_its_heading_row_once():
    source = read(HEAD + ruled(60))
    (table,) = source.tables
    assert source.text.count("Nội dung") == 1
    rows = {cell.row for cell in table.cells}
    assert rows == set(range(61))
    assert [c.span.of(source.text) for c in table.cells if c.row == 60] == [
        "60",
        "Việc thứ 60",
        "Quý I",
    ]


def test_merged_cells_of_a_ruled_table_keep_their_place():
    body = (
        "#table(columns: (3cm, 3cm, 3cm), table.cell(colspan: 2)[Nhiệm vụ], [Hạn],"
        "table.cell(rowspan: 2)[Chung], [a], [Quý I], [b], [Quý II])"
    )
    source = read(body)
    spans = {
        c.span.of(source.text): (c.row, c.column, c.row_span, c.column_span)
        for c in source.tables[0].cells
    }
    assert spans["Nhiệm vụ"] == (0, 0, 1, 2)
    assert spans["Chung"] == (1, 0, 2, 1)
    assert spans["b"] == (2, 1, 1, 1)


def test_words_aligned_in_columns_without_lines_are_a_table():
    rows = "".join(f"[{at}], [Đối thoại lần {at}], [Quý {at}]," for at in range(1, 7))
    source = read(
        f"#grid(columns: (2cm, 8cm, 4cm), row-gutter: 1em, [TT], [Nội dung], [Hạn], {rows})"
    )
    (table,) = source.tables
    assert [c.span.of(source.text) for c in table.cells if c.row == 6] == [
        "6",
        "Đối thoại lần 6",
        "Quý 6",
    ]


def test_the_number_stamped_as_an_annotation_is_read_in_its_place():
    blank = HEAD.replace("Số: 12/KH-SNV", "Số: #h(1cm) /KH-SNV")
    stamped = stamp(typeset(blank + LONG), "12", x=137, y=743)
    assert "Số: 12 /KH-SNV" in open_here(stamped, "a.pdf").text


@pytest.mark.tool
@pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed")
def test_the_number_and_date_drawn_as_a_picture_are_recognised_at_the_head_only():
    blank = HEAD.replace("Số: 12/KH-SNV", "Số: #h(8mm) /KH-SNV")
    with_picture = blank + '#place(top + left, dx: -2.5cm, image("stamp.png", width: 21cm))' + LONG
    source = open_here(typeset(with_picture, stamped_number()), "a.pdf")
    assert "Số: 12/KH-SNV" in source.text.replace("12 /", "12/")
    assert [finding.rule for finding in source.findings] == ["input.header_recognised"]
    assert {word.span.of(source.text)[:2] for word in source.words} >= {"12"}


def stamped_number() -> bytes:
    """A transparent page on which only the number is drawn, where the text leaves it blank."""
    return drawn(
        '#set page("a4", margin: 0pt, fill: none)\n#set text(size: 13pt)\n#place(top + left, dx: 137pt, dy: 90pt)[12]'
    )


def stamp(data: bytes, text: str, x: float, y: float) -> bytes:
    """The PDF with a free-text annotation, as signing programs put the number on."""
    import pypdfium2.raw as raw

    document = pypdfium2.PdfDocument(data)
    page = document[0]
    note = raw.FPDFPage_CreateAnnot(page, raw.FPDF_ANNOT_STAMP)
    rect = raw.FS_RECTF(x, y + 12, x + 20, y)
    raw.FPDFAnnot_SetRect(note, rect)
    font = raw.FPDFText_LoadStandardFont(document, b"Times-Roman")
    words = raw.FPDFPageObj_CreateTextObj(document, font, 12)
    encoded = (text + "\x00").encode("utf-16-le")
    raw.FPDFText_SetText(words, raw.cast(encoded, raw.FPDF_WIDESTRING))
    raw.FPDFPageObj_Transform(words, 1, 0, 0, 1, x, y + 2)
    raw.FPDFAnnot_AppendObject(note, words)
    raw.FPDFPage_CloseAnnot(note)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_more_pages_than_the_limit_are_refused():
    data = typeset("\n#pagebreak()\n".join("abc"))
    with pytest.raises(Rejected, match="có 3 trang, quá giới hạn 2 trang"):
        open_here(data, "a.pdf", limits=Limits(pages=2))


def test_a_page_as_large_as_a_wall_is_refused_undrawn():
    wall = typeset("#set page(width: 400cm, height: 400cm)\n#hide[a]")
    with pytest.raises(Rejected, match="triệu điểm"):
        render_page(wall, "a.pdf", 1, 300)


@pytest.mark.parametrize("cut", [200, 5_000])
def test_a_truncated_pdf_is_refused_or_read_in_part(cut):
    try:
        assert open_here(typeset(HEAD + LONG)[:-cut], "a.pdf").media == "pdf"
    except Rejected as error:
        code = error.code
        assert code in ("damaged", "no-text")


def test_a_page_is_drawn_as_png_and_a_page_that_is_not_there_is_refused():
    data = typeset(HEAD + LONG)
    assert render_page(data, "a.pdf", 1, 72).startswith(b"\x89PNG")
    with pytest.raises(Rejected, match="không có trang 2"):
        render_page(data, "a.pdf", 2)
    with pytest.raises(Rejected, match="không có hình trang"):
        render_page(b"abc", "a.txt", 1)


def test_letters_that_hang_below_the_others_stay_in_their_word():
    """A font without heights of its own gives each letter the box of its ink."""
    word = Letters()
    word.text, word.boxes = "n", [(10.0, 30.0, 17.0, 39.4)]
    assert joins(word, "g", (17.0, 30.0, 24.0, 41.8))
    assert not joins(word, "1", (17.0, 25.0, 20.0, 33.0))
    assert not joins(word, "g", (30.0, 30.0, 37.0, 41.8))
    assert not joins(word, "a", (17.0, 45.0, 24.0, 54.0))


@pytest.mark.parametrize(
    ("before", "after", "blank"),
    [("ngày 03-6-", "2013 của", ""), ("67-", "KH/TU", ""), ("xã hội -", "2013", " ")],
)
def test_a_number_broken_at_a_hyphen_is_joined(before, after, blank):
    assert joint(before, after) == blank


def words_at(text: str, x: float, top: float, size: float) -> list[Piece]:
    """Words of one line set in this size, from x on."""
    pieces = []
    for word in text.split():
        width = 0.5 * size * len(word)
        pieces.append(Piece(word, x, top, x + width, top + 1.15 * size))
        x += width + 0.25 * size
    return pieces


def test_small_recipients_beside_a_large_signature_keep_their_own_lines():
    left = ["- Thường trực Tỉnh ủy (b/c);", "- Chủ tịch, các PCT UBND tỉnh;", "- Lưu: VT, NC."]
    right = ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"]
    for shift in range(12):
        pieces = [
            piece
            for at, said in enumerate(left)
            for piece in words_at(said, 70, 100 + shift + 12.7 * at, 11)
        ]
        pieces += [
            piece
            for at, said in enumerate(right)
            for piece in words_at(said, 330, 100 + 16.1 * at, 14)
        ]
        said = [segment.text for line in lines_of(pieces) for segment in line.segments]
        assert sorted(said) == sorted(left + right), shift


def test_a_raised_number_stands_in_the_line_that_it_points_from():
    line = words_at("chất lượng công tác dân vận", 70, 100, 14)
    mark = Piece("1", line[-1].x1, 98, line[-1].x1 + 4, 107)
    assert [one.text for one in lines_of([mark, *line])] == ["chất lượng công tác dân vận 1"]


def test_a_point_behind_the_number_of_a_note_ends_its_word():
    text = read(HEAD + f"Kết quả năm 2025#footnote[Báo cáo số 3.].\n\n{LONG}").text
    assert "Kết quả năm 2025.\n" in text


def test_a_line_at_the_foot_of_both_pages_is_left_out_though_a_note_stands_above_it():
    foot = HEAD.replace("numbering", "footer: [Hệ thống quản lý văn bản], numbering", 1)
    body = "\n\n".join([LONG] * 14)
    source = read(foot + f"Kết quả#footnote[Báo cáo số 3.] được nêu.\n\n{body}")
    assert "Hệ thống" not in source.text
    assert [note.of(source.text) for note in source.notes] == ["[1] Báo cáo số 3."]


def test_three_documents_of_one_page_each_keep_their_letterheads():
    unnumbered = HEAD.replace('numbering: "1", number-align: top + center', "")
    head = unnumbered[unnumbered.index("#grid") :]
    source = read(unnumbered + "\n#pagebreak()".join(["", head, head]))
    assert source.text.count("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") == 3
    assert source.text.count("UBND TỈNH X") == 3


def test_what_stands_a_line_above_the_blank_day_is_not_read_as_its_stamp():
    motto = words_at("Độc lập - Tự do - Hạnh phúc", 342, 105, 13)
    seen = words_at("Lam Giang, ngày 12 tháng 3 năm 2026", 325, 118.5, 13)
    blank = Segment(tuple(words_at("Lam Giang, ngày    tháng 3 năm 2026", 325, 118, 14)))
    said = " ".join(piece.text for piece in _at([*motto, *seen], blank))
    assert said == "Lam Giang, ngày 12 tháng 3 năm 2026"
