"""What time words mean: the table of the guidelines, and the styles of other offices."""

from datetime import date

import pytest

from vanban.facts.time import parse

ISSUED = date(2021, 5, 21)


def days(*said: str) -> tuple[date, ...]:
    return tuple(date.fromisoformat(day) for day in said)


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("Quý II", days("2021-06-30")),
        ("Quý IV/2025 - Quý II/2026", days("2026-06-30")),
        ("Quý III Năm 2026", days("2026-09-30")),
        ("Quý II, IV/2026", days("2026-06-30", "2026-12-31")),
        ("Tháng 5", days("2021-05-31")),
        ("Tháng 6, 12", days("2021-06-30", "2021-12-31")),
        ("Tháng 9-10", days("2021-10-31")),
        ("Tháng 02/2024", days("2024-02-29")),
        ("Năm 2023", days("2023-12-31")),
        ("2025-2026", days("2026-12-31")),
        ("06 tháng đầu năm 2026", days("2026-06-30")),
        ("20/11/2025", days("2025-11-20")),
        ("Từ ngày 01/12/2025 đến ngày 14/12/2025", days("2025-12-14")),
        ("Trước 30/6/2026", days("2026-06-30")),
        ("Cả năm", days("2021-12-31")),
        ("01-15/6/2021", days("2021-06-15")),
        ("15/6 - 30/7/2021", days("2021-07-30")),
        ("Tháng 11 hằng năm", days("2021-11-30")),
        ("Tháng 3 hằng năm", days("2022-03-31")),
        ("Giai đoạn 2021-2025", ()),
        ("Cuối năm", ()),
        ("Thường xuyên", ()),
    ],
)
def test_a_cell_of_time_gives_its_end_dates(words, due):
    assert parse(words, ISSUED).due == due


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("báo cáo Chủ tịch trước ngày 31 tháng 12  năm 2025.", days("2025-12-31")),
        ("(hoàn thành trong quý III-2021).", days("2021-09-30")),
        ("thời gian hoàn thành quý II-2025", days("2025-06-30")),
        ("đưa vào sử dụng trong tháng 7/2021", days("2021-07-31")),
        ("chậm nhất 17 giờ 00 ngày 01/02/2026 phải nộp", days("2026-02-01")),
        ("Năm 2021, hoàn thành khảo sát; đầu năm 2022 tổng kết", days("2021-12-31", "2022-03-31")),
        ("tổng kết vào năm 2025, nhân dịp kỷ niệm 80 năm (ngày 15-10-2025)", days("2025-10-15")),
        ("đến hết năm 2021, giải quyết dứt điểm", days("2021-12-31")),
        ("kết thúc trước 31-12-2021", days("2021-12-31")),
        ("tổng kết công tác dân vận trong năm 2021", ()),
        ("Kế hoạch năm 2021, giai đoạn 2021-2025", ()),
        ("theo Kết luận số 65-KL/TW ngày 30/10/2019 của Bộ Chính trị", ()),
        ("thường xuyên phối hợp, kịp thời tham mưu", ()),
        ("chậm nhất 05 ngày làm việc kể từ ngày nhận được báo cáo", ()),
    ],
)
def test_in_prose_only_phrases_that_set_a_time_count(words, due):
    assert parse(words, ISSUED, place="prose").due == due


@pytest.mark.parametrize(
    ("words", "recurrence"),
    [
        ("Thường xuyên", "continuous"),
        ("Hàng năm", "yearly"),
        ("hằng tuần", "weekly"),
        ("hàng tháng và đột xuất", "monthly"),
        ("định kỳ hằng quý", "quarterly"),
        ("6 tháng, năm", "half-yearly"),
        ("định kỳ 06 tháng (trước ngày 10/5/2021), 01 năm (trước ngày 30/10/2021)", "half-yearly"),
        ("báo cáo quý, 6 tháng, năm", "quarterly"),
        ("Theo Kế hoạch của TW", "on-event"),
        ("theo định kỳ hoặc chuyên đề (nếu có)", "on-event"),
        ("nếu có phát sinh, vướng mắc", "on-event"),
        ("Quý II", "none"),
        ("3 tháng/lần", "quarterly"),
        ("báo cáo 6 tháng trước 15/6 và báo cáo năm trước 15/12", "half-yearly"),
        ("Theo lịch đối thoại", "on-event"),
        ("Theo quy định", "none"),
        ("Sau 05 ngày kể từ ngày kết thúc hội nghị", "on-event"),
    ],
)
def test_recurrence_is_the_most_frequent_that_is_said(words, recurrence):
    assert parse(words, ISSUED).recurrence == recurrence


def test_a_day_of_each_year_is_due_first_after_the_document_was_issued():
    time = parse("trước ngày 30/4 hằng năm", ISSUED, place="prose")
    assert time.due == days("2022-04-30")
    assert time.pieces[0].when.rrule == "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=30"


def test_a_day_of_each_month_has_a_rule_of_its_own():
    assert parse("ngày 15 hằng tháng").pieces[0].when.rrule == "FREQ=MONTHLY;BYMONTHDAY=15"


def test_a_term_keeps_its_number_unit_and_event_and_invents_no_date():
    time = parse("trong thời hạn mười ngày làm việc kể từ ngày nhận đơn", ISSUED, place="prose")
    term = time.pieces[0].when.term
    assert (term.count, term.unit, term.working, term.event) == (10, "day", True, "ngày nhận đơn")
    assert time.due == ()


def test_a_phrase_without_a_year_takes_the_year_of_its_heading():
    assert parse("Quý I", ISSUED, context_year=2023).due == days("2023-03-31")


def test_a_day_that_would_lie_before_the_document_is_moved_a_year_and_marked():
    time = parse("trước ngày 15/02", date(2025, 12, 20), place="prose")
    assert time.due == days("2026-02-15")
    assert time.uncertain


def test_without_any_year_no_date_is_given():
    assert parse("Quý II").due == ()


def test_a_day_that_does_not_exist_gives_no_date():
    assert parse("trước ngày 31/02/2025", ISSUED, place="prose").due == ()


def test_a_window_keeps_its_first_day():
    assert parse("từ ngày 01/12/2025 đến ngày 14/12/2025").start == date(2025, 12, 1)


def test_every_piece_keeps_its_words():
    text = "Sở Nội vụ báo cáo trước ngày 10/5/2021; hằng năm tổng kết"
    for piece in parse(text, ISSUED, place="prose").pieces:
        assert piece.words in " ".join(piece.span.of(text).split())
