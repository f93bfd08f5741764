"""Those whom a request may be addressed to: bodies, so many of them, and no people at large."""

from __future__ import annotations

from dataclasses import replace

from vanban.facts.unit import Units, read_units
from vanban.facts.unit_grammar import NOT_DUTY, VERB, one_of
from vanban.model import Span
from vanban.rules import table
from vanban.rules.pattern import placed

_PEOPLE = placed(rf"(?i:(?:các|mọi|những)?\s*(?:{one_of(table('units')['people'])}))")
#: «Phân công cán bộ phụ trách từng thôn» tells what somebody does, not whom the document charges.
_STAFF = placed(
    r"(?:các\s+|những\s+)?(?:đồng\s+chí\s+)?(?:cấp\s+ủy\s+viên|đảng\s+ủy\s+viên|đảng\s+viên|(?:ủy\s+viên|thành\s+viên)(?!\s+(?:B|UB|Ủy\s+ban|Hội\s+đồng|Tiểu\s+ban|Tổ\s))|cán\s+bộ|công\s+chức(?!\s+\p{Lu})|viên\s+chức|người|nhân\s+viên|lực\s+lượng(?!\s+(?:công\s+an|an\s+ninh|quân\s+(?:đội|sự)|vũ\s+trang|chức\s+năng|cảnh\s+sát|biên\s+phòng|kiểm\s+lâm|quản\s+lý)))(?!\p{L})"
)
#: «Đề nghị các cơ quan được phân bổ chỉ tiêu …»: which bodies, not what was done to them.
_CHOSEN = placed(
    r"\s*được\s+(?:phân\s+bổ|phân\s+công|giao|chọn|lựa\s+chọn|giám\s+sát|kiểm\s+tra|mời)\s"
)
_COUNT = placed(r"\d{1,4}(?:/\d{1,4})?\s+(?=\p{L})")
_AFTER_NAME = placed(r"\s*[,:]?\s*(?:(?:cũng|còn)\s+)?")


def addressees(text: str, at: int, end: int) -> Units | None:
    """The bodies named at `at`, behind a request, if it can be for them."""
    asked = _counted(text, at, end) or read_units(text, at, end)
    if asked is None or is_people(asked) or all(map(_STAFF.match, asked.names)):
        return None
    return None if _is_acted_on(text, asked, end) else asked


def is_people(units: Units) -> bool:
    return all(_PEOPLE.fullmatch(unit.name) for unit in units.units)


def _counted(text: str, at: int, end: int) -> Units | None:
    """«yêu cầu 55 cơ sở đoàn …»: so many of them are asked."""
    count = _COUNT.match(text, at, end)
    units = read_units(text, count.end(), end) if count else None
    if units is None:
        return None
    first = units.units[0]
    span = Span(at, first.span.end)
    first = replace(first, name=" ".join(span.of(text).split()), span=span, every=True)
    return replace(units, units=(first, *units.units[1:]), span=Span(at, units.span.end))


def _is_acted_on(text: str, asked: Units, end: int) -> bool:
    if _CHOSEN.match(text, asked.resumes, end):
        return False
    gap = _AFTER_NAME.match(text, asked.resumes, end)
    return NOT_DUTY.match(text, gap.end() if gap else asked.resumes, end) is not None and not (
        VERB.match(text, gap.end() if gap else asked.resumes, end)
    )
