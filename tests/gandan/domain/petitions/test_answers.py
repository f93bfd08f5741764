"""The answer and its task agree; answers are rated and looked at a second time; many at once."""

from __future__ import annotations

import pytest

from gandan.domain.petitions import actions, queries
from gandan.domain.petitions.access import can, visible_petitions
from gandan.domain.petitions.actions import Origin
from gandan.domain.petitions.models import Petition
from gandan.domain.tasks import actions as tasks
from gandan.domain.tasks.queries import Task
from gandan.kernel.access import Denied
from gandan.kernel.events import verify
from gandan.kernel.refusal import Refused

from ...conftest import NOW, TODAY
from .conftest import ROAD


@pytest.fixture
def sent(petition, office, clerk):
    return actions.transfer(petition, office.finance, actor=clerk, at=NOW)


def task_of(petition):
    return Task.objects.get(pk=petition.task_id)


def say(petition, office, kind="explained", text="Đường do nhà máy sửa, xong ngày 5/3/2026."):
    return actions.answer(petition, kind, text, actor=office.other_head, at=NOW)


def test_to_answer_finishes_the_task_and_nothing_else_does(sent, office):
    for verb in ("receive", "start"):
        tasks.take_step(task_of(sent), verb, actor=office.other_head, at=NOW)
    with pytest.raises(Refused, match="trả lời"):
        tasks.take_step(task_of(sent), "submit", reason="xong", actor=office.other_head, at=NOW)
    say(sent, office)
    assert task_of(sent).state == "done"
    assert verify() is None


def test_to_open_again_asks_for_the_answer_again(sent, office):
    say(sent, office)
    for verb, reason in (("close", ""), ("reopen", "Cầu lại hỏng")):
        actions.take_step(sent, verb, reason=reason, actor=office.other_head, at=NOW)
    assert task_of(sent).state == "assigned"


def test_to_end_without_an_answer_ends_the_task(sent, office):
    actions.take_step(sent, "close", reason="Trùng", actor=office.other_head, at=NOW)
    assert task_of(sent).state == "cancelled"


def test_who_took_it_in_looks_a_second_time_and_sends_it_back(sent, office, clerk):
    given = say(sent, office, text="Ủy ban sẽ xem xét.")
    assert given.is_empty
    with pytest.raises(Refused, match="vì sao"):
        actions.assess(given, "empty", actor=clerk, at=NOW)
    with pytest.raises(Denied):
        actions.assess(given, "satisfying", actor=office.other_head, at=NOW)
    actions.assess(given, "empty", "Không ai, không bao giờ", sends_back=True, actor=clerk, at=NOW)
    sent.refresh_from_db()
    assert sent.state == "classified"
    assert task_of(sent).state == "assigned"
    assert can(office.other_head, "answer", sent, on=TODAY)


def test_voters_rate_in_numbers(sent, office, clerk):
    given = say(sent, office)
    with pytest.raises(Refused, match="lớn hơn 0"):
        actions.note_rating(given, "paper", actor=clerk, at=NOW)
    actions.note_rating(given, "paper", satisfied=7, unsatisfied=3, actor=clerk, at=NOW)
    actions.note_rating(given, "paper", partly=10, actor=office.other_head, at=NOW)
    rated = queries.rated(sent)
    assert (rated.total, rated.satisfied, rated.satisfied_share) == (20, 7, 35)
    with pytest.raises(Denied):
        actions.note_rating(given, "paper", satisfied=1, actor=office.reader, at=NOW)


@pytest.fixture
def three(office, clerk):
    return [
        actions.receive(
            f"{ROAD} Lần {n}", Origin("note", session="Kỳ họp 5"), said_on=TODAY, unit=office.home_affairs,
            place_text=f"thôn {n}", actor=clerk, at=NOW,
        )
        for n in range(3)
    ]  # fmt: skip


def test_many_are_classified_or_none_and_back_again(three, clerk, office):
    batch = actions.classify_all(three, "b.road", "province", actor=clerk, at=NOW)
    assert set(Petition.objects.values_list("field", "state")) == {("b.road", "classified")}
    actions.classify(three[0], "c", "commune", actor=clerk, at=NOW)
    assert actions.undo_batch(batch, actor=clerk, at=NOW) == 2
    fields = Petition.objects.order_by("pk").values_list("field", "field_by_person", "state")
    assert list(fields) == [
        ("c", True, "classified"), ("", False, "received"), ("", False, "received"),
    ]  # fmt: skip
    with pytest.raises(Refused, match="hoàn lại rồi"):
        actions.undo_batch(batch, actor=clerk, at=NOW)
    actions.take_step(three[1], "close", reason="Trùng", actor=office.head, at=NOW)
    with pytest.raises(Refused, match=r"Cả loạt"):
        actions.classify_all(three, "c", "commune", actor=clerk, at=NOW)
    assert Petition.objects.get(pk=three[2].pk).field == ""


def test_many_are_sent_and_called_back_while_nobody_took_them_up(three, clerk, office):
    batch = actions.transfer_all(three, office.finance, "", actor=clerk, at=NOW)
    assert visible_petitions(office.other_head, TODAY).count() == 3
    tasks.take_step(task_of(Petition.objects.get(pk=three[0].pk)), "receive",
                    actor=office.other_head, at=NOW)  # fmt: skip
    assert actions.undo_batch(batch, actor=clerk, at=NOW) == 2
    assert visible_petitions(office.other_head, TODAY).get() == three[0]
    assert Petition.objects.filter(holder=office.home_affairs, state="received").count() == 2


def test_many_are_joined_and_are_one_line_of_the_synthesis(three, clerk):
    batch = actions.join_all(three, actor=clerk, at=NOW)
    visible = visible_petitions(clerk, TODAY)
    (section,) = queries.synthesise(visible).sections
    (line,) = section.lines
    assert (line.times, line.places) == (3, ["thôn 0", "thôn 1", "thôn 2"])
    assert actions.undo_batch(batch, actor=clerk, at=NOW) == 2
    assert queries.synthesise(visible).requests == 3


def test_the_synthesis_asks_the_same_number_of_questions(
    three, clerk, django_assert_num_queries, office
):
    for one in three:
        actions.answer(one, "explained", "Đã rõ ngày 1/3/2026", actor=office.head, at=NOW)
    with django_assert_num_queries(1):
        (section,) = queries.synthesise(Petition.objects.all()).sections
    with django_assert_num_queries(2):
        told = queries.told(section.lines)
    assert [each.first for each in told] == three
    assert {each.last_answer.text for each in told} == {"Đã rõ ngày 1/3/2026"}


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"state": "received"}, 3), ({"state": "closed"}, 0), ({"state": "x"}, 0),
        ({"session": "Kỳ họp 5"}, 3), ({"place": "thôn 1"}, 1), ({"unit": "x"}, 0),
        ({"late": "1"}, 0), ({"source": "note", "once": "1"}, 3), ({"empty": "1"}, 0),
    ],
)  # fmt: skip
def test_the_list_is_narrowed_by_facets(three, asked, found):
    assert queries.narrowed(Petition.objects.all(), asked, TODAY).count() == found
