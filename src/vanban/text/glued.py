"""Words that a copy ran together: «Thường trựcChính phủ», «đơnvị sau đây».

A Vietnamese syllable has one run of vowels. A word with two is taken apart where its parts are
syllables in one way only; where several ways are open, the one that the text itself writes apart.
One such word may be a foreign name: only a text that has several is taken for a glued copy.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from vanban.model import Finding, Span
from vanban.rules.pattern import compiled
from vanban.rules.syllable import is_syllable

_VOWEL = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ"
_VOWELS = _VOWEL + _VOWEL.upper()
_CONSONANTS = "bcdđghklmnpqrstvxBCDĐGHKLMNPQRSTVX"
#: A run of vowels, consonants and vowels again.
_TWICE = compiled(rf"[{_VOWELS}][{_CONSONANTS}]+[{_VOWELS}]")
_WORD = compiled(r"\p{L}+")
_LONGEST = 40
#: So many words at least run together in a glued copy.
_LEAST = 3
_BEGINNING = 20_000
_LONG = len("nghiêng")
#: Without a mark on any letter a word may be foreign, unless it ends like «Giaocho», «nêutrong».
_ENDS_IN_A_PARTICLE = compiled(r"\p{L}{3,7}(?:cho|theo|trong|khi)$")
_MARKS = ".,;:()“”\"'*/-–!?…"


@dataclass(frozen=True, slots=True)
class Glued:
    """A word of the file and the places, within the text, where a blank is missing."""

    span: Span
    said: str
    cuts: tuple[int, ...]

    @property
    def meant(self) -> str:
        bounds = [self.span.start, *self.cuts, self.span.end]
        starts = [at - self.span.start for at in bounds]
        return " ".join(self.said[a:b] for a, b in pairwise(starts))

    def finding(self) -> Finding:
        message = (
            f"Chữ «{self.said}» bị dính, được đọc là «{self.meant}»; hãy đối chiếu với bản gốc."
        )
        return Finding(self.span, "text.glued", "hint", message, self.meant)


def glued_words(text: str) -> tuple[Glued, ...]:
    """Every word of a glued copy that can be taken apart, in order; none in any other text."""
    if not _is_a_glued_copy(text):
        return ()
    words = [
        word
        for word in _words(text)
        if not word.said.isascii() or _ENDS_IN_A_PARTICLE.match(word.said)
    ]
    small = text.lower()
    return tuple(found for word in words if (found := _apart(word, small)) is not None)


def _is_a_glued_copy(text: str) -> bool:
    """Asked of every text, so of its beginning only, and of words as long as the longest syllable."""
    words = {word.strip(_MARKS) for word in text[:_BEGINNING].split() if len(word) >= _LONG}
    odd = (word for word in words if word.isalpha() and not word.isascii())
    return sum(len(word) >= _LONG and not is_syllable(word) for word in odd) >= _LEAST


def _words(text: str) -> Iterator[Glued]:
    """Words that are no syllable by their look; the letters around the tell-tale run are theirs."""
    end = 0
    for found in _TWICE.finditer(text):
        if found.start() < end:
            continue
        start = found.start()
        while start > end and text[start - 1].isalpha():
            start -= 1
        word = _WORD.match(text, start)
        end = word.end() if word else found.end()
        if word and end - start <= _LONGEST:
            yield Glued(Span(start, end), word.group(), ())


def _apart(word: Glued, small: str) -> Glued | None:
    said = word.said
    ways = [way for way in _ways(said) if way]
    capital = {at for at in range(1, len(said)) if said[at].isupper() and said[at - 1].islower()}
    ways = [way for way in ways if capital <= set(way)]
    if not ways:
        return None
    fewest = min(map(len, ways))
    ways = [way for way in ways if len(way) == fewest]
    if len(ways) > 1:
        ways = [way for way in ways if _spaced(said, way).lower() in small]
    if len(ways) != 1:
        return None
    return Glued(word.span, said, tuple(word.span.start + at for at in ways[0]))


def _ways(said: str, at: int = 0) -> Iterator[tuple[int, ...]]:
    """The ways to cut a word into syllables of two letters or more."""
    if at and is_syllable(said[at:]) and len(said) - at > 1:
        yield ()
    for cut in range(at + 2, min(at + 8, len(said) - 1)):
        if is_syllable(said[at:cut]):
            for rest in _ways(said, cut):
                yield (cut, *rest)


def _spaced(said: str, way: tuple[int, ...]) -> str:
    bounds = [0, *way, len(said)]
    return " ".join(said[a:b] for a, b in pairwise(bounds))
