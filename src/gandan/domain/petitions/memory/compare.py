"""How like two texts are, word by word, and why."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz.distance import Indel

from gandan.domain.petitions.memory.words import Codes, as_letters
from gandan.domain.petitions.places import place_today

SAME = 0.72
"""From here on two texts are proposed as the same request. Chosen on planted paraphrases
(`bench/memory.py`): a fifth of the words changed leaves about 0.8, a shared clause about 0.5."""

_OTHER_PLACE = 0.9


@dataclass(frozen=True, slots=True)
class Likeness:
    """`score` from 0 to 1; `why` in Vietnamese, for the person who decides."""

    score: float
    why: str


def word_order(left: Codes, right: Codes) -> float:
    """The share of words that both texts have in the same order (0 to 1)."""
    return Indel.normalized_similarity(as_letters(left), as_letters(right))


def compare(left: Codes, right: Codes, place: str = "", other_place: str = "") -> Likeness:
    """Texts by their words, places by their codes of today. The same words about two known
    communes are less likely to be one request."""
    share = word_order(left, right)
    why = [f"{round(100 * share)}% số chữ trùng theo thứ tự"]
    here, there = place_today(place), place_today(other_place)
    if here and there and here != there:
        share *= _OTHER_PLACE
        why.append("khác xã")
    elif here and there:
        why.append("cùng xã" if place == other_place else "cùng xã sau sáp nhập")
    return Likeness(round(share, 4), ", ".join(why))
