"""Whether a line continues the paragraph before it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

import regex

from vanban.input.flow.lines import Line
from vanban.rules.pattern import compiled

# A line that begins so begins a statement (NĐ 30/2020, Phụ lục I: parts, articles, clauses, points).
_OPENS = compiled(
    r"(?:[-–+*•·▪]\s?\S|(?:phần|chương|mục|điều|phụ\s+lục)\s+(?:thứ|[IVXLC\d])"
    r"|[IVXLC]{1,5}[.)\-/]\s|\d{1,2}(?:\.\d{1,2}){0,3}[.)/]\s|\d{1,2}(?:\.\d{1,2}){1,3}\s\p{Lu}"
    r"|[a-zđ][.)]\s|căn\s+cứ\s|xét\s|theo\s+đề\s+nghị|nơi\s+nhận|kính\s+gửi)",
    regex.I,
)
_LONGEST_ROMAN = 5
_ENDS = compiled(r"[.;:!?…]['\"”)]*$")


@dataclass(frozen=True, slots=True)
class Measure:
    """The measures of the running text: its margins, and the pitch from line to line."""

    left: float
    right: float
    pitch: float

    @property
    def width(self) -> float:
        return max(self.right - self.left, 1.0)


def measure(lines: Sequence[Line]) -> Measure:
    """The usual margins and pitch of these lines."""
    if not lines:
        return Measure(0.0, 1.0, 1.0)
    long = [line for line in lines if len(line.text) > 40] or list(lines)
    gaps = [
        after.bottom - before.bottom
        for before, after in itertools.pairwise(lines)
        if 0 < after.bottom - before.bottom < 4 * after.height
    ]
    rights = sorted(line.x1 for line in long)
    return Measure(
        left=sorted(line.x0 for line in long)[len(long) // 10],
        right=rights[(len(rights) * 9) // 10 if len(rights) > 10 else -1],
        pitch=median(gaps) if gaps else lines[0].height * 1.3,
    )


def continues(before: Line, line: Line, of: Measure, *, same_page: bool) -> bool:
    """Whether `line` runs on from `before`: no opening mark, no room left before, no wide gap."""
    if _OPENS.match(line.text) and not _opens_by_chance(before, line, of):
        return False
    if same_page and line.bottom - before.bottom > 1.6 * of.pitch:
        return False
    if centred(before, of) or centred(line, of):
        return False
    if abs(before.height - line.height) > 0.3 * max(before.height, line.height):
        return False
    if _room_left(before, line, of):
        return False
    # After a full stop, a first-line indent opens the next paragraph even after a full line.
    indented = line.x0 - of.left > 0.035 * of.width
    return not (indented and _ENDS.search(before.text)) and not (
        indented and line.x0 - before.x0 > 0.02 * of.width and line.text[:1].isupper()
    )


def centred(line: Line, of: Measure) -> bool:
    """Whether a line stands in the middle, clear of both margins."""
    left, right = line.x0 - of.left, of.right - line.x1
    clear = min(left, right) > 0.08 * of.width
    return clear and abs(left - right) < 0.12 * of.width


def of_one_title(before: Line, line: Line, of: Measure) -> bool:
    """Whether both are lines of one title in the middle of the page; a long one fills some of them."""
    if centred(before, of) and centred(line, of):
        return True
    if _in_large(before) != _in_large(line) or _OPENS.match(line.text):
        return False
    if centred(line, of):
        return _fills(before, of) and not _ENDS.search(before.text)
    goes_on = _in_large(line) or line.text[:1].islower()
    return centred(before, of) and _fills(line, of) and goes_on


def _fills(line: Line, of: Measure) -> bool:
    """Whether a line reaches from one margin nearly to the other."""
    return max(line.x0 - of.left, of.right - line.x1) < 0.12 * of.width


def _in_large(line: Line) -> bool:
    """Whether a line is in capitals; «XVI» alone may stand in any."""
    return line.text.isupper() and len(line.text) > _LONGEST_ROMAN


def _room_left(before: Line, line: Line, of: Measure) -> bool:
    """Whether the first word of the line would have fitted at the end of the one before."""
    first = line.pieces[0]
    return before.x1 + (first.x1 - first.x0) + 0.35 * line.height < of.right - 0.01 * of.width


def _opens_by_chance(before: Line, line: Line, of: Measure) -> bool:
    """A wrapped line that merely begins like an opening ("điều 5 của Luật…", "căn cứ vào…")."""
    runs_on = not _ENDS.search(before.text) and not _room_left(before, line, of)
    at_margin = line.x0 - of.left < 0.03 * of.width
    return runs_on and at_margin and not line.text[:1].isupper() and line.text[:1].isalpha()


def joint(before: str, after: str) -> str:
    """What stands between two lines of a paragraph: nothing inside a broken number, else a blank."""
    broken = (
        before[-1:] in "-/"
        and before[-2:-1].isalnum()
        and (after[:1].isupper() or (before[-2:-1].isdigit() and after[:1].isdigit()))
    )
    number = broken and any(char.isdigit() for char in before.rsplit(maxsplit=1)[-1])
    return "" if number else " "
