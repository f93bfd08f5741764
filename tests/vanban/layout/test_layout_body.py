"""Statements put together from printed lines, each at its place in the printed numbering."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vanban.layout import lay_out
from vanban.text.cleaning import clean

HEAD = "KẾ HOẠCH\nTriển khai công tác năm 2026\n\nCăn cứ Luật Tiếp công dân, như sau:\n\n"


def page_of(text):
    (page,) = lay_out(clean(text))
    return page


def body(text):
    page = page_of(HEAD + text)
    return {b.section: " ".join(page.said(b).split()) for b in page.blocks if b.zone == "body"}


def test_the_path_of_a_place_follows_the_printed_labels():
    found = body(
        "I. NỘI DUNG\n1. Tuyên truyền\n- Sở A làm.\n- Sở B làm:\n+ Việc một.\n+ Việc hai.\n"
        "2. Kiểm tra\n2.1. Sở C kiểm tra.\n2.2. Sở D giám sát.\na) Hằng quý.\nII. TỔ CHỨC\n1. Sở E theo dõi."
    )
    assert list(found) == [
        "I",
        "I.1",
        "I.1.b1",
        "I.1.b2",
        "I.1.b2.+1",
        "I.1.b2.+2",
        "I.2",
        "I.2.1",
        "I.2.2",
        "I.2.2.a",
        "II",
        "II.1",
    ]


def test_articles_keep_their_number_through_chapters():
    found = body(
        "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\n1. Trong tỉnh.\nChương II\nTỔ CHỨC\nĐiều 2. Hiệu lực\n1. Từ ngày ký."
    )
    assert found["Điều 2.1"] == "Từ ngày ký."
    assert found["Chương I"].endswith("QUY ĐỊNH CHUNG")


def test_paragraphs_are_counted_under_their_number():
    found = body(
        "1. Sở Nội vụ\n\nHướng dẫn các đơn vị.\n\nTổng hợp kết quả.\n\n2. Sở Y tế\n\nBáo cáo."
    )
    assert found["1.p2"] == "Tổng hợp kết quả."
    assert found["2.p1"] == "Báo cáo."


@pytest.mark.parametrize(
    "cut", ["yêu cầu\n\nphòng, chống dịch.", "ngày 26 tháng\n\n11 năm 2026.", "số 67-\n\nKH/TU."]
)
def test_a_statement_runs_over_a_page_break(cut):
    text = "1. Các đơn vị làm theo " + cut
    assert list(body(text).values()) == [" ".join(text[3:].split())]


def test_lines_broken_by_hand_are_joined_and_paragraphs_kept_apart():
    found = body(
        "- Các sở, ban, ngành tiếp tục triển khai đồng bộ các giải pháp nâng cao\n"
        "chất lượng phục vụ Nhân dân; kịp thời báo cáo khó khăn.\n"
        "- Ủy ban nhân dân các xã, phường niêm yết công khai kết quả giải quyết\n"
        "thủ tục hành chính tại trụ sở.\n"
    )
    assert len(found) == 2
    assert found["b1"].endswith("báo cáo khó khăn.")


def test_a_page_number_is_no_part_of_a_statement():
    found = body(
        "- Các đơn vị phối hợp chặt chẽ trong quá trình thực hiện và bảo\n\n2\n\nđảm tiến độ."
    )
    assert list(found.values()) == [
        "Các đơn vị phối hợp chặt chẽ trong quá trình thực hiện và bảo đảm tiến độ."
    ]


def test_a_footnote_is_set_apart_and_leaves_a_hole():
    text = (
        HEAD + "- Thực hiện Kế hoạch của tỉnh năm 20261 và các văn bản chỉ đạo, bảo\n\n"
        "1 Về việc triển khai công tác dân vận trên địa bàn tỉnh.\n đảm hiệu quả.\n- Báo cáo kết quả.\n"
    )
    page = page_of(text)
    note = next(b for b in page.blocks if b.kind == "footnote")
    first = next(b for b in page.blocks if b.kind == "bullet")
    assert page.said(note) == "Về việc triển khai công tác dân vận trên địa bàn tỉnh."
    assert " ".join(page.said(first).split()).endswith("bảo đảm hiệu quả.")
    assert first.holes[0].contains(note.span)


def test_a_number_in_a_list_is_not_taken_for_a_footnote():
    page = page_of(HEAD + "1 Sở Nội vụ chủ trì.\n2 Sở Y tế phối hợp.\n")
    assert not [b for b in page.blocks if b.kind == "footnote"]


def test_closing_words_belong_to_no_numbered_part():
    page = page_of(
        HEAD + "1. Sở Nội vụ\n- Theo dõi.\n\nTrên đây là Kế hoạch, yêu cầu các đơn vị thực hiện./."
    )
    assert page.blocks[-1].section == "closing"
    assert page.blocks[-1].parent is None


def test_headings_name_and_items_state():
    page = page_of(
        HEAD + "I. NỘI DUNG\n1. Sở Nội vụ\n- Làm.\n2. Sở Y tế báo cáo trước ngày 5/5/2026.\n"
    )
    kinds = {b.section: b.kind for b in page.blocks if b.zone == "body"}
    assert kinds == {"I": "heading", "I.1": "heading", "I.1.b1": "bullet", "I.2": "item"}


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [
                "I. NỘI DUNG",
                "1. Sở Nội vụ",
                "- Làm việc.",
                "+ Việc.",
                "a) Điểm",
                "Điều 3. Phạm vi",
                "chữ thường",
                "|",
                "",
                "\f",
                "TT\tNội dung\tĐơn vị",
                "1\tViệc\tSở A",
                "KẾ HOẠCH",
                "Nơi nhận:",
                "- Lưu: VT.",
                "TM. ỦY BAN NHÂN DÂN",
                "PHỤ LỤC",
                "Lê Văn An",
                "Số: 5/KH-UBND",
                "Hà Nội, ngày 5 tháng 5 năm 2026",
                "(Kèm theo Kế hoạch số 5/KH-UBND)",
                "1 Ghi chú.",
                "*đậm*",
                "2",
            ]
        ),
        max_size=25,
    )
)
def test_whatever_the_lines_no_text_is_invented_and_documents_cover_the_file(lines):
    text = "\n".join(lines)
    found = lay_out(clean(text))
    assert (found[0].span.start, found[-1].span.end) == (0, len(text))
    for before, after in pairwise(found):
        assert before.span.end == after.span.start
    for page in found:
        assert len(page.text) == len(text)
        for block in page.blocks:
            assert page.span.contains(block.span)
            assert block.parent is None or page.blocks[block.parent].zone == block.zone


@pytest.mark.parametrize(
    "cut", ["\n\f{number}\n{head}\n", "\n\f{head}\n", "\n\n- {number} -\n{head}\n"]
)
def test_the_running_head_of_pages_is_no_part_of_a_statement(cut):
    """What every page repeats at its top interrupts no statement and begins none."""
    pages = [cut.format(number=number, head="Kế hoạch công tác năm 2026") for number in (2, 3)]
    said = body(
        "1. Sở Nội vụ chủ trì, phối hợp với các đơn vị rà soát toàn bộ"
        + pages[0]
        + "quy chế làm việc của các xã.\n2. Sở Y tế theo dõi, báo cáo việc"
        + pages[1]
        + "thực hiện.\n"
    )
    assert said["1"] == (
        "Sở Nội vụ chủ trì, phối hợp với các đơn vị rà soát toàn bộ quy chế làm việc của các xã."
    )
    assert said["2"] == "Sở Y tế theo dõi, báo cáo việc thực hiện."


def test_capitals_under_a_roman_number_divide_it():
    found = body("I. NỘI DUNG\n1. Việc một.\nII. Ý KIẾN\nA. TRUNG ƯƠNG\n1. Việc hai.\nB. TỈNH\n1. Việc ba.\nIII. ĐỀ NGHỊ\n1. Việc tư.")  # fmt: skip
    assert list(found) == ["I", "I.1", "II", "II.A", "II.A.1", "II.B", "II.B.1", "III", "III.1"]


def test_capitals_above_roman_numbers_hold_them():
    found = body("A. ĐÁNH GIÁ\nI. KẾT QUẢ\n1. Việc một.\nB. NHIỆM VỤ\nI. YÊU CẦU\n1. Việc hai.")
    assert list(found) == ["A", "A.I", "A.I.1", "B", "B.I", "B.I.1"]


def test_a_bullet_that_ends_with_a_colon_holds_the_bullets_of_another_kind():
    page = page_of(HEAD + "I. VIỆC\n* Cấp tỉnh:\n- Sở A làm.\n- Sở B làm.\n* Cấp xã:\n- Xã C làm.")
    blocks = [block for block in page.blocks if block.zone == "body"]
    above = [page.blocks[b.parent].section if b.parent is not None else "" for b in blocks]
    assert above == ["", "I", "I.b1", "I.b1", "I", "I.b2"]


def test_the_last_words_of_a_document_belong_to_no_item():
    page = page_of(HEAD + "I. VIỆC\n1. Việc một cần làm ngay.\n\nTrên đây là kế hoạch năm 2026./.")
    last = page.blocks[-1]
    assert (last.section, last.parent) == ("closing", None)
    assert page.blocks[-2].kind == "item"
