"""A petition is taken in, sorted, sent, answered, followed, ended; each verb leaves one event."""

from datetime import UTC, date, datetime

import pytest

from gandan.domain.petitions import actions, queries
from gandan.domain.petitions.access import Denied, can, steps_open_to, visible_petitions
from gandan.domain.petitions.actions import Origin
from gandan.domain.petitions.models import Petition, PetitionerIdentity
from gandan.domain.tasks.queries import Task
from gandan.jobs.show_publications import show_publications
from gandan.kernel.events import Event, history, verify
from gandan.kernel.refusal import Refused

from ...conftest import NOW, TODAY
from .conftest import ROAD


def test_a_reception_has_the_term_of_the_law(petition):
    """Luật Tiếp công dân Điều 28: 10 working days; 2/3/2026 is a Monday."""
    assert petition.due_on == date(2026, 3, 16)
    assert "Điều 28" in petition.term_basis


def test_voters_petitions_have_no_day_while_their_rule_is_unverified(office):
    one = actions.receive(
        ROAD, Origin("meeting"), said_on=TODAY, unit=None, actor=office.clerk, at=NOW
    )
    assert one.due_on is None
    assert one.term_basis


def test_the_whole_way_and_its_memory(petition, office, clerk):
    actions.classify(petition, "b.road", "province", asked=[office.finance], actor=clerk, at=NOW)
    sent = actions.transfer(petition, office.finance, actor=clerk, at=NOW)
    assert sent.task.lead == office.finance
    assert sent.task.next_due == petition.due_on
    actions.answer(
        sent, "solved", "Đã sửa xong cầu ngày 10/3/2026.", evidence="Biên bản nghiệm thu",
        actor=office.other_head, at=NOW,
    )  # fmt: skip
    for verb in ("follow", "close"):
        actions.take_step(sent, verb, actor=office.other_head, at=NOW)
    assert [event.verb for event in history(petition)] == [
        f"petition.{verb}"
        for verb in ("receive", "classify", "transfer", "answer", "follow", "close")
    ]
    assert verify() is None


def test_not_ours_must_say_whose(petition, clerk, office):
    with pytest.raises(Refused, match="của ai"):
        actions.transfer(petition, None, not_ours=True, reason="x", actor=clerk, at=NOW)
    with pytest.raises(Refused, match="vì sao"):
        actions.transfer(petition, office.finance, not_ours=True, actor=clerk, at=NOW)
    assert not petition.routes.exists()


def test_sending_on_ends_the_task_of_whoever_had_it(petition, clerk, office):
    first = actions.transfer(petition, office.finance, actor=clerk, at=NOW)
    money = office.person("money_clerk", "clerk", "finance")
    second = actions.transfer(
        first, office.committee, not_ours=True, reason="Việc của UBND", actor=money, at=NOW
    )
    assert Task.objects.get(pk=first.task_id).state == "cancelled"
    assert second.task.lead == office.committee
    assert [route.not_ours for route in petition.routes.all()] == [False, True]


def test_a_promise_needs_a_day_and_becomes_a_task(petition, office):
    with pytest.raises(Refused, match="phải có ngày"):
        actions.answer(petition, "promised", "Sẽ sửa cầu.", actor=office.head, at=NOW)
    given = actions.answer(
        petition,
        "promised",
        "Sẽ sửa cầu.",
        promised_on=date(2026, 6, 30),
        actor=office.head,
        at=NOW,
    )
    assert given.task.next_due == date(2026, 6, 30)
    assert given.task.lead == office.home_affairs


def test_solved_needs_its_proof(petition, office):
    with pytest.raises(Refused, match="minh chứng"):
        actions.answer(petition, "solved", "Đã sửa.", actor=office.head, at=NOW)


