"""Small letters that keep their places."""

from __future__ import annotations


def small(text: str) -> str:
    """The text in small letters, of the same length whatever its letters are."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(one if len(one := letter.lower()) == 1 else letter for letter in text)
