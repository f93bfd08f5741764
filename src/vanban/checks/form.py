"""Form: parts that are missing or unfinished (NĐ 30/2020 Điều 8; HD 05-HD/VPTW for the Party)."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from vanban.checks.paper import Paper, finding
from vanban.checks.pattern import matches
from vanban.model import Block, Finding, Span
from vanban.rules.pattern import compiled

_PARTS = {
    "number": "số, ký hiệu",
    "issued_on": "ngày ban hành",
    "place": "địa danh",
    "issuers": "tên cơ quan ban hành",
    "subject": "trích yếu",
    "signers": "chữ ký",
}
_ENDS = (".", ";", ":", "!", "?", "…", ",", "/.", "”", '"', "*", ")", "-")
_DRAFT = compiled(
    r"(?<=\n)[ *(]*(?P<here>DỰ[ ]+THẢO(?:[ ]+(?:LẦN[ ]+)?(?:\d+|THỨ[ ]+\p{Lu}+))?)[ *)]*(?=\n)"
)
_ATTACHED = compiled(r"[Kk]èm\s+theo|[Pp]hụ\s+lục|PHỤ\s+LỤC")
_ADDRESS = compiled(r"(?:https?://|www\.)\S+$|\S+@\S+$")
_STATEMENT = 40
#: A paragraph of so few letters that ends with no mark is a heading whose number was lost.
_LONGEST_TITLE = 110


def check(paper: Paper) -> Iterator[Finding]:
    yield from matches(paper, "checks_form")
    yield from _missing_parts(paper)
    yield from _number_only_in_attachment(paper)
    yield from _draft_left(paper)
    yield from _unfinished(paper)
    yield from _brackets(paper)
    yield from _quotes(paper)
    yield from _empty_sections(paper)
    yield from _recipients(paper)
    yield from _broken_paragraphs(paper)
    yield from _cut_by_note(paper)


def _missing_parts(paper: Paper) -> Iterator[Finding]:
    """One finding for all that is missing at the top, so that a lost heading is said once."""
    header = paper.document.header
    missing = [name for part, name in _PARTS.items() if not getattr(header, part)]
    if missing:
        yield finding(
            _first_line(paper),
            "form.missing_part",
            "warning",
            f"Thiếu {', '.join(missing)}",
            "Bổ sung theo Điều 8 Nghị định 30/2020/NĐ-CP hoặc hướng dẫn của Văn phòng Trung ương.",
        )


def _first_line(paper: Paper) -> Span:
    """Where the eye begins: the first words of the document."""
    start = paper.span.start + len(paper.words) - len(paper.words.lstrip())
    end = paper.text.find("\n", start, paper.span.end)
    return Span(start, end if end > start else paper.span.end)


def _number_only_in_attachment(paper: Paper) -> Iterator[Finding]:
    span = paper.document.header.spans.get("number")
    if span and _ATTACHED.search(paper.text, max(paper.span.start, span.start - 60), span.start):
        yield finding(
            span, "form.number_in_attachment", "hint", "Số và ngày chỉ còn ở dòng «Kèm theo»"
        )


def _draft_left(paper: Paper) -> Iterator[Finding]:
    """A number, a day and a signature, and the word of a draft still over them."""
    header = paper.document.header
    found = _DRAFT.search(paper.text, paper.head.start, paper.head.end)
    if found and header.number and header.issued_on and header.signers:
        message = "Còn chữ «dự thảo» ở văn bản đã có số, ngày và người ký"
        yield finding(Span(*found.span("here")), "form.draft_left", "warning", message)


def _unfinished(paper: Paper) -> Iterator[Finding]:
    """The last statement ends with "./." or at least a mark; a cut one ends with a word."""
    statements = paper.blocks("paragraph", "item", "bullet")
    body = [block for _, block in statements if block.zone == "body"]
    for at, block in enumerate(body):
        said = paper.said(block).rstrip(" *\n")
        last = at + 1 == len(body)
        is_title = at + 1 < len(body) and len(said) <= _LONGEST_TITLE and block.kind == "paragraph"
        if is_title or said.endswith("|") or _ADDRESS.search(said):
            continue  # a heading whose number was lost, the head of a table, an address in full
        if len(said) >= _STATEMENT and not said.endswith(_ENDS) and not said.endswith("/"):
            tail = Span(block.span.start + max(0, len(said) - 30), block.span.start + len(said))
            yield finding(
                tail,
                "form.unfinished",
                "warning" if last else "hint",
                "Câu cuối bị bỏ dở, không có dấu kết thúc"
                if last
                else "Thiếu dấu chấm câu cuối đoạn",
            )


def _brackets(paper: Paper) -> Iterator[Finding]:
    for _, block in paper.blocks():
        said = paper.said(block)
        opened, closed = said.count("("), said.count(")")
        after = paper.text[block.span.end : block.span.end + 200].split("\n\n")[0]
        if block.kind != "row" and opened > closed and ")" not in after.split("(")[0]:
            at = block.span.start + said.rindex("(")
            yield finding(
                Span(block.span.start + said.index("("), block.span.end)
                if opened > 1
                else Span(at, min(block.span.end, at + 60)),
                "form.brackets",
                "warning",
                f"Mở {opened} ngoặc đơn, đóng {closed}",
            )


def _quotes(paper: Paper) -> Iterator[Finding]:
    straight = regex.compile(r'(?<!=)"[^"“”\n<>=]{2,300}"').search(
        paper.text, paper.span.start, paper.span.end
    )
    if straight and "“" in paper.words:
        yield finding(
            Span(*straight.span()),
            "form.straight_quotes",
            "hint",
            "Ngoặc kép thẳng và ngoặc kép cong lẫn nhau trong một văn bản",
        )


def _empty_sections(paper: Paper) -> Iterator[Finding]:
    """A numbered heading with nothing under it before the next one of its level or above."""
    blocks = paper.document.blocks
    for index, block in paper.blocks("heading", "item"):
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        if not block.label or block.zone != "body" or not following or following.zone != "body":
            continue
        said = paper.said(block).rstrip()
        bare = not said.endswith(_ENDS) and len(said) < 160
        if bare and following.kind in {"heading", "item"} and following.level <= block.level:
            yield finding(
                block.span,
                "form.empty_section",
                "hint",
                "Mục này chỉ có tiêu đề, không có nội dung",
            )


def _recipients(paper: Paper) -> Iterator[Finding]:
    """Each line ends with ";", the last with "." (NĐ 30 Phụ lục I, mục II.9)."""
    lines = [block for _, block in paper.blocks() if block.zone == "recipients"]
    items = [
        block for block in lines if block.kind in {"bullet", "line"} and _is_item(paper, block)
    ]
    ends = [paper.text[block.span.end - 1 : block.span.end] for block in items]
    if len(items) >= 3 and "," in ends and ";" in ends:
        at = items[ends.index(",")]
        yield finding(
            at.span,
            "form.recipients_marks",
            "hint",
            "Nơi nhận dùng lẫn dấu phẩy và dấu chấm phẩy ở cuối dòng",
            "Mỗi dòng kết thúc bằng dấu chấm phẩy, dòng cuối bằng dấu chấm.",
        )


def _is_item(paper: Paper, block: Block) -> bool:
    return bool(paper.said(block).strip()) and "nhận" not in paper.said(block)[:10]


def _broken_paragraphs(paper: Paper) -> Iterator[Finding]:
    """A statement that runs over a blank line: a page break went through it."""
    broken = regex.compile(
        r"(?<=[\p{Ll},])[ *]*\n[ \t]*\n\s*(?:-\s?\d+\s?-\s*|\d{1,3}\s*\n\s*)?(?=\p{Ll})"
    )
    for _, block in paper.blocks("paragraph", "item", "bullet", "heading"):
        for found in broken.finditer(paper.text, block.span.start, block.span.end):
            start = max(block.span.start, found.start() - 25)
            yield finding(
                Span(start, min(block.span.end, found.end() + 25)),
                "form.broken_paragraph",
                "hint",
                "Câu bị ngắt trang cắt ngang",
            )


def _cut_by_note(paper: Paper) -> Iterator[Finding]:
    for _, block in paper.blocks():
        for hole in block.holes:
            if block.kind != "row" and paper.text[hole.start : hole.end].strip():
                yield finding(hole, "form.note_inside", "hint", "Chú thích chen vào giữa câu")
