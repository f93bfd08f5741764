"""The picture of a scanned page beside the facts, their words boxed in place."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from django.urls import reverse
from PIL import Image

from gandan.domain.registry import actions as registry
from gandan.domain.registry import pictures, queries
from gandan.domain.registry.queries import Document, Fact
from gandan.web.desk.boxes import shown_pages
from vanban.model import Page, Span, Word

from ...conftest import NOW
from ...reading_by_hand import plan, span_of

WIDTH, HEIGHT, LINE = 595.0, 842.0, 14.0


def picture():
    out = BytesIO()
    Image.new("L", (595, 842), "white").save(out, "PNG")
    return out.getvalue()


def words_of(text, doubtful):
    """Every word of the text, line under line, six points a letter; one is read with doubt."""
    words, top, at = [], 40.0, 0
    for line in text.split("\n"):
        left = 40.0
        for said in line.split():
            start = text.index(said, at)
            at = start + len(said)
            sure = 31.0 if said == doubtful else 93.0
            box = (left, top, left + 6 * len(said), top + 10)
            words.append(Word(Span(start, at), 1, box, sure))
            left = box[2] + 4
        top += LINE
    return tuple(words)


@pytest.fixture
def scan(desk):
    read = plan(number="18/KH-SNV")
    page = Page(1, Span(0, len(read.text)), WIDTH, HEIGHT)
    read = replace(read, source="quet.png", media="image", sha256="", pages=(page,),
                   words=words_of(read.text, "dân"))  # fmt: skip
    return registry.receive_read(picture(), read, actor=desk.office.clerk, at=NOW).documents[0]


def page(desk, document, who="clerk"):
    return desk.client(who).get(reverse("document-pages", args=[document.pk]))


def shown(document):
    file = document.file
    facts = list(queries.facts_of(document))
    return shown_pages(
        file.text, queries.pages_of(document, file), queries.pictures_of(file), facts
    )[0]


def test_the_words_of_a_fact_are_boxed_where_they_stand(scan):
    fact = Fact.objects.get(document=scan, kind="reference")
    [box] = [one for one in shown(scan).boxes if one.fact.pk == fact.pk]
    line = fact.quote and scan.file.text[: fact.start].count("\n")
    [rectangle] = box.lines
    assert rectangle.y == pytest.approx(40 + LINE * line, abs=2)
    before = scan.file.text[: span_of(scan.file.text, fact.quote).start].split("\n")[-1]
    left = 40 + sum(6 * len(word) + 4 for word in before.split())
    assert rectangle.x == pytest.approx(left, abs=2)


def test_a_fact_over_two_lines_has_two_boxes(desk, scan):
    fact = Fact.objects.filter(document=scan, kind="duty").first()
    Fact.objects.filter(pk=fact.pk).update(end=fact.end + 12)
    [box] = [one for one in shown(scan).boxes if one.fact.pk == fact.pk]
    assert len(box.lines) == 2


def test_words_read_with_little_confidence_are_marked(scan):
    doubts = shown(scan).doubts
    assert {one.words for one in doubts} == {"dân"}
    assert len(doubts) == scan.file.text.split().count("dân")


def test_box_and_card_point_at_each_other_without_scripts(desk, scan):
    html, fact = (
        page(desk, scan).content.decode(),
        Fact.objects.filter(document=scan, kind="duty")[0],
    )
    assert f'id="fact-{fact.pk}" href="#card-{fact.pk}"' in html
    assert f'id="card-{fact.pk}"' in html
    assert reverse("document-page-picture", args=[scan.pk, 1]) in html


def test_the_picture_is_drawn_once_and_kept(desk, scan, monkeypatch):
    address = reverse("document-page-picture", args=[scan.pk, 1])
    first = desk.client("reader").get(address)
    assert first["Content-Type"] == "image/png"
    assert first.content.startswith(b"\x89PNG")
    assert "private" in first["Cache-Control"]
    monkeypatch.setattr(pictures, "render_page", None)
    assert desk.client("reader").get(address).content == first.content


def test_a_page_that_is_not_there_is_not_drawn(desk, scan):
    assert desk.client("clerk").get(
        reverse("document-page-picture", args=[scan.pk, 2])
    ).status_code == 404  # fmt: skip


def test_the_pages_of_a_document_of_others_do_not_exist(desk, scan):
    Document.objects.filter(pk=scan.pk).update(secrecy="internal", unit=desk.office.finance)
    assert page(desk, scan, "reader").status_code == 404
    address = reverse("document-page-picture", args=[scan.pk, 1])
    assert desk.client("reader").get(address).status_code == 404


def test_a_typed_document_offers_no_pictures(desk):
    assert page(desk, desk.document).status_code == 404
    html = desk.client("clerk").get(reverse("document", args=[desk.document.pk]))
    assert reverse("document-pages", args=[desk.document.pk]) not in html.content.decode()


def test_the_page_says_how_many_duties_need_no_correction(desk):
    """One was accepted; the other is unread with a confidence of 0.6: two of two, roughly."""
    html = desk.client("clerk").get(reverse("document", args=[desk.document.pk])).content.decode()
    assert "Ước tính 2/2 nhiệm vụ không cần sửa" in html
    Fact.objects.filter(pk=desk.duties[1].pk).update(confidence=0.3)
    html = desk.client("clerk").get(reverse("document", args=[desk.document.pk])).content.decode()
    assert "Ước tính 1/2 nhiệm vụ không cần sửa" in html
