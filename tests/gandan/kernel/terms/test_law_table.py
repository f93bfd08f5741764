"""domain/law.md §1–8, row by row: every verified number with its unit, event, validity and article.

The table below was written from the law, not from the rows it is compared with.
"""

from datetime import date

import pytest

from gandan.kernel.terms import terms
from gandan.kernel.terms.reporting import regimes

D, WD, M, H = "ngày", "ngày làm việc", "tháng", "giờ"
TCD, SINCE = "Luật Tiếp công dân 42/2013", date(2014, 7, 1)
N154, N155, NEW = "154/2026", "155/2026", date(2026, 7, 1)
KN, KN_SINCE, KN_OLD = "Luật Khiếu nại 02/2011", date(2012, 7, 1), date(2026, 6, 30)
TC, TC_SINCE = "Luật Tố cáo 25/2018", date(2019, 1, 1)
DC, DC_SINCE = "10/2022/QH15", date(2023, 7, 1)

# name, number, unit, said as (after | before | every …), from, to, article, law, event
ROWS = [
    # §1
    ("reception.provincial_chair", 1, None, "tháng", SINCE, None, "Điều 12 khoản 5", TCD, "kỳ"),
    ("reception.district_chair", 2, None, "tháng", SINCE, date(2025, 6, 30), "Điều 13 khoản 5", TCD, "kỳ"),
    ("reception.commune_chair", 1, None, "tuần", SINCE, KN_OLD, "Điều 15 khoản 2", TCD, "kỳ"),
    ("reception.commune_chair", 1, None, "tuần", NEW, None, "Điều 15 khoản 2", TCD, "kỳ"),
    ("reception.agency_head", 1, None, "tháng", SINCE, None, "Điều 18 khoản 2", N154, "kỳ"),
    ("reception.head_answer", 0, D, "after", SINCE, None, "Điều 18 khoản 4", TCD, "buổi tiếp"),
    ("reception.schedule", 5, WD, "before", SINCE, None, "Điều 24 khoản 4", TCD, "ngày tiếp"),
    ("reception.reply", 10, WD, "after", SINCE, None, "Điều 28 khoản 1", TCD, "nhận nội dung"),
    ("reception.inform_forwarder", 7, WD, "after", SINCE, None, "Điều 27 khoản 2", TCD, "văn bản giải quyết"),
    ("reception.forwarder_notify", 5, WD, "after", SINCE, None, "Điều 28 khoản 2", TCD, "thông báo"),
    ("reception.deputy_schedule", 10, WD, "before", SINCE, None, "Điều 21", TCD, "ngày tiếp"),
    ("reception.deputy_absence", 5, WD, "before", SINCE, None, "Điều 21", TCD, "ngày tiếp"),
    ("reception.refuse", 3, WD, "after", NEW, None, "Điều 4 khoản 3", N154, "căn cứ"),
    ("reception.online_notify", 5, WD, "before", NEW, None, "Điều 16–24", N154, "trực tuyến"),
    ("reception.online_test", 1, WD, "before", NEW, None, "Điều 16–24", N154, "trực tuyến"),
    ("reception.online_connect", 1, H, "before", NEW, None, "Điều 16–24", N154, "giờ bắt đầu"),
    ("reception.letter_unprocessed", 45, D, "after", NEW, None, "Điều 41 khoản 3 điểm b", N154, "đơn"),
    # §3
    ("complaint.time_limit", 90, D, "after", KN_SINCE, None, "Điều 9", KN, "hành vi hành chính"),
    ("complaint.accept", 10, D, "after", KN_SINCE, KN_OLD, "Điều 27, Điều 36", KN, "nhận được khiếu nại"),
    ("complaint.accept", 7, WD, "after", NEW, None, "Điều 16 khoản 1", N155, "nhận được khiếu nại"),
    ("complaint.first", (30, 45, 45, 60), D, "after", KN_SINCE, KN_OLD, "Điều 28", KN, "thụ lý"),
    ("complaint.first", (30, 45, 45, 60), D, "after", NEW, None, "Điều 28", KN, "thụ lý"),
    ("complaint.send", 3, WD, "after", KN_SINCE, None, "Điều 32", KN, "ban hành"),
    ("complaint.appeal", (30, None, 45, None), D, "after", KN_SINCE, None, "Điều 33", KN, "hết thời hạn"),
    ("complaint.second", (45, 60, 60, 70), D, "after", KN_SINCE, KN_OLD, "Điều 37", KN, "thụ lý"),
    ("complaint.second", (45, 60, 60, 70), D, "after", NEW, None, "Điều 37", KN, "thụ lý"),
    ("complaint.send_second", 7, D, "after", KN_SINCE, None, "Điều 41", KN, "ban hành"),
    ("complaint.effect", (30, None, 45, None), D, "after", KN_SINCE, None, "Điều 44", KN, "ban hành"),
    ("complaint.suspend_send", 3, WD, "after", NEW, None, "Điều 28b", N155, "ban hành"),
    ("complaint.dialogue_notice", 5, D, "before", NEW, None, "Điều 28", N155, "đối thoại"),
    # §4
    ("denunciation.accept", (7, 10, None, None), WD, "after", TC_SINCE, None, "Điều 24 khoản 1", TC, "nhận được"),
    ("denunciation.transfer", 5, WD, "after", TC_SINCE, None, "Điều 24 khoản 2", TC, "nhận được"),
    ("denunciation.reply_forwarder", 20, D, "after", TC_SINCE, None, "Điều 26 khoản 2", TC, "nhận được"),
    ("denunciation.notify", 5, WD, "after", TC_SINCE, None, "Điều 29 khoản 3", TC, "thụ lý"),
    ("denunciation.resolve", (30, 60, None, None), D, "after", TC_SINCE, None, "Điều 30", TC, "thụ lý"),
    ("denunciation.send", 5, WD, "after", TC_SINCE, None, "Điều 35 khoản 3", TC, "ký"),
    ("denunciation.further", 20, D, "after", TC_SINCE, None, "Điều 37", TC, "tố cáo tiếp"),
    ("denunciation.overdue_demand", 5, WD, "after", TC_SINCE, None, "Điều 38", TC, "hết thời hạn"),
    ("denunciation.overdue_report", 5, WD, "after", TC_SINCE, None, "Điều 38", TC, "yêu cầu"),
    ("denunciation.publish", 7, WD, "after", TC_SINCE, None, "Điều 40", TC, "ký"),
    # §5, §6
    ("voters.campaign_end", 24, H, "before", date(2025, 7, 1), None, "Điều 64", "85/2015", "bỏ phiếu"),
    ("regulation.forward", 5, WD, "after", date(2008, 3, 3), None, "Điều 9 khoản 1 điểm d", "20/2008", "nhận được"),
    # §7
    ("democracy.publish", 5, WD, "after", DC_SINCE, None, "Điều 12 khoản 3", DC, "quyết định"),
    ("democracy.post", 30, D, "after", DC_SINCE, None, "Điều 13", DC, "niêm yết"),
    ("democracy.broadcast", 3, D, "after", DC_SINCE, None, "Điều 13", DC, "phát"),
    ("democracy.list", 1, None, "quý", DC_SINCE, None, "Điều 13", DC, "kỳ"),
    ("democracy.plan", 1, None, "năm", DC_SINCE, None, "Điều 14", DC, "năm"),
    ("democracy.ballot", 2, D, "before", DC_SINCE, None, "Điều 18", DC, "phiếu"),
    ("democracy.send_decision", 5, WD, "after", DC_SINCE, None, "Điều 20 khoản 3", DC, "quyết định"),
    ("democracy.recognise", 5, WD, "after", DC_SINCE, None, "Điều 20–21", DC, "nhận được"),
    ("democracy.consult", 20, D, "after", DC_SINCE, None, "Điều 28 khoản 2", DC, "lấy ý kiến"),
    ("democracy.dialogue", 1, None, "năm", DC_SINCE, None, "Điều 32", DC, "năm"),
    ("democracy.meeting", 1, None, "năm", DC_SINCE, None, "Điều 33", DC, "năm"),
    ("democracy.invite", 5, D, "before", date(2023, 8, 15), None, "Điều 11", "59/2023", "hội nghị"),
    ("democracy.agency_publish", 5, WD, "after", DC_SINCE, None, "Điều 47–48", DC, "quyết định"),
    ("democracy.agency_post", 20, D, "after", DC_SINCE, None, "Điều 47–48", DC, "niêm yết"),
    ("inspection.reply", 15, D, "after", DC_SINCE, None, "Điều 40 khoản 1 điểm c", DC, "kiến nghị"),
    ("inspection.investment_notice", 45, D, "before", DC_SINCE, None, "Điều 45 khoản 1 điểm b", DC, "giám sát"),
    ("inspection.agency_term", 24, M, "after", DC_SINCE, None, "Điều 60", DC, "bầu"),
    # §8
    ("supervision.yearly_plan", 1, None, "năm", date(2017, 6, 15), None, "Điều 3", "403/2017", "năm"),
    ("supervision.plan", 15, D, "before", date(2017, 6, 15), None, "Điều 7 khoản 3", "403/2017", "giám sát"),
    ("supervision.body_report", 7, D, "before", date(2017, 6, 15), None, "Điều 7 khoản 3", "403/2017", "giám sát"),
    ("supervision.team_report", 15, D, "after", date(2017, 6, 15), None, "Điều 9", "403/2017", "giám sát"),
    ("criticism.draft", 15, D, "before", date(2016, 1, 1), None, "Điều 36", "75/2015", "trình"),
]  # fmt: skip

