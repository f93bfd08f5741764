"""Whether a printed line goes on with the statement above it, over line and page breaks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from vanban.layout.line import Line
from vanban.rules.pattern import compiled

_ENDS = (".", ";", ":", "!", "?", "./.", "…", ".”", '."', ";”")
_BEGINS = compiled(
    r"(?:Căn\s+cứ|Xét|Theo\s+đề\s+nghị|QUYẾT|PHỤ\s+LỤC|Nơi\s+nhận)\b|(?:(?:Trả\s+lời|Hỏi|Đáp|Câu\s+hỏi)|TRẢ\s+LỜI|HỎI)\s*:"
)
# No statement ends with one of these words.
_UNFINISHED = compiled(
    r"(?<!\p{L})(?:của|giữa|và|với|về|ngày|số|tại|các|những|một|do|để|cho|từ|đến|trên|trong|theo|được|là|bởi|hoặc|việc)$"
)
# A page prints the day of an entry on a line of its own.
_DAY_ALONE = compiled(r"\d{1,2}[/-]\d{1,2}[/-]\d{4}")
# So many sentences broken by a line are no accident.
_MANY = 5
_BOUNDARY = compiled(r"[.;:]\s+\p{Lu}")
#: So long a title on a line of its own may be, where its number was lost; a running sentence is longer.
_LONGEST_TITLE = 110


class Wrapping:
    """How the lines of one document were broken."""

    def __init__(self, lines: Sequence[Line]) -> None:
        lengths = sorted(len(line.text) for line in lines if len(line.text) >= 30)
        self.width = lengths[int(len(lengths) * 0.9)] if lengths else 80
        # Lines broken by hand or by a page keep to a width; whole paragraphs on a line do not.
        ended = [after.gap > 0 for line, after in pairwise(lines) if line.text.endswith(_ENDS)]
        # Where empty lines part the paragraphs, a line without one before it always goes on.
        self.is_spaced = sum(ended) * 2 > len(ended)
        self.is_hard = bool(lengths) and lengths[int(len(lengths) * 0.97)] <= 140
        # So do the lines of a page whose copy has broken most of them inside a sentence.
        inside = sum(_is_inside(before, line) for before, line in pairwise(lines))
        self.is_hard = self.is_hard or (inside >= _MANY and inside * 3 >= len(lines))

        # Where each line of a sentence stands alone, so many empty lines part nothing.
        within = sorted(after.gap for before, after in pairwise(lines) if _runs_on(before, after))
        self.usual_gap = within[len(within) // 4] if len(within) >= _MANY else 0

    def goes_on(
        self, before: Line, line: Line, said: str, numbered: bool, marked: bool = False
    ) -> bool:
        """Whether `line` continues a statement that says `said` and ends with the line `before`.

        `numbered`: the statement began with a printed number, so that it may be a bare heading.
        `marked`: it began with a number or a bullet, as the next one would.
        """
        if _BEGINS.match(line.text) or (line.gap and line.is_capitals and line.text.endswith(":")):
            return False
        first = line.text[0]
        if first.isdigit() and _DAY_ALONE.fullmatch(line.text) and before.text[-1:].isalpha():
            return _UNFINISHED.search(before.text) is not None
        open_end = not before.text.endswith(_ENDS)
        small = first.islower() or first.isdigit() or first in "-–),;.%"
        if before.text.endswith(("-", "–", ",", "/", "(")):
            return True
        if open_end and (small or (not line.gap and _UNFINISHED.search(before.text))):
            return True
        if first.islower() and line.gap <= self.usual_gap and self.is_hard:
            ended = before.text.endswith(";") and not marked
            return not (ended and self._would_fit(before, line))
        if line.gap:
            return open_end and self._cut(before, said, numbered)
        if not self.is_hard:
            return False
        if open_end:
            title = numbered and len(said) <= len(before.text) and not self.is_spaced
            return not (title and self._would_fit(before, line) and not line.is_capitals)
        return not self._would_fit(before, line) and not before.text.endswith((";", ":", "./."))

    def parts_title(self, before: Line, line: Line) -> bool:
        """Whether the first line of a text without a letterhead is its title: a few words that close
        with no mark and had room for more, over a line that begins anew."""
        words = before.text
        return (
            words[-1].isalpha()
            and len(words) <= _LONGEST_TITLE
            and line.text[0].isupper()
            and len(line.text) > len(words)
            and self._would_fit(before, line)
            and not _UNFINISHED.search(words)
        )

    def _would_fit(self, before: Line, line: Line) -> bool:
        """Whether the first word would have had room above: then the break was meant."""
        word = line.text.split(maxsplit=1)[0]
        return len(before.text) + 1 + len(word) <= self.width

    def _cut(self, before: Line, said: str, numbered: bool) -> bool:
        """Whether a page break cut a running statement before a capital letter."""
        if self.is_hard:
            return not numbered and len(before.text) >= 0.9 * self.width
        if len(before.text) < 60:
            return False
        return bool(_BOUNDARY.search(said)) or (not numbered and len(said) > _LONGEST_TITLE)


def _runs_on(before: Line, line: Line) -> bool:
    """Whether the second line, alone or not, goes on with the sentence of the first."""
    return line.text[0].islower() and not before.text.endswith(_ENDS)


def _is_inside(before: Line, line: Line) -> bool:
    """Whether the break between two lines stands inside a sentence."""
    return not line.gap and _runs_on(before, line)
