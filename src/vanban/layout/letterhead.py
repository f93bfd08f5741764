"""The head of a document, line by line: letterhead, kind, subject, Kính gửi.

Each line becomes a block of the zone `header` whose label says which component it is.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from vanban.layout.component import bare_titles, rule, titles, without_marks
from vanban.layout.letterhead_lines import component_of, components_of, printed_outside
from vanban.layout.line import Line
from vanban.layout.marker import marker_of
from vanban.rules.pattern import compiled

_LONGEST_HEAD = 60
_PREAMBLE = compiled(
    r"(?:-\s*)?(?:Căn\s+cứ|Thực\s+hiện|Triển\s+khai|Xét|Theo|Để|Ngày|Nhằm|Sau\s+khi|Trên\s+cơ\s+sở|Tiếp\s+tục|Trong|Năm)\b"
)
_BODY_OF_STATE = compiled(
    r"(?:HỘI\s+ĐỒNG\s+NHÂN\s+DÂN|ỦY\s+BAN\s+NHÂN\s+DÂN|CHỦ\s+TỊCH|BAN\s+(?:CHẤP\s+HÀNH|THƯỜNG\s+VỤ|THƯỜNG\s+TRỰC)"
    r"|BỘ\s+TRƯỞNG|GIÁM\s+ĐỐC|THỦ\s+TƯỚNG|CHÍNH\s+PHỦ|QUỐC\s+HỘI|TỔNG\s+GIÁM\s+ĐỐC)\b[^.;:]*$"
)

# "CHỈ THỊ", under it "CỦA BAN THƯỜNG VỤ TỈNH ỦY": who orders is no part of the subject.
_OF_ISSUER = compiled(r"CỦA\s+[^\p{Ll}]{4,90}$")


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
        return end, components_of(lines[:end])
    if addressed is not None and (kind is None or addressed < kind):
        end = _addressed_end(lines, addressed)
        found = components_of(lines[:addressed])
        return end, found + ["addressed"] * (end - addressed)
    kind = kind or 0
    end = _subject_end(lines, kind + 1)
    above = components_of(lines[:kind])
    if end == kind + 1 and _is_bare(lines[kind]):
        above = _subject_above(above)
    under = [
        "issuer" if _OF_ISSUER.match(line.text) else "subject" for line in lines[kind + 1 : end]
    ]
    found = [*above, "kind", *under]
    if addressed is not None and addressed <= end + 3:
        stop = _addressed_end(lines, addressed)
        found += ["other"] * (addressed - end) + ["addressed"] * (stop - addressed)
        end = stop
    while end < len(lines) and end <= kind + 25 and _names_the_issuer(lines, end):
        found.append("issuer")
        end += 1
    return end, found


def is_ground(line: Line) -> bool:
    """Whether a paragraph of the preamble begins here ("Căn cứ …")."""
    return _PREAMBLE.match(line.text) is not None


def _kind_line(lines: Sequence[Line]) -> int | None:
    for at, line in enumerate(lines[:_LONGEST_HEAD]):
        if len(line.text) < 120 and not rule("enacting").pattern.match(line.text):
            if line.is_capitals and titles().match(line.text):
                return at
            if line.gap and without_marks(line.text) in bare_titles():
                return at
        if rule("addressed").pattern.match(line.text) or (at and _PREAMBLE.match(line.text)):
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
        runs_on = (
            not line.gap and not before.text.endswith((".", ":")) and not _PREAMBLE.match(line.text)
        )
        listed = before.text.endswith((";", ",")) and not _PREAMBLE.match(line.text)
        first = not inline and end == at + 1
        if not (bullet or runs_on or listed or first):
            break
        if bullet and before.text.endswith((".", "./.")) and end > at + 1:
            break
        end += 1
    return end


def _subject_end(lines: Sequence[Line], at: int) -> int:
    end = at
    while end < min(len(lines), at + 14):
        line = lines[end]
        if (
            (_PREAMBLE.match(line.text) and (end > at or _is_sentence(_run(lines, end))))
            or (_is_numbered(line) and not _is_cut_at_dash(lines[end - 1], line))
            or rule("addressed").pattern.match(line.text)
        ):
            break
        if rule("attached").pattern.match(line.text) or _BODY_OF_STATE.match(line.text):
            break
        if end > at and line.gap and not _goes_on(lines[end - 1], line):
            break
        if len(line.text) > 400 or ("\t" in line.text):
            break
        if end > at and lines[end - 1].is_capitals and _is_prose(line):
            break
        end += 1
    return end


def _is_prose(line: Line) -> bool:
    """Whether a sentence begins here; what is printed in capitals may hold "17-CTr/TU"."""
    small = sum(mark.islower() for mark in line.text)
    return line.text[0].isupper() and small * 2 > len(line.text)


def _is_numbered(line: Line) -> bool:
    """Whether a part begins here; a year alone under the kind ("Năm 2026") is a subject."""
    marker = marker_of(line)
    return marker is not None and marker.rule != "numbering.year"


def _is_cut_at_dash(before: Line, line: Line) -> bool:
    """Whether a dash that begins a line joins two words of a name ("CHÍNH TRỊ", "- XÃ HỘI")."""
    dashed = line.text[0] in "-–" and not line.gap
    return dashed and before.is_capitals and line.is_capitals and before.text[-1].isalpha()


def _run(lines: Sequence[Line], at: int) -> str:
    """The words of a line and of those that go on with it after a comma, in small letters."""
    said = lines[at].text
    for line in lines[at + 1 : at + 6]:
        if not (said.endswith(",") and line.text[0].islower()):
            break
        said = f"{said} {line.text}"
    return said


def _is_bare(line: Line) -> bool:
    found = titles().match(line.text)
    return not (found and found["rest"].strip())


def _is_sentence(text: str) -> bool:
    """Whether a line under the kind is already a ground; a subject has no closing mark and cites
    little ("Triển khai công tác dân vận năm 2021")."""
    return (
        text.endswith((".", ":", ";", ",")) or len(text) > 300 or text.startswith(("Căn cứ", "Xét"))
    )


def _subject_above(components: list[str]) -> list[str]:
    """The subject printed over the kind instead of under it: the plain lines next to the kind."""
    out = list(components)
    at = len(out)
    while at and out[at - 1] == "other" and len(out) - at < 6:
        at -= 1
        out[at] = "subject"
    return out


def _goes_on(before: Line, line: Line) -> bool:
    """Whether a subject runs on over an empty line: it begins small, or the line before is cut."""
    return line.text[0].islower() or before.text.endswith((",", ";", "-", "–"))


def _names_the_issuer(lines: Sequence[Line], at: int) -> bool:
    """The issuer in capitals between the subject and the grounds ("HỘI ĐỒNG NHÂN DÂN TỈNH …")."""
    text = lines[at].text
    return text.isupper() and bool(
        _BODY_OF_STATE.match(text)
        or (at and regex.match(r"(?:KHÓA|KỲ\s+HỌP|TỈNH|THÀNH\s+PHỐ|XÃ|PHƯỜNG)\b", text))
    )


def _letterhead_end(lines: Sequence[Line]) -> int:
    """Without a kind: the letterhead goes as far as lines are short and in capitals."""
    end = 0
    for at, line in enumerate(lines[:20]):
        if component_of(line) != "other":
            end = at + 1
        elif len(line.text) > 90:
            break
    return end
