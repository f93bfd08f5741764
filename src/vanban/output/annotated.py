"""A Word document with each finding as a comment beside the words it is about.

A DOCX keeps its own form: the comment stands on the paragraph that holds the words. Any other
format is written out as plain paragraphs, with the exact words marked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import pairwise
from typing import Any

import docx

from vanban.model import Finding, Reading, Span

AUTHOR, INITIALS = "Gần Dân", "GD"
_NAMES = {"error": "Lỗi", "warning": "Cảnh báo", "hint": "Gợi ý"}


def annotated_docx(
    reading: Reading, findings: Sequence[Finding], original: bytes | None = None
) -> bytes:
    """The bytes of the DOCX. `original` are the bytes of the file if it was a DOCX itself."""
    document = docx.Document(BytesIO(original)) if original else docx.Document()
    rest = list(findings)
    if original:
        rest = _comment_originals(document, reading, rest)
    else:
        _write_out(document, reading, rest)
        rest = []
    if rest:
        _list_at_the_end(document, rest)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _write_out(document: Any, reading: Reading, findings: list[Finding]) -> None:
    """Each line of the text a paragraph, cut into runs at the borders of the findings."""
    start = 0
    for line in reading.text.split("\n"):
        span = Span(start, start + len(line))
        here = [one for one in findings if span.start <= one.span.start <= span.end]
        _write_line(document.add_paragraph(), document, reading.text, span, here)
        start = span.end + 1


def _write_line(paragraph: Any, document: Any, text: str, span: Span, here: list[Finding]) -> None:
    borders = {span.start, span.end}
    for one in here:
        borders |= {one.span.start, min(one.span.end, span.end)}
    cuts = sorted(borders)
    runs = {start: paragraph.add_run(printable(text[start:end])) for start, end in pairwise(cuts)}
    for one in here:
        marked = [run for start, run in runs.items() if one.span.start <= start < one.span.end]
        _comment(document, marked or list(runs.values()) or [paragraph.add_run("")], one)


def _comment_originals(document: Any, reading: Reading, findings: list[Finding]) -> list[Finding]:
    """Comments on the paragraphs of the file; gives back what could not be placed."""
    paragraphs = [(p, "".join(p.text.split())) for p in _paragraphs(document) if p.runs]
    unplaced = []
    for one in findings:
        line = _line_around(reading.text, one.span)
        squeezed = "".join(line.split())
        fitting = [p for p, text in paragraphs if text and (text in squeezed or squeezed in text)]
        if fitting and squeezed:
            _comment(document, fitting[0].runs, one)
        else:
            unplaced.append(one)
    return unplaced


def _paragraphs(document: Any) -> Iterator[Any]:
    yield from document.paragraphs
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                yield from cell.paragraphs


def _line_around(text: str, span: Span) -> str:
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.start)
    return text[start : end if end >= 0 else len(text)]


def _list_at_the_end(document: Any, findings: list[Finding]) -> None:
    paragraph = document.add_paragraph()
    run = paragraph.add_run("Các điểm khác cần xem lại")
    for one in findings:
        _comment(document, [run], one)


def _comment(document: Any, runs: list[Any], one: Finding) -> None:
    text = f"{_NAMES[one.severity]}: {one.message}"
    if one.suggestion:
        text += f"\nĐề nghị: {one.suggestion}"
    document.add_comment(
        runs=[runs[0], runs[-1]] if len(runs) > 1 else runs[0],
        text=printable(f"{text}\n[{one.rule}]"),
        author=AUTHOR,
        initials=INITIALS,
    )


def printable(text: str) -> str:
    """Without the control characters that XML forbids."""
    return "".join(char for char in text if char in "\t\n" or ord(char) >= 32)