# Read elsewhere than in an act, or without a number: present, off, and never counted by unasked.
OFF = {
    "letter.transfer": 10, "letter.keep": 12, "regulation.handle": None, "supervision.answer": None,
    "voters.plan_press": 7, "voters.deputy_outside": 20, "voters.council_outside_decide": 5,
    "voters.council_outside_notify": 3, "voters.report_before": 15, "voters.report_after": 15,
    "voters.answer": 40, "voters.answer_shared": 50, "voters.coordinate_ask": 5,
    "voters.coordinate_reply": 15, "voters.council_answer": None, "party.provincial_secretary": 1,
    "party.commune_secretary": 2, "party.reply": 10, "party.report": None, "party.dialogue": None,
    "party.criticism": None,
}  # fmt: skip


@pytest.mark.parametrize("said", ROWS, ids=lambda said: f"{said[0]} from {said[4]}")
def test_the_row_says_what_the_law_says(said):
    name, number, unit, way, since, until, article, law, event = said
    (row,) = [one for one in terms() if one.name == name and one.valid_from == since]
    lengths = number if isinstance(number, tuple) else (number, None, None, None)
    assert (row.length, row.complex, row.remote, row.remote_complex) == lengths
    assert (row.every or row.direction) == way
    assert unit is None or row.unit == unit
    assert row.valid_to == until
    assert article in row.basis
    assert law in row.basis
    assert event in row.event
    assert (row.on, row.confidence) == (True, "V")


