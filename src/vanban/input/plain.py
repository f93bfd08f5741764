"""Plain text: UTF-8 above all, UTF-16, and what old machines wrote where that is certain."""

from __future__ import annotations

import codecs

from vanban.input import legacy
from vanban.input.order import Order
from vanban.input.refusals import refused
from vanban.input.source import Source
from vanban.model import Finding, Span

# Control characters that text files do hold: tab, newlines, form feed (a page break), escape.
_ALLOWED = {9, 10, 11, 12, 13, 27, 0x1E, 0x1F}
_CONTROLS = bytes(n for n in range(32) if n not in _ALLOWED)


def read(data: bytes, order: Order) -> Source:
    """The text as decoded, newlines kept as they are; a leading byte-order mark is no part of it.

    For UTF-8 the offsets are those of `data.decode("utf-8-sig")`.
    """
    text, legacy_name = decoded(data)
    if not text.strip():
        raise refused("empty")
    findings: tuple[Finding, ...] = ()
    if legacy_name:
        findings = (_converted(legacy_name),)
    elif legacy.is_suspect(text):
        findings = (_SUSPECT,)
    return Source(name=order.name, media="txt", text=text, findings=findings)


def decoded(data: bytes) -> tuple[str, str]:
    """The characters of a text file, and the legacy encoding they were converted from, if any.

    Raises `Rejected` where its encoding is not certain.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _utf16(data, "utf-16"), ""
    if _looks_binary(data):
        for encoding in ("utf-16-le", "utf-16-be"):
            text = _readable_utf16(data, encoding)
            if text is not None:
                return text, ""
        raise refused("binary")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        found = legacy.decoded(data)
        if found is None:
            raise refused("unknown-encoding") from error
        return found
    return legacy.repaired(text) or (text, "")


def _looks_binary(data: bytes) -> bool:
    """Control characters, of which text has none, in more than one byte of a thousand."""
    return (len(data) - len(data.translate(None, _CONTROLS))) * 1000 > len(data)


def _utf16(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise refused("unknown-encoding") from error


def _readable_utf16(data: bytes, encoding: str) -> str | None:
    """UTF-16 without its mark: believed only when all of it is letters Vietnamese is written in, most
    of which (blanks and plain letters) have a byte of zeros."""
    if data.count(0) * 5 < len(data):
        return None
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    known = sum(char in "\t\r\n\f" or " " <= char < "ɐ" or "Ḁ" <= char < "ỿ" for char in text)
    return text if text and known >= 0.98 * len(text) else None


_SUSPECT = Finding(
    Span(0, 0),
    "input.legacy_suspected",
    "warning",
    "Chữ trong tệp có vẻ viết bằng phông cũ (TCVN3 hoặc VNI) nhưng chưa chắc nên giữ nguyên;"
    " hãy chuyển tệp sang Unicode rồi gửi lại nếu chữ hiện sai.",
)


def _converted(encoding: str) -> Finding:
    return Finding(
        Span(0, 0),
        "input.legacy",
        "warning",
        f"Chữ trong tệp viết theo bảng mã cũ {encoding}, đã được đổi sang Unicode.",
    )
