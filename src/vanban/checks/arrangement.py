"""The parts of a document in their places: who speaks at the top, number before kind, recipients.

NĐ 30/2020 Phụ lục I for state and Front; HD 36-HD/VPTW and HD 05-HD/VPTW for the Party.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import regex

from vanban.checks.paper import Paper, finding
from vanban.model import Finding, Span
from vanban.rules.pattern import compiled

_COUNTRY = "CONG HOA XA HOI CHU NGHIA VIET NAM"
_PARTY_TITLE = "DANG CONG SAN VIET NAM"
_MOTTO = compiled(
    r"Độc\s+lập(?P<first>\s*[-–—]?\s*)Tự\s+do(?P<second>\s*[-–—]?\s*)Hạnh\s+phúc", regex.IGNORECASE
)
_ENDS = (";", ",", ".", ":", "/.")
_LEAST_LINES = 3


def check(paper: Paper) -> Iterator[Finding]:
    head = _head(paper)
    if head:
        yield from _title(paper, head)
    yield from _order(paper)
    yield from _recipients(paper)
    yield from _no_recipients(paper)
    if not paper.is_party:
        yield from _final_mark(paper)


def _head(paper: Paper) -> Span | None:
    """From the first words to the kind or subject; None where the head was lost with the file."""
    header = paper.document.header
    below = header.spans.get("kind") or header.spans.get("subject")
    if not (header.number and header.issuers and "number" in header.spans and below):
        return None
    # Set side by side, the title may be read after the number, even after a subject below it.
    lowest = (header.spans[name].end for name in ("number", "issued_on") if name in header.spans)
    return Span(paper.span.start, max(below.start, *lowest))


def _title(paper: Paper, head: Span) -> Iterator[Finding]:
    said = plain(head.of(paper.text))
    if paper.is_party and _COUNTRY not in said:
        # Two bodies that issue together set their names where one body has the title.
        if _PARTY_TITLE not in said and len(paper.document.header.issuers) == 1:
            yield _missing(paper, "form.party_title", "tiêu đề «ĐẢNG CỘNG SẢN VIỆT NAM»")
        return
    if _COUNTRY not in said:
        yield _missing(paper, "form.national_title", "Quốc hiệu, Tiêu ngữ")
        return
    motto = _MOTTO.search(paper.text, head.start, head.end)
    if motto is None and "DOC LAP" not in said:
        yield _missing(paper, "form.national_title", "Tiêu ngữ «Độc lập - Tự do - Hạnh phúc»")
    elif motto and (motto["first"], motto["second"]) != (" - ", " - "):
        yield finding(
            Span(*motto.span()),
            "form.motto_dashes",
            "hint",
            "Giữa các cụm từ của Tiêu ngữ có gạch nối và có cách chữ",
            "Độc lập - Tự do - Hạnh phúc",
        )


def _missing(paper: Paper, rule: str, what: str) -> Finding:
    start = paper.span.start + len(paper.words) - len(paper.words.lstrip())
    end = paper.text.find("\n", start, paper.span.end)
    return finding(
        Span(start, end if end > start else paper.span.end), rule, "warning", f"Thiếu {what}"
    )


def _order(paper: Paper) -> Iterator[Finding]:
    """The number stands above the kind, the kind above the subject."""
    spans = paper.document.header.spans
    number, kind, subject = spans.get("number"), spans.get("kind"), spans.get("subject")
    if kind and number and kind.end <= number.start:
        yield finding(number, "form.order", "hint", "Số, ký hiệu đứng sau tên loại văn bản")
    if kind and subject and subject.end <= kind.start:
        yield finding(subject, "form.order", "hint", "Trích yếu đứng trước tên loại văn bản")


def _recipients(paper: Paper) -> Iterator[Finding]:
    """Each line ends with a semicolon, the last with a point (Phụ lục I, mục II.9); said once."""
    foot = [block.span for _, block in paper.blocks() if block.zone == "recipients"]
    yield from _ends(paper, foot, "form.recipients_end", "nơi nhận", _LEAST_LINES)
    head = [block.span for _, block in paper.blocks() if block.label == "addressed"]
    yield from _ends(paper, head, "form.addressed_end", "«Kính gửi»", 2)


def _ends(paper: Paper, lines: list[Span], rule: str, what: str, least: int) -> Iterator[Finding]:
    """The first line of a list that lacks its mark, or the last that lacks its point."""
    items = [span for span in lines if span.of(paper.text).lstrip(" *").startswith("-")]
    if len(items) < least:
        return
    advice = "Mỗi dòng kết thúc bằng dấu chấm phẩy, dòng cuối bằng dấu chấm."
    for item in items[:-1]:
        goes_on = any(
            line.start > item.end and line not in items and line.start < item.end + 8
            for line in lines
        )
        if not goes_on and not item.of(paper.text).rstrip(" *").endswith(_ENDS):
            yield finding(item, rule, "hint", f"Dòng {what} thiếu dấu cuối dòng", advice)
            return
    last = items[-1].end
    for line in sorted(lines):
        if last <= line.start < last + 8 and not items[-1].of(paper.text).rstrip(" *").endswith(
            "."
        ):
            last = line.end  # the last line runs on
    if not paper.text[items[-1].start : last].rstrip(" *").endswith("."):
        yield finding(items[-1], rule, "hint", f"Dòng cuối của {what} không có dấu chấm", advice)


def _no_recipients(paper: Paper) -> Iterator[Finding]:
    """A signed document says where it goes (Điều 8). Where the head is lost, the foot may be too."""
    header = paper.document.header
    has_place = any(block.zone == "recipients" for _, block in paper.blocks())
    if header.number and header.issued_on and header.signers and not has_place:
        yield _missing(paper, "form.no_recipients", "phần «Nơi nhận»")


def _final_mark(paper: Paper) -> Iterator[Finding]:
    """The last words of the text end with "./." (Phụ lục I, mục II.6)."""
    zones = [block.zone for _, block in paper.blocks()]
    foot = [at for at, zone in enumerate(zones) if zone in {"recipients", "signature"}]
    before = [at for at in range(foot[0]) if zones[at] == "body"] if foot else []
    last = paper.document.blocks[before[-1]] if before else None
    if last is None or last.kind == "row":
        return
    end = last.span.end
    said = paper.text[last.span.start : end].rstrip(" *_\n")
    marked = paper.text[end : end + 4].lstrip(" *").startswith(("/.", "./."))
    if said.endswith((".", ";")) and not said.endswith("./.") and not marked:
        span = Span(
            max(last.span.start, last.span.start + len(said) - 40), last.span.start + len(said)
        )
        message = "Nội dung văn bản kết thúc bằng dấu «./.»"
        yield finding(
            span, "form.final_mark", "hint", message, f"{said.split()[-1].rstrip('.;')}./."
        )


def plain(text: str) -> str:
    """Capitals without marks and one blank between words: a slip of recognition changes nothing."""
    marks = unicodedata.normalize("NFD", text.upper().replace("Đ", "D"))
    return " ".join("".join(one for one in marks if not unicodedata.combining(one)).split())
