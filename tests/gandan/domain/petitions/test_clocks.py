"""Several terms run in one case; each stops, goes on, lasts longer and ends by its own row."""

from datetime import date, timedelta

import pytest

from gandan.domain.petitions import actions, queries
from gandan.domain.petitions.access import Denied
from gandan.domain.petitions.models import Clock
from gandan.domain.timekeeping.actions import change
from gandan.domain.timekeeping.moves import digest_of, moves
from gandan.kernel.events import history, verify
from gandan.kernel.refusal import Refused
from gandan.kernel.timetable import Edit, Kind, timetable

from ...conftest import NOW, TODAY

PAPER = "Thông báo 12/TB-BNV ngày 1/3/2026 của Bộ Nội vụ"
DECISION = "Quyết định 15/QĐ-SNV ngày 10/3/2026"


@pytest.fixture
def head(office):
    return office.person("home_head", "head", "home_affairs")


@pytest.fixture
def resolving(petition, clerk):
    """A complaint accepted on 2/3/2026: thirty days to resolve it, until 1/4."""
    return actions.start_clock(petition, "complaint.first", TODAY, actor=clerk, at=NOW)


def later(days):
    return NOW + timedelta(days=days)


def test_several_clocks_run_side_by_side_each_with_its_reason(petition, clerk, resolving):
    actions.start_clock(petition, "complaint.send", TODAY, actor=clerk, at=NOW)
    assert [(each.term, each.due_on) for each in queries.clocks_of(petition)] == [
        ("complaint.first", date(2026, 4, 1)),
        ("complaint.send", date(2026, 3, 5)),
    ]
    assert resolving.why[0].startswith("Sự kiện: thụ lý khiếu nại, thứ Hai 2/3/2026")
    petition.refresh_from_db()
    assert petition.due_on == date(2026, 3, 16), "the day of the answer is its own"


def test_the_same_start_again_gives_the_same_clock(petition, clerk, resolving):
    again = actions.start_clock(petition, "complaint.first", TODAY, actor=clerk, at=NOW)
    assert again == resolving
    with pytest.raises(Refused, match="đang chạy từ 2/3/2026"):
        actions.start_clock(petition, "complaint.first", date(2026, 3, 1), actor=clerk, at=NOW)


def test_a_pause_has_reason_and_basis_and_its_days_are_given_back(petition, head, resolving):
    stopped = actions.pause_clock(
        resolving, date(2026, 3, 10), "chờ giám định", DECISION, actor=head, at=later(8)
    )
    assert (stopped.state, stopped.due_on) == (Clock.State.PAUSED, None)
    again = actions.resume_clock(stopped, date(2026, 3, 20), actor=head, at=later(18))
    # Ten days later than Wednesday 1/4 is Saturday 11/4: BLDS Điều 148 khoản 5 makes it the Monday.
    assert (again.state, again.due_on) == (Clock.State.RUNNING, date(2026, 4, 13))
    assert any("tạm dừng từ 11/3/2026 đến 20/3/2026" in step for step in again.why)
    first, second = again.dates.all()
    assert (first.on, second.on) == (date(2026, 4, 1), date(2026, 4, 13))
    assert "chờ giám định" in second.reason
    assert DECISION in second.reason
    assert [event.verb for event in history(petition)][-3:] == [
        "petition.clock_start", "petition.clock_pause", "petition.clock_resume",
    ]  # fmt: skip
    assert verify() is None


def test_a_term_that_the_law_does_not_let_stand_still_is_not_paused(petition, clerk, head):
    accept = actions.start_clock(petition, "complaint.accept", TODAY, actor=clerk, at=NOW)
    with pytest.raises(Refused, match="không cho tạm dừng"):
        actions.pause_clock(accept, TODAY, "chờ", DECISION, actor=head, at=NOW)
    accept.refresh_from_db()
    assert accept.state == Clock.State.RUNNING
    assert not accept.pauses.exists()


def test_what_is_asked_of_a_pause(resolving, head, clerk):
    for reason, basis in (("", DECISION), ("chờ giám định", " ")):
        with pytest.raises(Refused, match="lý do và căn cứ"):
            actions.pause_clock(resolving, TODAY, reason, basis, actor=head, at=NOW)
    with pytest.raises(Refused, match="sau hôm nay"):
        actions.pause_clock(resolving, date(2026, 3, 3), "chờ", DECISION, actor=head, at=NOW)
    with pytest.raises(Denied):
        actions.pause_clock(resolving, TODAY, "chờ", DECISION, actor=clerk, at=NOW)


def test_a_second_pause_does_not_begin_inside_the_first(resolving, head):
    actions.pause_clock(resolving, date(2026, 3, 4), "a", DECISION, actor=head, at=later(10))
    again = actions.resume_clock(resolving, date(2026, 3, 9), actor=head, at=later(10))
    with pytest.raises(Refused, match="nằm trong lần tạm dừng"):
        actions.pause_clock(again, date(2026, 3, 6), "b", DECISION, actor=head, at=later(10))


def test_a_term_is_prolonged_only_by_its_row(resolving, head):
    with pytest.raises(Refused, match="không được gia hạn"):
        actions.extend_clock(resolving, "vụ việc phức tạp", actor=head, at=NOW)


def test_what_is_done_stands_and_the_term_may_run_again(petition, resolving, clerk):
    done = actions.finish_clock(resolving, date(2026, 3, 9), actor=clerk, at=later(7))
    assert (done.state, done.done_on, done.due_on) == ("done", date(2026, 3, 9), date(2026, 4, 1))
    with pytest.raises(Refused, match="không chạy"):
        actions.finish_clock(resolving, date(2026, 3, 9), actor=clerk, at=later(7))
    second = actions.start_clock(petition, "complaint.first", TODAY, actor=clerk, at=later(8))
    assert second != done


def test_terms_that_are_off_or_of_denunciations_do_not_run(petition, clerk):
    for term in ("voters.answer", "denunciation.resolve", "complaint.none"):
        with pytest.raises(Refused, match="không áp dụng được"):
            actions.start_clock(petition, term, TODAY, actor=clerk, at=NOW)


@pytest.mark.parametrize(
    "edit",
    [
        Edit(Kind.DAY, "2026-04-01", data={"mark": "holiday", "means": "Ngày hội"}, document=PAPER),
        Edit(Kind.OWN, "complaint.first@2026-03-01", data={"length": 29, "unit": "ngày"}, document=PAPER),
    ],
    ids=["calendar", "rule"],
)  # fmt: skip
def test_a_clock_moves_with_the_calendar_and_the_rule_on_approval(
    edit, office, petition, resolving
):
    before = timetable()
    found = moves(before, before.after(edit))
    (move,) = [each for each in found if each.kind == "clock"]
    assert (move.case, move.before) == (petition.pk, date(2026, 4, 1))
    resolving.refresh_from_db()
    assert resolving.due_on == move.before, "shown, not moved"
    change(edit, seen=digest_of(found), actor=office.admin, at=NOW)
    resolving.refresh_from_db()
    assert resolving.due_on == move.after != move.before
    assert "Tính lại" in resolving.dates.last().reason
