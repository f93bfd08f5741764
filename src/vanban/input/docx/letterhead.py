"""Letterheads typed with tabs instead of a table: two blocks side by side, line by line."""

from __future__ import annotations

from vanban.input.docx.tables import FRAME
from vanban.input.writer import TextWriter
from vanban.rules.pattern import compiled

_TABS = compiled(r" *\t[\t ]*")
# The letterhead stands above the first sentence, which is longer than any line of it.
_SENTENCE = 160


class TabbedHead:
    """Holds back the tabbed lines at the head until it is known whether they are two blocks."""

    def __init__(self, writer: TextWriter) -> None:
        self._writer = writer
        self._rows: list[list[str]] = []
        self._over = False

    def takes(self, said: str) -> bool:
        """Whether this paragraph is held back as a line of two blocks."""
        if self._over:
            return False
        if len(said) > _SENTENCE:
            self.write()
            self._over = True
            return False
        sides = [_TABS.split(line.strip()) for line in said.split("\n")]
        if any(len(row) > 2 for row in sides) or all(len(row) == 1 for row in sides):
            self.write()
            return False
        self._rows.extend(sides)
        return True

    def write(self) -> None:
        """Write what was held back: the left block, then the right one; else line by line."""
        rows, self._rows = self._rows, []
        if FRAME.search("\n".join(side for row in rows for side in row)):
            left = [row[0] for row in rows if row[0]]
            right = [row[1] for row in rows if len(row) > 1 and row[1]]
            for block in filter(None, (left, right)):
                self._writer.paragraph("\n".join(block))
            self._over = True
            return
        for row in rows:
            self._writer.paragraph(" ".join(filter(None, row)))


def untabbed(said: str) -> str:
    """A paragraph without tabs: in the text of a source they stand between cells only."""
    return _TABS.sub(" ", said)
