"""The text that rules are matched on: one spelling for what looks the same on paper.

Cleaning composes letters (NFC), drops what nobody sees (zero-width characters, soft hyphens,
carriage returns) and writes every blank as a space; of a run of blanks longer than any column is
wide it keeps the beginning, for patterns that look over blanks may take the square of them. The slips that a scan makes in set phrases and
numbers are put right, and the numbers of footnotes glued to words left out, for reading only (`text.slips`,
`text.calls`); every other word stays as it is.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from vanban.model import Span
from vanban.rules.pattern import compiled
from vanban.text.calls import without_calls
from vanban.text.glued import Glued, glued_words
from vanban.text.offsets import Edit, Offsets
from vanban.text.slips import Repair, repaired, repairs
from vanban.text.tones import place_tones

# A letter with its combining marks; a character nobody sees; a carriage return before its newline.
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_BLANKS = "\u00a0\u1680\u202f\u205f\u3000\v" + "".join(map(chr, range(0x2000, 0x200B)))
_WIDEST = 200
_EDITS = compiled(rf"[^\p{{M}}\n]\p{{M}}+|[{_UNSEEN}]+|\r(?=\n)|[ \t{_BLANKS}]{{{_WIDEST + 1},}}")
_ONE_FOR_ONE = str.maketrans(
    dict.fromkeys(_BLANKS, " ")
    | dict.fromkeys("\r\u0085\u2028\u2029", "\n")
    # The Icelandic letter that looks like Đ and is typed for it by mistake.
    | {"Ð": "Đ", "ð": "đ"}
)
_UNUSUAL = (*_UNSEEN, *map(chr, _ONE_FOR_ONE))


@dataclass(frozen=True, slots=True)
class Clean:
    """`written` keeps the spelling of the file; `text` has the tone marks where rules expect them, no
    calls of footnotes, and the slips of a scan put right that `repairs` tells.

    Both have the same length, so that an offset means the same place in either.
    """

    text: str
    written: str
    offsets: Offsets
    repairs: tuple[Repair, ...] = ()
    glued: tuple[Glued, ...] = ()


def clean(original: str) -> Clean:
    """The text of a file made fit for reading, and the way back."""
    written: str = original
    edits: list[Edit] = []
    glued: tuple[Glued, ...] = ()
    is_unusual = any(letter in original for letter in _UNUSUAL) or _has_long_blanks(original)
    if is_unusual or not unicodedata.is_normalized("NFC", original):
        written, edits = _edited(original)
    elif glued := glued_words(original):
        written, edits = _parted(original, glued)
    if is_unusual:
        written = written.translate(_ONE_FOR_ONE)
    placed = without_calls(place_tones(written))
    slips = repairs(placed)
    text = repaired(placed, slips) if slips else placed
    return Clean(text, written, Offsets(edits), slips, glued)


def _has_long_blanks(text: str) -> bool:
    return " " * _WIDEST in text.replace("\t", " ")


def _parted(original: str, glued: tuple[Glued, ...]) -> tuple[str, list[Edit]]:
    """A blank put in where a copy lost it: one character that stands for none of the file."""
    pieces: list[str] = []
    edits: list[Edit] = []
    at = 0
    for cut in (cut for word in glued for cut in word.cuts):
        pieces += (original[at:cut], " ")
        edits.append(Edit(cut + len(edits), 1, Span(cut, cut)))
        at = cut
    return "".join((*pieces, original[at:])), edits


def _edited(original: str) -> tuple[str, list[Edit]]:
    pieces: list[str] = []
    edits: list[Edit] = []
    at = length = 0
    for found in _EDITS.finditer(original):
        word = found.group()
        new = _instead_of(word)
        if new == word:
            continue
        pieces += (original[at : found.start()], new)
        length += found.start() - at
        edits.append(Edit(length, len(new), Span(*found.span())))
        length += len(new)
        at = found.end()
    pieces.append(original[at:])
    return "".join(pieces), edits


def _instead_of(word: str) -> str:
    if word[0] in _UNSEEN or word == "\r":
        return ""
    if word.isspace():
        return word[:_WIDEST]
    return unicodedata.normalize("NFC", word)
