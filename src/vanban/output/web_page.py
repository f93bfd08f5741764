"""A paper as one HTML page, with no style, no script and nothing fetched."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from vanban.output.paper import Bullet, Grid, Heading, Paper, Part, signature_lines
from vanban.output.plain import addressed_text


def to_html(paper: Paper) -> str:
    """One `article`; headings are those of the document, from level 2 on."""
    left = [*paper.parent, *paper.issuer, paper.number_line]
    if paper.is_letter and paper.header.subject:
        left.append(f"V/v {paper.header.subject}")
    head = _lines(left) + _lines((*paper.form.title, paper.place_line))
    title = ""
    if not paper.is_letter:
        title = f"<h1>{escape(paper.title)}<br>{escape(paper.header.subject or '')}</h1>"
    addressed = "".join(f"<p>{escape(one)}</p>" for one in addressed_text(paper).split("\n") if one)
    body = "".join(f"<p>{escape(ground)}</p>" for ground in paper.preamble)
    body += _parts(paper.parts)
    foot = _lines(("Nơi nhận:", *paper.recipients)) if paper.recipients else ""
    for signer in paper.header.signers:
        foot += _lines((*signature_lines(signer), signer.name))
    name = escape(paper.header.subject or paper.title)
    return (
        f'<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{name}</title></head>'
        f'<body><article class="paper paper--{paper.form.name}"><div>{head}</div>'
        f"{title}{addressed}{body}<div>{foot}</div></article></body></html>"
    )


def _parts(parts: Iterable[Part]) -> str:
    out: list[str] = []
    listing = False
    for part in parts:
        if isinstance(part, Bullet) != listing:
            listing = not listing
            out.append("<ul>" if listing else "</ul>")
        out.append(_part(part))
    return "".join(out) + ("</ul>" if listing else "")


def _part(part: Part) -> str:
    if isinstance(part, Heading):
        rank = min(part.level + 1, 6)
        return f"<h{rank}>{escape(part.words)}</h{rank}>"
    if isinstance(part, Bullet):
        return f"<li>{escape(part.text)}</li>"
    if isinstance(part, Grid):
        heads = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in part.columns)
        rows = "".join(
            f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in part.rows
        )
        return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    return f"<p>{escape(part.text)}</p>"


def _lines(lines: Iterable[str]) -> str:
    return f"<p>{'<br>'.join(escape(line) for line in lines if line)}</p>"
