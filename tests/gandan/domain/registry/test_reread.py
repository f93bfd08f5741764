"""A newer reader reads a held file again: what people said stays, nothing is lost, nothing is double."""

from dataclasses import replace
from datetime import date

import pytest

from gandan.domain.registry import access, actions, queries
from gandan.domain.registry.actions import rereading
from gandan.domain.registry.findings import dismissed, kept_facts
from gandan.domain.registry.models import Document, Fact, FactStatus, Reading, Reference
from gandan.domain.tasks import actions as tasks
from gandan.kernel.events import Event
from gandan.kernel.refusal import Refused
from vanban.edition import edition
from vanban.model import Document as Read
from vanban.model import Finding, Span

from ...conftest import NOW, TODAY
from ...reading_by_hand import PLAN, decision, line_of, plan, span_of, two_in_one_file


def held_by_older(receive, reading):
    """A file that came in when an older reader ran."""
    got = receive(reading)
    Reading.objects.update(reader="vanban 0.0.9")
    return got


def with_duties(reading, *duties, **more):
    first = replace(reading.documents[0], duties=duties, **more)
    return replace(reading, documents=(first, *reading.documents[1:]))


def again(file, reading, office):
    return actions.reread_read(file, reading, actor=office.clerk, at=NOW)


def everything():
    rows = Fact.objects.order_by("pk").values()
    return [list(rows), list(Reference.objects.values()), Event.objects.count()]


@pytest.fixture
def old(receive):
    return held_by_older(receive, plan())


def duties_of(old):
    return list(queries.facts_of(old.documents[0], "duty"))


def test_what_says_the_same_keeps_its_row_its_verdict_and_its_task(old, office):
    first, second = duties_of(old)
    task = tasks.accept_duty(first, lead=office.finance, actor=office.clerk, at=NOW)
    done = again(old.file, plan(), office)
    assert [fact.pk for fact in duties_of(old)] == [first.pk, second.pk]
    first.refresh_from_db()
    assert (first.status, first.newer) == (FactStatus.ACCEPTED, None)
    assert first.reading.reader == queries.READER
    task.refresh_from_db()
    assert task.fact_id == first.pk
    assert done.counts["same"] > 2
    assert not done.counts["changed"] + done.counts["gained"] + done.counts["lost"]


def test_it_is_safe_twice_and_leaves_one_event(old, office):
    assert again(old.file, plan(), office).is_new
    before = everything()
    assert not again(old.file, plan(), office).is_new
    assert not actions.reread(old.file, actor=office.clerk, at=NOW).is_new
    assert everything() == before
    assert Event.objects.filter(verb="file.reread").count() == 1
    assert Reading.objects.count() == 2


def test_new_facts_wait_for_a_person_and_lost_ones_are_superseded(old, office):
    first, second = duties_of(old)
    line = line_of(PLAN, "Thực hiện công tác")
    new = replace(plan().documents[0].duties[0], span=line, text="Thực hiện")
    done = again(old.file, with_duties(plan(), plan().documents[0].duties[0], new), office)
    assert (done.counts["gained"], done.counts["lost"]) == (1, 1)
    found = {fact.quote: fact for fact in duties_of(old)}
    assert found[line.of(PLAN)].status == FactStatus.MACHINE_READ
    second.refresh_from_db()
    assert second.status == FactStatus.SUPERSEDED
    assert second.reading.reader == "vanban 0.0.9"
    assert first.pk in {fact.pk for fact in found.values()}


def test_what_a_person_accepted_stays_when_it_is_read_otherwise(old, office):
    first, _ = duties_of(old)
    actions.correct(first, {"lead": ["Sở Nội vụ"]}, actor=office.clerk, at=NOW)
    one, two = plan().documents[0].duties
    done = again(old.file, with_duties(plan(), replace(one, due=(date(2026, 7, 30),)), two), office)
    first.refresh_from_db()
    assert done.counts["changed"] == done.counts["stays"] == 1
    assert first.value["lead"] == ["Sở Nội vụ"]
    assert first.value["due"] == ["2026-06-30", "2026-12-31"]
    assert first.newer["due"] == ["2026-07-30"]
    assert len(duties_of(old)) == 2, "no second duty beside the one that a person accepted"


