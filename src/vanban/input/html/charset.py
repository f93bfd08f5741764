"""The characters of a web page: by its mark, by what it declares, by what its words prove."""

from __future__ import annotations

import codecs
import unicodedata

import regex

from vanban.input import legacy
from vanban.input.refusals import refused

_DECLARED = regex.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]+)", regex.I)
_NAMES = {"utf8": "utf-8", "unicode": "utf-16", "x-user-defined": "cp1252"}


def decoded(data: bytes) -> tuple[str, str]:
    """The page as text, and the legacy Vietnamese encoding it was converted from, if any."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _by(data, "utf-16"), ""
    try:
        return data.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        pass
    found = _DECLARED.search(data[:4096])
    name = found[1].decode("ascii").lower() if found else ""
    name = _NAMES.get(name, name)
    if name in ("windows-1258", "cp1258"):
        return unicodedata.normalize("NFC", _by(data, "cp1258")), ""
    proven = legacy.decoded(_without_tags(data))
    if proven is not None:
        return _by_legacy(data, proven[1]), proven[1]
    if name in ("windows-1252", "cp1252", "iso-8859-1", "us-ascii"):
        # Word writes so, with every Vietnamese letter as a numbered entity.
        return data.decode("cp1252", "replace"), ""
    if name and name not in ("utf-8",):
        return _by(data, name), ""
    raise refused("unknown-encoding")


def _by(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        raise refused("unknown-encoding") from error


def _without_tags(data: bytes) -> bytes:
    body = regex.sub(rb"<(?:style|script)\b.*?</(?:style|script)>", b" ", data, flags=regex.S)
    return regex.sub(rb"<[^>]*>|&[#\w]+;", b" ", body)


def _by_legacy(data: bytes, encoding: str) -> str:
    """The page converted; its tags are ASCII, which every legacy encoding leaves alone."""
    if encoding == "windows-1258":
        return unicodedata.normalize("NFC", data.decode("cp1258", "replace"))
    letters = data.decode("cp1252", "replace")
    return legacy.from_tcvn3(letters) if encoding == "TCVN3" else legacy.from_vni(letters)
