"""Who issued a document: the letterhead, or where it is lost, what the document says of itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import regex

from vanban.facts.header_joint import LEADERSHIP, are_peers, sign_together
from vanban.facts.header_letterhead import (
    AREA,
    COMMITTEE,
    JOINT,
    ORGAN,
    OWNED,
    bodies,
    columns,
    enacting_bodies,
    names_several,
    of_one_area,
    of_the_union,
    with_shared_area,
)
from vanban.facts.issuer import heads_pattern, name_pattern
from vanban.facts.prose import in_own_order, in_prose
from vanban.layout.component import begins_body, rule
from vanban.layout.page import Layout
from vanban.model import Block, Reference, Signer, Span
from vanban.rules import table
from vanban.rules.pattern import compiled

_OFFICE = compiled(r"VĂN\s+PHÒNG")
_JOINT_KIND = compiled(r"LIÊN\s+(?:TỊCH|NGÀNH|BỘ)|PHỐI\s+HỢP", regex.IGNORECASE)
_EDGES = " .;:,*|"
_PEERS = ("SỞ", "BỘ", "HỘI")
_SHORT = compiled(r"^\p{L}{1,3}(?:\.|/\p{L})\s*")


def issuers(
    page: Layout,
    head: Sequence[Block],
    mention: Reference | None,
    signed: Sequence[Signer],
    spans: dict[str, Span],
) -> tuple[tuple[str, ...], str | None]:
    """The issuers, and the body above them that the letterhead prints first."""
    letterhead, enacting = _printed(head)
    joint = any(_JOINT_KIND.search(page.said(block)) for block in head if block.label == "kind")
    side_by_side = [bodies(page, column) for column in columns(page, letterhead)]
    letters = " ".join(page.said(block) for block in head if block.label == "number")
    names = bodies(page, letterhead)
    if names:
        spans["issuers"] = Span(letterhead[0].span.start, letterhead[-1].span.end)
    if len(side_by_side) > 1 and all(side_by_side):
        return tuple(in_prose(page, column[-1]) for column in side_by_side), None
    if names:
        names = _in_full(page, names, enacting)
        printed, parent = _from_letterhead(page, names, letters, joint)
        return tuple(of_the_union(page, head, name) for name in printed), parent
    for found in _stated(page, mention, enacting, spans):
        return tuple(found), None
    if signed and signed[0].authority:
        whom = _SHORT.sub("", signed[0].authority.partition(";")[0])
        if not _is_bare_post(whom):
            if signed[0].span:
                spans["issuers"] = signed[0].span
            return (in_prose(page, whom),), None
    return _unknown(page, head, letterhead, spans), None


def _is_bare_post(whom: str) -> bool:
    """Whether these words name a post and not whose it is ("KT. GIÁM ĐỐC")."""
    words = whom.upper().split()
    posted = rule("post").pattern.match(" ".join(words))
    return posted is not None and len(words) < 4 and words[:2] != ["THỦ", "TƯỚNG"]


def _printed(head: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """The lines of issuers above the kind, and those between the subject and the grounds."""
    kind = next((at for at, block in enumerate(head) if block.label == "kind"), len(head))
    number = next((at for at, block in enumerate(head) if block.label == "number"), kind)
    above = [block for block in head[:kind] if block.label == "issuer"]
    first = [block for block in head[: min(number, kind)] if block.label == "issuer"]
    below = [block for block in head[kind:] if block.label == "issuer"]
    return first or above, below


def _unknown(
    page: Layout, head: Sequence[Block], letterhead: Sequence[Block], spans: dict[str, Span]
) -> tuple[str, ...]:
    """What stands in capitals over the number is the issuer, of whatever kind it may be."""
    if not letterhead or not any(block.label == "number" for block in head):
        return ()
    spans["issuers"] = Span(letterhead[0].span.start, letterhead[-1].span.end)
    return (in_prose(page, " ".join(page.said(block).strip(_EDGES) for block in letterhead)),)


def _in_full(page: Layout, names: list[str], enacting: Sequence[Block]) -> list[str]:
    """The names, the last with its place where only the line above the grounds has it
    («ỦY BAN NHÂN DÂN» in the letterhead, «CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …» below)."""
    for name, _ in enacting_bodies(page, enacting):
        body = name.removeprefix("CHỦ TỊCH ")
        if body.startswith(f"{names[-1]} ") and AREA.match(body, len(names[-1]) + 1):
            return [*names[:-1], body]
    return names


def _from_letterhead(
    page: Layout, names: list[str], letters: str, joint: bool
) -> tuple[tuple[str, ...], str | None]:
    if sign_together(names, letters) or (joint and are_peers(names)):
        return tuple(in_prose(page, name) for name in with_shared_area(names)), None
    last = names[-1]
    parent = " ".join(names[:-1]) or None
    fuller = in_own_order(page, last)
    if fuller:
        return (fuller,), parent
    committee = COMMITTEE.match(names[-2]) if parent else None
    pieces = [_with(committee, piece) for piece in JOINT.split(last) if piece]
    if committee and len(pieces) == 1:
        last = pieces[0]
    if parent and (LEADERSHIP.fullmatch(last) or _OFFICE.fullmatch(last)):
        return (in_prose(page, f"{last} {names[-2]}"),), parent
    if len(pieces) > 1 and all(map(begins_body, pieces)):
        return tuple(in_prose(page, piece) for piece in with_shared_area(pieces)), parent
    peers = [name for name in names if name.split()[0] == last.split()[0]]
    alike = len(names) > 1 and len(peers) == len(names) and last.split()[0] in _PEERS
    if alike and of_one_area(names):
        return tuple(in_prose(page, name) for name in names), None
    return (in_prose(page, last),), parent


def _with(committee: regex.Match[str] | None, name: str) -> str:
    """An advisory body of a party committee is named with it: "Ban Dân vận Tỉnh ủy"."""
    organ = ORGAN.match(name)
    if committee and organ and not OWNED.search(name, organ.end()):
        return f"{name} {committee[0]}"
    return name


def _stated(
    page: Layout, mention: Reference | None, enacting: Sequence[Block], spans: dict[str, Span]
) -> Iterator[list[str]]:
    """What the document says of its issuer, the surest statement first."""
    if mention and mention.issuer:
        spans["issuers"] = mention.span
        yield [mention.issuer]
    for name, span in enacting_bodies(page, enacting):
        spans["issuers"] = span
        pieces = JOINT.split(name) if names_several(name) else [name]
        yield [in_prose(page, piece) for piece in pieces]
    ending = [block for block in page.blocks if block.zone == "body" and block.kind == "paragraph"][
        -1:
    ]
    preamble = [block for block in page.blocks if block.zone == "preamble"]
    for blocks in (ending, list(reversed(preamble))):
        for block in blocks:
            own = _own(page, block, only_notice=blocks is ending)
            if own:
                spans["issuers"] = own
                yield _separate(page.as_written(own))


def _own(page: Layout, block: Block, only_notice: bool) -> Span | None:
    """The last body of the block that does what only an issuer does in its own document."""
    found = None
    for match in _performance().finditer(page.text, block.span.start, block.span.end):
        if not only_notice or (match["verb"] == "thông báo" and match.start() == block.span.start):
            found = match
    return Span(*found.span("name")) if found else None


def _separate(name: str) -> list[str]:
    """ "Ban A và Ban B" are two issuers; short forms are written out."""
    expand = table("issuers")["expand"]
    out = []
    for piece in regex.split(rf"\s+và\s+(?={heads_pattern()})", name):
        words = piece.split()
        out.append(" ".join([expand.get(words[0], words[0]), *words[1:]]))
    return out


@cache
def _performance() -> regex.Pattern[str]:
    words = table("issuers")
    posts = "|".join(post.replace(" ", r"\s+") for post in words["posts"]["before"])
    verbs = "|".join(
        verb.replace(" ", r"\s+") for verb in sorted(words["performs"], key=len, reverse=True)
    )
    return compiled(
        rf"(?<!\p{{L}}\s)(?:(?:{posts})\s+)?(?P<name>(?={heads_pattern()}){name_pattern()})\s+(?:đã\s+)?(?P<verb>{verbs})(?!\p{{L}})"
    )
