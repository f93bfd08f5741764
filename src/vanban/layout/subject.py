"""Where the subject of a document ends, and where it stands when the kind is printed elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from vanban.layout.component import rule
from vanban.layout.letterhead_lines import components_of
from vanban.layout.line import Line
from vanban.layout.marker import marker_of
from vanban.rules.pattern import compiled

_PREAMBLE = compiled(
    r"(?:-\s*)?(?:Căn\s+cứ|Thực\s+hiện|Thi\s+hành|Triển\s+khai|Xét|Theo|Để|Ngày|Nhằm|Sau\s+khi|Trên\s+cơ\s+sở|Tiếp\s+tục|Trong|Năm)\b"
)
BODY_OF_STATE = compiled(
    r"(?!.*\s(?:VỀ|NGÀY|SỐ|BAN\s+HÀNH)\s)(?:HỘI\s+ĐỒNG\s+NHÂN\s+DÂN|ỦY\s+BAN\s+NHÂN\s+DÂN|(?:ĐOÀN\s+)?CHỦ\s+TỊCH|BAN\s+(?:CHẤP\s+HÀNH|THƯỜNG\s+VỤ|THƯỜNG\s+TRỰC|BÍ\s+THƯ)"
    r"|BỘ\s+TRƯỞNG|GIÁM\s+ĐỐC|THỦ\s+TƯỚNG|CHÍNH\s+PHỦ|QUỐC\s+HỘI|TỔNG\s+GIÁM\s+ĐỐC"
    r"|THỐNG\s+ĐỐC|VIỆN\s+TRƯỞNG|CHÁNH\s+(?:ÁN|THANH\s+TRA)|HIỆU\s+TRƯỞNG|(?:TỔNG\s+)?CỤC\s+TRƯỞNG|TỔNG\s+(?:THANH\s+TRA|KIỂM\s+TOÁN))\b[^.;:]*$"
)

# What a draft or a resolution remarks on itself in a line of brackets is no subject.
REMARK = compiled(
    r"\((?:Thực\s+hiện|Trình|Phục\s+vụ|Tài\s+liệu|Dự\s+thảo|Tại\s+(?:kỳ|phiên|hội))\b[^()]*\)$",
    regex.IGNORECASE,
)
# A subject whose line ends so goes on with the name of a body.
_WANTS_BODY = compiled(r"(?:CỦA|GIỮA|VÀ|VỚI|THUỘC|DO|CHO|[,\-–])$", regex.IGNORECASE)
# "CHỈ THỊ", under it "CỦA BAN THƯỜNG VỤ TỈNH ỦY": who orders is no part of the subject.
OF_ISSUER = compiled(r"CỦA\s+[^\p{Ll}]{4,90}$")


def is_ground(line: Line) -> bool:
    """Whether a paragraph of the preamble begins here ("Căn cứ …")."""
    return _PREAMBLE.match(line.text) is not None


def subject_end(lines: Sequence[Line], at: int) -> int:
    end = at
    while end < min(len(lines), at + 14):
        line = lines[end]
        if (
            (_PREAMBLE.match(line.text) and (end > at or _is_sentence(_run(lines, end))))
            or (
                _is_numbered(line)
                and not _is_in_bracket(lines[at:end])
                and not _is_cut_at_dash(lines[end - 1], line)
            )
            or rule("addressed").pattern.match(line.text)
        ):
            break
        if rule("attached").pattern.match(line.text) or REMARK.match(line.text):
            break
        if BODY_OF_STATE.match(line.text) and not _WANTS_BODY.search(lines[end - 1].text):
            break
        begun = end > at and not OF_ISSUER.match(lines[end - 1].text)
        if begun and line.gap and not _goes_on(lines[end - 1], line):
            break
        if len(line.text) > 400 or ("\t" in line.text):
            break
        if begun and (lines[end - 1].is_capitals or _closes(lines[end - 1])) and _is_prose(line):
            break
        end += 1
    return end


def _is_in_bracket(lines: Sequence[Line]) -> bool:
    """Whether a bracket is still open («(GIAI ĐOẠN», «II)»)."""
    said = " ".join(line.text for line in lines)
    return said.count("(") > said.count(")")


def _closes(line: Line) -> bool:
    """Whether a full stop ends the line; "TP." does not end one."""
    return line.text.endswith(".") and line.text[-3:-1].islower()


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


def _is_sentence(text: str) -> bool:
    """Whether a line under the kind is already a ground; a subject has no closing mark and cites
    little ("Triển khai công tác dân vận năm 2021")."""
    return (
        text.endswith((".", ":", ";", ",")) or len(text) > 300 or text.startswith(("Căn cứ", "Xét"))
    )


def subject_above(components: list[str]) -> list[str]:
    """The subject printed over the kind instead of under it: the plain lines next to the kind."""
    out = list(components)
    at = len(out)
    while at and out[at - 1] == "other" and len(out) - at < 6:
        at -= 1
        out[at] = "subject"
    return out


def subject_without_kind(lines: Sequence[Line]) -> list[str]:
    """The components of a letterhead whose kind a copy has lost: what stands in capitals under
    number and day is the subject, and after it the issuer."""
    out = components_of(lines)
    last = max((at for at, one in enumerate(out) if one in ("number", "date")), default=len(out))
    for at in range(last + 1, len(out)):
        if out[at] != "issuer" or BODY_OF_STATE.match(lines[at].text):
            break
        out[at] = "subject"
    return out if "number" in out else components_of(lines)


def _goes_on(before: Line, line: Line) -> bool:
    """Whether a subject runs on over an empty line: it begins small or with a quotation, or the
    line before is cut."""
    begins = line.text[0].islower() or line.text[0] in '“"'
    return begins or before.text.endswith((",", ";", "-", "–"))
