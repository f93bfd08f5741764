"""Pictures of pages (PNG, JPEG, TIFF) and pages of a PDF that are only pictures."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from PIL import Image, ImageOps, ImageSequence

from vanban.input.flow.compose import compose
from vanban.input.flow.lines import Piece
from vanban.input.flow.pages import PageWords, RuledTable, filled
from vanban.input.flow.turn import Turn
from vanban.input.limits import Limits
from vanban.input.order import Order
from vanban.input.refusals import refused
from vanban.input.scan import straighten, tesseract
from vanban.input.scan.ruling import ruled
from vanban.input.source import Source
from vanban.model import Finding

_DPI = 300
_LEAST_DPI = 100
_FORMATS = ("PNG", "JPEG", "TIFF")
_A4_INCHES = 8.27
# Under this share of confidence a page may stand sideways or on its head.
_UPRIGHT = 65.0
# Words below this are shown to the person who checks; at most so many, the rest is in `words`.
_DOUBTFUL = 60.0
_MOST_FINDINGS = 200


def read(data: bytes, order: Order) -> Source:
    """The words of each picture of the file, as running text with pages."""
    pages = []
    for number, (image, dpi) in enumerate(_pictures(data, order.limits), start=1):
        if not order.ocr:
            raise refused("scan-without-ocr")
        if number > order.limits.pages:
            raise refused("too-many-pages", pages=number, limit=order.limits.pages)
        pages.append(recognised(image, dpi, number))
    said = compose(pages)
    if not said.text.strip():
        raise refused("no-text")
    source = Source(
        name=order.name,
        media="image",
        text=said.text,
        pages=said.pages,
        tables=said.tables,
        notes=said.notes,
        words=said.words,
    )
    return replace(source, findings=doubtful(source))


def pdf_page(page: Any, number: int, limits: Limits) -> PageWords:
    """A page of a PDF (pypdfium2), drawn and recognised."""
    width, height = page.get_size()
    dpi = _DPI
    while dpi > _LEAST_DPI and width * height * (dpi / 72) ** 2 > limits.pixels:
        dpi -= 50
    weigh(width * dpi / 72, height * dpi / 72, limits)
    image = page.render(scale=dpi / 72, grayscale=True).to_pil()
    return recognised(image, dpi, number)


def recognised(image: Image.Image, dpi: int, number: int) -> PageWords:
    """The words of one page, made upright and level first."""
    width, height = image.width * 72 / dpi, image.height * 72 / dpi
    image = image.convert("L")
    degrees = straighten.skew(image)
    tables, words = _read(_turned(image, 0, degrees), dpi)
    quarters = 0
    if _confidence(words, tables) < _UPRIGHT:
        quarters = tesseract.quarters(image)
        if quarters:
            upright = _turned(image, quarters, 0.0)
            degrees = straighten.skew(upright)
            tables, words = _read(_turned(image, quarters, degrees), dpi)
    turn = Turn(width, height, quarters, degrees)
    seen = (height, width) if quarters % 2 else (width, height)
    return PageWords(number, *seen, tuple(words), tuple(tables), turn=turn)


def _read(level: Image.Image, dpi: int) -> tuple[list[RuledTable], list[Piece]]:
    """The tables drawn on a level page with their words, and the words around them.

    The lines are left out, for they pass for letters. Cells are read as scattered words; a number
    alone in its cell is only seen among running text.
    """
    drawn, bare = ruled(level, dpi)
    words = tesseract.words(bare, dpi)
    scattered = tesseract.words(bare, dpi, scattered=True) if drawn else []
    tables = []
    for table in drawn:
        running, words = filled(table, words)
        apart, _ = filled(table, scattered)
        cells = zip(apart.cells, running.cells, strict=True)
        tables.append(replace(apart, cells=tuple(a if a.pieces else b for a, b in cells)))
    return tables, words


def doubtful(source: Source) -> tuple[Finding, ...]:
    """A finding on each word that was recognised with little confidence."""
    weak = [word for word in source.words if word.confidence < _DOUBTFUL]
    return tuple(
        Finding(
            word.span,
            "input.doubtful_word",
            "hint",
            f"Máy đọc «{word.span.of(source.text)}» với độ tin {round(word.confidence)} %;"
            " hãy đối chiếu với hình trang.",
        )
        for word in weak[:_MOST_FINDINGS]
    )


def _pictures(data: bytes, limits: Limits) -> Iterator[tuple[Image.Image, int]]:
    Image.MAX_IMAGE_PIXELS = None  # measured below, with a sentence of our own
    with Image.open(io.BytesIO(data), formats=_FORMATS) as file:
        for frame in ImageSequence.Iterator(file):
            weigh(frame.width, frame.height, limits)
            yield _enlarged(ImageOps.exif_transpose(frame), _resolution(frame), limits)


def weigh(width: float, height: float, limits: Limits) -> None:
    """Raise `Rejected` for a picture of more dots than one page can need."""
    if width * height > limits.pixels:
        raise refused(
            "too-many-pixels",
            pixels=round(width * height / 1e6),
            limit=round(limits.pixels / 1e6),
        )


def _resolution(image: Image.Image) -> int:
    """Dots per inch as the file says, or as if the picture were an A4 page."""
    said = image.info.get("dpi", (0, 0))[0]
    if 70 <= said <= 1200:
        return round(float(said))
    return max(70, min(600, round(min(image.size) / _A4_INCHES)))


def _enlarged(image: Image.Image, dpi: int, limits: Limits) -> tuple[Image.Image, int]:
    """A coarse picture drawn larger, for Tesseract needs letters some 20 dots high."""
    factor = _DPI / dpi
    enlarged = image.width * image.height * factor**2
    if dpi >= 200 or enlarged > limits.pixels:
        return image, dpi
    size = (round(image.width * factor), round(image.height * factor))
    return image.convert("L").resize(size, Image.Resampling.LANCZOS), _DPI


def _turned(image: Image.Image, quarters: int, degrees: float) -> Image.Image:
    if quarters:
        image = image.rotate(-90 * quarters, expand=True)
    if degrees:
        image = image.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255)
    return image


def _confidence(words: list[Piece], tables: list[RuledTable]) -> float:
    held = [piece for table in tables for cell in table.cells for piece in cell.pieces]
    said = [word.confidence or 0.0 for word in (*words, *held)]
    return sum(said) / len(said) if said else 0.0
