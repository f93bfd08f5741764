"""Vietnamese written before Unicode: TCVN3 (ABC) and VNI, known by font or by the words."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

import regex

# TCVN 5712:1993 VN3 seen as windows-1252 characters (what Word keeps for .VnTime).
_TCVN3_FROM = "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\xadõøö÷ùúýûüþ¡¢§£¤¥¦"
_TCVN3_TO = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ"
TCVN3: Mapping[int, str] = {ord(a): b for a, b in zip(_TCVN3_FROM, _TCVN3_TO, strict=True)}

# VNI-Windows: a base letter followed by a mark, or one letter of its own.
_CIRCUMFLEX = {"â": "", "á": "\u0301", "à": "\u0300", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
_BREVE = {"ê": "", "é": "\u0301", "è": "\u0300", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
_TONE = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_SINGLE = {
    "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "ô": "ơ", "ö": "ư", "ñ": "đ", "î": "ỵ",
}  # fmt: skip
_VNI = regex.compile(
    r"(?P<hat>[aeo][âáàåãä]|a[êéèúüë])|(?P<toned>[aeiouyôö][ùøûõï])|(?P<single>[íìæóòôöñî])",
    regex.I,
)

_OF_FONT = regex.compile(r"^(?:(?P<tcvn3>\.vn)|(?P<vni>vni[- ]))", regex.I)


def by_font(text: str, font: str | None) -> str:
    """Text of a run in a legacy font, as Unicode; text that is Unicode already stays."""
    named = _OF_FONT.match(font or "")
    if named is None or is_unicode_vietnamese(text):
        return text
    if named["vni"]:
        return from_vni(text)
    # The capital fonts (.VnTimeH) draw the same bytes as capitals: toned capitals exist only so.
    converted = from_tcvn3(text)
    return converted.upper() if (font or "").upper().endswith("H") else converted


def is_unicode_vietnamese(text: str) -> bool:
    """Whether it holds letters that only Unicode Vietnamese has (U+1EA0–U+1EF9)."""
    return any("\u1ea0" <= char <= "\u1ef9" for char in text)


def from_tcvn3(text: str) -> str:
    return text.translate(TCVN3)


def from_vni(text: str) -> str:
    return unicodedata.normalize("NFC", _VNI.sub(_letter, text))


def _letter(found: regex.Match[str]) -> str:
    said = found[0]
    if found["hat"]:
        base, mark = said[0], said[1].lower()
        if mark in _CIRCUMFLEX and not (base.lower() == "a" and mark in _BREVE):
            return base + "\u0302" + _CIRCUMFLEX[mark]
        return base + "\u0306" + _BREVE[mark]
    if found["toned"]:
        base = said[0]
        letter = _cased(_SINGLE.get(base.lower(), base.lower()), base)
        return letter + _TONE[said[1].lower()]
    return _cased(_SINGLE[said.lower()], said)


def _cased(letter: str, like: str) -> str:
    return letter.upper() if like.isupper() else letter
