"""Vietnamese written before Unicode: TCVN3 (ABC) and VNI, known by font or by the words."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping

import regex

from vanban.input.syllables import share
from vanban.rules.pattern import compiled

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
_VNI = compiled(
    r"(?P<hat>[aeo][âáàåãä]|a[êéèúüë])|(?P<toned>[aeiouyôö][ùøûõï])|(?P<single>[íìæóòôöñî])",
    regex.I,
)

_UNICODE_ONLY = compiled(r"[\u1ea0-\u1ef9]")
_OF_FONT = compiled(r"^(?:(?P<tcvn3>\.vn)|(?P<vni>vni[- ]))", regex.I)


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
    return _UNICODE_ONLY.search(text) is not None


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


# Sure means: nearly every word is a syllable, many of them bear Vietnamese letters, and no other
# reading comes near. Short texts are never sure.
_SURE_SHARE = 0.9
_SURE_WORDS = 8
_SAMPLE = 1 << 15
_MARGIN = 0.12


def decoded(data: bytes) -> tuple[str, str] | None:
    """Bytes that are no UTF-8, read in the one legacy encoding that makes them Vietnamese.

    Gives the text and the name of the encoding, or None where that is not sure. The words of the
    beginning decide, so that a large file costs no more than converting it once.
    """
    name = _surest({name: read(data[:_SAMPLE]) for name, read in _READINGS.items()})
    return (_READINGS[name](data), name) if name else None


def repaired(text: str) -> tuple[str, str] | None:
    """Unicode text whose letters are really TCVN3 or VNI, or None where that is not sure."""
    start = text[:_SAMPLE]
    # Unicode of letters and marks apart («tổ hợp») is Unicode: nothing to convert.
    composed = unicodedata.normalize("NFC", start)
    if text.isascii() or is_unicode_vietnamese(composed) or is_unicode_vietnamese(text):
        return None
    name = _surest({"TCVN3": from_tcvn3(start), "VNI": from_vni(start), "": start})
    if not name:
        return None
    return (from_tcvn3(text) if name == "TCVN3" else from_vni(text)), name


def is_suspect(text: str) -> bool:
    """Whether signs stand inside words as only legacy Vietnamese has them, though not for sure."""
    if is_unicode_vietnamese(text):
        return False
    return len(_SIGN_IN_WORD.findall(text)) >= 3


_SIGN_IN_WORD = compiled(r"\p{L}[µ¸¶·¹¨»¾¼½©®ª«¬\xad¡¢£¤¥¦§](?=\p{L})")


def _surest(readings: Mapping[str, str]) -> str:
    """The name of the one reading that is Vietnamese beyond doubt, or ""."""
    scored = sorted(((*share(text), name) for name, text in readings.items()), reverse=True)
    best, words, name = scored[0]
    sure = best >= _SURE_SHARE and words >= _SURE_WORDS and best - scored[1][0] >= _MARGIN
    return name if sure else ""


def _letters(data: bytes) -> str:
    """Bytes as windows-1252 shows them; those it leaves free are no letters in VN3 or VNI."""
    return data.decode("cp1252", errors="replace")


def _windows_1258(data: bytes) -> str:
    return unicodedata.normalize("NFC", data.decode("cp1258", errors="replace"))


_READINGS: Mapping[str, Callable[[bytes], str]] = {
    "TCVN3": lambda data: from_tcvn3(_letters(data)),
    "VNI": lambda data: from_vni(_letters(data)),
    "windows-1258": _windows_1258,
}
