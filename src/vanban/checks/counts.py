"""Counts: "5 nhóm nhiệm vụ" and the list that follows, a total in the text and in the table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from vanban.checks.numbering import style_of
from vanban.checks.paper import Paper, finding
from vanban.facts.number import parse_count
from vanban.model import Block, Finding, Span
from vanban.rules.pattern import compiled

_N = r"(?:\d{1,3}(?:\.\d{3})+|\d+)"
_COUNTED = compiled(
    r"(?<![\p{L}\d.,/])(?P<n>0?[2-9]|1\d)\s+(?P<noun>nhiệm\s+vụ|giải\s+pháp|nội\s+dung|nhóm|vấn\s+đề|yêu\s+cầu|"
    r"tiêu\s+chí|nguyên\s+tắc|mục\s+tiêu|chỉ\s+tiêu|hình\s+thức|bước|biện\s+pháp|điều\s+kiện|trường\s+hợp|phần)"
    r"[^.;:]{0,60}(?:sau(?:\s+đây)?|như\s+sau)?\s*:\s*$"
)
# «gồm 5 nhóm: a, b, c, d»: in one line, each part so short that a comma can only divide the list.
_INLINE = compiled(
    r"(?<![\p{L}\d.,/])(?P<n>0?[2-9]|1\d)\s+(?P<noun>nhóm|nội\s+dung|lĩnh\s+vực|xã|phường|thôn|đơn\s+vị|huyện|sở|tiêu\s+chí|"
    r"mục\s+tiêu|tổ|đội|mô\s+hình|hình\s+thức|bước|nhiệm\s+vụ|giải\s+pháp)(?:\s+[\p{L}\s]{0,30}?)?(?:,\s*)?(?:\s*(?:gồm|sau|sau\s+đây|là))?\s*:\s*"
    r"(?P<list>\p{L}[^.;:()\n]{3,300})(?=[.;]|$)"
)
# «12 cuộc: 4 cuộc … và 9 cuộc …» in one sentence, every part with the same noun.
_SPLIT = compiled(
    rf"(?<![\p{{L}}\d.,/])(?P<n>{_N})\s+(?P<noun>\p{{Ll}}+)(?:\s+[\p{{L}}\s]{{0,40}}?)?\s*:\s*(?P<parts>{_N}\s+(?P=noun)\b[^.;:()]*?(?:(?:,|và|;)\s*{_N}\s+(?P=noun)\b[^.;:()]*?)+)(?=[.;]|$)"
)
_PART = compiled(rf"(?P<n>{_N})\s+(?P<noun>\p{{Ll}}+)\b")
_PARTED = compiled(r"\s*,\s*|\s+và\s+")
_LONGEST_PART = 6
_TOTAL = compiled(
    rf"[Tt]ổng\s+số\s+(?P<what>[\p{{L}}\s]{{3,40}}?)\s+(?:là|:)?\s*(?P<n>{_N})(?![\d/%]|[.,]\d)"
)
_INTO_TABLE = compiled(
    r"\b(?:bảng|biểu|phụ\s+lục|như\s+sau|cụ\s+thể|phân\s+bổ)\b[^.]{0,40}[:.]?\s*$"
)
_AMOUNT = compiled(rf"(?<![\p{{L}}\d.,/-])(?P<n>{_N})\s+(?P<what>\p{{Ll}}+(?:\s\p{{Ll}}+)?)")


def check(paper: Paper) -> Iterator[Finding]:
    yield from _counts_against_lists(paper)
    yield from _counts_in_a_line(paper)
    yield from _sums_in_a_line(paper)
    yield from _table_totals(paper)
    yield from _two_totals(paper)


def _counts_against_lists(paper: Paper) -> Iterator[Finding]:
    """ "03 nhiệm vụ sau:" and then four items."""
    blocks = paper.document.blocks
    for index, lead in paper.blocks("paragraph", "item", "heading", "bullet"):
        found = _COUNTED.search(paper.text, lead.span.start, lead.span.end)
        listed = _list_after(blocks, index) if found else []
        if found and len(listed) > 1 and int(found["n"]) != len(listed):
            yield finding(
                Span(*found.span()),
                "figures.count",
                "warning",
                f"Nói {found['n']} {' '.join(found['noun'].split())}, đếm được {len(listed)}",
            )


def _counts_in_a_line(paper: Paper) -> Iterator[Finding]:
    """ "gồm 5 nhóm: a, b, c và d": only where each part is short and joined once by «và»."""
    for found in paper.find(_INLINE):
        parts = _PARTED.split(found["list"].strip())
        if len(parts) < 3 or found["list"].count(" và ") > 1 or "..." in found["list"]:
            continue
        if any(len(part.split()) > _LONGEST_PART or not part.strip() for part in parts):
            continue
        # «Văn hóa, Thể thao và Du lịch» is one name: what «và» joins may be one part or two.
        counts = {len(parts), len(parts) - found["list"].count(" và ")}
        if int(found["n"]) not in counts:
            message = f"Nói {found['n']} {' '.join(found['noun'].split())}, đếm được {len(parts)}"
            yield finding(Span(*found.span()), "figures.count", "warning", message)


def _sums_in_a_line(paper: Paper) -> Iterator[Finding]:
    """ "12 cuộc: 4 cuộc … và 9 cuộc …"."""
    for found in paper.find(_SPLIT):
        parts = [
            parse_count(one["n"]) or 0
            for one in _PART.finditer(found["parts"])
            if one["noun"] == found["noun"]
        ]
        if parse_count(found["n"]) != sum(parts):
            message = f"Nói {found['n']} {found['noun']}, các phần cộng lại là {sum(parts)}"
            yield finding(Span(*found.span()), "figures.count", "warning", message)


def _list_after(blocks: tuple[Block, ...], index: int) -> list[Block]:
    """The items that open right after the sentence, whether laid under it or beside it."""
    first = blocks[index + 1] if index + 1 < len(blocks) else None
    if first is None or first.kind not in {"item", "bullet", "heading"} or not first.label:
        return []
    return [
        block
        for block in blocks[index + 1 :]
        if block.parent == first.parent
        and block.kind in {"item", "bullet", "heading"}
        and style_of(block) == style_of(first)
    ]


def _table_totals(paper: Paper) -> Iterator[Finding]:
    """ "120 mô hình, phân bổ theo bảng sau:" and a table whose column of "Số mô hình" makes 125."""
    blocks = paper.document.blocks
    totals: dict[int, list[int]] = defaultdict(list)
    rows = [(index, block) for index, block in paper.blocks("row") if block.table is not None]
    for one in paper.document.sums:
        for _, row in rows:
            if (
                row.table is not None
                and one.rule == "figure.total_row"
                and row.span.contains(one.span)
            ):
                totals[row.table].append(one.total)
    told: set[int] = set()
    for index, row in rows:
        if row.table is None or row.table in told or not totals[row.table] or not index:
            continue
        told.add(row.table)
        lead = blocks[index - 1]
        heads = paper.text[lead.span.end : row.span.start].casefold()
        if _INTO_TABLE.search(paper.said(lead)):
            yield from _amounts(paper, lead, heads, totals[row.table])


def _amounts(paper: Paper, lead: Block, heads: str, totals: list[int]) -> Iterator[Finding]:
    for found in _AMOUNT.finditer(paper.text, lead.span.start, lead.span.end):
        value, what = parse_count(found["n"]), " ".join(found["what"].split())
        if value is not None and f"số {what}" in heads and value not in totals:
            yield finding(
                Span(*found.span()),
                "figures.table_total",
                "error",
                f"Lời văn ghi {found['n']} {what}, bảng cộng lại là "
                f"{' hoặc '.join(map(str, dict.fromkeys(totals)))}",
            )


def _two_totals(paper: Paper) -> Iterator[Finding]:
    """A total named in the text and the same total again, two values."""
    seen: dict[str, tuple[int, Span]] = {}
    for found in paper.find(_TOTAL):
        what = " ".join(found["what"].casefold().split()).removesuffix(" là")
        value = parse_count(found["n"])
        if value is None:
            continue
        if what in seen and seen[what][0] != value:
            yield finding(
                Span(*found.span()),
                "figures.two_totals",
                "warning",
                f"Tổng số {what} ở đây là {value}, chỗ khác là {seen[what][0]}",
            )
        seen.setdefault(what, (value, Span(*found.span())))
