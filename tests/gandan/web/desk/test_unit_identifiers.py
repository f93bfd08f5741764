"""The identifiers of a unit by hand: by a document, corrected and ended with a reason."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from gandan.domain.directory import actions
from gandan.domain.directory.models import UnitIdentifier
from gandan.domain.registry import actions as registry
from gandan.domain.registry.queries import Document
from gandan.kernel.events import Event
from gandan.web.desk.cited import cited_as, written

from ...conftest import NOW

TYPED = {"number": "Quyết định 9/QĐ-UBND", "issued_on": "2026-02-01", "issuer": "UBND tỉnh"}


def add(desk, who="admin", **said):
    address = reverse("unit-identifier", args=[desk.office.finance.pk])
    return desk.client(who).post(address, {"value": "H37.05", **said})


def page(desk, who="reader"):
    return desk.client(who).get(reverse("unit", args=[desk.office.finance.pk])).content.decode()


def act(desk, row, name, **said):
    return desk.client("admin").post(reverse(name, args=[row.unit_id, row.pk]), said)


@pytest.fixture
def given(desk):
    return actions.add_identifier(
        desk.office.finance, "H37.05", citation="Quyết định 9/QĐ-UBND", actor=desk.office.machine,
        at=NOW,
    )  # fmt: skip


def test_without_a_document_it_is_not_kept(desk):
    html = add(desk).content.decode()
    assert "Hãy chọn văn bản trong kho, hoặc ghi đủ số, ngày và cơ quan ban hành." in html
    assert 'value="H37.05"' in html, "what was typed is kept"
    assert add(desk, number="9/QĐ", issuer="UBND").status_code == 200
    assert not UnitIdentifier.objects.exists()


def test_a_typed_document_stands_beside_it_with_its_days(desk):
    assert add(desk, valid_from="2026-03-01", **TYPED).status_code == 302
    row = UnitIdentifier.objects.get()
    assert row.citation == "Quyết định 9/QĐ-UBND ngày 1/2/2026 của UBND tỉnh"
    assert row.citation in page(desk)
    assert "01/03/2026–nay" in page(desk)


def test_a_held_document_is_found_chosen_and_a_click_away(desk):
    html = desk.client("admin").get(reverse("document-suggest"), {"q": "15/kh"}).content.decode()
    paper = Document.objects.get(pk=desk.document.pk)
    assert f'data-value="{written(paper)}"' in html
    assert add(desk, held=written(paper)).status_code == 302
    assert UnitIdentifier.objects.get().citation == cited_as(paper)
    assert f'href="{reverse("document", args=[paper.pk])}"' in page(desk)


def test_its_number_alone_is_enough_where_only_one_has_it(desk):
    assert add(desk, held="15/kh-snv").status_code == 302
    assert "15/KH-SNV" in UnitIdentifier.objects.get().citation


def test_a_document_for_internal_use_is_neither_offered_nor_named(desk):
    registry.restrict(
        desk.document, "internal", desk.office.home_affairs, actor=desk.office.clerk, at=NOW
    )
    paper = Document.objects.get(pk=desk.document.pk)
    for who in ("admin", "clerk", "head"):
        html = desk.client(who).get(reverse("document-suggest"), {"q": "15"}).content.decode()
        assert "15/KH-SNV" not in html
    assert "Kho không có đúng một văn bản" in add(desk, held=written(paper)).content.decode()
    assert not UnitIdentifier.objects.exists()


def test_it_is_corrected_with_a_reason_and_the_log_keeps_what_was_said(desk, given):
    refused = act(desk, given, "unit-identifier-correct", value="H37.06", keeps_paper="on")
    assert refused.status_code == 200, "the reason is missing"
    said = {"value": "H37.06", "reason": "Gõ nhầm", "keeps_paper": "on"}
    for _ in range(2):
        assert act(desk, given, "unit-identifier-correct", **said).status_code == 302
    given.refresh_from_db()
    assert (given.value, given.citation, given.reason) == (
        "H37.06", "Quyết định 9/QĐ-UBND", "Gõ nhầm",
    )  # fmt: skip
    (event,) = Event.objects.filter(verb="unit.identifier_correct")
    assert event.data["before"][0] == "H37.05"
    assert "Gõ nhầm" in page(desk)
    act(desk, given, "unit-identifier-correct", value="H37.06", reason="Văn bản mới", **TYPED)
    given.refresh_from_db()
    assert given.citation.endswith("ngày 1/2/2026 của UBND tỉnh")


def test_it_ends_with_a_reason_and_then_may_be_anothers(desk, given):
    end = {"last_day": "2026-03-31", "reason": "Sáp nhập theo Nghị quyết 9/NQ-HĐND"}
    assert act(desk, given, "unit-identifier-end", last_day="2026-03-31").status_code == 200
    for _ in range(2):
        assert act(desk, given, "unit-identifier-end", **end).status_code == 302
    given.refresh_from_db()
    assert (given.valid_to, given.reason) == (date(2026, 3, 31), end["reason"])
    assert Event.objects.filter(verb="unit.identifier_end").count() == 1
    actions.add_identifier(
        desk.office.home_affairs, "H37.05", citation="9/QĐ", valid_from=date(2026, 4, 1),
        actor=desk.office.machine, at=NOW,
    )  # fmt: skip
    answer = act(desk, given, "unit-identifier-end", last_day="2026-05-01", reason="Dài thêm")
    assert "đang là của Sở Nội vụ" in answer.content.decode()


def test_only_administrators_change_it(desk, given):
    for who in ("clerk", "head", "reader"):
        assert add(desk, who, **TYPED).status_code == 403
        assert "unit-identifier" not in page(desk, who)
        assert reverse("unit-identifier-end", args=[given.unit_id, given.pk]) not in page(desk, who)
    other = reverse("unit-identifier-end", args=[desk.office.commune.pk, given.pk])
    assert desk.client("admin").get(other).status_code == 404, "it is another unit's"


def test_the_page_costs_the_same_with_one_identifier_or_ten(desk, given):
    def asked():
        with CaptureQueriesContext(connection) as seen:
            page(desk)
        return len(seen)

    few = asked()
    for at in range(10):
        actions.add_identifier(
            desk.office.finance, f"H38.{at}", citation=f"Quyết định {at}/QĐ-UBND ngày 1/2/2026",
            actor=desk.office.machine, at=NOW,
        )  # fmt: skip
    assert asked() == few
