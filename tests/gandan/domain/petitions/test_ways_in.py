"""A petition comes in by many ways and always once: a form sent twice, an opinion, a fact, a visit."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

from gandan.domain.meetings import actions as meetings
from gandan.domain.meetings.actions import Announced, Entry
from gandan.domain.meetings.queries import late_notice
from gandan.domain.petitions import actions
from gandan.domain.petitions.access import visible_petitions
from gandan.domain.petitions.actions import Line, Origin
from gandan.domain.petitions.models import Petition, PetitionerIdentity, Visit, Visitor
from gandan.domain.petitions.queries import made_of_facts, made_of_opinions
from gandan.domain.registry import actions as registry
from gandan.domain.registry import queries as documents
from gandan.kernel.access import Denied
from gandan.kernel.events import Event
from gandan.kernel.refusal import Refused
from vanban.model import Document, Header, Reading, Span
from vanban.model import Petition as Read

from ...conftest import NOW, TODAY
from .conftest import ROAD


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.GANDAN_DATA = tmp_path
    settings.GANDAN_FILES = tmp_path / "files"


def enter(office, **more):
    return actions.receive(
        ROAD, Origin("note"), said_on=TODAY, unit=office.home_affairs, key="entry:0001",
        actor=office.officer, at=NOW, **more,
    )  # fmt: skip


def test_the_same_form_again_is_the_same_petition(office):
    first = enter(office, petitioner={"name": "Vũ Thị Giả Định"})
    assert enter(office, petitioner={"name": "Vũ Thị Giả Định"}) == first
    assert Petition.objects.count() == PetitionerIdentity.objects.count() == 1
    assert Event.objects.filter(verb="petition.receive").count() == 1


def test_the_key_of_another_unit_s_form_opens_nothing(office):
    enter(office)
    with pytest.raises(Denied):
        actions.receive(
            ROAD, Origin("note"), said_on=TODAY, unit=office.finance, key="entry:0001",
            actor=office.other_head, at=NOW,
        )  # fmt: skip


def test_a_file_is_kept_once_with_the_petition_and_only_by_who_works_on_it(office):
    one = enter(office)
    for _ in range(2):
        kept = actions.attach(one, b"anh", "don.png", actor=office.officer, at=NOW)
    assert one.attachments.get() == kept
    assert kept.is_personal
    with pytest.raises(Denied):
        actions.attach(one, b"anh", "don.png", actor=office.other_head, at=NOW)
    with pytest.raises(Refused, match="trống"):
        actions.attach(one, b"", "don.png", actor=office.officer, at=NOW)


@pytest.fixture
def meeting(office):
    office.person("commune_officer", "officer", "commune")
    return meetings.record_meeting(
        Entry(
            key="phieu-0001", kind="voters-before", unit=office.commune, mode="in-person",
            place="Nhà văn hóa thôn Bãi", held_on=date(2026, 2, 20), tier="commune",
            attendees=60, opinions=2, said=[ROAD, "Tôi tố cáo ông trưởng thôn nhận hối lộ."],
        ),
        actor=office.commune_officer, at=NOW,
    ).meeting  # fmt: skip


def test_opinions_of_a_meeting_become_petitions_each_once(office, meeting):
    first, second = meeting.said.all()
    for _ in range(2):
        made = actions.take_opinion(
            first, field="b.road", level="province", actor=office.commune_officer, at=NOW
        )
    assert Petition.objects.get() == made
    assert (made.meeting, made.source, made.unit) == (meeting, "meeting", office.commune)
    assert made_of_opinions([first.pk, second.pk]) == {first.pk: made}
    with pytest.raises(Refused, match="tố cáo"):
        actions.take_opinion(second, actor=office.commune_officer, at=NOW)
    with pytest.raises(Denied):
        actions.take_opinion(second, no_denunciation=True, actor=office.officer, at=NOW)


@pytest.fixture
def fact(office):
    """A report in which one petition was read."""
    text = f"Báo cáo tổng hợp kiến nghị\n{ROAD}"
    start = text.index(ROAD)
    asked = Read(
        Span(start, len(text)), ROAD, "địa phương", "Giao thông", ("Sở Tài chính",), "xã Đồng Mây",
        rule="petition.request",
    )  # fmt: skip
    header = Header(kind="báo cáo", number="5/BC-MTTQ", issued_on=date(2026, 2, 1))
    document = Document(Span(0, len(text)), header, petitions=(asked,))
    digest = hashlib.sha256(text.encode()).hexdigest()
    reading = Reading("bao-cao.txt", digest, "text/plain", text, (document,))
    kept = registry.receive_read(text.encode(), reading, actor=office.clerk, at=NOW)
    return documents.facts_of(kept.documents[0], "petition").get()


def test_a_petition_read_in_a_document_is_kept_with_its_words_and_can_be_taken_back(office, fact):
    for _ in range(2):
        made = actions.accept_petition(fact, actor=office.clerk, at=NOW)
        fact.refresh_from_db()
    assert Petition.objects.get() == made
    assert (made.fact.quote, made.document, made.place_text) == (
        ROAD, fact.document, "xã Đồng Mây",
    )  # fmt: skip
    assert list(made.asked.all()) == [office.finance]
    assert made_of_facts(Petition.objects.all(), [fact.pk]) == {fact.pk: made.pk}
    actions.undo_petition(fact, actor=office.clerk, at=NOW)
    made.refresh_from_db()
    assert (made.state, made.fact, made_of_facts(Petition.objects.all(), [fact.pk])) == (
        "closed",
        None,
        {},
    )


def test_a_petition_that_somebody_works_on_is_not_taken_back(office, fact):
    made = actions.accept_petition(fact, actor=office.clerk, at=NOW)
    actions.classify(made, "b.road", "province", actor=office.clerk, at=NOW)
    with pytest.raises(Refused, match="đã có người xử lý"):
        actions.undo_petition(fact, actor=office.clerk, at=NOW)


@pytest.fixture
def reception(office):
    return meetings.announce_reception(
        Announced(office.home_affairs, TODAY, "Trụ sở", "Giám đốc", posted_on=date(2026, 2, 27)),
        actor=office.officer, at=NOW,
    )  # fmt: skip


def test_a_schedule_posted_too_late_says_so_with_the_law(office, reception):
    assert "Điều 24" in late_notice(reception, TODAY)
    reception.posted_on = date(2026, 2, 20)
    assert late_notice(reception, TODAY) == ""
    reception.posted_on, reception.is_urgent = None, True
    assert late_notice(reception, TODAY) == ""


def test_an_office_may_forbid_heads_to_leave_it_to_deputies(office, settings):
    said = Announced(office.home_affairs, TODAY, "Phòng 2", "Phó Giám đốc", received_by_head=False)
    with pytest.raises(Refused, match="lý do"):
        meetings.announce_reception(said, actor=office.officer, at=NOW)
    settings.GANDAN_RECEPTION_BY_DEPUTIES = False
    with pytest.raises(Refused, match="136/2025"):
        meetings.announce_reception(said, actor=office.officer, at=NOW)


def visit(reception, actor, kind="petition", key="luot-0001", **more):
    line = Line(kind, ROAD, people=2, guidance="Ghi nhận")
    who = {"name": "Vũ Thị Giả Định", "address": "thôn Bãi", "identity_number": "001"}
    return actions.enter_visit(
        reception, line, key=key, visitor=who, actor=actor, at=NOW, **more
    )  # fmt: skip


def test_a_line_of_the_register_is_kept_once_and_becomes_one_petition(office, reception):
    for _ in range(2):
        line = visit(reception, office.officer)
    assert Visit.objects.get() == line
    for _ in range(2):
        made = actions.petition_of_visit(line, actor=office.officer, at=NOW)
    assert Petition.objects.get() == made
    assert made.due_on == date(2026, 3, 16)
    assert PetitionerIdentity.objects.get().name == "Vũ Thị Giả Định"
    with pytest.raises(Denied):
        actions.open_visitor(line, "muốn biết", actor=office.other_head, at=NOW)
    assert actions.open_visitor(line, "Mời họp", actor=office.officer, at=NOW).address == "thôn Bãi"


def test_of_a_denunciation_neither_content_nor_person_is_kept(office, reception):
    line = visit(reception, office.officer, kind="denunciation")
    assert line.content == ""
    assert not Visitor.objects.exists()
    assert ROAD not in str(Event.objects.values_list("data", flat=True))
    with pytest.raises(Refused, match="phong bì"):
        actions.petition_of_visit(line, actor=office.officer, at=NOW)
    assert not visible_petitions(office.officer, TODAY).exists()


def test_a_day_that_was_held_is_a_meeting_once(office, reception):
    meetings.hold_reception(reception, 4, 2, actor=office.officer, at=NOW)
    reception.refresh_from_db()
    assert (reception.meeting.kind, reception.meeting.attendees) == ("reception", 4)
    with pytest.raises(Refused, match="kết thúc"):
        meetings.hold_reception(reception, 4, 2, actor=office.officer, at=NOW)
