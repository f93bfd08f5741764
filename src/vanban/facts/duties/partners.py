"""Those who take part in a duty beside its lead: co-operating bodies, executors, who answers for it."""

from __future__ import annotations

import regex

from vanban.facts.unit import Unit, read_units
from vanban.facts.unit_grammar import RESPONSIBLE
from vanban.model import Span
from vanban.rules.pattern import compiled
from vanban.rules.sought import Sought, sought

_WITH = sought(
    r"\bphối(?:\s+hợp)?(?:\s*,?\s*(?:chặt\s+chẽ|thường\s+xuyên|tốt|công\s+tác|hoạt\s+động|đồng\s+bộ|hiệu\s+quả|quyết\s+liệt|nhịp\s+nhàng|linh\s+hoạt|kịp\s+thời))*\s*(?:(?:với|cùng(?:\s+với)?)\s+|(?=(?-i:\p{Lu})|các\s|cơ\s+quan\s|chính\s+quyền\s|lực\s+lượng\s|đơn\s+vị\s|công\s+an\s|mặt\s+trận\s))",
    regex.IGNORECASE,
)
#: «chủ trì, cùng Sở Tài chính …»: beside a lead, «cùng» names those who work with it.
_TOGETHER = sought(r"\bchủ\s+trì\s*,?\s*(?:và\s+)?cùng(?:\s+với)?\s+", regex.IGNORECASE)
_BETWEEN = sought(
    r"\bcông\s+tác\s+phối\s+hợp\s+giữa\s+(?P<one>[^.;]{3,120}?)\s+(?:với|và)\s+", regex.IGNORECASE
)
_INVITES = sought(r"\bmời\s+", regex.IGNORECASE)
_JOINS = compiled(r"\s*(?:cùng\s+)?tham\s+gia\b", regex.IGNORECASE)
_IS_TOLD = compiled(
    r"\s*,?\s*(?:(?:chủ\s+(?:động|trì)|khẩn\s+trương|tích\s+cực|tiếp\s+tục|thường\s+xuyên)\s*,?\s*)*(?=phối\s+hợp)"
)
_DIRECTS = sought(
    r"(?<!\p{L}|[Bb]an\s|mời\s|sự\s|công\s+tác\s)(?:[Ll]ãnh|[Cc]hỉ)\s+đạo(?:\s*,\s*(?:lãnh\s+đạo|chỉ\s+đạo|hướng\s+dẫn|đôn\s+đốc))*\s+"
)
_ANSWERS = Sought(RESPONSIBLE)


def cooperating_of(text: str, span: Span) -> tuple[Unit, ...]:
    """Bodies with whom the lead works ("phối hợp với X", "mời X tham gia"), each once.

    Those whom it guides, instructs or helps are not among them.
    """
    found: list[Unit] = []
    if "hối" in text[span.start : span.end] or "mời" in text[span.start : span.end]:
        directed = _directed_before(text, span)
        for pattern in (_WITH, _BETWEEN):
            for match in pattern.finditer(text, span.start, span.end):
                if match.start() in directed or _is_a_title(text, match.start(), span.start):
                    continue
                units = read_units(text, match.end(), span.end)
                if units:
                    found += units.units
        for match in _INVITES.finditer(text, span.start, span.end):
            units = read_units(text, match.end(), span.end)
            if units and _JOINS.match(text, units.resumes, span.end):
                found += units.units
    for match in _TOGETHER.finditer(text, span.start, span.end):
        units = read_units(text, match.end(), span.end)
        found += units.units if units else ()
    return _each_once(sorted(found, key=lambda unit: unit.span.start))


def _directed_before(text: str, span: Span) -> set[int]:
    """Where a directed body is told to co-operate: «chỉ đạo Công an xã phối hợp với …» names
    partners of the police, not of whoever directs them."""
    places: set[int] = set()
    for match in _DIRECTS.finditer(text, span.start, span.end):
        units = read_units(text, match.end(), span.end)
        told = _IS_TOLD.match(text, units.resumes, span.end) if units else None
        if told:
            places.add(told.end())
    return places


def executors_of(text: str, span: Span) -> tuple[str, ...]:
    """Bodies that the lead directs: «X lãnh đạo Y thực hiện» has Y as executor."""
    names: list[str] = []
    for match in _DIRECTS.finditer(text, span.start, span.end):
        units = read_units(text, match.end(), span.end)
        if units and not units.units[0].name.lower().startswith("mỗi "):
            names += units.names
    return tuple(dict.fromkeys(names))


def responsible_of(text: str, span: Span) -> str | None:
    """The person, named by office only, who answers for the duty of a body named elsewhere."""
    for match in _ANSWERS.finditer(text, span.start, span.end):
        after = text[match.end() : match.end() + 30].lstrip()
        if after.startswith(("có trách nhiệm", "chịu trách nhiệm", "phải", "chỉ đạo", "trực tiếp")):
            return " ".join(match.group().split())
    return None


def _is_a_title(text: str, at: int, start: int) -> bool:
    """«Kế hoạch phối hợp số …» and «Quy chế phối hợp với …» name documents, not deeds."""
    before = text[max(start, at - 14) : at].rstrip()
    return before.endswith(("Quy chế", "Chương trình", "Nghị quyết"))


def _each_once(units: list[Unit]) -> tuple[Unit, ...]:
    kept: dict[str, Unit] = {}
    for unit in units:
        kept.setdefault(unit.name.lower(), unit)
    return tuple(kept.values())