def test_no_row_that_is_on_is_missing_from_the_table():
    """A row that nobody checked against the law is not used."""
    assert {(r.name, r.valid_from) for r in terms() if r.on} == {(s[0], s[4]) for s in ROWS}


def test_what_was_not_read_is_there_and_off():
    assert {row.name: row.length for row in terms() if not row.on} == OFF


def test_the_terms_that_may_be_prolonged_and_those_that_may_pause():
    (resolve,) = [row for row in terms() if row.extension]
    assert (resolve.name, resolve.extension.length, resolve.extension.times) == (
        "denunciation.resolve", 30, 2,
    )  # fmt: skip
    pausing = {row.name for row in terms() if row.pause and "28b" in row.pause}
    # What stands still is the resolving (tạm đình chỉ việc giải quyết), not the accepting or sending.
    assert pausing == {"complaint.first", "complaint.second"}


# domain/interop.md §6: month 15→14; quarter, half, nine months, year alike; Khánh Hòa two working days.
REGIMES = [
    ("report.month", None, 1, 14, 1), ("report.quarter", None, 3, 14, 1),
    ("report.half_year", None, 6, 14, 1), ("report.nine_months", None, 9, 14, 1),
    ("report.year", None, 12, 14, 1), ("report.statistics_month", None, 1, 31, 1),
    ("report.month", "56", 1, 14, 2), ("report.quarter", "56", 3, 14, 2),
    ("report.half_year", "56", 6, 14, 2), ("report.nine_months", "56", 9, 14, 2),
    ("report.year", "56", 12, 14, 2),
]  # fmt: skip
FIXED = {
    "report.information_month": (15, None), "report.information_quarter": (6, None),
    "report.information_half_year": (6, None), "report.information_year": (25, 11),
}  # fmt: skip


def test_every_regime_of_reports_has_its_window_and_its_deadline():
    used = {(r.name, r.territory, r.months, r.cut_off, r.working_days) for r in regimes() if r.on}
    assert used == set(REGIMES)
    assert {r.name: (r.day, r.month) for r in regimes() if not r.on} == FIXED
