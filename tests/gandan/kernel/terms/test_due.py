"""Due dates by article of law, each worked out by hand; and what must hold for all of them."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gandan.kernel.calendar import vietnam
from gandan.kernel.terms import TermError, TermOff, due, terms, why
from gandan.kernel.terms.term import Term

CALENDAR = vietnam()
SWITCH = date(2026, 7, 1)


def day(term, start, **case):
    return due(term, start, calendar=CALENDAR, **case).date


@pytest.mark.parametrize(
    ("article", "term", "start", "case", "end"),
    [
        ("KN 27: 10 days until 30/6/2026", "complaint.accept", date(2026, 6, 30), {}, date(2026, 7, 10)),
        ("NĐ 155: 7 wd from 1/7/2026", "complaint.accept", date(2026, 7, 1), {}, date(2026, 7, 10)),
        ("NĐ 155: 7 wd", "complaint.accept", date(2026, 7, 3), {}, date(2026, 7, 14)),
        ("NĐ 155: 7 wd", "complaint.accept", date(2026, 7, 7), {}, date(2026, 7, 16)),
        ("NĐ 155: over swap and National Day", "complaint.accept", date(2026, 8, 21), {}, date(2026, 9, 3)),
        ("KN 28: 30 d, ends on a Saturday", "complaint.first", date(2026, 8, 6), {}, date(2026, 9, 7)),
        ("KN 28: complex 45", "complaint.first", date(2026, 8, 3), {"complex": True}, date(2026, 9, 17)),
        ("KN 28: remote 45", "complaint.first", date(2026, 8, 3), {"remote": True}, date(2026, 9, 17)),
        ("KN 28: both 60", "complaint.first", date(2026, 8, 3), {"remote": True, "complex": True}, date(2026, 10, 2)),
        ("KN 37: 45", "complaint.second", date(2026, 8, 3), {}, date(2026, 9, 17)),
        ("KN 37: complex 60", "complaint.second", date(2026, 8, 3), {"complex": True}, date(2026, 10, 2)),
        ("KN 37: both 70", "complaint.second", date(2026, 8, 3), {"remote": True, "complex": True}, date(2026, 10, 12)),
        ("KN 32: 3 wd", "complaint.send", date(2026, 7, 9), {}, date(2026, 7, 14)),
        ("KN 41: 7 d", "complaint.send_second", date(2026, 7, 9), {}, date(2026, 7, 16)),
        ("KN 33: remote 45", "complaint.appeal", date(2026, 8, 3), {"remote": True}, date(2026, 9, 17)),
        ("KN 9: 90 d", "complaint.time_limit", date(2026, 3, 2), {}, date(2026, 6, 1)),
        ("TC 24.1: 7 wd", "denunciation.accept", date(2026, 2, 12), {}, date(2026, 3, 2)),
        ("TC 24.1: several places 10 wd", "denunciation.accept", date(2026, 7, 7), {"complex": True}, date(2026, 7, 21)),
        ("TC 24.2: 5 wd", "denunciation.transfer", date(2026, 7, 7), {}, date(2026, 7, 14)),
        ("TC 29.3: 5 wd", "denunciation.notify", date(2025, 4, 25), {}, date(2025, 5, 6)),
        ("TC 30: 30 d", "denunciation.resolve", date(2026, 7, 7), {}, date(2026, 8, 6)),
        ("TC 30: once more", "denunciation.resolve", date(2026, 7, 7), {"complex": True}, date(2026, 9, 7)),
        ("TC 30: once more", "denunciation.resolve", date(2026, 7, 7), {"extended": 1}, date(2026, 9, 7)),
        ("TC 30: twice more", "denunciation.resolve", date(2026, 7, 7), {"extended": 2}, date(2026, 10, 5)),
        ("TC 40: 7 wd", "denunciation.publish", date(2026, 7, 7), {}, date(2026, 7, 16)),
        ("TCD 28.1: 10 wd", "reception.reply", date(2026, 8, 18), {}, date(2026, 9, 3)),
        ("TCD 18.4: at once", "reception.head_answer", date(2026, 7, 7), {}, date(2026, 7, 7)),
        ("NĐ 154 4.3: 3 wd", "reception.refuse", date(2026, 7, 7), {}, date(2026, 7, 10)),
        ("TCD 24.4: 5 wd before", "reception.schedule", date(2026, 7, 16), {}, date(2026, 7, 9)),
        ("TCD 12.5: once a month", "reception.provincial_chair", date(2026, 5, 9), {}, date(2026, 5, 29)),
        ("TCD 15.2: once a week", "reception.commune_chair", date(2026, 4, 27), {}, date(2026, 4, 29)),
        ("DC 12.3: 5 wd", "democracy.publish", date(2026, 4, 24), {}, date(2026, 5, 6)),
        ("DC 28.2: 20 d, then days off", "democracy.consult", date(2026, 8, 9), {}, date(2026, 9, 3)),
        ("DC 13: quarterly", "democracy.list", date(2026, 2, 1), {}, date(2026, 3, 31)),
        ("DC 32: yearly", "democracy.dialogue", date(2026, 2, 1), {}, date(2026, 12, 31)),
        ("DC 40.1: 15 d", "inspection.reply", date(2026, 7, 7), {}, date(2026, 7, 22)),
        ("DC 60: 2 years", "inspection.agency_term", date(2024, 2, 29), {}, date(2026, 3, 2)),
        ("NQLT 403: 15 d before", "supervision.plan", date(2026, 7, 23), {}, date(2026, 7, 8)),
        ("MTTQ 36: 15 d before, a holiday", "criticism.draft", date(2026, 9, 16), {}, date(2026, 8, 28)),
        ("NĐ 20/2008 9.1: 5 wd", "regulation.forward", date(2026, 7, 7), {}, date(2026, 7, 14)),
    ],
)  # fmt: skip
def test_the_term_ends_as_the_article_says(article, term, start, case, end):
    assert day(term, start, **case) == end, article


def test_the_law_of_the_day_of_the_event_applies():
    """Received on 30 June: ten days of the old law. On 1 July: seven working days of the new."""
    old, new = (
        due("complaint.accept", d, calendar=CALENDAR) for d in (SWITCH - timedelta(days=1), SWITCH)
    )
    assert (old.term.length, old.term.unit) == (10, "ngày")
    assert (new.term.length, new.term.unit) == (7, "ngày làm việc")
    assert "155/2026" in new.basis


def test_a_level_that_ended_has_no_term_any_more():
    assert day("reception.district_chair", date(2025, 6, 10)) == date(2025, 6, 30)
    with pytest.raises(TermError, match="không có quy định nào"):
        day("reception.district_chair", date(2025, 7, 1))


def test_hours_are_counted_from_the_moment_itself():
    """BLDS Điều 147 khoản 1; a day off changes nothing."""
    answer = due("voters.campaign_end", datetime(2026, 3, 15, 7), calendar=CALENDAR)
    assert answer.at == datetime(2026, 3, 14, 7)
    with pytest.raises(TermError, match="hãy ghi cả giờ"):
        day("voters.campaign_end", date(2026, 3, 15))


def test_an_unverified_term_is_refused_with_its_reason():
    with pytest.raises(TermOff, match="đang tắt: mới đọc ở nguồn thứ cấp"):
        day("voters.answer", date(2026, 7, 7))


def test_an_unverified_term_may_be_counted_on_request_and_says_so():
    answer = due("voters.answer", date(2026, 7, 7), calendar=CALENDAR, unverified=True)
    assert answer.date == date(2026, 8, 17)
    assert any("đang tắt" in step for step in why(answer))


@pytest.mark.parametrize("name", ["supervision.answer", "voters.council_answer"])
def test_a_term_without_a_number_gives_no_date_whoever_asks(name):
    with pytest.raises(TermOff):
        day(name, date(2026, 7, 7), unverified=True)


def test_an_unknown_name_points_to_the_list():
    with pytest.raises(TermError, match="--list"):
        day("complaint.nothing", date(2026, 7, 7))


def test_what_the_law_does_not_distinguish_is_said_and_changes_nothing():
    answer = due("complaint.send", date(2026, 7, 9), calendar=CALENDAR, remote=True)
    assert answer.date == day("complaint.send", date(2026, 7, 9))
    assert any("không có thời hạn riêng" in step for step in answer.steps)


def test_of_two_longer_lengths_the_longest_holds():
    """A case both remote and complex, where the law has no number for both together."""
    row = Term("x.y", "m", "e", "b", "V", length=30, remote=60, complex=45)
    assert day(row, date(2026, 8, 3), remote=True, complex=True) == date(2026, 10, 2)


def test_a_term_is_not_prolonged_more_often_than_the_law_allows():
    with pytest.raises(TermError, match="chỉ được gia hạn 2 lần"):
        day("denunciation.resolve", date(2026, 7, 7), extended=3)
    with pytest.raises(TermError, match="không được gia hạn"):
        day("complaint.accept", date(2026, 7, 7), extended=1)


def test_the_steps_are_the_ones_a_clerk_reads_out():
    answer = due("reception.reply", date(2026, 8, 18), calendar=CALENDAR)
    assert why(answer) == (
        "Sự kiện: nhận nội dung khiếu nại, tố cáo, kiến nghị, phản ánh, thứ Ba 18/8/2026; "
        "ngày này không tính, bắt đầu từ 19/8/2026 (Điều 147 khoản 2 BLDS).",
        "Thời hạn: 10 ngày làm việc (Điều 28 khoản 1 Luật Tiếp công dân 42/2013/QH13, "
        "hiệu lực từ 1/7/2014).",
        "Bỏ qua 3 ngày nghỉ cuối tuần.",
        "Bỏ qua ngày lễ, ngày nghỉ: 31/8/2026 (Ngày nghỉ (thay cho ngày 22/08/2026)), "
        "1/9/2026 (Quốc khánh), 2/9/2026 (Quốc khánh).",
        "Tính cả ngày cuối tuần phải làm việc: 22/8/2026 (làm việc bù (hoán đổi)).",
        "Hạn cuối: hết thứ Năm 3/9/2026 (24 giờ, Điều 148 khoản 6 BLDS).",
    )


def test_doubts_about_law_and_calendar_are_said():
    assert any(
        "Luật 136/2025" in s for s in due("complaint.first", SWITCH, calendar=CALENDAR).steps
    )
    late = due("reception.reply", date(2026, 11, 20), calendar=CALENDAR)
    assert any("24/11/2026" in step for step in late.steps)
    next_year = due("reception.reply", date(2027, 3, 1), calendar=CALENDAR)
    assert any("năm 2027 mới là dự kiến" in step for step in next_year.steps)


STARTS = st.dates(date(2024, 1, 1), date(2036, 12, 31))
FORWARD = [
    row
    for row in terms()
    if row.on and row.direction == "after" and row.unit != "giờ" and not row.every
]
BACKWARD = [row for row in terms() if row.on and row.direction == "before" and row.unit != "giờ"]
unhurried = settings(deadline=None)


def row_of(rows) -> st.SearchStrategy[Term]:
    return st.sampled_from(rows)


@unhurried
@given(row_of(FORWARD), STARTS)
def test_no_term_ends_on_a_day_off(row, start):
    """BLDS Điều 148 khoản 5, for calendar days as for working days; what is due at once is due."""
    end = day(row, start)
    assert CALENDAR.is_working(end) or row.length == 0


@unhurried
@given(row_of(FORWARD), STARTS, STARTS)
def test_who_begins_later_is_due_no_earlier(row, one, other):
    first, second = sorted((one, other))
    assert day(row, first) <= day(row, second)


@unhurried
@given(row_of(BACKWARD), STARTS)
def test_a_notice_is_given_on_a_working_day_and_early_enough(row, event):
    end = day(row, event)
    assert CALENDAR.is_working(end)
    between = [event - timedelta(days=n) for n in range(1, (event - end).days + 1)]
    counted = between if row.unit == "ngày" else list(filter(CALENDAR.is_working, between))
    assert len(counted) >= row.length


@unhurried
@given(row_of(FORWARD), STARTS)
def test_no_case_is_shorter_for_being_remote_or_complex(row, start):
    plain = day(row, start)
    assert day(row, start, remote=True) >= plain
    assert day(row, start, complex=True) >= plain
    assert day(row, start, remote=True, complex=True) >= max(
        day(row, start, remote=True), day(row, start, complex=True)
    )
