"""Letters of a page by their boxes: which of them belong to one word."""

from __future__ import annotations

from statistics import median
from unicodedata import combining, normalize

from vanban.input.flow.lines import Piece

#: Left, top, right, bottom, in points from the top left of the page.
Box = tuple[float, float, float, float]


class Letters:
    """The letters of a word as they are gathered."""

    def __init__(self) -> None:
        self.text = ""
        self.boxes: list[Box] = []

    def piece(self) -> Piece:
        return Piece(
            self.text,
            min(box[0] for box in self.boxes),
            median(box[1] for box in self.boxes),
            max(box[2] for box in self.boxes),
            median(box[3] for box in self.boxes),
        )


def raised(loose: Box, tight: Box) -> Box:
    """The box of a digit: its ink where the font itself has a raised digit, else its full height."""
    size = loose[3] - loose[1]
    small = tight[3] - tight[1] < 0.45 * size
    return tight if small and loose[3] - tight[3] > 0.3 * size else loose


def with_its_letter(char: str, box: Box, before: Box) -> Box:
    """The box of a letter that is put together of pieces: a mark printed apart stands at the height of
    the letter it belongs to; where only the mark bears the name of the whole («Ở», of «Ơ» and its
    hook), the letter stands behind the one before and is as large."""
    x0, top, x1, bottom = before
    if combining(char):
        return min(x0, box[0]), top, max(x1, box[2]), bottom
    has_marks = char.isalpha() and normalize("NFD", char) != char
    if (
        has_marks
        and box[3] - box[1] < 0.5 * (bottom - top)
        and -0.5 < (top - box[3]) / (bottom - top) < 0.5
    ):
        return x1, top, 2 * x1 - x0, bottom
    return box


def joins(word: Letters, char: str, box: Box) -> bool:
    """Whether a letter stands right behind the word, at its height and of its size. A font that
    tells no height of its own gives each letter the box of its ink: «g» hangs below «n»."""
    if not word.boxes:
        return True
    x0, top, x1, bottom = word.boxes[-1]
    size = max(bottom - top, box[3] - box[1], 1.0)
    ahead = x0 < box[0] or box[0] - x1 > -0.5 * size  # a mark may hang over the next letter
    beside = (ahead and box[0] - x1 < 0.28 * size) or abs(box[0] - x0) < 0.5
    level = abs(box[3] - bottom) < 0.22 * size
    if not level and not (char.isdigit() or word.text[-1].isdigit()):
        shared = min(box[3], bottom) - max(box[1], top)
        level = shared > 0.7 * min(box[3] - box[1], bottom - top)
    return beside and level


def printed_twice(word: Letters, char: str, box: Box) -> bool:
    """Bold made by printing a letter twice, a hair apart."""
    if not word.boxes or not word.text.endswith(char):
        return False
    last = word.boxes[-1]
    return abs(last[0] - box[0]) < 0.12 * (last[2] - last[0] + 1) and abs(last[1] - box[1]) < 1
