"""Footnotes at the foot of a page, and the raised numbers that point to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from vanban.input.flow.lines import Line, Piece
from vanban.rules.pattern import compiled

# The day of «25/8/2025» at the beginning of a line is no number of a note.
_NUMBER = compiled(r"\(?(?P<digits>\d{1,3})(?![/.\-–]?\d)\)?\.?")
_POINT = compiled(r"[.,;:!?)”\"/]+")
_UNITS = ("m", "km", "cm", "dm", "mm", "ha")
_SMALL = 0.93


def split(lines: Sequence[Line], height: float) -> tuple[list[Line], list[str]]:
    """The lines of the body, and the notes at the foot: smaller print that begins with a number."""
    if len(lines) < 4:
        return list(lines), []
    usual = median(line.height for line in lines)
    start = len(lines)
    while start and lines[start - 1].height < _SMALL * usual:
        start -= 1
    while start < len(lines) and not _begins_note(lines[start]):
        start += 1
    if start == len(lines) or lines[start].top < 0.4 * height:
        return list(lines), []
    notes: list[list[str]] = []
    for line in lines[start:]:
        if _begins_note(line):
            number = _NUMBER.match(line.text)
            notes.append([f"[{number['digits']}]" if number else ""])
            notes[-1].append(_NUMBER.sub("", line.text, count=1).strip())
        else:
            notes[-1].append(line.text)
    return list(lines[:start]), [" ".join(note) for note in notes]


def without_marks(line: Line) -> tuple[Piece, ...]:
    """The words of a line without the raised numbers that point to footnotes."""
    kept: list[Piece] = []
    after_mark = False
    for at, piece in enumerate(line.pieces):
        if _is_mark(piece, line.pieces[:at], line):
            after_mark = True
        elif after_mark and kept and _POINT.fullmatch(piece.text):
            # The point that stood behind the number ends the word before it.
            kept[-1] = replace(kept[-1], text=kept[-1].text + piece.text, x1=piece.x1)
            after_mark = False
        else:
            kept.append(piece)
            after_mark = False
    return tuple(kept)


def _begins_note(line: Line) -> bool:
    first = line.pieces[0]
    raised = first.height < 0.85 * line.height or first.bottom < line.bottom - 0.2 * line.height
    return bool(_NUMBER.match(first.text)) and (raised or len(line.pieces) > 1)


def _is_mark(piece: Piece, before: Sequence[Piece], line: Line) -> bool:
    if not before or not _NUMBER.fullmatch(piece.text):
        return False
    small = piece.height < 0.8 * line.height
    raised = piece.bottom < before[-1].bottom - 0.15 * line.height
    unit = before[-1].text.lower().endswith(_UNITS) and piece.text in ("2", "3")
    return small and raised and not unit
