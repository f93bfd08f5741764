"""Who issued a document: the letterhead, or where it is lost, what the document says of itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import regex

from vanban.facts.issuer import heads_pattern, name_pattern
from vanban.facts.prose import in_prose
from vanban.layout.page import Layout
from vanban.model import Block, Reference, Signer, Span
from vanban.rules import table
from vanban.rules.pattern import compiled
from vanban.text.tones import place_tones

_SESSION = compiled(r"(?:KHÓA|KỲ\s+HỌP|NHIỆM\s+KỲ)\b")
# A head noun alone on its line is no name yet: the next line goes on with it.
_UNFINISHED = compiled(
    r"(?:VĂN\s+PHÒNG|BAN|SỞ|BỘ|HỘI|ĐOÀN|TRUNG\s+TÂM|VIỆN|TRƯỜNG|CÔNG\s+AN|CỤC|CHI\s+CỤC|LIÊN\s+ĐOÀN)"
)
# Collective leaderships are named with the organisation they lead.
_LEADERSHIP = compiled(r"(?:BAN\s+)?THƯỜNG\s+TRỰC|BAN\s+(?:CHẤP\s+HÀNH|THƯỜNG\s+VỤ)")
_COMMITTEE = compiled(r"(?:TỈNH|THÀNH|HUYỆN|THỊ|QUẬN)\s+ỦY|ĐẢNG\s+ỦY\s+.+")
_ORGAN = compiled(r"(?:BAN|VĂN\s+PHÒNG|ỦY\s+BAN\s+KIỂM\s+TRA)\b(?!\s+(?:CHẤP\s+HÀNH|THƯỜNG\s+VỤ))")
_OWNED = compiled(r"\b(?:TỈNH|THÀNH|HUYỆN|QUẬN|XÃ|PHƯỜNG|UBND|ỦY\s+BAN|TRUNG\s+ƯƠNG|ĐẢNG\s+ỦY)\b")
_AREA = compiled(r"(?:TỈNH|THÀNH\s+PHỐ|XÃ|PHƯỜNG|ĐẶC\s+KHU)\s+\p{Lu}")
_OFFICE = compiled(r"VĂN\s+PHÒNG")
_JOINED = compiled(r"\s*[-–]\s*")
_JOINT = compiled(r"\s+[-–—]\s+")


def issuers(
    page: Layout,
    head: Sequence[Block],
    mention: Reference | None,
    signed: Sequence[Signer],
    spans: dict[str, Span],
) -> tuple[tuple[str, ...], str | None]:
    """The issuers, and the body above them that the letterhead prints first."""
    letterhead, enacting = _printed(head)
    shared = _share_place(page, letterhead)
    bodies = [name for name, _ in _bodies(page, letterhead[:-1] if shared else letterhead)]
    if bodies:
        spans["issuers"] = Span(letterhead[0].span.start, letterhead[-1].span.end)
        letters = " ".join(page.said(block) for block in head if block.label == "number")
        place = page.as_written(letterhead[-1].span) if shared else ""
        if _AREA.match(place):  # «HỘI PHỤ NỮ - CÔNG AN / TỈNH A»: of the province both
            bodies = [_of_area(name, place) for name in bodies]
        return _from_letterhead(page, bodies, letters)
    for found in _stated(page, mention, enacting, spans):
        return tuple(found), None
    if signed and signed[0].authority:
        whom = regex.sub(r"^\p{L}{1,3}(?:\.|/\p{L})\s*", "", signed[0].authority.partition(";")[0])
        if signed[0].span:
            spans["issuers"] = signed[0].span
        return (in_prose(page, whom),), None
    return (), None


def _of_area(name: str, place: str) -> str:
    """Bodies printed on one line, each with the area that they share; one that names its own keeps it."""
    return " - ".join(one if _OWNED.search(one) else f"{one} {place}" for one in _JOINT.split(name))


def _share_place(page: Layout, lines: Sequence[Block]) -> bool:
    """Whether the last line is the place that bodies printed on one line have in common."""
    if len(lines) < 2:
        return False
    pieces, last = _JOINT.split(page.said(lines[-2]).strip(" *")), page.said(lines[-1]).strip(" *")
    return len(pieces) > 1 and all(map(_begins().match, pieces)) and not _begins().match(last)


def _printed(head: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """The lines of issuers above the kind, and those between the subject and the grounds."""
    kind = next((at for at, block in enumerate(head) if block.label == "kind"), len(head))
    above = [block for block in head[:kind] if block.label == "issuer"]
    below = [block for block in head[kind:] if block.label == "issuer"]
    return above, below


def _bodies(page: Layout, lines: Sequence[Block]) -> Iterator[tuple[str, Span]]:
    """The bodies of a letterhead: each begins with a head noun, its name may run over lines."""
    name, span = "", Span(0, 0)
    for block in lines:
        said = place_tones(page.as_written(block.span)).strip(" .;:,*|").removeprefix("CỦA ")
        if _SESSION.match(said) or not said:
            continue
        begins = _begins().match(said) and not _UNFINISHED.fullmatch(name)
        if name and not begins:
            name, span = f"{name} {said}", Span(span.start, block.span.end)
            continue
        if name:
            yield name, span
        name, span = said, block.span
    if name and _begins().match(name):
        yield name, span


def _from_letterhead(
    page: Layout, names: list[str], letters: str
) -> tuple[tuple[str, ...], str | None]:
    if _sign_together(names, letters):
        return tuple(in_prose(page, name) for name in names), None
    last = names[-1]
    parent = " ".join(names[:-1]) or None
    committee = _COMMITTEE.match(names[-2]) if parent else None
    pieces = [_with(committee, piece) for piece in _JOINT.split(last) if piece]
    if committee and len(pieces) == 1:
        last = pieces[0]
    if parent and (_LEADERSHIP.fullmatch(last) or _OFFICE.fullmatch(last)):
        return (in_prose(page, f"{last} {names[-2]}"),), parent
    if len(pieces) > 1 and all(_begins().match(piece) for piece in pieces):
        return tuple(in_prose(page, piece) for piece in pieces), parent
    peers = [name for name in names if name.split()[0] == last.split()[0]]
    if len(names) > 1 and len(peers) == len(names) and last.split()[0] in ("SỞ", "BỘ", "HỘI"):
        return tuple(in_prose(page, name) for name in names), None
    return (in_prose(page, last),), parent


def _sign_together(names: Sequence[str], letters: str) -> bool:
    """Whether the symbol names each of the bodies by its first letters ("CTr/HNDT-SNNMT")."""
    parts = _JOINED.split(letters.rpartition("/")[2].strip())
    return len(names) > 1 and len(parts) == len(names) and all(map(_abbreviates, parts, names))


def _abbreviates(part: str, name: str) -> bool:
    initials = "".join(word[0] for word in name.split() if word not in ("VÀ", "-", "–"))
    return len(part) > 1 and initials.replace(",", "").startswith(part)


def _with(committee: regex.Match[str] | None, name: str) -> str:
    """An advisory body of a party committee is named with it: "Ban Dân vận Tỉnh ủy"."""
    organ = _ORGAN.match(name)
    if committee and organ and not _OWNED.search(name, organ.end()):
        return f"{name} {committee[0]}"
    return name


def _stated(
    page: Layout, mention: Reference | None, enacting: Sequence[Block], spans: dict[str, Span]
) -> Iterator[list[str]]:
    """What the document says of its issuer, the surest statement first."""
    if mention and mention.issuer:
        spans["issuers"] = mention.span
        yield [mention.issuer]
    for name, span in _bodies(page, enacting):
        spans["issuers"] = span
        yield [in_prose(page, name)]
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
def _begins() -> regex.Pattern[str]:
    return compiled(rf"(?:{heads_pattern()})(?!\p{{L}})", regex.IGNORECASE)


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
