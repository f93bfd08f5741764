"""The running text between head and foot: statements put together and hung in a tree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import regex

from vanban.layout.bare_number import bare_numbers
from vanban.layout.grid import LABEL, words
from vanban.layout.line import Line
from vanban.layout.marker import Marker, marker_of
from vanban.layout.stacked import NUMBERS
from vanban.layout.statement import Statement
from vanban.layout.table import RawTable
from vanban.layout.tree import Tree
from vanban.layout.wrapping import Wrapping
from vanban.model import Block, BlockKind, Span, Table, Zone
from vanban.rules.pattern import compiled

# So much of a statement is looked at to tell a bare heading from running text.
_ENOUGH = 600
_YEAR_AT_END = compiled(r"(?<!\d)(?:19|20)\d\d$")
_YEAR_AFTER_DASH = compiled(r"[-–]\s*(?:19|20)\d\d(?!\d)")
_GROUP = compiled(r"[IVXLC]{1,6}|[A-ZĐ]")


@dataclass(slots=True)
class Body:
    """The blocks and tables made so far, the gaps between lines and the rows to be blanked."""

    text: str
    blocks: list[Block] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    gaps: list[Span] = field(default_factory=list)
    rows: list[Span] = field(default_factory=list)
    # By kind of number: whether the last one stated something, so that its siblings do too.
    _stated: dict[str, bool] = field(default_factory=dict)

    def add(
        self,
        lines: Sequence[Line],
        tables: Sequence[RawTable],
        holes: Sequence[Span],
        zone: Zone,
        tree: Tree,
        wrapping: Wrapping,
    ) -> None:
        """Lay out the lines of one zone with the tables that stand among them."""
        self._stated.clear()
        waiting = list(tables)
        bare = bare_numbers(lines)
        current: Statement | None = None
        for line in lines:
            while waiting and waiting[0].span.start <= line.start:
                self._close(current, tree, holes)
                current = None
                self._table(waiting.pop(0), zone, tree)
            marker = marker_of(line) or bare.get(line.start)
            if current and _ends_period(current.lines[-1], line):
                marker = None
            if current and not marker and self._continues(current, line, wrapping):
                current.lines.append(line)
                continue
            self._close(current, tree, holes)
            current = Statement(zone, marker, [line])
        self._close(current, tree, holes)
        for table in waiting:
            self._table(table, zone, tree)

    def _continues(self, current: Statement, line: Line, wrapping: Wrapping) -> bool:
        # A remark in brackets belongs to the numbered statement above it; a title to its number.
        titled = current.is_bare and len(current.lines) == 1 and not current.is_year
        if current.marker and (titled or line.text[0] == "("):
            return True
        is_first = not self.blocks and len(current.lines) == 1 and current.marker is None
        if is_first and wrapping.parts_title(current.lines[0], line):
            return False
        heading = (
            current.marker is not None
            and not current.marker.is_bullet
            and not self._stated.get(current.marker.rule, False)
        )
        said = self.text[current.start : min(current.end, current.start + _ENOUGH)]
        return wrapping.goes_on(current.lines[-1], line, said, heading, bool(current.marker))

    def line(self, line: Line, zone: Zone, label: str) -> None:
        """A line of the head or the foot, labelled with the component it is."""
        self.blocks.append(Block("line", zone, line.span, label=label))

    def note(self, lines: Sequence[Line]) -> Span:
        """A footnote, set apart from the statement it interrupts."""
        span = Span(lines[0].start, lines[-1].end)
        marker = regex.match(r"\d{1,2}\s+", lines[0].text)
        cut = marker.end() if marker else 0
        self.blocks.append(
            Block(
                "footnote",
                "body",
                Span(span.start + cut, span.end),
                label=lines[0].text[:cut].strip(),
                label_span=Span(span.start, span.start + cut),
            )
        )
        return span

    def _close(self, made: Statement | None, tree: Tree, holes: Sequence[Span]) -> None:
        if made is None:
            return
        span = Span(made.start, made.end)
        self.gaps += [
            Span(before.end, after.start)
            for before, after in zip(made.lines, made.lines[1:], strict=False)
        ]
        inside = (
            tuple(hole for hole in holes if span.start < hole.start < span.end) if holes else ()
        )
        marker = made.marker
        if marker is None:
            parent, depth, path = tree.plain()
            self.blocks.append(
                Block(
                    "paragraph",
                    made.zone,
                    span,
                    level=depth,
                    section=path,
                    parent=parent,
                    holes=inside,
                )
            )
            return
        said = self.text[span.start : span.end]
        self._stated[marker.rule] = said.endswith((".", ";"))
        parent, depth, path = tree.numbered(len(self.blocks), marker, opens=said.endswith(":"))
        kind: BlockKind = "bullet" if marker.is_bullet else "item"
        self.blocks.append(
            Block(
                kind,
                made.zone,
                span,
                marker.label,
                Span(marker.start, marker.start + len(marker.label)),
                depth,
                path,
                parent,
                holes=inside,
            )
        )

    def _table(self, raw: RawTable, zone: Zone, tree: Tree) -> None:
        number = len(self.tables)
        named = self._named_rows(raw)
        rows: list[int] = []
        for cells in raw.rows:
            filled = [cell for cell in cells if len(cell)]
            if not filled:
                continue
            label, label_span = "", None
            first = cells[0]
            said = words(self.text, first).rstrip(".)")
            if (
                len(first)
                and (named or LABEL.fullmatch(words(self.text, first)))
                and len(filled) > 1
            ):
                label, label_span = said, first
                filled = filled[1:]
            span = Span(min(c.start for c in filled), max(c.end for c in filled))
            self.rows.append(span)
            index = len(self.blocks)
            if len(filled) == 1 and len(cells) > 2 and (not label or _GROUP.fullmatch(label)):
                marker = Marker(
                    "table.group",
                    label or words(self.text, filled[0])[:40],
                    5,
                    "{}",
                    span.start,
                    span.start,
                )
                parent, depth, path = tree.numbered(index, marker)
                kind: BlockKind = "heading"
            else:
                parent, depth, path = tree.row(label)
                kind = "row"
            self.blocks.append(
                Block(
                    kind, zone, span, label, label_span, depth, path, parent, tuple(cells), number
                )
            )
            rows.append(index)
        columns = tuple(words(self.text, cell) for cell in raw.header)
        self.tables.append(Table(raw.span, columns, tuple(raw.header), tuple(rows)))

    def _named_rows(self, raw: RawTable) -> bool:
        """Whether the first column is the one of numbers (TT, STT)."""
        return bool(raw.header) and NUMBERS.fullmatch(words(self.text, raw.header[0])) is not None


def _ends_period(before: Line, line: Line) -> bool:
    """Whether a dash that begins a line joins two years («giai đoạn 2026», «- 2030»)."""
    begun = not line.gap and _YEAR_AT_END.search(before.text) is not None
    return begun and _YEAR_AFTER_DASH.match(line.text) is not None
