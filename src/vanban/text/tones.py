"""One place for the tone mark: «hoà, thuý, khoẻ» are written «hòa, thúy, khỏe».

Both spellings are correct and mixed in every office; NFC does not unify them. Only an open
syllable has two spellings («hoàn» has one), and after q the u is no vowel («quý»).
"""

from __future__ import annotations

import regex

from vanban.rules.pattern import compiled

OPEN_SYLLABLE = compiled(r"(?:[oO][àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|(?<![qQ])[uU][ỳýỷỹỵỲÝỶỸỴ])(?!\p{L})")
_TONES = {
    "o": dict(zip("àáảãạèéẻẽẹ", "òóỏõọòóỏõọ", strict=True)),
    "u": dict(zip("ỳýỷỹỵ", "ùúủũụ", strict=True)),
}
_BARE = dict(zip("àáảãạèéẻẽẹỳýỷỹỵ", "aaaaaeeeeeyyyyy", strict=True))


def place_tones(text: str) -> str:
    """The text with every tone mark on the first vowel of oa, oe, uy; the length is unchanged."""
    return OPEN_SYLLABLE.sub(_moved, text)


def _moved(found: regex.Match[str]) -> str:
    first, second = found.group()[0], found.group()[1]
    vowel = _TONES[first.lower()][second.lower()]
    bare = _BARE[second.lower()]
    return (vowel.upper() if first.isupper() else vowel) + (
        bare.upper() if second.isupper() else bare
    )