def test_a_reader_that_learned_what_the_person_said_agrees_with_them(old, office):
    first, _ = duties_of(old)
    actions.correct(first, {"due": ["2026-07-30"]}, actor=office.clerk, at=NOW)
    one, two = plan().documents[0].duties
    done = again(old.file, with_duties(plan(), replace(one, due=(date(2026, 7, 30),)), two), office)
    first.refresh_from_db()
    assert (first.status, first.newer) == (FactStatus.CORRECTED, None)
    assert not done.counts["changed"]


def test_what_a_person_accepted_stays_when_it_is_read_no_more(old, office):
    _, second = duties_of(old)
    actions.accept(second, actor=office.clerk, at=NOW)
    again(old.file, with_duties(plan(), plan().documents[0].duties[0]), office)
    second.refresh_from_db()
    assert (second.status, second.newer) == (FactStatus.ACCEPTED, {})
    assert second in duties_of(old)


def test_what_a_person_rejected_is_not_offered_again(old, office):
    first, _ = duties_of(old)
    actions.reject(first, "câu dẫn", actor=office.clerk, at=NOW)
    one, two = plan().documents[0].duties
    again(old.file, with_duties(plan(), replace(one, lead=("Sở Y tế",)), two), office)
    assert [fact.status for fact in duties_of(old)] == [
        FactStatus.REJECTED,
        FactStatus.MACHINE_READ,
    ]


def test_a_superseded_fact_counts_nowhere_and_takes_no_verdict(old, office):
    again(old.file, with_duties(plan(), plan().documents[0].duties[0]), office)
    gone = Fact.objects.get(status=FactStatus.SUPERSEDED)
    row = queries.with_counts(access.visible_documents(office.clerk, TODAY)).get(
        pk=old.documents[0].pk
    )
    assert (row.duties, row.duties_open) == (1, 1)
    assert queries.review_progress(row).total == 1
    for say in (actions.accept, actions.undo):
        with pytest.raises(Refused, match="thay bằng"):
            say(gone, actor=office.clerk, at=NOW)


def test_findings_are_replaced_and_dismissed_ones_stay_dismissed(receive, office):
    place = span_of(PLAN, "quý III")
    noted = Finding(place, "dates.quarter", "warning", "Nên ghi ngày cụ thể", None)
    other = Finding(span_of(PLAN, "tham mưu"), "wording.vague", "info", "Từ chưa rõ", None)
    old = held_by_older(receive, with_duties(plan(), findings=(noted, other)))
    fact = queries.facts_of(old.documents[0], "finding").get(rule="dates.quarter")
    actions.reject(fact, "đúng ý người ký", actor=office.clerk, at=NOW)
    fresh = Finding(span_of(PLAN, "Số: 15"), "form.number", "error", "Thiếu số", None)
    said_otherwise = replace(noted, message="Quý không phải là ngày")
    done = again(old.file, with_duties(plan(), findings=(said_otherwise, fresh)), office)
    facts = list(queries.facts_of(old.documents[0]))
    assert [one.pk for one in dismissed(facts)] == [fact.pk]
    assert {key[0] for key in kept_facts(facts)} == {"form.number"}
    assert done.counts["findings"] == 2


def test_references_are_linked_anew(receive, office):
    bare = with_duties(plan(), references=())
    old = held_by_older(receive, bare)
    target = receive(decision()).documents[0]
    Reading.objects.update(reader="vanban 0.0.9")
    again(old.file, plan(), office)
    assert [edge.target for edge in old.documents[0].cites.all()] == [target]
    Reading.objects.update(reader="vanban 0.0.10")
    again(old.file, bare, office)
    assert not old.documents[0].cites.exists()
    assert target.cited_by.count() == 0


