"""A change of the clock shows what it would move, moves it on approval, and remembers all of it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from gandan.domain.meetings import actions as meetings
from gandan.domain.petitions import actions as petitions
from gandan.domain.petitions.actions import Origin
from gandan.domain.petitions.deadlines import answer_due
from gandan.domain.tasks import actions as tasks
from gandan.domain.timekeeping.actions import change
from gandan.domain.timekeeping.moves import digest_of, moves
from gandan.kernel.access import Denied
from gandan.kernel.events import Event, verbs_of, verify
from gandan.kernel.models import ClockEdit, Frozen
from gandan.kernel.refusal import Refused
from gandan.kernel.timetable import Edit, Kind, timetable

from ...conftest import NOW

PAPER = "Thông báo 12/TB-BNV ngày 1/3/2026 của Bộ Nội vụ"
# NOW is Monday 2/3/2026: ten working days make 16/3; with the 10th off, 17/3.
OFF = Edit(Kind.DAY, "2026-03-10", data={"mark": "holiday", "means": "Ngày hội"}, document=PAPER)


@pytest.fixture
def petition(office):
    clerk = office.person("home_clerk", "clerk", "home_affairs")
    return petitions.receive(
        "Đề nghị sửa cầu treo qua suối Nậm Hon.", Origin("reception", "Sổ số 12"),
        said_on=date(2026, 3, 2), unit=office.home_affairs, actor=clerk, at=NOW,
    )  # fmt: skip


def approved(edit, office, *, actor=None):
    before = timetable()
    seen = digest_of(moves(before, before.after(edit)))
    return change(edit, seen=seen, actor=actor or office.admin, at=NOW)


def test_an_open_date_moves_only_on_approval(office, petition):
    before = timetable()
    (move,) = moves(before, before.after(OFF))
    assert (move.kind, move.key, move.unit) == ("petition", petition.pk, office.home_affairs.pk)
    assert (move.before, move.after) == (date(2026, 3, 16), date(2026, 3, 17))
    assert change(OFF, seen=None, actor=office.admin, at=NOW) == 0
    petition.refresh_from_db()
    assert petition.due_on == date(2026, 3, 16)
    assert answer_due("reception", date(2026, 3, 2))[0] == date(2026, 3, 17), "new ones count anew"


def test_an_approved_move_keeps_the_old_day_and_says_why(office, petition):
    moved = petitions.transfer(petition, office.finance, actor=office.home_clerk, at=NOW)
    assert approved(OFF, office) == 1
    moved.refresh_from_db()
    assert moved.due_on == date(2026, 3, 17)
    assert "trước là 16/03/2026" in moved.term_basis
    assert PAPER in moved.term_basis
    old, new = moved.task.due_dates.order_by("on")
    assert (old.on, old.replaced_by, new.on) == (date(2026, 3, 16), new, date(2026, 3, 17))
    assert "Ngày hội" in new.reason
    done = Event.objects.latest("pk")
    assert verbs_of(done) == ["clock.day", "petition.recount", "task.recount"]
    assert verify() is None


def test_an_occurrence_moves_and_a_day_that_a_document_says_does_not(office):
    series = tasks.assign(
        "Báo cáo hằng tuần",
        lead=office.home_affairs,
        recurrence="weekly",
        actor=office.head,
        at=NOW,
    )
    (weekly,) = tasks.make_occurrences(series, on=date(2026, 3, 2), actor=office.head, at=NOW)
    tasks.assign(
        "Việc có ngày", lead=office.home_affairs, due=[weekly.next_due], actor=office.head, at=NOW
    )
    friday = Edit(Kind.DAY, "2026-03-06", data={"mark": "holiday", "means": "Hội"}, document=PAPER)
    (move,) = moves(timetable(), timetable().after(friday))
    assert (move.kind, move.key, move.after) == ("task", weekly.pk, date(2026, 3, 9))


def test_what_was_shown_is_what_is_approved(office, petition):
    with pytest.raises(Refused, match="vừa thay đổi"):
        change(OFF, seen="an older list", actor=office.admin, at=NOW)
    assert not ClockEdit.objects.exists()


def test_a_change_is_brought_back_with_its_dates(office, petition):
    approved(OFF, office)
    back = Edit(Kind.DAY, OFF.key, data={"removed": True}, reason="Nhập nhầm")
    assert approved(back, office) == 1
    petition.refresh_from_db()
    assert petition.due_on == date(2026, 3, 16)
    assert timetable().edits == {}
    assert ClockEdit.objects.count() == 2, "both stay: the memory of the clock is append-only"
    with pytest.raises(Frozen):
        ClockEdit.objects.all().delete()


def test_only_an_administrator_of_the_top_changes_what_holds_for_all(office):
    local = office.person("local_admin", "administrator", "home_affairs")
    for actor in (office.head, office.clerk, local):
        with pytest.raises(Denied):
            change(OFF, seen=None, actor=actor, at=NOW)


def test_a_place_has_days_of_its_own_and_its_administrator_sets_them(office):
    office.commune.territory = "22366"
    office.commune.save()
    own = office.person("commune_admin", "administrator", "commune")
    here = Edit(Kind.DAY, OFF.key, "22366", OFF.data, PAPER)
    change(here, seen=None, actor=own, at=NOW)
    calendar = timetable().calendar
    assert not calendar.is_working(date(2026, 3, 10), "56/22366")
    assert calendar.is_working(date(2026, 3, 10))
    assert answer_due("reception", date(2026, 3, 2), office.commune)[0] == date(2026, 3, 17)
    assert answer_due("reception", date(2026, 3, 2), office.finance)[0] == date(2026, 3, 16)
    with pytest.raises(Denied):
        change(OFF, seen=None, actor=own, at=NOW)


def test_a_half_saturday_is_open_and_counts_only_if_its_document_says_so(office):
    office.commune.territory = "22366"
    office.commune.save()
    said = {"weekday": 5, "kind": "half-day", "means": "sáng thứ Bảy", "first": "2026-03-01"}
    change(
        Edit(Kind.HABIT, "5@2026-03-01", "22366", said, PAPER),
        seen=None,
        actor=office.admin,
        at=NOW,
    )
    saturday = date(2026, 3, 7)
    calendar = timetable().calendar
    assert calendar.is_open(saturday, "22366")
    assert not calendar.is_working(saturday, "22366")


def test_a_term_that_is_off_is_switched_on_by_a_document_and_dates_what_had_no_date(office):
    clerk = office.person("home_clerk", "clerk", "home_affairs")
    said = petitions.receive(
        "Đề nghị mở lớp học đêm.", Origin("meeting", "Tiếp xúc cử tri"), said_on=date(2026, 3, 2),
        unit=office.home_affairs, actor=clerk, at=NOW,
    )  # fmt: skip
    assert said.due_on is None
    on = Edit(Kind.SWITCH, "voters.answer@2017-09-15", document="QĐ 33/2017/QĐ-TTg, đã đọc")
    assert approved(on, office) == 1
    said.refresh_from_db()
    assert said.due_on == date(2026, 4, 13), "40 days from 2/3: Saturday 11/4, so the Monday"
    row = next(row for row in timetable().terms if row.name == "voters.answer")
    assert (row.on, "QĐ 33/2017" in row.caution) == (True, True)


def test_an_office_sets_its_own_length_for_a_time_and_never_a_longer_one_than_the_law(office):
    def own(days, since="2026-03-01", name="reception.reply", **more):
        data = {"length": days, "unit": "ngày làm việc", **more}
        return Edit(Kind.OWN, f"{name}@{since}", data=data, document=PAPER)

    change(own(7, valid_to="2026-06-30"), seen=None, actor=office.admin, at=NOW)
    day, basis = answer_due("reception", date(2026, 3, 2))
    assert (day, PAPER in basis) == (date(2026, 3, 11), True)
    assert answer_due("reception", date(2026, 7, 1))[0] == date(2026, 7, 15), "the law again"
    for wrong in (own(12, "2026-07-01"), own(5, "2026-06-01"), own(0, "2026-07-01")):
        with pytest.raises(Refused):
            change(wrong, seen=None, actor=office.admin, at=NOW)
    council = own(45, name="voters.council_answer", unit="ngày")
    change(council, seen=None, actor=office.admin, at=NOW)


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (Edit(Kind.DAY, "2026-03-10", data=OFF.data), "Chưa ghi văn bản"),
        (Edit(Kind.DAY, "2055-03-10", data=OFF.data, document=PAPER), "chưa có năm 2055"),
        (Edit(Kind.DAY, "2026-03-10", "99999", OFF.data, PAPER), "địa bàn mang mã 99999"),
        (Edit(Kind.DAY, "2026-03-10", data={"mark": "swap-work", "means": ""}, document=PAPER), "đã là ngày làm việc"),
        (Edit(Kind.DAY, "2026-03-10", data={"mark": "ordinary", "means": ""}, document=PAPER), "làm việc thường"),
        (Edit(Kind.DAY, "2026-03-10", data={"removed": True}), "không có gì để bỏ"),
        (Edit(Kind.HABIT, "5@2026-01-01", data={"weekday": 5, "kind": "off", "first": "2026-01-01"}, document=PAPER), "Chưa chọn địa bàn"),
        (Edit(Kind.YEAR, "2055", document=PAPER), "chưa có năm 2055"),
        (Edit(Kind.DISPUTED, "no-day", document=PAPER), "Không có ngày nghỉ"),
        (Edit(Kind.SWITCH, "reception.reply@2014-07-01", document=PAPER), "không cần bật"),
        (Edit(Kind.SWITCH, "voters.council_answer@", document=PAPER), "chưa có số ngày"),
        (Edit(Kind.SWITCH, "no.term@", document=PAPER), "Không có thời hạn"),
    ],
)  # fmt: skip
def test_a_change_that_cannot_be_is_refused_in_a_sentence(office, edit, words):
    with pytest.raises(Refused, match=words):
        change(edit, seen=None, actor=office.admin, at=NOW)
    assert not ClockEdit.objects.exists()


def test_a_confirmed_year_names_its_document_and_dates_no_longer_warn(office):
    assert timetable().calendar.status(date(2027, 5, 1)) == "estimate"
    change(Edit(Kind.YEAR, "2027", document=PAPER), seen=None, actor=office.admin, at=NOW)
    year = timetable().calendar.years[2027]
    assert (year.status, year.source) == ("confirmed", PAPER)


def test_the_disputed_day_is_a_toggle(office):
    day = date(2026, 11, 24)
    assert timetable().calendar.is_working(day)
    on = Edit(Kind.DISPUTED, "culture-day", document="Luật sửa Điều 112 BLLĐ")
    change(on, seen=None, actor=office.admin, at=NOW)
    assert not timetable().calendar.is_working(day)
    off = Edit(Kind.DISPUTED, "culture-day", data={"removed": True}, reason="chưa có luật")
    change(off, seen=None, actor=office.admin, at=NOW)
    assert timetable().calendar.is_working(day)


def test_what_was_never_committed_is_never_counted_by(office):
    """The answer in memory goes by what the rows say: a row that was rolled back leaves no trace."""
    from django.db import transaction

    with transaction.atomic():
        change(OFF, seen=None, actor=office.admin, at=NOW)
        assert not timetable().calendar.is_working(date(2026, 3, 10))
        transaction.set_rollback(True)
    assert timetable().calendar.is_working(date(2026, 3, 10))
    other = Edit(Kind.DAY, "2026-03-11", data=OFF.data, document=PAPER)
    change(other, seen=None, actor=office.admin, at=NOW)
    assert timetable().calendar.is_working(date(2026, 3, 10))
    assert not timetable().calendar.is_working(date(2026, 3, 11))


def test_a_conclusion_counted_by_a_term_moves_with_it(office):
    entry = meetings.Entry(
        key="phieu-0009", kind="dialogue", unit=office.committee, mode="in-person", place="Hội trường",
        held_on=date(2026, 3, 2), details={"chaired_by": "Chủ tịch UBND tỉnh"},
    )  # fmt: skip
    held = meetings.record_meeting(entry, actor=office.clerk, at=NOW).meeting
    assert held.conclusion_due is None, "party.reply is off"
    on = Edit(Kind.SWITCH, "party.reply@2019-02-18", document="QĐ 11-QĐi/TW, đã đọc")
    assert approved(on, office) == 1
    held.refresh_from_db()
    assert held.conclusion_due == date(2026, 3, 16)


def test_the_questions_do_not_grow_with_the_dates(office, django_assert_num_queries):
    clerk = office.person("home_clerk", "clerk", "home_affairs")
    before = timetable()
    after = before.after(OFF)
    for number in range(3):
        petitions.receive(
            f"Kiến nghị thứ {number}.", Origin("reception"), said_on=date(2026, 3, 2),
            unit=office.home_affairs, actor=clerk, at=datetime(2026, 3, 2, 3, number, tzinfo=UTC),
        )  # fmt: skip
        with django_assert_num_queries(5):
            assert len(moves(before, after)) == number + 1
