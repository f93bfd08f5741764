"""A paper as plain text, in the order in which a person would read it aloud."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.output.paper import Bullet, Grid, Heading, Paper, Part, signature_lines


def to_text(paper: Paper) -> str:
    """Blocks stand apart by an empty line; cells of a table by tabs."""
    return "\n\n".join(block for block in _blocks(paper) if block) + "\n"


def _blocks(paper: Paper) -> Iterator[str]:
    left = [*paper.parent, *paper.issuer, paper.form.under_issuer, paper.number_line]
    if paper.is_letter and paper.header.subject:
        left.append(f"V/v {paper.header.subject}")
    yield "\n".join(filter(None, left))
    yield "\n".join((*paper.form.title, paper.place_line))
    if not paper.is_letter:
        yield paper.title
        yield paper.header.subject or ""
    yield addressed_text(paper)
    yield from paper.preamble
    yield from map(_part, paper.parts)
    if paper.recipients:
        yield "\n".join(("Nơi nhận:", *paper.recipients))
    for signer in paper.header.signers:
        yield "\n".join((*signature_lines(signer), "", "", signer.name))


def addressed_text(paper: Paper) -> str:
    """ "Kính gửi: Sở Nội vụ", or the list of those addressed under it."""
    names = paper.header.addressed_to
    if not names:
        return ""
    if len(names) == 1:
        return f"Kính gửi: {names[0]}"
    return "\n".join(("Kính gửi:", *(f"- {name};" for name in names[:-1]), f"- {names[-1]}."))


def _part(part: Part) -> str:
    if isinstance(part, Heading):
        return part.words
    if isinstance(part, Bullet):
        return f"- {part.text}"
    if isinstance(part, Grid):
        return "\n".join("\t".join(row) for row in (part.columns, *part.rows))
    return part.text
