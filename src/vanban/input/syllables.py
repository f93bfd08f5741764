"""What can be a Vietnamese syllable: the proof that a text was decoded rightly."""

from __future__ import annotations

import unicodedata

import regex

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_STOPPED_TONES = ("\u0301", "\u0323")
_ONSET = r"(?:b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|qu|r|s|th|tr|t|v|x|p)?"
# The rimes of Vietnamese without their tone: open or with a semivowel, with a nasal, with a stop.
_OPEN = (
    r"a|ai|ao|au|ay|âu|ây|e|eo|ê|êu|i|ia|iu|iêu|yêu|y|o|oa|oai|oay|oe|oeo|oi|ô|ôi|ơ|ơi"
    r"|u|ua|ui|uê|uây|uơ|uy|uya|uyu|ươi|ươu|uôi|ư|ưa|ưi|ưu|oao"
)
_NASAL = (
    r"am|an|ang|anh|ăm|ăn|ăng|âm|ân|âng|em|en|eng|êm|ên|ênh|im|in|inh|iêm|iên|iêng|yêm|yên|yêng"
    r"|om|on|ong|oong|oam|oan|oang|oanh|oăm|oăn|oăng|oen|ôm|ôn|ông|ơm|ơn|um|un|ung|uân|uâng"
    r"|uênh|uôm|uôn|uông|uyên|uynh|uyn|ưm|ưn|ưng|ươm|ươn|ương"
)
_STOP = (
    r"ac|ach|ap|at|ăc|ăp|ăt|âc|âp|ât|ec|ep|et|êch|êp|êt|ich|ip|it|iêc|iêp|iêt|oc|op|ot|ooc|oac"
    r"|oach|oap|oat|oăc|oăt|oet|ôc|ôp|ôt|ơp|ơt|uc|up|ut|uât|uôc|uôt|uôp|uyt|uych|uyêt|uêch|ưc|ưt"
    r"|ươc|ươp|ươt|yêt"
)
_SYLLABLE = regex.compile(rf"{_ONSET}(?:(?P<stop>{_STOP})|{_OPEN}|{_NASAL})")
_WORD = regex.compile(r"[\p{L}\p{M}\xad¡-¿]+")


def is_syllable(word: str) -> bool:
    """Whether a word, in any case, is spelt as a Vietnamese syllable can be."""
    parts = unicodedata.normalize("NFD", word.lower())
    tones = [char for char in parts if char in _TONES]
    if len(tones) > 1:
        return False
    bare = unicodedata.normalize("NFC", "".join(char for char in parts if char not in _TONES))
    found = _SYLLABLE.fullmatch(bare)
    if found is None:
        return False
    return found["stop"] is None or (bool(tones) and tones[0] in _STOPPED_TONES)


def share(text: str, most: int = 4000) -> tuple[float, int]:
    """The share of words that are syllables, and how many of those bear Vietnamese letters."""
    words = [word for word in _WORD.findall(text[: most * 8]) if len(word) < 12][:most]
    if not words:
        return 0.0, 0
    good = [word for word in words if is_syllable(word)]
    return len(good) / len(words), sum(not word.isascii() for word in good)
