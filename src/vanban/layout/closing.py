"""The foot of a document: recipients and signatures, in either order, then what is attached."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from vanban.layout.component import begins_body, is_authority, rule, titles
from vanban.layout.flattened import foot_columns
from vanban.layout.line import Line, columns_of
from vanban.layout.marker import marker_of
from vanban.rules.pattern import compiled

_SIGNED = compiled(
    r"^\W*(?:đã\s+ký|ký\s+(?:tên|số)|chữ\s+ký|\(?\s*daky\s*\)?|Signature)\b", regex.IGNORECASE
)
_FILED = compiled(r"(?:[-–—+•]|\d{1,2}[.)])\s*L|L[ưu]u\s*:")
# A name in capitals, under the space that is left for the signature.
_CAPITAL_NAME = compiled(r"\p{Lu}{1,7}(?:\s+\p{Lu}{1,7}){1,4}")
# A signature stands within so many lines of the list of recipients.
_NEAR = 45


@dataclass(frozen=True, slots=True)
class Foot:
    """`part` is recipients, recipient, filing, authority, title, name or other."""

    line: Line
    part: str


class _Parts(list[Foot]):
    """The parts found so far; `signed`: a post or an authority is among them."""

    signed = False

    def append(self, foot: Foot) -> None:
        self.signed = self.signed or foot.part in ("authority", "title")
        super().append(foot)


def closing_start(lines: Sequence[Line], first: int) -> int | None:
    """Where the foot of the document begins, looked for from line `first` on."""
    recipients = signature = None
    for at in range(first, len(lines)):
        text = lines[at].text
        if recipients is None and text[0] in "NnÑ*" and _heads_recipients(text):
            recipients = at
        if signature is None and _may_sign(text):
            for piece in columns_of(lines[at]):
                if is_authority(piece.text):
                    signature = at
        if recipients is not None and (signature is not None or at > recipients + _NEAR):
            break
    if recipients is None:
        return signature if signature is not None else _lone_post(lines, first)
    if signature is None or abs(recipients - signature) > _NEAR:
        return _post_before(lines, recipients, first)
    return min(signature, _post_before(lines, recipients, first))


def foot(lines: Sequence[Line], start: int) -> tuple[list[Foot], int]:
    """The parts of the foot and the index of the first line after it."""
    out = _Parts()
    state = "open"
    named = listed = False
    at = start
    while at < len(lines):
        line = lines[at]
        if _ends_foot(line, named or listed):
            break
        pieces = foot_columns(line, state == "signature" or out.signed)
        bodies = at + 1 < len(lines) and _heads_posts(pieces, lines[at + 1])
        for piece in pieces:
            part = "authority" if bodies else _part(piece, state, out, len(pieces) > 1)
            if part == "recipients":
                state = "recipients"
            elif part in ("authority", "title"):
                state = "signature"
            elif part == "filing":
                listed = True
                state = "filed"
            elif part == "name":
                named = True
            out.append(Foot(piece, part))
        closed = named and listed and not _another_signs(lines, at)
        if out[-1].part == "other" and (len(line.text) > 120 or closed):
            del out[-len(pieces) :]
            break
        at += 1
    return out, at


def _heads_posts(pieces: Sequence[Line], below: Line) -> bool:
    """Whether these are bodies side by side, each over the post of who signs for it."""
    posts = columns_of(below)
    return (
        1 < len(pieces) == len(posts)
        and not below.gap
        and all(
            piece.is_capitals and not rule("post").pattern.match(piece.text) for piece in pieces
        )
        and all(rule("post").pattern.match(post.text) for post in posts)
    )


def _another_signs(lines: Sequence[Line], at: int) -> bool:
    """Whether a body in capitals stands over a post and a name: documents of two bodies."""
    following = lines[at + 1 : at + 6]
    return (
        lines[at].is_capitals
        and bool(following and rule("post").pattern.match(following[0].text))
        and any(rule("name").pattern.match(line.text) for line in following[1:])
    )


def _heads_recipients(text: str) -> bool:
    return bool(rule("recipients").pattern.match(text))


def _may_sign(text: str) -> bool:
    return text[0] in "TKQ" or "   " in text or "\t" in text


def _post_before(lines: Sequence[Line], recipients: int, first: int) -> int:
    """A signer's post printed just above the recipients begins the foot."""
    start = recipients
    for at in range(recipients - 1, max(first, recipients - 10) - 1, -1):
        text = lines[at].text
        if rule("post").pattern.match(text) or is_authority(text):
            start = at
        elif _stands_over(lines, at, start):
            return at
        elif not (_are_names(lines[at]) and lines[at].gap) and not text.isupper():
            break
    return start


