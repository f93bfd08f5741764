"""The running text of all pages, with the spans of pages, tables, notes and recognised words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from vanban.input.flow import furniture, notes
from vanban.input.flow.columns import Aligned, SideBySide, arranged
from vanban.input.flow.lines import Line, Piece, Segment, lines_of
from vanban.input.flow.pages import PageWords, RuledTable
from vanban.input.flow.paragraphs import Measure, continues, joint, measure, of_one_title
from vanban.input.flow.tables import LongTable, without_frames
from vanban.input.source import Cell, SourceTable
from vanban.input.writer import TextWriter
from vanban.model import Page, Span, Word


@dataclass(slots=True)
class Composed:
    text: str
    pages: tuple[Page, ...]
    tables: tuple[SourceTable, ...]
    notes: tuple[Span, ...]
    words: tuple[Word, ...]


def compose(pages: Sequence[PageWords]) -> Composed:
    """The text of the pages in reading order; footnotes stand after the last page's text."""
    composer = _Composer()
    bare = without_frames(pages)
    lined = furniture.without([(page.height, lines_of(page.pieces)) for page in bare])
    at_foot: list[tuple[int, str]] = []
    for page, lines in zip(bare, lined, strict=True):
        body, foot = notes.split(lines, page.height)
        at_foot.extend((page.number, note) for note in foot)
        composer.page(page, body)
    composer.end_table()
    spans = tuple(composer.writer.paragraph(note) for _, note in at_foot)
    return Composed(
        text=composer.writer.text(),
        pages=_page_spans(pages, composer),
        tables=tuple(composer.tables),
        notes=spans,
        words=_as_they_came(composer.words, pages),
    )


def _as_they_came(words: Sequence[Word], pages: Sequence[PageWords]) -> tuple[Word, ...]:
    """The words at their places on the scan as it was before it was straightened."""
    turns = {page.number: page.turn for page in pages if page.turn is not None}
    return tuple(
        replace(word, box=turns[word.page].back(word.box)) if word.page in turns else word
        for word in words
    )


def _page_spans(pages: Sequence[PageWords], composer: _Composer) -> tuple[Page, ...]:
    """A page reaches to where the next begins; an empty page has an empty span."""
    spans: list[Page] = []
    end = composer.writer.here
    for page in reversed(pages):
        start = composer.starts.get(page.number, end)
        came = page.turn or page
        spans.append(Page(page.number, Span(min(start, end), end), came.width, came.height))
        end = min(start, end)
    return tuple(reversed(spans))


@dataclass(slots=True)
class _Composer:
    writer: TextWriter = field(default_factory=TextWriter)
    tables: list[SourceTable] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)
    starts: dict[int, int] = field(default_factory=dict)
    open_table: LongTable | None = None
    before: Line | None = None
    before_page: int = 0

    def page(self, page: PageWords, lines: Sequence[Line]) -> None:
        of = measure([line for line in lines if len(line.segments) == 1])
        blocks: list[Line | SideBySide | Aligned | RuledTable] = []
        tables = sorted(page.tables, key=lambda table: table.top)
        done = 0
        for table in tables:
            above = [line for line in lines[done:] if line.top < table.top]
            blocks.extend(arranged(above))
            blocks.append(table)
            done += len(above)
        blocks.extend(arranged(lines[done:]))
        for block in blocks:
            self._block(block, page.number, of)

    def _block(
        self, block: Line | SideBySide | Aligned | RuledTable, page: int, of: Measure
    ) -> None:
        if isinstance(block, RuledTable):
            if self.open_table is None or not block.has_columns(self.open_table.edges):
                self.end_table()
                self.open_table = LongTable(block.edges)
            self.open_table.add(block, page)
            self.before = None
            return
        self.end_table()
        if isinstance(block, Line):
            self._line(block, page, of)
            return
        self.before = None
        if isinstance(block, SideBySide):
            self._side(block.left, page)
            self._side(block.right, page)
        else:
            self._aligned(block, page)

    def _line(self, line: Line, page: int, of: Measure) -> None:
        before = self.before
        same_page = page == self.before_page
        if before is not None and continues(before, line, of, same_page=same_page):
            self.writer.put(joint(before.text, line.text))
        elif (
            before is not None
            and same_page
            and of_one_title(before, line, of)
            and line.bottom - before.bottom < 1.7 * of.pitch
        ):
            self.writer.gap(1)
        else:
            self.writer.gap(2)
        self._pieces(notes.without_marks(line), page)
        self.before, self.before_page = line, page

    def _side(self, segments: Sequence[Segment], page: int) -> None:
        self.writer.gap(2)
        for at, segment in enumerate(segments):
            if at:
                self.writer.put("\n")
            self._pieces(segment.pieces, page)

    def _pieces(self, pieces: Sequence[Piece], page: int) -> None:
        for at, piece in enumerate(pieces):
            if at:
                self.writer.put(" ")
            self.starts.setdefault(page, self.writer.here)
            span = self.writer.put(piece.text)
            if piece.confidence is not None:
                box = (piece.x0, piece.top, piece.x1, piece.bottom)
                self.words.append(Word(span, page, box, piece.confidence))

    def _aligned(self, block: Aligned, page: int) -> None:
        self.writer.gap(2)
        start = self.writer.here
        self.starts.setdefault(page, start)
        cells: list[Cell] = []
        for row, texts in enumerate(block.rows()):
            if row:
                self.writer.put("\n")
            for column, text in enumerate(texts):
                if column:
                    self.writer.put("\t")
                cells.append(Cell(row, column, self.writer.put(text)))
        self.tables.append(SourceTable(Span(start, self.writer.here), tuple(cells)))

    def end_table(self) -> None:
        """Write out the table that no further page continues."""
        table, self.open_table = self.open_table, None
        if table is None:
            return
        self.writer.gap(2)
        start = self.writer.here
        cells: list[Cell] = []
        for row, held in enumerate(table.rows):
            if row:
                self.writer.put("\n")
            for position, cell in enumerate(held):
                if position:
                    self.writer.put("\t")
                begin = self.writer.here
                for at, line in enumerate(cell.lines):
                    if at:
                        self.writer.put(joint(_said(cell.lines[at - 1]), _said(line)))
                    self._pieces(line, cell.page)
                span = Span(begin, self.writer.here)
                cells.append(Cell(row, cell.column, span, cell.row_span, cell.column_span))
        self.tables.append(SourceTable(Span(start, self.writer.here), tuple(cells)))


def _said(pieces: Sequence[Piece]) -> str:
    return " ".join(piece.text for piece in pieces)
