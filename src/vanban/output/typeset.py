"""A paper as PDF, set by Typst in Tinos, which has the metrics of Times New Roman.

No clock, no network and no font of the machine: the same paper gives the same bytes anywhere.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import typst

from vanban.output.annotated import printable
from vanban.output.paper import Bullet, Grid, Heading, Paper, Part, signature_lines
from vanban.output.plain import addressed_text

FONTS = Path(__file__).parent / "fonts"


def to_pdf(paper: Paper) -> bytes:
    """The bytes of the PDF, with a text layer that can be searched and copied."""
    source = "\n".join(_source(paper))
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[FONTS])
    return typst.compile(source.encode("utf-8", "replace"), font_paths=fonts, format="pdf")


def _source(paper: Paper) -> Iterator[str]:
    form = paper.form
    top, bottom, left, right = form.margins
    yield (
        f'#set document(date: none)\n#set page(paper: "a4", margin: (top: {top}mm, '
        f"bottom: {bottom}mm, left: {left}mm, right: {right}mm), header: context "
        "if counter(page).get().first() > 1 { align(center, text(size: 13pt, counter(page).display())) })"
    )
    yield f'#set text(font: "Tinos", size: {form.body_size}pt, lang: "vi")'
    yield "#set par(justify: true, leading: 0.65em, spacing: 0.9em)"
    yield from _letterhead(paper)
    if not paper.is_letter:
        yield _centred(paper.title, form.kind_size, bold=True)
        yield _centred(paper.header.subject or "", form.kind_size, bold=True)
        yield _centred(form.under_subject, form.kind_size)
    for line in filter(None, addressed_text(paper).split("\n")):
        yield _centred(line, form.body_size)
    yield from (_indented(_text(ground, "italic")) for ground in paper.preamble)
    yield from map(_part, paper.parts)
    yield from _foot(paper)


def _letterhead(paper: Paper) -> Iterator[str]:
    """Two blocks side by side; number and day share a line, as in both official forms."""
    form = paper.form
    size = form.issuer_size - 1  # two blocks share the line, where 12 to 13 points are allowed
    names = [
        *(_text(line, size=size) for line in paper.parent),
        *(_text(line, "bold", size) for line in paper.issuer),
        _text(form.under_issuer) if form.under_issuer else "#line(length: 30%, stroke: 0.6pt)",
    ]
    title = [
        *(_text(line, "bold", size) for line in form.title),
        "#line(length: 55%, stroke: 0.6pt)",
    ]
    number = [_text(paper.number_line, size=13)]
    if paper.is_letter and paper.header.subject:
        number.append(_text(f"V/v {paper.header.subject}", size=12))
    day = [_text(paper.place_line, "italic", 13)]
    cells = ", ".join(_block(one, "center") for one in (names, title, number, day))
    yield f"#grid(columns: (38%, 60%), column-gutter: 2%, row-gutter: 0.6em, {cells})\n#v(1em)"


def _foot(paper: Paper) -> Iterator[str]:
    form = paper.form
    receivers: list[str] = []
    if paper.recipients:
        style = "underlined" if form.recipients_underlined else "bold italic"
        receivers.append(_text("Nơi nhận:", style, form.recipients_heading_size))
        receivers += [_text(line, size=form.recipients_size) for line in paper.recipients]
    signatures = [
        [
            *(_text(line, "bold") for line in signature_lines(one)),
            "#v(4em)",
            _text(one.name, "bold"),
        ]
        for one in paper.header.signers
    ]
    blocks = [_block(receivers, "left"), *(_block(one, "center") for one in signatures)]
    yield (
        f"#v(1em)\n#block(breakable: false, grid(columns: (1fr,) * {len(blocks)}, {', '.join(blocks)}))"
    )


def _part(part: Part) -> str:
    if isinstance(part, Heading):
        return _indented(_text(part.words, "bold"))
    if isinstance(part, Bullet):
        return _indented(_text(f"- {part.text}"))
    if isinstance(part, Grid):
        widths = ", ".join(f"{share:.4f}fr" for share in part.shares())
        heads = ", ".join(f"[{_text(cell, 'bold', 12)}]" for cell in part.columns)
        cells = "".join(f"[{_text(cell, size=12)}], " for row in part.rows for cell in row)
        return f"#table(columns: ({widths}), table.header({heads}), {cells})\n"
    return _indented(_text(part.text))


def _indented(content: str) -> str:
    return f"#par(first-line-indent: (amount: 12.7mm, all: true))[{content}]\n"


def _centred(text: str, size: int, *, bold: bool = False) -> str:
    return f"#align(center)[{_text(text, 'bold' if bold else '', size)}]" if text else ""


def _block(lines: Iterable[str], side: str) -> str:
    stacked = " #linebreak() ".join(lines) if side == "left" else "\n\n".join(lines)
    return f"align({side})[#set par(justify: false, spacing: 0.5em)\n{stacked}]"


def _text(text: str, style: str = "", size: int | None = None) -> str:
    """Every word goes in as a string, so that no sign of it can be taken for a command."""
    options = []
    if "bold" in style:
        options.append('weight: "bold"')
    if "italic" in style:
        options.append('style: "italic"')
    if size:
        options.append(f"size: {size}pt")
    said = f"#text({', '.join([*options, _string(text)])})"
    return f"#underline[{said}]" if "underlined" in style else said


def _string(text: str) -> str:
    """A JSON string is a Typst string, but for its \\u escapes: none is written."""
    return json.dumps(printable(text), ensure_ascii=False)
