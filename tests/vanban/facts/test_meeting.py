"""Figures of meetings, one entry per level."""

from datetime import date

from vanban.facts import meeting
from vanban.facts.context import Context
from vanban.model import Header
from written_page import page_of


def meetings(written, subject=None):
    return meeting.find(page_of(written), Context(header=Header(subject=subject)))


def test_two_levels_in_one_sentence_are_two_meetings():
    found = meetings(
        "Kết quả, tính đến ngày 20/5/2026, cấp tỉnh đã tổ chức 30 cuộc tiếp xúc cử tri (trong đó 20 "
        "cuộc trực tiếp, 10 cuộc trực tuyến) với trên 2.000 cử tri tham dự, ghi nhận 110 ý kiến; cấp "
        "xã tổ chức 214 cuộc với 9.350 lượt cử tri tham dự, ghi nhận 1.204 ý kiến, kiến nghị."
    )
    assert [one.level for one in found] == ["HĐND tỉnh", "HĐND xã"]
    first, second = found
    assert first.by_mode == {"trực tiếp": 20, "trực tuyến": 10}
    assert (first.sessions, first.attendees, first.opinions) == (30, 2000, 110)
    assert first.attendees_is_lower_bound
    assert first.as_of == date(2026, 5, 20)
    assert (second.sessions, second.attendees, second.opinions) == (214, 9350, 1204)
    assert not second.attendees_is_lower_bound
    assert second.by_mode == {}


def test_the_level_comes_from_the_heading_above_or_from_the_subject():
    written = """
# 1. Đối với đại biểu HĐND tỉnh
  Đã thực hiện 43 cuộc tiếp xúc cử tri với 1.330 cử tri tham dự.
"""
    assert [one.level for one in meetings(written)] == ["HĐND tỉnh"]
    written = "Đã tổ chức 12 điểm tiếp xúc cử tri. Có 900 cử tri tham dự với 75 ý kiến."
    (found,) = meetings(written, subject="Kết quả tiếp xúc cử tri của đại biểu Quốc hội")
    assert (found.level, found.attendees, found.opinions) == ("Quốc hội", 900, 75)


def test_the_next_paragraph_may_tell_what_was_heard():
    written = (
        "Hội đồng nhân dân xã đã tiếp xúc cử tri tại 5 điểm, với 176 lượt cử tri tham dự.\n\n"
        "Tại các buổi tiếp xúc, cử tri đã phát biểu 15 ý kiến.\n\n"
        "Tại kỳ họp, đại biểu nêu 40 ý kiến.\n"
    )
    (found,) = meetings(written)
    assert (found.level, found.sessions, found.attendees, found.opinions) == ("HĐND xã", 5, 176, 15)
    assert found.text.endswith("15 ý kiến")


def test_matters_raised_are_opinions_and_the_answered_ones_are_not():
    (found,) = meetings(
        "Tại 08 điểm tiếp xúc của đại biểu HĐND thành phố có 313 cử tri tham dự, phát biểu ý kiến, kiến nghị"
        " 116 vấn đề. Trong đó, có 36 ý kiến được trả lời trực tiếp."
    )
    assert (found.sessions, found.attendees, found.opinions) == (8, 313, 116)


def test_the_levels_that_shall_answer_are_not_that_of_the_meeting():
    (found,) = meetings(
        "Đoàn đại biểu Quốc hội tỉnh tổ chức 14 điểm tiếp xúc cử tri với 132 ý kiến, trong đó 41 ý kiến"
        " thuộc thẩm quyền Trung ương, 91 ý kiến thuộc thẩm quyền cấp xã."
    )
    assert (found.level, found.opinions) == ("Quốc hội", 132)


def test_a_plan_states_no_result():
    assert meetings("Mỗi đại biểu HĐND xã tiếp xúc cử tri ít nhất 05 cuộc.") == ()


def test_without_a_level_nothing_is_guessed():
    assert meetings("Các cấp tổ chức 10 cuộc tiếp xúc với 300 cử tri tham dự.") == ()


def test_figures_may_stand_in_the_grounds_of_a_report():
    import vanban

    text = (
        "ĐOÀN ĐẠI BIỂU QUỐC HỘI TỈNH MẪU\nSố: 46/BC-ĐĐBQH\nMẫu, ngày 18 tháng 9 năm 2025\nBÁO CÁO\n"
        "Tổng hợp kiến nghị của cử tri\n\nThực hiện Chương trình tiếp xúc cử tri, Đoàn đại biểu Quốc hội "
        "tỉnh đã tổ chức 14 cuộc tiếp xúc cử tri tại 14 xã với 2.135 lượt cử tri tham dự; có 118 lượt "
        "ý kiến phát biểu. Đoàn đại biểu Quốc hội tỉnh báo cáo như sau:\nI. KIẾN NGHỊ\n1. Nội dung."
    )
    (one,) = vanban.read(text.encode(), "bao-cao.txt").documents[0].meetings
    assert (one.level, one.sessions, one.attendees, one.opinions) == ("Quốc hội", 14, 2135, 118)


def test_the_meeting_that_a_text_is_about_needs_no_number():
    import vanban

    title = "Đại biểu HĐND huyện tiếp xúc cử tri xã Bình Mẫu\n\n"
    said = "Tại buổi tiếp xúc, có 6 ý kiến, kiến nghị của cử tri."
    (one,) = vanban.read((title + said).encode(), "tin.txt").documents[0].meetings
    assert (one.level, one.sessions, one.attendees, one.opinions) == ("HĐND huyện", None, None, 6)
    counted = said + "\n\nNăm 2026, HĐND huyện tổ chức 12 cuộc tiếp xúc với 900 cử tri."
    (one,) = vanban.read((title + counted).encode(), "tin.txt").documents[0].meetings
    assert one.sessions == 12, "a text that counts its meetings tells of those"
    assert meetings(said) == (), "without a level nothing is guessed"
