"""A verb that no list knows: what follows a whole name of a body in small letters.

The verbs of administration are many but not all. A name that is complete ("… các xã, phường", "Sở Tư
pháp") and goes on in small letters with words that qualify no body is a name and then its verb.
"""

from __future__ import annotations

from dataclasses import replace

from vanban.facts.unit import Unit, Units
from vanban.facts.unit_grammar import FIELD, HEAD, NOT_DUTY, PLACE, TAIL, WORD
from vanban.model import Span
from vanban.rules.pattern import compiled, placed

#: Where a name may be whole: at its level, at the place that it names, at a name of a committee.
_WHOLE = compiled(
    r"(?<!\p{L})(?:(?:tỉnh|thành\s+phố|huyện|xã|phường|đặc\s+khu)(?:\s+\p{Lu}\p{Ll}*){0,4}+"
    r"|các\s+cấp|chính\s+trị\s*[-–]\s*xã\s+hội|Việt\s+Nam|Tổ\s+quốc|(?:[Tt]ỉnh|[Tt]hành|[Hh]uyện|[Đđ]ảng)\s+[uủ][ỷyủ])\s+(?=\p{Ll}{2})"
)
#: Words that qualify a body or a place, and courtesies, which lay nothing on it.
_QUALIFIES = compiled(
    r"(?:khóa|mới|biên\s+giới|đặc\s+biệt|trọng\s+điểm|giai\s+đoạn|trung\s+tâm|nơi|vùng|miền|giáp|lân\s+cận|khó\s+khăn|còn\s+lại|khác|đảo|ven"
    r"|nghèo|loại|sở\s+tại|liền\s+kề|hữu\s+quan|cũ|bạn|nông\s+thôn|điểm|nhiệm\s+kỳ|lần|kỳ|số|nhà\s+nước|chuyên\s+trách|chuyên\s+môn|lâm\s+thời|trân\s+trọng|kính|viên(?!\s+\p{Lu})|rất|cảm\s+ơn|xin|ủy|uỷ"
    r"|nhất\s+trí|đồng\s+ý|nhận\s+thấy|thấy|đạt|và|hoặc|cùng|nói|này|đó|nêu|trên|dưới)(?!\p{L})"
)
#: A department, whose name is whole after its field.
_DEPARTMENT = placed(r"(?:Sở|Bộ|Phòng)(?=\s)")
_GOES_ON = placed(r" \p{Ll}{2}")
_SOME_WORDS = compiled(r"(?:\p{L}[^\s.;:]*\s+){3}\S")


def parted(text: str, units: Units, end: int) -> Units | None:
    """The same bodies without the unknown verb that the last name swallowed; `None` if there is none."""
    last = units.units[-1]
    if not (last.named or last.every):
        return None
    for place in _whole_names(text, last.span):
        if _may_be_a_verb(text, place, end):
            return _shortened(text, units, last, place)
    return None


def _whole_names(text: str, name: Span) -> list[int]:
    places = [match.end() for match in _WHOLE.finditer(text, name.start, name.end)]
    department = _DEPARTMENT.match(text, name.start, name.end)
    field = FIELD.match(text, department.end(), name.end) if department else None
    if field and _GOES_ON.match(text, field.end(), name.end):
        places.append(field.end() + 1)  # «Sở Văn hóa, Thể thao và Du lịch chụp ảnh lưu niệm»
    return places


def _may_be_a_verb(text: str, at: int, end: int) -> bool:
    known = (TAIL, PLACE, FIELD, NOT_DUTY, WORD, _QUALIFIES, HEAD)
    return not any(pattern.match(text, at, end) for pattern in known) and (
        _SOME_WORDS.match(text, at, end) is not None
    )


def _shortened(text: str, units: Units, last: Unit, resumes: int) -> Units:
    words = text[last.span.start : resumes].rstrip()
    stop = last.span.start + len(words)
    span = Span(last.span.start, stop)
    named = replace(last, name=" ".join(span.of(text).split()), span=span)
    return replace(
        units,
        units=(*units.units[:-1], named),
        span=Span(units.span.start, stop),
        resumes=resumes,
    )
