"""A Word file is read as it prints: labels, tables, notes; what is left out is said."""

import io
import zipfile

import docx as python_docx
import pytest
from in_process import open_here
from made_docx import W, cell, docx, level, numbered, numbering, p, r, table

from vanban.input import Rejected


def text_of(data: bytes) -> str:
    return open_here(data, "a.docx").text


def rules_of(data: bytes) -> list[str]:
    return [finding.rule for finding in open_here(data, "a.docx").findings]


def test_paragraphs_and_tables_come_in_the_order_of_the_body():
    document = python_docx.Document()
    document.add_paragraph("KẾ HOẠCH")
    grid = document.add_table(rows=2, cols=2, style="Table Grid")
    for at, words in enumerate(("TT", "Nội dung", "1", "Tổ chức đối thoại")):
        grid.cell(at // 2, at % 2).text = words
    document.add_paragraph("Trên đây là kế hoạch./.")
    out = io.BytesIO()
    document.save(out)
    source = open_here(out.getvalue(), "a.docx")
    assert source.text == (
        "KẾ HOẠCH\n\nTT\tNội dung\n1\tTổ chức đối thoại\n\nTrên đây là kế hoạch./."
    )
    (found,) = source.tables
    assert [(c.row, c.column, c.span.of(source.text)) for c in found.cells] == [
        (0, 0, "TT"),
        (0, 1, "Nội dung"),
        (1, 0, "1"),
        (1, 1, "Tổ chức đối thoại"),
    ]


def test_automatic_numbers_are_printed_with_levels_and_restart_under_each_heading():
    levels = (
        level(0, "upperRoman", "%1.") + level(1, "decimal", "%2.") + level(2, "lowerLetter", "%3)")
    )
    body = "".join(
        numbered(words, 1, depth)
        for depth, words in [(0, "A"), (1, "B"), (2, "C"), (2, "D"), (1, "E"), (0, "F"), (1, "G")]
    )
    assert text_of(docx(body, numbering=numbering(levels))) == (
        "I. A\n\n1. B\n\na) C\n\nb) D\n\n2. E\n\nII. F\n\n1. G"
    )


def test_a_list_that_starts_over_does_so_once_and_another_use_counts_on():
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    body = numbered("a", 1) + numbered("b", 2) + numbered("c", 2) + numbered("d", 3)
    xml = numbering(level(0, "decimal", "%1."), "", override, "")
    assert text_of(docx(body, numbering=xml)) == "1. a\n\n5. b\n\n6. c\n\n7. d"


def test_compound_labels_and_legal_numbers_are_printed_in_full():
    levels = level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2.", "<w:isLgl/>")
    body = numbered("a", 1) + numbered("b", 1, 1) + numbered("c", 1, 1)
    assert text_of(docx(body, numbering=numbering(levels))) == "I. a\n\n1.1. b\n\n1.2. c"


def test_numbering_given_by_a_style_is_printed_at_the_level_linked_to_that_style():
    styles = (
        f'<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:styleId="Khoan"><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>'
    )
    levels = level(0, "decimal", "Điều %1.") + level(
        1, "decimal", "%2.", '<w:pStyle w:val="Khoan"/>'
    )
    body = numbered("Phạm vi", 1) + p("Một", '<w:pStyle w:val="Khoan"/>')
    assert text_of(docx(body, numbering=numbering(levels), styles=styles)) == (
        "Điều 1. Phạm vi\n\n1. Một"
    )


@pytest.mark.parametrize(("glyph", "shown"), [("\uf0b7", "-"), ("+", "+"), ("–", "-"), ("o", "-")])
def test_bullets_are_printed_as_the_signs_of_official_writing(glyph, shown):
    xml = numbering(level(0, "bullet", glyph))
    assert text_of(docx(numbered("việc", 1), numbering=xml)) == f"{shown} việc"


def test_merged_cells_keep_their_place_in_the_grid():
    down = '<w:vMerge w:val="restart"/>'
    source = open_here(
        docx(
            table(
                [cell("Nhiệm vụ", '<w:gridSpan w:val="2"/>'), cell("Thời gian")],
                [cell("Chung", down), cell("a"), cell("Quý I")],
                [cell("", "<w:vMerge/>"), cell("b"), cell("Quý II")],
            )
        ),
        "a.docx",
    )
    assert source.text == "Nhiệm vụ\tThời gian\nChung\ta\tQuý I\n\tb\tQuý II\n"
    spans = {
        c.span.of(source.text): (c.row, c.column, c.row_span, c.column_span)
        for c in source.tables[0].cells
    }
    assert spans["Nhiệm vụ"] == (0, 0, 1, 2)
    assert spans["Chung"] == (1, 0, 2, 1)
    assert spans["b"] == (2, 1, 1, 1)


def tabs(*cells: str) -> str:
    return "<w:p>" + "<w:r><w:tab/></w:r>".join(r(cell) for cell in cells) + "</w:p>"


def test_a_table_typed_with_tabs_is_a_table_its_empty_cells_kept():
    rows = ["TT", "Việc", "Đơn vị", "Thời gian"], ["1", "Mở lớp", "Sở Nội vụ", "Quý II"]
    body = "".join(tabs(*row) for row in (*rows, ["", "Cộng", "", "3"])) + p("II. KINH PHÍ")
    source = open_here(docx(p("I. PHÂN CÔNG") + body), "a.docx")
    assert source.text == (
        "I. PHÂN CÔNG\n\nTT\tViệc\tĐơn vị\tThời gian\n1\tMở lớp\tSở Nội vụ\tQuý II\n\tCộng\t\t3\n\nII. KINH PHÍ"
    )
    (found,) = source.tables
    assert [cell.span.of(source.text) for cell in found.cells if cell.column == 1] == [
        "Việc",
        "Mở lớp",
        "Cộng",
    ]


@pytest.mark.parametrize(
    "rows",
    [
        (["Nơi nhận:", "", "CHỦ TỊCH"], ["- Lưu: VT.", "", "(đã ký)"], ["", "", "Lò Văn A"]),
        (["Xã A", "12", "5"], ["Xã B", "7", "2"]),
        (["Số: 1", "Ngày 2"], ["Số: 3", "Ngày 4"], ["Số: 5", "Ngày 6"]),
    ],
    ids=["a foot", "two lines", "two columns"],
)
def test_a_few_words_set_apart_by_tabs_are_no_table(rows):
    source = open_here(docx(p("x" * 200) + "".join(tabs(*row) for row in rows)), "a.docx")
    assert source.tables == ()
    assert "\t" not in source.text
    assert source.text.split("\n\n")[1:] == [" ".join(filter(None, row)) for row in rows]


def test_the_letterhead_is_read_left_block_first_and_is_no_table():
    source = open_here(
        docx(
            table(
                [
                    cell(p("UBND TỈNH X") + p("SỞ NỘI VỤ")),
                    cell(
                        p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + p("Độc lập - Tự do - Hạnh phúc")
                    ),
                ],
                [cell("Số: 12/KH-SNV"), cell("X, ngày 02 tháng 3 năm 2026")],
                lines=False,
            )
            + p("KẾ HOẠCH")
        ),
        "a.docx",
    )
    assert source.tables == ()
    assert source.text == (
        "UBND TỈNH X\nSỞ NỘI VỤ\nSố: 12/KH-SNV\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\nX, ngày 02 tháng 3 năm 2026\n\nKẾ HOẠCH"
    )


def tabbed(*parts: str) -> str:
    return f"<w:p>{'<w:r><w:tab/></w:r>'.join(r(part) for part in parts)}</w:p>"


def test_a_letterhead_typed_with_tabs_is_two_blocks_too():
    body = (
        tabbed("UBND TỈNH X", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        + tabbed("SỞ NỘI VỤ", "Độc lập - Tự do - Hạnh phúc")
        + tabbed("Số: 12/KH-SNV", "X, ngày 02 tháng 3 năm 2026")
        + p("KẾ HOẠCH")
    )
    assert text_of(docx(body)) == (
        "UBND TỈNH X\nSỞ NỘI VỤ\nSố: 12/KH-SNV\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\nX, ngày 02 tháng 3 năm 2026\n\nKẾ HOẠCH"
    )


def test_tabs_stand_between_cells_only():
    assert text_of(docx(tabbed("1.", "Mục đích") + p("a"))) == "1. Mục đích\n\na"


def test_tracked_changes_are_read_as_accepted_and_said():
    body = f"<w:p>{r('Hạn ')}<w:del>{r('30/6')}</w:del><w:ins>{r('15/7')}</w:ins></w:p>"
    assert text_of(docx(body)) == "Hạn 15/7"
    assert rules_of(docx(body)) == ["input.changes"]


def test_a_deleted_paragraph_mark_joins_the_paragraphs_and_takes_no_number():
    gone = "<w:rPr><w:del/></w:rPr>"
    body = p("Sở Nội vụ ", gone) + p("chủ trì.")
    assert text_of(docx(body)) == "Sở Nội vụ chủ trì."


def test_hidden_text_is_left_out_and_said():
    body = p("Công khai") + p("ẩn", run="<w:vanish/>")
    assert text_of(docx(body)) == "Công khai"
    assert rules_of(docx(body)) == ["input.hidden"]


def test_footnotes_stand_apart_after_the_body():
    notes = (
        f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="0" w:type="separator">{p("—")}</w:footnote>'
        f'<w:footnote w:id="2">{p("Báo cáo số 3.")}</w:footnote></w:footnotes>'
    )
    body = f'<w:p>{r("năm 2024")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>' + p("Hết.")
    source = open_here(docx(body, footnotes=notes), "a.docx")
    assert source.text == "năm 2024\n\nHết.\n\n[1] Báo cáo số 3."
    assert [span.of(source.text) for span in source.notes] == ["[1] Báo cáo số 3."]


def test_page_numbers_are_dropped_and_a_head_line_with_the_number_is_kept():
    page = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    page += '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("7")
    page += '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    head = f'<w:hdr xmlns:w="{W}"><w:p>{page}</w:p>{p("Số: 5/BC-UBND")}</w:hdr>'
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    assert text_of(docx(p("BÁO CÁO") + section, header1=head)) == "Số: 5/BC-UBND\n\nBÁO CÁO"


def test_text_boxes_follow_the_paragraph_they_are_anchored_in():
    box = f"<w:r><w:pict><w:txbxContent>{p('Số: 5/BC-UBND')}</w:txbxContent></w:pict></w:r>"
    assert text_of(docx(f"<w:p>{r('UBND TỈNH X')}{box}</w:p>")) == "UBND TỈNH X\n\nSố: 5/BC-UBND"


def test_line_breaks_and_hyphens_of_the_layout():
    run = (
        "<w:r><w:t>Điều</w:t><w:br/><w:t>1</w:t><w:noBreakHyphen/><w:t>2</w:t><w:softHyphen/></w:r>"
    )
    assert text_of(docx(f"<w:p>{run}</w:p>")) == "Điều\n1-2"


def test_letters_of_a_legacy_font_become_unicode_with_a_finding():
    font = '<w:rFonts w:ascii=".VnTime"/>'
    body = p("KÕ ho¹ch c«ng t¸c d©n vËn", run=font) + p(
        "ñaïi hoäi", run=font.replace(".VnTime", "VNI-Times")
    )
    assert text_of(docx(body)) == "Kế hoạch công tác dân vận\n\nđại hội"
    assert rules_of(docx(body)) == ["input.legacy"]
    assert text_of(docx(p("c«ng t¸c", run='<w:rFonts w:ascii=".VnTimeH"/>'))) == "CÔNG TÁC"


def test_dynamic_data_exchange_is_never_followed_and_is_said():
    body = '<w:p><w:fldSimple w:instr="DDEAUTO c:\\\\cmd.exe x"><w:r><w:t>kết quả</w:t></w:r></w:fldSimple></w:p>'
    assert text_of(docx(body)) == "kết quả"
    assert rules_of(docx(body)) == ["input.outside"]


def with_member(data: bytes, name: str, content: bytes) -> bytes:
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return out.getvalue()


def test_a_remote_template_is_never_fetched_and_is_said():
    rels = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="a" Type="x/attachedTemplate" Target="http://127.0.0.1/x.dotm"'
        b' TargetMode="External"/></Relationships>'
    )
    data = with_member(docx(p("a")), "word/_rels/settings.xml.rels", rels)
    assert rules_of(data) == ["input.outside"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (with_member(docx(p("a")), "word/vbaProject.bin", b"x"), "macro"),
        (with_member(docx(p("a")), "word/media/zeros.bin", bytes(40 << 20)), "bomb"),
        (docx(""), "no-text"),
        (docx(p("a"))[:-40], "damaged"),
        (docx("<w:p>"), "damaged"),
        (docx(p("a"), styles="<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), "bomb"),
    ],
)
def test_dangerous_and_damaged_files_are_refused(data, code):
    with pytest.raises(Rejected) as caught:
        open_here(data, "a.docx")
    assert caught.value.code == code
