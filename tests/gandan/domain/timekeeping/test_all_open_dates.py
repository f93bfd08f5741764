"""Every open date that a term or the calendar gave is known by what it was counted by, and moves by it."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from gandan.domain.meetings import actions as meetings
from gandan.domain.meetings.models import Meeting
from gandan.domain.petitions import actions as petitions
from gandan.domain.petitions.actions import Origin
from gandan.domain.petitions.models import Clock
from gandan.domain.tasks import actions as tasks
from gandan.domain.tasks.queries import Counted
from gandan.domain.timekeeping.actions import _moved, change
from gandan.domain.timekeeping.moves import digest_of, moves
from gandan.kernel.events import deed, record
from gandan.kernel.refusal import Refused
from gandan.kernel.timetable import Edit, Kind, timetable

from ...conftest import NOW

PAPER = "Thông báo 12/TB-BNV ngày 1/3/2026 của Bộ Nội vụ"
OFF = Edit(Kind.DAY, "2026-03-10", data={"mark": "holiday", "means": "Ngày hội"}, document=PAPER)
SHORTER = Edit(
    Kind.OWN, "reception.reply@2026-03-01", data={"length": 8, "unit": "ngày làm việc"},
    document=PAPER,
)  # fmt: skip
START, DUE = date(2026, 3, 2), date(2026, 3, 16)


@pytest.fixture
def task(office):
    """A task whose day the term of the reception gave: ten working days after Monday 2/3/2026."""
    return tasks.assign(
        "Trả lời người dân", lead=office.home_affairs, due=[DUE],
        counted=Counted("reception.reply", START), actor=office.clerk, at=NOW,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("edit", "after"), [(OFF, date(2026, 3, 17)), (SHORTER, date(2026, 3, 12))],
    ids=["calendar", "rule"],
)  # fmt: skip
def test_tasks_and_their_parts_move_on_approval(edit, after, task, office):
    part = tasks.split(task, "Soạn thảo", office.finance, actor=office.clerk, at=NOW)
    (child,) = tasks.cascade(task, [office.commune], actor=office.clerk, at=NOW)
    before = timetable()
    found = moves(before, before.after(edit))
    assert {(each.key, each.before, each.after) for each in found} == {
        (one.pk, DUE, after) for one in (task, part, child)
    }
    task.refresh_from_db()
    assert task.next_due == DUE, "shown, not moved"
    assert change(edit, seen=digest_of(found), actor=office.admin, at=NOW) == 3
    for one in (task, part, child):
        one.refresh_from_db()
        assert one.next_due == after
    new = task.due_dates.get(replaced_by=None)
    assert (new.term, new.counted_from) == ("reception.reply", START), "it can move again"


def test_a_day_that_a_person_set_moves_with_nobodys_calendar(task, office):
    due = task.due_dates.get()
    tasks.extend(due, date(2026, 3, 20), "xin thêm ngày", actor=office.head, at=NOW)
    before = timetable()
    assert moves(before, before.after(OFF)) == []


def test_the_task_of_an_answer_keeps_its_term_and_moves_once_with_the_petition(office):
    clerk = office.person("home_clerk", "clerk", "home_affairs")
    one = petitions.receive(
        "Đề nghị sửa cầu treo.", Origin("reception"), said_on=START, unit=office.home_affairs,
        actor=clerk, at=NOW,
    )  # fmt: skip
    sent = petitions.transfer(one, office.finance, actor=clerk, at=NOW)
    due = sent.task.due_dates.get()
    assert (due.term, due.counted_from) == ("reception.reply", START)
    before = timetable()
    found = moves(before, before.after(OFF))
    assert [each.kind for each in found] == ["petition"]
    assert change(OFF, seen=digest_of(found), actor=office.admin, at=NOW) == 1
    sent.task.refresh_from_db()
    assert sent.task.next_due == date(2026, 3, 17)


def test_a_task_with_a_term_waits_only_where_the_term_lets_it(task, office):
    tasks.take_step(task, "receive", actor=office.head, at=NOW)
    with pytest.raises(Refused, match="không cho tạm dừng"):
        tasks.take_step(task, "wait", reason="chờ ý kiến Bộ", actor=office.head, at=NOW)


def test_a_wait_is_given_back_in_the_unit_of_the_term_and_survives_a_change(office):
    """Thirty days from 2/3 end on 1/4; ten days of waiting make it Saturday 11/4, so 13/4."""
    one = tasks.assign(
        "Giải quyết khiếu nại", lead=office.home_affairs, due=[date(2026, 4, 1)],
        counted=Counted("complaint.first", START), actor=office.clerk, at=NOW,
    )  # fmt: skip
    tasks.take_step(one, "receive", actor=office.head, at=NOW)
    tasks.take_step(one, "wait", reason="chờ giám định", actor=office.head, at=NOW)
    again = tasks.take_step(one, "resume", actor=office.head, at=NOW + timedelta(days=10))
    assert again.next_due == date(2026, 4, 13)
    monday = Edit(Kind.DAY, "2026-04-13", data=OFF.data, document=PAPER)
    before = timetable()
    (move,) = moves(before, before.after(monday))
    assert (move.before, move.after) == (date(2026, 4, 13), date(2026, 4, 14))


@pytest.fixture
def monthly(office):
    """A monthly duty of a commune that has a code: its period ends on Saturday 28/2/2026."""
    office.commune.territory = "22366"
    office.commune.save()
    task = tasks.assign(
        "Báo cáo hằng tháng", lead=office.commune, recurrence="monthly", actor=office.clerk,
        at=datetime(2026, 2, 10, 3, tzinfo=UTC),
    )  # fmt: skip
    return lambda: tasks.make_occurrences(
        task, on=date(2026, 2, 11), actor=office.clerk, at=NOW
    )[0]  # fmt: skip


HALF = Edit(
    Kind.HABIT, "5@2026-01-01", "22366",
    {"weekday": 5, "kind": "half-day", "means": "sáng thứ Bảy", "first": "2026-01-01", "counts": True},
    PAPER,
)  # fmt: skip
SWAP = Edit(
    Kind.DAY, "2026-02-28", "22366", {"mark": "swap-work", "means": "làm bù"}, PAPER
)  # fmt: skip


@pytest.mark.parametrize("edit", [HALF, SWAP], ids=["half-Saturday", "swap day"])
def test_occurrences_count_by_the_calendar_of_their_units_territory(edit, monthly, office):
    change(edit, seen=None, actor=office.admin, at=NOW)
    assert monthly().next_due == date(2026, 2, 28)


@pytest.mark.parametrize("edit", [HALF, SWAP], ids=["half-Saturday", "swap day"])
def test_an_occurrence_moves_with_a_change_of_its_territory(edit, monthly, office):
    made = monthly()
    assert made.next_due == date(2026, 3, 2)
    before = timetable()
    found = moves(before, before.after(edit))
    assert [(each.key, each.after) for each in found] == [(made.pk, date(2026, 2, 28))]
    elsewhere = Edit(edit.kind, edit.key, "", edit.data, PAPER)
    if edit is SWAP:
        assert len(moves(before, before.after(elsewhere))) == 1, "the country's day is its day too"


def test_a_conclusion_counts_and_moves_by_the_calendar_of_its_units_territory(office):
    office.commune.territory = "22366"
    office.commune.save()
    on = Edit(Kind.SWITCH, "party.reply@2019-02-18", document="QĐ 11-QĐi/TW, đã đọc")
    change(on, seen=None, actor=office.admin, at=NOW)

    def held(key):
        entry = meetings.Entry(
            key=key, kind="dialogue", unit=office.commune, mode="in-person", place="Nhà văn hóa",
            held_on=date(2026, 3, 2), details={"chaired_by": "Chủ tịch UBND xã"},
        )  # fmt: skip
        return meetings.record_meeting(entry, actor=office.clerk, at=NOW).meeting

    first = held("phieu-0001")
    assert first.conclusion_due == date(2026, 3, 16)
    local = Edit(
        Kind.DAY, "2026-03-10", "22366", {"mark": "holiday", "means": "ngày hội xã"}, PAPER
    )
    before = timetable()
    (move,) = moves(before, before.after(local))
    assert (move.key, move.after) == (first.pk, date(2026, 3, 17))
    change(local, seen=None, actor=office.admin, at=NOW)
    assert held("phieu-0002").conclusion_due == date(2026, 3, 17)


@pytest.fixture
def clocks(office):
    """As many cases as asked for, in each of which a complaint has been accepted on 2/3/2026."""
    clerk = office.person("home_clerk", "clerk", "home_affairs")

    def made(many):
        for n in range(many):
            case = petitions.receive(
                f"Khiếu nại số {n}.", Origin("reception"), said_on=START,
                unit=office.home_affairs, actor=clerk, at=NOW,
            )  # fmt: skip
            petitions.start_clock(case, "complaint.first", START, actor=clerk, at=NOW)
        return Clock.objects.all()

    return made


@pytest.fixture
def held_meetings(office):
    on = Edit(Kind.SWITCH, "party.reply@2019-02-18", document="QĐ 11-QĐi/TW, đã đọc")
    change(on, seen=None, actor=office.admin, at=NOW)

    def made(many):
        for n in range(many):
            meetings.record_meeting(
                meetings.Entry(
                    key=f"phieu-{n:04}", kind="dialogue", unit=office.commune, mode="in-person",
                    place="Nhà văn hóa", held_on=START, details={"chaired_by": "Chủ tịch"},
                ),
                actor=office.clerk, at=NOW,
            )  # fmt: skip
        return Meeting.objects.all()

    return made


FIRST_OF_APRIL = Edit(Kind.DAY, "2026-04-01", data=OFF.data, document=PAPER)


@pytest.mark.parametrize(("kind", "edit"), [("clocks", FIRST_OF_APRIL), ("held_meetings", OFF)])
def test_clocks_and_meetings_move_with_as_many_questions_for_many_as_for_one(
    kind, edit, office, request
):
    rows = request.getfixturevalue(kind)

    def asked():
        before = timetable()
        found = moves(before, before.after(edit))
        with CaptureQueriesContext(connection) as seen, deed("test.moved"):
            record("test.moved", office.committee, actor=office.admin, at=NOW)
            moved = _moved(found, "vì nghỉ", office.admin, NOW)
        return moved, len(seen)

    with transaction.atomic():
        rows(1)
        one = asked()
        transaction.set_rollback(True)
    with transaction.atomic():
        rows(40)
        many = asked()
        transaction.set_rollback(True)
    assert (one[0], many[0]) == (1, 40)
    assert many[1] == one[1]


def test_what_was_done_meanwhile_is_left_and_the_rest_moves(clocks, office):
    done, *_ = clocks(3)
    before = timetable()
    found = moves(before, before.after(FIRST_OF_APRIL))
    Clock.objects.filter(pk=done.pk).update(state="done", done_on=START)
    with deed("test.moved"):
        record("test.moved", office.committee, actor=office.admin, at=NOW)
        assert _moved(found, "vì nghỉ", office.admin, NOW) == 2
    done.refresh_from_db()
    assert done.due_on == date(2026, 4, 1)
    assert {clock.dates.last().reason for clock in clocks_running()} == {"vì nghỉ"}


def clocks_running():
    return Clock.objects.filter(state="running")
