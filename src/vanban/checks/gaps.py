"""What one duty lacks that its neighbours have: a date, or a cell of the table of assignments.

A document that gives no dates at all may have its reasons; one duty without a date among dated ones
was most likely forgotten.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.checks.paper import Paper, finding
from vanban.model import Block, Duty, Finding, Span
from vanban.rules.pattern import compiled

_LEAST = 3
_ENDS_IN_SOMETHING = compiled(
    r"(?<!\p{L})(?:xây dựng|hoàn thành|ban hành|bố trí|rà soát|lập|trình|thẩm định|sơ kết|tổng kết)(?!\p{L})"
)
_GOES_ON = compiled(
    r"(?i)thường xuyên|tiếp tục|định kỳ|hằng|hàng (?:năm|tháng|quý|ngày)|kịp thời|(?<!\p{L})khi(?!\p{L})|tăng cường|đẩy mạnh|phát huy|nâng cao"
)
_COLUMNS = {
    "clarity.no_lead": (
        compiled(r"(?i)^(?:đơn vị|cơ quan)?\s*(?:chủ trì|thực hiện|đầu mối)"),
        "chủ trì",
    ),
    "clarity.no_date": (compiled(r"(?i)^(?:thời\s+(?:gian|hạn)|hạn|tiến\s+độ)"), "thời hạn"),
    "clarity.no_product": (compiled(r"(?i)^(?:sản\s+phẩm|kết\s+quả|đầu\s+ra)"), "sản phẩm"),
}


def check(paper: Paper) -> Iterator[Finding]:
    yield from _without_date(paper)
    yield from _empty_cells(paper)


def _without_date(paper: Paper) -> Iterator[Finding]:
    """Among three or more duties of which most have a time, those that have none."""
    in_rows = [block.span for _, block in paper.blocks("row")]
    duties = [
        one
        for one in paper.document.duties
        if one.lead
        and one.lead_source != "chapeau"
        and not any(row.overlaps(one.span) for row in in_rows)
    ]
    bare = [one for one in duties if not _has_time(one)]
    if len(duties) < _LEAST or len(bare) * 3 > len(duties):
        return
    for one in bare:
        said = " ".join(one.text.split())
        if not _ENDS_IN_SOMETHING.search(said[:160]) or _GOES_ON.search(said):
            continue
        span = Span(one.span.start, min(one.span.end, one.span.start + 80))
        message = "Nhiệm vụ này không nêu thời hạn, phần lớn nhiệm vụ khác có nêu"
        yield finding(span, "clarity.no_date", "hint", message)


def _has_time(duty: Duty) -> bool:
    return bool(duty.due or duty.time_text or duty.recurrence != "none")


def _empty_cells(paper: Paper) -> Iterator[Finding]:
    tables: dict[int, list[tuple[int, Block]]] = {}
    for index, block in paper.blocks("row"):
        if block.table is not None:
            tables.setdefault(block.table, []).append((index, block))
    for rows in tables.values():
        heads = _heads(paper, *rows[0])
        blocks = [block for _, block in rows if len(block.cells) == len(heads)]
        for column, head in enumerate(heads):
            yield from _column(paper, blocks, column, head)


def _heads(paper: Paper, index: int, first: Block) -> list[str]:
    """The line of headings that stands above the first row."""
    before = paper.document.blocks[index - 1].span.end if index else paper.span.start
    for line in reversed(paper.text[before : first.span.start].split("\n")):
        heads = [head.strip() for head in line.split("\t")]
        if len(heads) == len(first.cells) and all(heads[1:]):
            return heads
    return []


def _column(paper: Paper, rows: list[Block], column: int, head: str) -> Iterator[Finding]:
    for rule, (pattern, said) in _COLUMNS.items():
        if not pattern.search(head):
            continue
        blank = [row for row in rows if not row.cells[column].of(paper.text).strip(" -–.…\n")]
        if len(rows) >= _LEAST and 0 < len(blank) * 3 <= len(rows):
            for row in blank:
                message = f"Cột «{head}» để trống: nhiệm vụ này chưa rõ {said}"
                yield finding(row.span, rule, "hint", message)
