"""A document that is cited and not held is a stub; when it comes, the edges are already there."""

from datetime import date

from gandan.domain.registry import queries
from gandan.domain.registry.models import Document

from ...reading_by_hand import decision, plan, two_in_one_file

ALL = Document.objects


def decision_cited_by(document):
    edges = queries.cites(document, ALL.all())
    return next(edge.target for edge in edges if edge.target.number == "77/QĐ-UBND")


def test_what_is_cited_and_not_held_is_a_stub(receive):
    stub = decision_cited_by(receive(plan()).documents[0])
    assert stub.is_stub
    assert stub.text == ""


def test_a_stub_is_filled_when_the_document_comes(receive):
    citing = receive(plan()).documents[0]
    stub = decision_cited_by(citing)
    held = receive(decision()).documents[0]
    assert held.pk == stub.pk
    assert not held.is_stub
    assert [edge.source for edge in queries.cited_by(held, ALL.all())] == [citing]


def test_a_document_that_is_held_is_cited_at_once(receive):
    held = receive(decision()).documents[0]
    assert decision_cited_by(receive(plan()).documents[0]) == held


def test_two_documents_that_cite_the_same_one_share_its_stub(receive):
    one = receive(plan()).documents[0]
    two = receive(plan("16/KH-SNV")).documents[0]
    assert decision_cited_by(one) == decision_cited_by(two)


def test_one_number_of_two_days_is_two_documents(receive):
    one = receive(plan()).documents[0]
    two = receive(plan("16/KH-SNV", cited_on=date(2025, 1, 6))).documents[0]
    assert decision_cited_by(one) != decision_cited_by(two)


def test_a_stub_of_another_day_is_not_filled(receive):
    stub = decision_cited_by(receive(plan(cited_on=date(2025, 1, 6))).documents[0])
    held = receive(decision()).documents[0]
    assert held.pk != stub.pk
    stub.refresh_from_db()
    assert stub.is_stub


def test_one_number_and_nothing_more_is_not_one_document(receive):
    """Two offices that cite "77/QĐ-UBND" without day or issuer may mean two decisions."""
    one = receive(plan(cited_on=None, cited_issuer=None)).documents[0]
    two = receive(plan("16/KH-SNV", cited_on=None, cited_issuer=None)).documents[0]
    assert decision_cited_by(one) != decision_cited_by(two)


def test_a_document_of_the_same_file_is_cited_too(receive):
    """The plan comes first, makes a stub, and the decision behind it fills the stub."""
    first, second = receive(two_in_one_file()).documents
    assert decision_cited_by(first) == second
    assert ALL.count() == 2


def test_stubs_that_prove_to_be_one_document_become_one(receive):
    one = receive(plan(cited_issuer=None)).documents[0]
    two = receive(plan("16/KH-SNV", cited_on=None)).documents[0]
    assert decision_cited_by(one) != decision_cited_by(two)
    held = receive(decision()).documents[0]
    assert decision_cited_by(one) == decision_cited_by(two) == held


def test_what_may_not_be_seen_is_not_among_the_edges(receive):
    document = receive(plan()).documents[0]
    assert not queries.cites(document, ALL.none()).exists()
    assert not queries.cited_by(decision_cited_by(document), ALL.none()).exists()
