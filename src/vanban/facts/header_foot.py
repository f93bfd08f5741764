"""Who signed, who receives, where the copy on file is kept."""

from __future__ import annotations

from collections.abc import Sequence

from vanban.layout.component import is_authority, rule
from vanban.layout.page import Layout
from vanban.model import Block, Signer, Span
from vanban.rules.pattern import compiled

_EDGES = " \t.;:,*"
# Who acts in a post signs by it himself: "Q. CHỦ TỊCH" is his own post.
_ACTING = compiled(r"Q\s*[./]\s*\p{Lu}")
_MARK = compiled(r"^\s*(?:[-–—+•*·]|\d{1,2}[.)])\s*")
#: A line that took up the next one: «Chủ tịch UBND xã;- Văn phòng».
_RUN_ON = compiled(r"(?<=;)\s*[-–]\s*(?=\p{Lu})")


def recipients(page: Layout, lines: Sequence[Block]) -> tuple[str, ...]:
    """The lines under "Nơi nhận", one item each, without bullets, final marks and the filing line."""
    out: list[str] = []
    listed = [block for block in lines if block.label in ("recipient", "recipients")]
    marked = 2 * sum(bool(_MARK.match(page.said(block))) for block in listed) >= len(listed)
    for block in listed:
        said = page.as_written(block.span)
        if block.label == "recipients":
            opening = rule("recipients").pattern.match(said)
            said = opening["rest"] if opening else ""
        begins = bool(_MARK.match(said)) if marked else not out or out[-1].endswith((";", ".", ","))
        said, *further = _RUN_ON.split(_MARK.sub("", said).strip())
        if not said:
            continue
        if begins or not out:
            out.append(said)
        else:
            out[-1] = f"{out[-1]} {said}"
        out += further
    return tuple(name for name in (entry.strip(_EDGES) for entry in out) if name)


def filing(page: Layout, lines: Sequence[Block]) -> str | None:
    """What stands after "Lưu:"."""
    said = " ".join(page.as_written(block.span) for block in lines if block.label == "filing")
    found = rule("filing").pattern.match(said)
    return found["filing"].strip(_EDGES) or None if found else None


def signers(page: Layout, lines: Sequence[Block]) -> tuple[Signer, ...]:
    """Each name with the post and the authority printed above it."""
    out: list[Signer] = []
    above: list[Block] = []
    names: list[Block] = []
    for block in [*lines, None]:
        if names and (block is None or block.label in ("authority", "title")):
            out += _signed(page, above, names)
            above, names = [], []
        if block is None:
            break
        if block.label in ("authority", "title"):
            above.append(block)
        elif block.label == "name":
            names.append(block)
    return tuple(out)


def _signed(page: Layout, above: Sequence[Block], names: Sequence[Block]) -> list[Signer]:
    """The names under one set of posts: printed side by side, the first post is the first name's."""
    authorities, posts = _posts(page, above, side_by_side=len(names) > 1)
    out = []
    for at, block in enumerate(names):
        said = page.as_written(block.span)
        found = rule("name").pattern.match(said)
        start = above[0].span.start if above and len(names) == 1 else block.span.start
        out.append(
            Signer(
                found["name"] if found else said,
                _of(posts, at, len(names)),
                "; ".join(authorities) or None
                if len(names) == 1
                else _of(authorities, at, len(names)),
                Span(start, block.span.end),
            )
        )
    return out


def _of(posts: Sequence[str], at: int, names: int) -> str | None:
    """A post left over from "KT. CHỦ TỊCH" stands above the signer's own: the last one counts."""
    if not posts:
        return None
    return posts[at] if len(posts) == names else posts[-1]


def _posts(
    page: Layout, above: Sequence[Block], *, side_by_side: bool
) -> tuple[list[str], list[str]]:
    """Authorities and posts; an authority may run over two lines ("TM. ỦY BAN", "NHÂN DÂN").
    Bodies side by side over their posts ("SỞ Y TẾ", "TỈNH ĐOÀN") are authorities each."""
    authorities: list[str] = []
    posts: list[str] = []
    for block in above:
        said = page.as_written(block.span).strip(" .;:*")
        begins = is_authority(said) or (side_by_side and block.label == "authority")
        if _ACTING.match(said):
            posts.append(said)
            continue
        goes_on = (
            authorities
            and not posts
            and (block.label == "authority" or authorities[-1].endswith(","))
        )
        if begins:
            authorities.append(said)
        elif goes_on:
            authorities[-1] = f"{authorities[-1]} {said}"
        else:
            posts.append(said.strip(_EDGES))
    return authorities, posts