def _stands_over(lines: Sequence[Line], at: int, posts: int) -> bool:
    """Whether bodies stand side by side just over the posts of those who sign for them."""
    return (
        posts == at + 1
        and not lines[posts].gap
        and lines[at].is_capitals
        and 1 < len(columns_of(lines[at])) == len(columns_of(lines[posts]))
    )


def _are_names(line: Line) -> bool:
    return all(rule("name").pattern.match(piece.text) for piece in columns_of(line))


def _lone_post(lines: Sequence[Line], first: int) -> int | None:
    """Without recipients: a post in capitals with a name under it near the end."""
    for at in range(max(first, len(lines) - _NEAR), len(lines) - 1):
        if rule("post").pattern.match(lines[at].text) and any(
            _are_names(later) for later in lines[at + 1 : at + 5]
        ):
            return at - 1 if at > first and _stands_over(lines, at - 1, at) else at
    return None


def _ends_foot(line: Line, complete: bool) -> bool:
    text = line.text
    if rule("appendix").pattern.match(text) or rule("attached").pattern.match(text):
        return True
    return (
        complete
        and text.isupper()
        and bool(
            regex.match(r"(?:PHỤ\s+LỤC|BIỂU|MẪU|DANH\s+(?:SÁCH|MỤC))\b", text)
            or titles().match(text)
        )
    )


def _part(line: Line, state: str, before: _Parts, in_columns: bool) -> str:
    text = line.text
    if _heads_recipients(text):
        return "recipients"
    if is_authority(text):
        return "authority"
    if rule("post").pattern.match(text) or _is_small_post(text, before):
        return "title"
    if _SIGNED.match(text):
        return "other"
    # A name may begin like the filing line ("Lưu Văn An"): under the posts a bullet or colon is needed.
    if rule("filing").pattern.match(text) and (state != "signature" or _FILED.match(text)):
        return "filing"
    if state in ("signature", "open", "filed") or (in_columns and line.column):
        return _signature_part(line, before)
    if state == "recipients":
        if not marker_of(line) and line.gap and rule("name").pattern.match(text) and before.signed:
            return "name"
        return "recipient"
    return "other"


def _is_small_post(text: str, before: _Parts) -> bool:
    """Whether a post stands in small letters under what a web page copied ("Chủ tịch")."""
    under = bool(before) and before[-1].part == "authority" and not before[-1].line.is_capitals
    return under and rule("post").pattern.match(text.upper()) is not None


def _signature_part(line: Line, before: _Parts) -> str:
    text = line.text
    if rule("name").pattern.match(text) and before.signed:
        return "name"
    if text.isupper() and before and before[-1].part in ("authority", "title") and not line.gap:
        return before[-1].part
    if line.gap and before and before[-1].part == "title" and _CAPITAL_NAME.fullmatch(text):
        return "other" if begins_body(text) or titles().match(text) else "name"
    if before and before[-1].part == "filing" and not line.gap and not text.isupper():
        return "filing"
    marker = marker_of(line)
    if marker and marker.is_bullet:
        return "recipient"
    return "other"
