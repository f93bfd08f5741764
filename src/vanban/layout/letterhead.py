"""The head of a document, line by line: letterhead, kind, subject, Kính gửi.

Each line becomes a block of the zone `header` whose label says which component it is.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from vanban.layout.component import bare_titles, begins_body, rule, titles, without_marks
from vanban.layout.letterhead_lines import component_of, components_of
from vanban.layout.line import Line
from vanban.layout.marker import marker_of
from vanban.layout.outside import printed_outside
from vanban.layout.subject import (
    BODY_OF_STATE,
    OF_ISSUER,
    REMARK,
    is_ground,
    subject_above,
    subject_end,
    subject_without_kind,
)
from vanban.rules.pattern import compiled

# What a letter begins with that answers another.
_REPLIES = compiled(
    r"(?:Trả\s+lời|Phúc\s+đáp|Tiếp\s+theo|Nhận\s+được|Vừa\s+qua|Hiện\s+nay|Thời\s+gian\s+qua|Qua)\s"
)
_LONGEST_HEAD = 60


def head(lines: Sequence[Line]) -> tuple[int, list[str]]:
    """How many of the lines are the head, and the component that each of them is."""
    outside = printed_outside(lines)
    if outside:
        end, components = head(lines[outside:])
        return outside + end, ["outside"] * outside + components
    kind = _kind_line(lines)
    addressed = _addressed_line(lines)
    if kind is None and addressed is None:
        end = _letterhead_end(lines)
        return end, subject_without_kind(lines[:end])
    if addressed is not None and (kind is None or addressed < kind):
        end = _addressed_end(lines, addressed)
        found = components_of(lines[:addressed])
        return end, found + ["addressed"] * (end - addressed)
    kind = kind or 0
    end = subject_end(lines, kind + 1)
    above = components_of(lines[:kind])
    if end == kind + 1 and _is_bare(lines[kind]):
        above = subject_above(above)
    under = [
        "issuer" if OF_ISSUER.match(line.text) else "subject" for line in lines[kind + 1 : end]
    ]
    found = [*above, "kind", *under]
    if addressed is not None and addressed <= end + 3:
        stop = _addressed_end(lines, addressed)
        found += ["other"] * (addressed - end) + ["addressed"] * (stop - addressed)
        end = stop
    if end < len(lines) and REMARK.match(lines[end].text):
        found.append("other")
        end += 1
    while end < len(lines) and end <= kind + 25 and _names_the_issuer(lines, end):
        found.append("issuer")
        end += 1
    return end, found


def _kind_line(lines: Sequence[Line]) -> int | None:
    for at, line in enumerate(lines[:_LONGEST_HEAD]):
        if len(line.text) < 120 and not rule("enacting").pattern.match(line.text):
            if line.is_capitals and titles().match(line.text):
                return at
            if line.gap and without_marks(line.text) in bare_titles():
                return at
        if rule("addressed").pattern.match(line.text) or (at and is_ground(line)):
            return None
    return None


def _addressed_line(lines: Sequence[Line]) -> int | None:
    for at, line in enumerate(lines[:_LONGEST_HEAD]):
        if rule("addressed").pattern.match(line.text):
            return at
    return None


def _addressed_end(lines: Sequence[Line], at: int) -> int:
    """Kính gửi runs over its bullets, or to the first empty line when it has none."""
    found = rule("addressed").pattern.match(lines[at].text)
    inline = bool(found and found["rest"].strip())
    end = at + 1
    while end < min(len(lines), at + _LONGEST_HEAD):
        line, before = lines[end], lines[end - 1]
        marker = marker_of(line)
        bullet = marker is not None and marker.is_bullet
        if (inline or end > at + 1) and _opens(line):
            break
        runs_on = not line.gap and not before.text.endswith((".", ":"))
        listed = before.text.endswith((";", ","))
        first = not inline and end == at + 1
        if not (bullet or runs_on or listed or first):
            break
        if bullet and before.text.endswith((".", "./.")) and end > at + 1:
            break
        end += 1
    return end


def _opens(line: Line) -> bool:
    """Whether the letter itself begins here: a ground, or what it answers."""
    return is_ground(line) or _REPLIES.match(line.text) is not None


def _names_the_issuer(lines: Sequence[Line], at: int) -> bool:
    """The issuer in capitals between the subject and the grounds ("HỘI ĐỒNG NHÂN DÂN TỈNH …")."""
    text = lines[at].text
    joined = at > 0 and lines[at - 1].text.endswith(("-", "–")) and begins_body(text)
    return text.isupper() and bool(
        joined
        or BODY_OF_STATE.match(text)
        or (at and regex.match(r"(?:KHÓA|KỲ\s+HỌP|TỈNH|THÀNH\s+PHỐ|XÃ|PHƯỜNG)\b", text))
    )


def _letterhead_end(lines: Sequence[Line]) -> int:
    """Without a kind: the letterhead goes as far as lines are short and in capitals, and no further
    than a label («TRẢ LỜI:»). What begins with a numbered heading («III. TỔ CHỨC THỰC HIỆN») is a part
    that was copied out, without a head.
    """
    end = 0
    first = marker_of(lines[0]) if lines else None
    if first is not None and not first.is_bullet:
        return end
    for at, line in enumerate(lines[:20]):
        component = component_of(line)
        if line.text[-1] == ":" and component in ("issuer", "other"):
            break
        if component != "other":
            end = at + 1
        elif len(line.text) > 90:
            break
    return end


def _is_bare(line: Line) -> bool:
    found = titles().match(line.text)
    return not (found and found["rest"].strip())
