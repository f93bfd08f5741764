"""Puts a PDF together page by page: text layer, ruled tables, pages that are only pictures."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from vanban.input import scan
from vanban.input.flow.compose import Composed, compose
from vanban.input.flow.lines import Piece
from vanban.input.flow.pages import PageWords, filled
from vanban.input.order import Order
from vanban.input.pdf import ruling, stamp, text_layer
from vanban.input.refusals import refused
from vanban.input.source import Source
from vanban.model import Finding, Span

_KIND = "PDF"
# A page with fewer letters than this and a picture over most of it is a scan with a stamp on it.
_FEW_LETTERS = 250
_PICTURE_SHARE = 0.6


def read(data: bytes, order: Order) -> Source:
    """The text in reading order; scanned pages are recognised, or refused when `ocr` is off."""
    document = opened(data)
    count = len(document)
    if count > order.limits.pages:
        raise refused("too-many-pages", pages=count, limit=order.limits.pages)
    findings: list[Finding] = []
    pages: list[PageWords] = []
    scanned = 0
    for at in range(count):
        page = _with_stamps(document, at)
        pieces = text_layer.pieces(page)
        if _is_picture(page, pieces):
            scanned += 1
            if order.ocr:
                pages.append(scan.pdf_page(page, at + 1, order.limits))
                continue
        if at == 0 and order.ocr:
            pieces, said = stamp.completed(page, pieces)
            findings.extend(said)
        pages.append(_page(page, at, pieces))
    if scanned == count and not order.ocr:
        raise refused("scan-without-ocr")
    return _source(order, compose(pages), scanned, findings)


def opened(data: bytes) -> Any:
    """The document. Raises `Rejected` where it needs a password or is damaged."""
    try:
        document = pypdfium2.PdfDocument(data)
        if len(document) == 0:
            raise refused("damaged", kind=_KIND)
    except pypdfium2.PdfiumError as error:
        code = getattr(error, "err_code", None)
        if code == pdfium.FPDF_ERR_PASSWORD or "assword" in str(error):
            raise refused("encrypted") from error
        raise refused("damaged", kind=_KIND) from error
    return document


def _with_stamps(document: Any, at: int) -> Any:
    """The page with the words of its annotations: the number and the date are stamped as such."""
    page = document[at]
    if pdfium.FPDFPage_GetAnnotCount(page) and pdfium.FPDFPage_Flatten(
        page, pdfium.FLAT_NORMALDISPLAY
    ):
        page.close()
        page = document[at]
    return page


def _page(page: Any, at: int, pieces: list[Piece]) -> PageWords:
    width, height = page.get_size()
    tables = []
    for table in ruling.tables(page):
        with_words, pieces = filled(table, pieces)
        tables.append(with_words)
    return PageWords(at + 1, width, height, tuple(pieces), tuple(tables))


def _is_picture(page: Any, pieces: list[Piece]) -> bool:
    if sum(len(piece.text) for piece in pieces) >= _FEW_LETTERS:
        return False
    width, height = page.get_size()
    shown = 0.0
    for image in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = image.get_bounds()
        shown += max(0.0, right - left) * max(0.0, top - bottom)
    return bool(shown >= _PICTURE_SHARE * width * height)


def _source(order: Order, said: Composed, scanned: int, findings: list[Finding]) -> Source:
    if not said.text.strip():
        raise refused("no-text")
    source = Source(
        name=order.name,
        media="pdf",
        text=said.text,
        pages=said.pages,
        tables=said.tables,
        notes=said.notes,
        words=said.words,
        findings=tuple(findings),
    )
    if not scanned:
        return source
    note = Finding(
        Span(0, 0),
        "input.recognised",
        "hint",
        f"{scanned} trang là ảnh quét, chữ do máy nhận dạng; hãy đối chiếu với hình trang.",
    )
    return replace(source, findings=(note, *source.findings, *scan.doubtful(source)))
