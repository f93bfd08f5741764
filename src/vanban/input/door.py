"""The one door: bytes and a name in, a `Source` out, or one `Rejected` that says why not."""

from __future__ import annotations

from dataclasses import replace

from vanban.input import detect, readers, sandbox
from vanban.input.limits import DEFAULT, MEGABYTE, Limits
from vanban.input.order import Order
from vanban.input.readers import KINDS
from vanban.input.refusals import refused
from vanban.input.source import Source
from vanban.model import Finding, Span


def open_source(data: bytes, name: str, *, ocr: bool = True, limits: Limits = DEFAULT) -> Source:
    """The text of one file with its pages, tables and notes.

    `name` is only compared with what the bytes show; a name that lies is a finding. `ocr=False`
    refuses scans instead of recognising them. Raises `Rejected` and nothing else.
    """
    weigh(data, limits)
    media = detect.media_of(data, name)
    order = Order(name, ocr, limits)
    # Decoding plain text cannot be abused; everything else is parsed in a process of its own.
    source = (
        readers.read(data, media, order) if media == "txt" else sandbox.read(data, media, order)
    )
    if detect.lies(name, media):
        return replace(source, findings=(_lie(name, media), *source.findings))
    return source


def render_page(
    data: bytes, name: str, page: int, dpi: int = 110, *, limits: Limits = DEFAULT
) -> bytes:
    """The picture of page `page` (from 1) of a PDF, scan or photograph, as PNG.

    Raises `Rejected` for files without pictures of pages and for pages that do not exist.
    """
    weigh(data, limits)
    media = detect.media_of(data, name)
    if media not in ("pdf", "image"):
        raise refused("no-picture")
    return sandbox.render(data, media, Order(name, limits=limits), page, dpi)


def weigh(data: bytes, limits: Limits) -> None:
    """Raise `Rejected` for a file that is empty, too large, or nothing but zeros."""
    if not data:
        raise refused("empty")
    if len(data) > limits.file_bytes:
        raise refused(
            "too-large",
            size=round(len(data) / MEGABYTE),
            limit=round(limits.file_bytes / MEGABYTE),
        )
    if not data[:4096].strip(b"\x00") and not data.strip(b"\x00"):
        raise refused("binary")


def _lie(name: str, media: str) -> Finding:
    return Finding(
        span=Span(0, 0),
        rule="input.extension_lies",
        severity="warning",
        message=f"Tệp có đuôi {detect.suffix_of(name)} nhưng nội dung là {KINDS[media]};"
        " đã đọc theo nội dung.",
    )
