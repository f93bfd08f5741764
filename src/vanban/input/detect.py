"""What a file is, told by its bytes; the name it bears is only compared with that."""

from __future__ import annotations

import io
import zipfile
from pathlib import PurePosixPath

import regex

from vanban.input.refusals import refused
from vanban.rules.pattern import compiled

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HEAD = 4096

# Media by the first bytes; a name in quotes is a kind that is recognised only to be refused.
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"{\\rtf", "rtf"),
    (b"GIF8", "!GIF"),
    (b"Rar!", "!RAR"),
    (b"7z\xbc\xaf", "!7z"),
    (b"\x1f\x8b", "!GZ"),
    (b"MZ", "!EXE"),
    (b"\x7fELF", "!ELF"),
    (b"BM\x00", "!BMP"),
)
_HTML = compiled(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", regex.I)
_EDXML = compiled(rb"<(?:[\w.-]+:)?(?:edxml|edxmlenvelope)[\s>/]", regex.I)
# A web page with its pictures in one file, as Word and browsers save it (RFC 2557).
_MHT = compiled(
    rb"\A\s*[\w-]+:[^\n]*\n(?:[^\n]*\n){0,30}?Content-Type:\s*multipart/related", regex.I
)
_SVG = compiled(rb"<svg[\s>]", regex.I)

# What a suffix promises. A suffix not listed promises nothing.
_PROMISED = {
    ".txt": {"txt"},
    ".docx": {"docx"},
    ".doc": {"doc"},
    ".pdf": {"pdf"},
    ".png": {"image"},
    ".jpg": {"image"},
    ".jpeg": {"image"},
    ".tif": {"image"},
    ".tiff": {"image"},
    ".htm": {"html"},
    ".html": {"html"},
    ".mht": {"html"},
    ".mhtml": {"html"},
    ".rtf": {"rtf"},
    ".odt": {"odt"},
    ".edxml": {"edxml"},
    ".xml": {"edxml"},
    ".zip": {"zip"},
}
_OLD_WORD = {".doc", ".dot"}
# These are never plain text: text under such a name is a damaged download, not a document.
_NEVER_TEXT = {".docx", ".docm", ".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".odt", ".zip"}


def media_of(data: bytes, name: str) -> str:
    """The kind of the file: txt, docx, doc, pdf, image, html, rtf, odt, edxml or zip.

    Raises `Rejected` for kinds that are known but not read, and for text named as something that
    is never text (an error page saved as ".docx").
    """
    suffix = suffix_of(name)
    media = _by_bytes(data)
    if media == "!OLE" and suffix in _OLD_WORD:
        raise refused("damaged", kind="DOC")  # its directory stands at the end, cut off
    if media.startswith("!"):
        raise refused("unsupported", kind=media[1:])
    if media == "txt" and suffix in _NEVER_TEXT:
        raise refused("not-what-it-says", suffix=suffix)
    return media


def suffix_of(name: str) -> str:
    return PurePosixPath(name.replace("\\", "/")).suffix.lower()


def lies(name: str, media: str) -> bool:
    """Whether the suffix promises another kind than the bytes show."""
    promised = _PROMISED.get(suffix_of(name))
    return promised is not None and media not in promised


def _by_bytes(data: bytes) -> str:
    head = data[:HEAD]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _kind_of_zip(data)
    if data.startswith(OLE):
        return _kind_of_ole(data)
    for magic, media in _MAGIC:
        if data.startswith(magic):
            return media
    plain = head.replace(b"\x00", b"") if head[:2] in (b"\xff\xfe", b"\xfe\xff") else head
    if _EDXML.search(plain) and plain.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<"):
        return "edxml"
    if _HTML.search(plain) or _MHT.search(head):
        return "html"
    if _SVG.search(plain):
        return "!SVG"
    return "txt"


def _kind_of_zip(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except Exception as error:
        raise refused("damaged", kind="nén (ZIP, DOCX)") from error
    if any(name.endswith("vbaProject.bin") for name in names):
        raise refused("macro")
    if "word/document.xml" in names:
        return "docx"
    if "[Content_Types].xml" in names:
        return _kind_of_package(names)
    if "content.xml" in names and "META-INF/manifest.xml" in names:
        return "odt"
    return "zip"


def _kind_of_package(names: set[str]) -> str:
    if any(name.startswith("xl/") for name in names):
        return "!XLSX"
    if any(name.startswith("ppt/") for name in names):
        return "!PPTX"
    return "docx"


def _kind_of_ole(data: bytes) -> str:
    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        raise refused("encrypted")
    if holds("WordDocument"):
        return "doc"
    return "!XLS" if holds("Workbook") else "!PPT" if holds("PowerPoint Document") else "!OLE"