def test_the_document_follows_its_header_unless_a_person_said_what_it_says(old, office):
    named = replace(plan().documents[0].header, subject="Trích yếu đọc đúng hơn")
    newer = replace(plan(), documents=(replace(plan().documents[0], header=named),))
    again(old.file, newer, office)
    old.documents[0].refresh_from_db()
    assert old.documents[0].subject == "Trích yếu đọc đúng hơn"
    header = queries.facts_of(old.documents[0], "header").get()
    actions.correct(header, {"subject": "Như văn thư sửa"}, actor=office.clerk, at=NOW)
    Reading.objects.update(reader="vanban 0.0.9")
    again(old.file, plan(), office)
    old.documents[0].refresh_from_db()
    assert old.documents[0].subject == "Như văn thư sửa"


def test_when_the_text_is_decoded_otherwise_the_places_move_along(old, office):
    first, _ = duties_of(old)
    actions.accept(first, actor=office.clerk, at=NOW)
    text = "Một dòng tiêu đề chạy\n" + PLAN
    shift = len(text) - len(PLAN)
    read = plan().documents[0]
    duties = tuple(
        replace(one, span=Span(one.span.start + shift, one.span.end + shift))
        for one in read.duties[1:]
    )
    document = Read(Span(0, len(text)), read.header, duties=duties)
    again(old.file, replace(plan(), text=text, documents=(document,)), office)
    old.file.refresh_from_db()
    for fact in duties_of(old):
        assert old.file.text[fact.start : fact.end] == fact.quote
    first.refresh_from_db()
    assert first.newer == {}


def test_a_file_parted_otherwise_loses_no_document(receive, office):
    old = held_by_older(receive, two_in_one_file())
    fact = queries.facts_of(old.documents[0], "duty").first()
    actions.accept(fact, actor=office.clerk, at=NOW)
    both = two_in_one_file()
    whole = replace(both.documents[1], span=Span(0, len(both.text)))
    again(old.file, replace(both, documents=(whole,)), office)
    assert Document.objects.filter(file=old.file).count() == 2
    fact.refresh_from_db()
    assert fact.status == FactStatus.ACCEPTED
    Reading.objects.update(reader="vanban 0.0.9")
    again(old.file, both, office)
    assert Document.objects.filter(file=old.file).count() == 2
    assert {row.reader for row in map(queries.latest_reading, old.file.documents.all())} == {
        queries.READER
    }


def test_nothing_is_half_stored(old, office, monkeypatch):
    before = everything()

    def fail(*_):
        raise RuntimeError

    monkeypatch.setattr(rereading, "cite", fail)
    with pytest.raises(RuntimeError):
        again(old.file, with_duties(plan()), office)
    assert everything() == before
    assert {row.reader for row in Reading.objects.all()} == {"vanban 0.0.9"}


def test_only_who_may_review_reads_again(old, office):
    with pytest.raises(access.Denied):
        actions.reread(old.file, actor=office.reader, at=NOW)
    with pytest.raises(access.Denied):
        actions.reread_read(old.file, plan(), actor=office.officer, at=NOW)


def test_a_reading_of_other_bytes_is_refused(old, office):
    with pytest.raises(ValueError, match="none of file"):
        again(old.file, decision(), office)


def test_the_stored_bytes_are_read_by_the_reader_of_today(old, office):
    done = actions.reread(old.file, actor=office.clerk, at=NOW)
    assert done.is_new
    assert old.documents[0].readings.count() == 2
    assert len(duties_of(old)) >= 2


def test_the_list_of_those_read_by_an_older_reader(old, receive, office):
    receive(decision())
    visible = access.visible_documents(office.clerk, TODAY)
    assert list(queries.read_by_older(visible)) == [old.documents[0]]
    assert [file.pk for file in queries.files_of(queries.read_by_older(visible))] == [old.file.pk]


def test_the_edition_names_version_and_rules():
    version, digest = edition("0.1.0").split("+")
    assert version == "0.1.0"
    assert len(digest) == 12
    assert f"vanban {edition('0.1.0')}" == queries.READER
