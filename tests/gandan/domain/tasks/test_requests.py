"""Who does the work asks for a later day; who leads the unit answers, and the answer is kept."""

from datetime import date

import pytest

from gandan.domain.directory.access import standing
from gandan.domain.tasks import actions, queries
from gandan.domain.tasks.access import Denied
from gandan.kernel.refusal import Refused

from ...conftest import NOW, TODAY

LATER = date(2026, 4, 20)


@pytest.fixture
def asked(task, office):
    return actions.ask_extension(
        task.due_dates.get(), LATER, "chờ số liệu của xã", actor=office.officer, at=NOW
    )


def test_a_request_waits_for_who_may_answer(asked, office):
    waiting = {
        name
        for name, who in office.accounts.items()
        if asked in queries.extensions_asked(standing(who, TODAY))
    }
    assert waiting == {"head"}


def test_granting_extends_with_the_reason_of_who_asked(asked, task, office):
    actions.answer_extension(asked, granted=True, actor=office.head, at=NOW)
    task.refresh_from_db()
    assert task.next_due == LATER
    new = task.due_dates.get(on=LATER)
    assert (new.reason, new.set_by) == ("chờ số liệu của xã", office.head)


def test_refusing_needs_a_reason_and_moves_nothing(asked, task, office):
    with pytest.raises(Refused, match="lý do"):
        actions.answer_extension(asked, granted=False, actor=office.head, at=NOW)
    actions.answer_extension(asked, granted=False, answer="đã đủ số liệu",
                             actor=office.head, at=NOW)  # fmt: skip
    task.refresh_from_db()
    assert task.next_due == date(2026, 3, 20)
    with pytest.raises(Refused, match="đã được trả lời"):
        actions.answer_extension(asked, granted=True, actor=office.head, at=NOW)


def test_who_asks_cannot_answer(asked, office):
    with pytest.raises(Denied):
        actions.answer_extension(asked, granted=True, actor=office.officer, at=NOW)


@pytest.mark.parametrize(
    ("to", "reason"), [(LATER, " "), (date(2026, 3, 20), "x"), (date(2026, 3, 1), "x")]
)
def test_a_request_needs_a_reason_and_a_later_day(task, office, to, reason):
    with pytest.raises(Refused):
        actions.ask_extension(task.due_dates.get(), to, reason, actor=office.officer, at=NOW)


def test_one_open_request_at_a_time(asked, office):
    with pytest.raises(Refused, match="đang chờ"):
        actions.ask_extension(asked.due, LATER, "nữa", actor=office.officer, at=NOW)