@pytest.mark.parametrize(
    ("text", "empty"),
    [
        ("Ủy ban sẽ xem xét.", True),
        ("Xin ghi nhận ý kiến; sẽ bố trí khi có nguồn vốn.", True),
        ("Sở sẽ xem xét, trả lời trước ngày 30/6/2026.", False),
        ("Đoạn đường này là đường chuyên dùng của nhà máy, do nhà máy sửa.", False),
    ],
)
def test_an_answer_without_who_and_when_is_marked(petition, office, text, empty):
    given = actions.answer(petition, "explained", text, actor=office.head, at=NOW)
    assert given.is_empty is empty


@pytest.mark.parametrize("source", ["portal", "note"])
def test_a_denunciation_is_not_stored(office, source):
    text = "Tôi xin tố cáo ông chủ tịch đã nhận hối lộ."
    with pytest.raises(Refused, match="phong bì"):
        actions.receive(text, Origin(source), said_on=TODAY, unit=None, actor=office.clerk, at=NOW)
    assert not Petition.objects.exists()
    assert not Event.objects.filter(subject_type="petitions.petition").exists()


def test_the_portal_cannot_say_that_it_is_none(office):
    said = {"said_on": TODAY, "unit": None, "actor": office.clerk, "at": NOW}
    text = "Đơn tố cáo: xem lại danh sách hộ nghèo"
    with pytest.raises(Refused):
        actions.receive(text, Origin("portal"), no_denunciation=True, **said)
    assert actions.receive(text, Origin("letter"), no_denunciation=True, **said).pk


def test_who_asked_is_apart_and_opened_with_a_reason_only_by_who_works_on_it(
    petition, office, clerk
):
    assert "Giả Định" not in str(Petition.objects.filter(pk=petition.pk).values().get())
    with pytest.raises(Refused, match="lý do"):
        actions.open_identity(petition, " ", actor=clerk, at=NOW)
    for stranger in (office.admin, office.other_head, office.reader):
        with pytest.raises(Denied):
            actions.open_identity(petition, "muốn biết", actor=stranger, at=NOW)
    opened = actions.open_identity(petition, "Mời làm việc", actor=clerk, at=NOW)
    assert opened.name == "Vũ Thị Giả Định"
    assert [e.verb for e in history(petition)][-1] == "petition.identify"


def test_no_event_holds_words_of_a_petition_or_of_who_asked(petition, office, clerk):
    actions.classify(petition, "b", "province", actor=clerk, at=NOW)
    actions.transfer(petition, office.finance, actor=clerk, at=NOW)
    said = str(list(Event.objects.values_list("data", flat=True)))
    assert "Giả Định" not in said
    assert "Nậm Hon" not in said
    assert PetitionerIdentity.objects.count() == 1


def test_another_unit_does_not_see_it_until_it_is_sent(petition, office, clerk):
    assert not visible_petitions(office.other_head, TODAY).exists()
    assert not can(office.other_head, "answer", petition, on=TODAY)
    sent = actions.transfer(petition, office.finance, actor=clerk, at=NOW)
    assert visible_petitions(office.other_head, TODAY).get() == sent
    assert can(office.other_head, "answer", sent, on=TODAY)


def test_administrators_see_nothing_by_that_role(petition, office):
    assert not visible_petitions(office.admin, TODAY).exists()
    assert steps_open_to(office.admin, petition, TODAY) == []


def test_a_change_on_top_of_an_unseen_one_is_refused(petition, clerk):
    seen = petition.sequence
    actions.classify(petition, "b", "province", actor=clerk, at=NOW)
    with pytest.raises(Refused, match="vừa được người khác"):
        actions.classify(petition, "c", "province", seen=seen, actor=clerk, at=NOW)


def test_the_same_request_is_joined_by_a_person_and_can_be_parted(petition, clerk, office):
    later = actions.receive(
        ROAD + " Xin nhắc lại.", Origin("note"), said_on=TODAY, unit=office.home_affairs,
        actor=clerk, at=NOW,
    )  # fmt: skip
    actions.answer(
        petition, "promised", "Sẽ sửa.", promised_on=date(2026, 5, 1), actor=office.head, at=NOW
    )
    actions.join(later, petition, actor=clerk, at=NOW)
    later.refresh_from_db()
    assert later.first == petition
    seen = queries.asked_before(visible_petitions(clerk, TODAY), later)
    assert (seen.times, seen.promised, seen.since) == (2, 1, petition.said_on)
    with pytest.raises(Refused, match="gộp rồi"):
        actions.join(petition, later, actor=clerk, at=NOW)
    assert actions.part(later, actor=clerk, at=NOW).first is None


