"""How much of a text is Vietnamese syllables: the proof that it was decoded rightly."""

from __future__ import annotations

from vanban.rules.pattern import compiled
from vanban.rules.syllable import is_syllable

# Signs that legacy encodings use for letters count as parts of the words they stand in.
_WORD = compiled(r"[\p{L}\p{M}\xad¡-¿]+")
_LONGEST = 12


def share(text: str, most: int = 4000) -> tuple[float, int]:
    """The share of words that are syllables, and how many of those bear Vietnamese letters."""
    words = [word for word in _WORD.findall(text[: most * 8]) if len(word) < _LONGEST][:most]
    if not words:
        return 0.0, 0
    good = [word for word in words if word.isalpha() and is_syllable(word)]
    return len(good) / len(words), sum(not word.isascii() for word in good)
