"""Plain text: UTF-8 above all, UTF-16, and what old machines wrote where that is certain."""

from __future__ import annotations

import codecs

from vanban.input.order import Order
from vanban.input.refusals import refused
from vanban.input.source import Source

# Control characters that text files do hold: tab, newlines, form feed (a page break), escape.
_ALLOWED = {9, 10, 11, 12, 13, 27, 0x1E, 0x1F}
_CONTROLS = bytes(n for n in range(32) if n not in _ALLOWED)


def read(data: bytes, order: Order) -> Source:
    """The text as decoded, newlines kept as they are; a leading byte-order mark is no part of it.

    For UTF-8 the offsets are those of `data.decode("utf-8-sig")`.
    """
    text = decoded(data)
    if not text.strip():
        raise refused("empty")
    return Source(name=order.name, media="txt", text=text)


def decoded(data: bytes) -> str:
    """The characters of a text file. Raises `Rejected` where its encoding is not certain."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _utf16(data, "utf-16")
    if _looks_binary(data):
        for encoding in ("utf-16-le", "utf-16-be"):
            text = _readable_utf16(data, encoding)
            if text is not None:
                return text
        raise refused("binary")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise refused("unknown-encoding") from error


def _looks_binary(data: bytes) -> bool:
    """Control characters, of which text has none, in more than one byte of a thousand."""
    return (len(data) - len(data.translate(None, _CONTROLS))) * 1000 > len(data)


def _utf16(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise refused("unknown-encoding") from error


def _readable_utf16(data: bytes, encoding: str) -> str | None:
    """UTF-16 without its mark: believed only when all of it is letters Vietnamese is written in."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    known = sum(char in "\t\r\n\f" or " " <= char < "ɐ" or "Ḁ" <= char < "ỿ" for char in text)
    return text if text and known >= 0.98 * len(text) else None
