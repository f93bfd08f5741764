"""A paper as DOCX: A4, Times New Roman, the letterhead and the foot as two blocks side by side."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from vanban.output.annotated import printable
from vanban.output.paper import Bullet, Grid, Heading, Paper, Part, signature_lines
from vanban.output.plain import addressed_text

FONT = "Times New Roman"
_UNDATED = datetime(2000, 1, 1, tzinfo=UTC)


def to_docx(paper: Paper) -> bytes:
    """The bytes of the DOCX; the same paper gives the same words, whenever it is written."""
    document = docx.Document()
    _set_page(document, paper)
    _letterhead(document, paper)
    if not paper.is_letter:
        _line(document, paper.title, ALIGN.CENTER, size=paper.form.kind_size, bold=True)
        if paper.header.subject:
            _line(
                document, paper.header.subject, ALIGN.CENTER, size=paper.form.kind_size, bold=True
            )
        if paper.form.under_subject:
            _line(document, paper.form.under_subject, ALIGN.CENTER)
    for line in filter(None, addressed_text(paper).split("\n")):
        _line(document, line, ALIGN.CENTER)
    for ground in paper.preamble:
        _body(document, ground, italic=paper.form.name != "party" and ground.endswith(";"))
    for part in paper.parts:
        _part(document, part)
    _foot(document, paper)
    document.core_properties.title = printable(paper.header.subject or paper.title)
    document.core_properties.author = ""
    document.core_properties.created = document.core_properties.modified = _UNDATED
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _set_page(document: Any, paper: Paper) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    top, bottom, left, right = map(Mm, paper.form.margins)
    section.top_margin, section.bottom_margin = top, bottom
    section.left_margin, section.right_margin = left, right
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = ALIGN.CENTER
    _page_number(number.add_run())
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(paper.form.body_size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:eastAsia", "w:cs", "w:hAnsi"):
        fonts.set(qn(script), FONT)
    style.paragraph_format.space_after = Pt(0)


def _page_number(run: Any) -> None:
    """Top centre, hidden on the first page (NĐ 30/2020 Phụ lục I mục I.7)."""
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._r.append(element)


def _letterhead(document: Any, paper: Paper) -> None:
    left, right = _side_by_side(document, (0.45, 0.55))
    form = paper.form
    for line in paper.parent:
        _line(left, line, ALIGN.CENTER, size=form.issuer_size)
    for line in paper.issuer:
        _line(left, line, ALIGN.CENTER, size=form.issuer_size, bold=True)
    _line(left, form.under_issuer or "-------", ALIGN.CENTER)
    _line(left, paper.number_line, ALIGN.CENTER, size=13)
    if paper.is_letter and paper.header.subject:
        _line(left, f"V/v {paper.header.subject}", ALIGN.CENTER, size=12)
    for line in form.title:
        _line(right, line, ALIGN.CENTER, size=form.issuer_size, bold=True)
    _line(right, "---------------", ALIGN.CENTER)
    _line(right, paper.place_line, ALIGN.CENTER, italic=True)
    document.add_paragraph()


def _foot(document: Any, paper: Paper) -> None:
    signers = paper.header.signers
    if not (paper.recipients or signers):
        return
    document.add_paragraph()
    form = paper.form
    left, *rights = _side_by_side(document, (1.0,) * (1 + max(1, len(signers))))
    if paper.recipients:
        heading = _line(left, "Nơi nhận:", ALIGN.LEFT, size=form.recipients_heading_size)
        run = heading.runs[0]
        run.bold = run.italic = not form.recipients_underlined
        run.underline = form.recipients_underlined
        for line in paper.recipients:
            _line(left, line, ALIGN.LEFT, size=form.recipients_size)
    for signer, cell in zip(signers, rights, strict=False):
        for line in signature_lines(signer):
            _line(cell, line, ALIGN.CENTER, bold=True)
        for _ in range(3):
            _line(cell, "", ALIGN.CENTER)
        _line(cell, signer.name, ALIGN.CENTER, bold=True)


def _part(document: Any, part: Part) -> None:
    if isinstance(part, Heading):
        _body(document, part.words, bold=True)
    elif isinstance(part, Bullet):
        _body(document, f"- {part.text}")
    elif isinstance(part, Grid):
        _grid(document, part)
    else:
        _body(document, part.text)


def _grid(document: Any, part: Grid) -> None:
    section = document.sections[0]
    line = section.page_width - section.left_margin - section.right_margin
    table = document.add_table(rows=0, cols=len(part.columns), style="Table Grid")
    for number, row in enumerate((part.columns, *part.rows)):
        cells = table.add_row().cells
        for cell, text, share in zip(cells, row, part.shares(), strict=True):
            cell.width = int(line * share)
            paragraph = cell.paragraphs[0]
            run = paragraph.add_run(printable(text))
            run.bold, run.font.size = number == 0, Pt(12)
    document.add_paragraph()


def _side_by_side(document: Any, widths: tuple[float, ...]) -> list[Any]:
    """Cells without lines; each begins with an empty paragraph that its first line takes."""
    table = document.add_table(rows=1, cols=len(widths))
    line = document.sections[0].page_width - Mm(50)
    for cell, width in zip(table.rows[0].cells, widths, strict=True):
        cell.width = int(line * width / sum(widths))
    return list(table.rows[0].cells)


def _body(place: Any, text: str, *, bold: bool = False, italic: bool = False) -> None:
    paragraph = _line(place, text, ALIGN.JUSTIFY, bold=bold, italic=italic)
    paragraph.paragraph_format.space_after = Pt(6)
    paragraph.paragraph_format.first_line_indent = Mm(12.7)


def _line(
    place: Any, text: str, align: Any, *, size: int | None = None, bold: bool = False,
    italic: bool = False,
) -> Any:  # fmt: skip
    paragraphs = place.paragraphs
    fresh = hasattr(place, "width") and len(paragraphs) == 1 and not paragraphs[0].runs
    paragraph = paragraphs[0] if fresh else place.add_paragraph()
    paragraph.alignment = align
    run = paragraph.add_run(printable(text))
    run.bold, run.italic = bold, italic
    if size:
        run.font.size = Pt(size)
    return paragraph
