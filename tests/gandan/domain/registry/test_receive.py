"""A document comes in whole or not at all, once, with every fact beside its words."""

from datetime import date

import pytest

from gandan.domain.directory import actions as directory
from gandan.domain.registry import actions, blobs, queries
from gandan.domain.registry.access import Denied
from gandan.domain.registry.actions import receiving
from gandan.domain.registry.actions.identifying import identify
from gandan.domain.registry.models import Document, Fact, File, Reference
from gandan.kernel.events import Event, history
from vanban import Rejected

from ...conftest import NOW
from ...reading_by_hand import PLAN, plan, two_in_one_file


def held():
    return tuple(model.objects.count() for model in (File, Document, Fact, Reference, Event))


def test_the_bytes_the_text_and_the_facts_are_kept(receive, office):
    got = receive(plan())
    document = got.documents[0]
    assert got.is_new
    assert blobs.load(got.file.sha256) == PLAN.encode()
    assert got.file.text == PLAN
    assert (document.number, document.issued_on) == ("15/KH-SNV", date(2026, 2, 10))
    assert document.issuer == office.home_affairs
    assert queries.facts_of(document, "duty").count() == 2


def test_every_fact_quotes_the_words_of_the_file(receive):
    got = receive(plan())
    facts = list(queries.facts_of(got.documents[0]))
    assert facts
    assert all(fact.quote == got.file.text[fact.start : fact.end] for fact in facts)


def test_the_same_bytes_twice_are_one_document(receive):
    first = receive(plan())
    before = held()
    again = receive(plan())
    assert not again.is_new
    assert again.documents == first.documents
    assert held() == before


def test_who_comes_second_in_a_race_gets_what_the_first_received(receive, monkeypatch):
    """Both looked before either wrote: the second meets the unique key and changes nothing."""
    first = receive(plan())
    before = held()
    looks = iter([None, receiving._already_here(first.file.sha256)])
    monkeypatch.setattr(receiving, "_already_here", lambda _: next(looks))
    second = receive(plan())
    assert (second.file, second.is_new) == (first.file, False)
    assert held() == before


@pytest.mark.parametrize(
    "bad", [b"", bytes(200_000), "Kính gửi ông".encode("latin-1", "replace") + b"\xe9\xe0\xff" * 9]
)
def test_a_file_that_cannot_be_read_leaves_nothing_behind(office, settings, tmp_path, bad):
    settings.GANDAN_FILES = tmp_path / "files"
    before = held()
    with pytest.raises(Rejected) as error:
        actions.receive(bad, "hong.txt", actor=office.clerk, at=NOW)
    assert held() == before
    assert not blobs.place(blobs.digest(bad)).exists()
    assert str(error.value).rstrip().endswith(".")


@pytest.mark.parametrize("username", ["admin", "head", "officer", "reader"])
def test_only_a_clerk_receives(office, username, settings, tmp_path):
    settings.GANDAN_FILES = tmp_path
    before = held()
    with pytest.raises(Denied):
        actions.receive(PLAN.encode(), "x.txt", actor=office.accounts[username], at=NOW)
    assert held() == before


def test_a_fault_while_writing_leaves_no_row(receive, monkeypatch):
    before = held()
    monkeypatch.setattr("gandan.domain.registry.actions.receiving.cite", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        receive(plan())
    assert held() == before
    monkeypatch.undo()
    assert receive(plan()).is_new


def test_receiving_is_remembered_once(receive, office):
    events = list(history(receive(plan()).file))
    assert [(event.verb, event.actor) for event in events] == [("file.receive", office.clerk)]


def test_a_blob_changed_on_the_disk_is_noticed(receive):
    file = receive(plan()).file
    blobs.place(file.sha256).write_bytes(b"khac")
    with pytest.raises(ValueError, match="changed"):
        queries.bytes_of(file)


def test_a_file_may_hold_several_documents(receive):
    got = receive(two_in_one_file())
    assert [document.number for document in got.documents] == ["15/KH-SNV", "77/QĐ-UBND"]
    assert got.documents[1].text.startswith("ỦY BAN NHÂN DÂN")


def test_what_is_uploaded_is_read_and_kept(office, settings, tmp_path):
    settings.GANDAN_FILES = tmp_path / "files"
    got = actions.receive(PLAN.encode(), "ke-hoach.txt", actor=office.clerk, at=NOW)
    assert (got.file.name, got.file.text, len(got.documents)) == ("ke-hoach.txt", PLAN, 1)


def test_a_sender_is_known_by_its_electronic_identifier_as_of_the_day(office):
    """An envelope says who sent it; the name in the text may be written in any way."""
    directory.add_identifier(
        office.finance,
        "H99.STC",
        citation="Quyết định 9/QĐ-UBND",
        valid_from=date(2026, 2, 1),
        actor=office.machine,
        at=NOW,
    )
    said = {"issuer_identifier": "h99.stc", "issuers": ["Sở Nội vụ"]}
    for issued, unit in (("2026-02-10", office.finance), ("2026-01-10", office.home_affairs)):
        document = Document(created_at=NOW, file=None)
        identify(document, {**said, "issued_on": issued})
        assert document.issuer == unit
