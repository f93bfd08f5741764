"""A Word document with each finding as a comment on the very words it is about.

A DOCX keeps its own form: runs are cut where the words of a finding begin and end, nothing else of
them changes. Any other format is written out as plain paragraphs. What is about no words of the
body (the file as a whole, a footnote) is listed at the end.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from io import BytesIO
from itertools import pairwise
from typing import Any

import docx
from docx.text.run import Run

from vanban.input.docx.places import Place, places
from vanban.model import Finding, Reading
from vanban.output.cutting import cut_runs

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
    borders = {at for one in findings for at in (one.span.start, one.span.end)}
    runs: dict[int, Any] = {}
    start = 0
    for line in reading.text.split("\n"):
        end = start + len(line)
        paragraph = document.add_paragraph()
        cuts = sorted({start, end, *(at for at in borders if start < at < end)})
        for first, last in pairwise(cuts) if line else [(start, end)]:
            runs[first] = paragraph.add_run(printable(reading.text[first:last]))
        start = end + 1
    starts = sorted(runs)
    for one in findings:
        first = max(0, bisect_right(starts, one.span.start) - 1)
        last = max(first + 1, bisect_left(starts, one.span.end))
        _comment(document, [runs[at] for at in starts[first:last]], one)


def _comment_originals(document: Any, reading: Reading, findings: list[Finding]) -> list[Finding]:
    """Comments on the words of the file; gives back what could not be placed."""
    found = places(document.element.body, reading.text)
    held = {one: [place for place in found if place.letters_of(one.span)] for one in findings}
    borders = [one.span for one in findings]
    runs = {id(place): cut_runs(place, borders) for place in _used(held.values())}
    unplaced = []
    for one in findings:
        marked = [
            runs[id(place)][at] for place in held[one] for at in range(*place.range_of(one.span))
        ]
        if marked:
            ends = [Run(element, document) for element in (marked[0], marked[-1])]
            _comment(document, ends if ends[0] is not ends[1] else ends[:1], one)
        else:
            unplaced.append(one)
    return unplaced


def _used(held: Iterable[list[Place]]) -> list[Place]:
    return list({id(place): place for several in held for place in several}.values())


def _list_at_the_end(document: Any, findings: list[Finding]) -> None:
    run = document.add_paragraph().add_run("Các điểm khác cần xem lại")
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
