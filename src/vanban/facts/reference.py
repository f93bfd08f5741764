"""Every mention of another document: by number, by name, by short form."""

from __future__ import annotations

from dataclasses import replace

from vanban.facts.context import Context
from vanban.facts.named_reference import known_issuers, named
from vanban.facts.numbered_reference import numbered
from vanban.facts.role import with_roles
from vanban.facts.short_form import known_serials, short_forms
from vanban.facts.stretch import stretches
from vanban.layout.page import Layout
from vanban.model import Reference


def find(page: Layout, context: Context) -> tuple[Reference, ...]:
    """The mentions in order of their beginning. A mention inside the title of another is its own."""
    kind = context.header.kind
    places = [(stretch, numbered(stretch)) for stretch in stretches(page)]
    cited = [mention for _, mentions in places for mention in mentions]
    serials, bodies = known_serials(cited), known_issuers(cited)
    sought = {f"{letters} " for _, letters in serials}
    out: list[Reference] = []
    for stretch, by_number in places:
        mentions = [
            *by_number,
            *named(stretch, by_number, bodies),
            *short_forms(stretch, serials, sought, [mention.span for mention in by_number]),
        ]
        if mentions:
            mentions.sort(key=lambda mention: (mention.span.start, -len(mention.span)))
            out += with_roles(stretch, mentions, kind)
    return tuple(
        _as_written(page, mention) for mention in out if not _is_own(mention, page, context)
    )


def _is_own(mention: Reference, page: Layout, context: Context) -> bool:
    """Whether the head names the document itself again ("Luật số …" over its own title), or what it
    announces ("Kết luận của …" as the subject of a notice)."""
    header = context.header
    subject = header.spans.get("subject")
    if mention.kind == "Kết luận" and mention.number is None and subject:
        return subject.start == mention.span.start
    return (
        mention.number is not None
        and mention.number == header.number
        and mention.date in (None, header.issued_on)
        and any(
            block.zone == "header" and block.span.contains(mention.span) for block in page.blocks
        )
    )


def _as_written(page: Layout, mention: Reference) -> Reference:
    words = page.as_written(mention.span)
    return mention if words == mention.text else replace(mention, text=words)


def self_mention(page: Layout) -> Reference | None:
    """The document named by the line that ties an appendix to it ("Kèm theo Kế hoạch số …")."""
    tied = {block.span.start for block in page.blocks if block.label == "attached"}
    if not tied:
        return None
    for stretch in stretches(page):
        if stretch.zone == "appendix" and any(
            stretch.span.start <= at < stretch.span.end for at in tied
        ):
            for mention in numbered(stretch):
                return mention
    return None