def test_only_a_redacted_text_is_published_and_only_by_a_second_person(petition, office, clerk):
    told = "Ông Lò Văn Mẫu ở thôn Nà Pen 2, điện thoại 0912 345 678, đề nghị sửa cầu."
    draft = queries.redacted(told)
    assert "Mẫu" not in draft
    assert "0912" not in draft
    assert "Nà Pen" not in draft
    with pytest.raises(Refused, match="giống tên"):
        actions.draft_publication(petition, told, actor=clerk, at=NOW)
    waiting = actions.draft_publication(petition, draft, actor=clerk, at=NOW)
    assert not queries.published(NOW).exists()
    with pytest.raises(Denied):
        actions.approve_publication(waiting, actor=clerk, at=NOW)
    shown = actions.approve_publication(waiting, actor=office.head, at=NOW)
    assert queries.published(NOW).get() == shown
    assert shown.published_text == draft
    gone = actions.withdraw(petition, actor=office.head, at=NOW, reason="Có người xin")
    assert gone.published_text == ""
    assert not queries.published(NOW).exists()
    assert petition.publications.get().state == "withdrawn"


def test_a_head_does_not_let_through_the_own_draft_and_may_send_it_back(petition, office):
    waiting = actions.draft_publication(petition, "Sửa cầu.", actor=office.head, at=NOW)
    with pytest.raises(Refused, match="người thứ hai"):
        actions.approve_publication(waiting, actor=office.head, at=NOW)
    second = office.person("deputy", "head", "home_affairs")
    with pytest.raises(Refused, match="lý do"):
        actions.return_publication(waiting, " ", actor=second, at=NOW)
    actions.return_publication(waiting, "Còn tên thôn", actor=second, at=NOW)
    with pytest.raises(Refused, match="quyết định rồi"):
        actions.approve_publication(waiting, actor=second, at=NOW)


def test_a_publication_may_wait_for_its_day(petition, office, clerk):
    given = actions.answer(petition, "explained", "Xong ngày 5/3/2026.", actor=office.head, at=NOW)
    waiting = actions.draft_publication(
        petition, "Sửa cầu.", answer=given, answer_text="Sẽ sửa.", actor=clerk, at=NOW
    )
    later = date(2026, 3, 10)
    actions.approve_publication(waiting, shown_from=later, actor=office.head, at=NOW)
    assert not actions.show_publication(waiting, actor=office.machine, at=NOW)
    assert not queries.published(NOW).exists()
    then = datetime(2026, 3, 10, 1, tzinfo=UTC)
    assert show_publications(later, actor=office.machine, at=then) == 1
    assert show_publications(later, actor=office.machine, at=then) == 0
    assert not actions.show_publication(waiting, actor=office.machine, at=then)
    shown = queries.published(then).get()
    assert (shown.published_text, shown.answers.get().published_text) == ("Sửa cầu.", "Sẽ sửa.")
    actions.withdraw(petition, actor=office.head, at=then)
    assert shown.answers.get().published_at is None


def test_small_cells_are_hidden(petition, clerk, office):
    visible = visible_petitions(clerk, TODAY)
    assert queries.solving_by_unit(visible) == []
    for n in range(4):
        actions.receive(
            f"{ROAD} Lần {n}", Origin("note"), said_on=TODAY, unit=office.home_affairs,
            actor=clerk, at=NOW,
        )  # fmt: skip
    (row,) = queries.solving_by_unit(visible)
    assert (row.total, row.answered, row.solved_share) == (5, 0, 0)
