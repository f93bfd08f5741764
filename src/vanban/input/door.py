"""The one door: bytes and a name in, a `Source` out, or one `Rejected` that says why not."""

from __future__ import annotations

from dataclasses import replace

from vanban.input import detect, docx, plain
from vanban.input.limits import DEFAULT, MEGABYTE, Limits
from vanban.input.refusals import refused
from vanban.input.source import Source
from vanban.model import Finding, Span

_KINDS = {
    "txt": "văn bản thuần (TXT)",
    "docx": "DOCX",
    "doc": "DOC (Word 97–2003)",
    "pdf": "PDF",
    "image": "ảnh",
    "html": "HTML",
    "rtf": "RTF",
    "odt": "ODT",
    "edxml": "edXML",
    "zip": "ZIP",
}


def open_source(data: bytes, name: str, *, ocr: bool = True, limits: Limits = DEFAULT) -> Source:
    """The text of one file with its pages, tables and notes.

    `name` is only compared with what the bytes show; a name that lies is a finding. `ocr=False`
    refuses scans instead of recognising them. Raises `Rejected` and nothing else.
    """
    weigh(data, limits)
    media = detect.media_of(data, name)
    source = _read(media, data, name, ocr, limits)
    if detect.lies(name, media):
        return replace(source, findings=(_lie(name, media), *source.findings))
    return source


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
    if data.count(0, 0, 4096) == min(len(data), 4096) and not data.strip(b"\x00"):
        raise refused("binary")


def _read(media: str, data: bytes, name: str, ocr: bool, limits: Limits) -> Source:
    if media == "txt":
        return plain.read(data, name, limits)
    if media == "docx":
        return docx.read(data, name, limits)
    raise refused("unsupported", kind=_KINDS[media])


def _lie(name: str, media: str) -> Finding:
    return Finding(
        span=Span(0, 0),
        rule="input.extension_lies",
        severity="warning",
        message=f"Tệp có đuôi {detect.suffix_of(name)} nhưng nội dung là {_KINDS[media]};"
        " đã đọc theo nội dung.",
    )
