"""The bodies that a letterhead prints: one under another, side by side, or joined by dashes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from vanban.facts.prose import cased
from vanban.layout.component import begins_body
from vanban.layout.page import Layout
from vanban.model import Block, Span
from vanban.rules import table
from vanban.rules.alternation import one_of
from vanban.rules.pattern import compiled
from vanban.text.tones import place_tones

_SESSION = compiled(r"(?:KHÓA|KỲ\s+HỌP|NHIỆM\s+KỲ)\b")
# A head noun alone on its line, or a dash or comma at its end, is no name yet: the next line goes on with it.
_UNFINISHED = compiled(
    r"(?:VĂN\s+PHÒNG|BAN|SỞ|BỘ|HỘI|ĐOÀN|TRUNG\s+TÂM|VIỆN|TRƯỜNG|CÔNG\s+AN|CỤC|CHI\s+CỤC|LIÊN\s+ĐOÀN|ĐẢNG\s+(?:ỦY|BỘ)"
    r"|CHI\s+BỘ|CÔNG\s+ĐOÀN|(?:TỔNG\s+)?CÔNG\s+TY|BAN\s+(?:QUẢN\s+LÝ|CHỈ\s+ĐẠO|CHỈ\s+HUY)|BỘ\s+(?:CHỈ\s+HUY|TƯ\s+LỆNH))"
    r"|(?:.+\s)?ỦY\s+BAN|(?:BAN\s+)?THƯỜNG\s+TRỰC|[^\W\d]{1,6}(?<!UBND|HĐND)|.+[-–,]"
)
# A name that ends in a place says no more: what comes next is a body below it, whatever its head.
_PLACED = compiled(
    r".*(?<!\p{L})(?:TỈNH|THÀNH\s+PHỐ|XÃ(?!\s+HỘI)|PHƯỜNG|ĐẶC\s+KHU)\s+\p{Lu}+(?:\s+\p{Lu}+){1,3}"
)
# «ĐẢNG BỘ KHỐI … ĐẢNG ỦY TRƯỜNG …»: two lines that a copy has run into one.
_UNDER_A_PARTY_BODY = compiled(
    r"(?P<above>ĐẢNG\s+(?:BỘ|ỦY)\s.{4,80}?)\s+(?=(?:ĐẢNG\s+ỦY|CHI\s+BỘ)\s)"
)
_GOES_ON = compiled(r"[-–,(]|(?:TỈNH|THÀNH\s+PHỐ|HUYỆN|QUẬN|THỊ\s+XÃ|XÃ|PHƯỜNG|ĐẶC\s+KHU|VÀ)\s")
AREA = compiled(r"(?:TỈNH|THÀNH\s+PHỐ|HUYỆN|QUẬN|THỊ\s+XÃ|THỊ\s+TRẤN|XÃ|PHƯỜNG|ĐẶC\s+KHU)\s+\p{Lu}")
_AREA_AT_END = compiled(
    r"(?<!\p{L})(?P<area>(?:TỈNH|THÀNH\s+PHỐ|HUYỆN|QUẬN|THỊ\s+XÃ|THỊ\s+TRẤN|XÃ|PHƯỜNG|ĐẶC\s+KHU)\s+[\p{Lu}\s\d-]+)$"
)
_LOCAL = compiled(
    r"(?:THƯỜNG\s+TRỰC\s+)?(?:ỦY\s+BAN\s+NHÂN\s+DÂN|HỘI\s+ĐỒNG\s+NHÂN\s+DÂN|UBND|HĐND)"
)
OWNED = compiled(r"\b(?:TỈNH|THÀNH|HUYỆN|QUẬN|XÃ|PHƯỜNG|UBND|ỦY\s+BAN|TRUNG\s+ƯƠNG|ĐẢNG\s+ỦY)\b")
COMMITTEE = compiled(r"(?:TỈNH|THÀNH|HUYỆN|THỊ|QUẬN)\s+ỦY|ĐẢNG\s+ỦY\s+.+")
ORGAN = compiled(r"(?:BAN|VĂN\s+PHÒNG|ỦY\s+BAN\s+KIỂM\s+TRA)\b(?!\s+(?:CHẤP\s+HÀNH|THƯỜNG\s+VỤ))")
JOINT = compiled(
    rf"\s+[-–—]\s+|(?<=\p{{L}})(?<!/\p{{L}}{{1,9}})[-–—](?=(?:{one_of(table('issuers')['heads'])})(?!\p{{L}}))",
    regex.IGNORECASE,
)
# «BAN CHẤP HÀNH», under it «TRUNG ƯƠNG»: whose committee it is.
_OF_CENTRE = compiled(r"TRUNG\s+ƯƠNG(?:\s+ĐẢNG)?")
_OF_SOMEBODY = compiled(
    r"Ban\s+(?:Chấp\s+hành|Thường\s+vụ|Bí\s+thư)(?:\s+Trung\s+ương)?", regex.IGNORECASE
)
_UNION = compiled(r"ĐOÀN\s+(?:TNCS|THANH\s+NIÊN\s+CỘNG\s+SẢN)\s+HỒ\s+CHÍ\s+MINH")
_WORD = compiled(r"\p{L}{2}")
_MARKS = " .;:,*|•·+_"


def bodies(page: Layout, lines: Sequence[Block]) -> list[str]:
    """Every body of the letterhead in capitals, the highest first; several joined by dashes are one
    entry, each with the place that they share."""
    entries = [(_capitals(page, line), line.span) for line in lines]
    entries = [(part, span) for said, span in entries for part in _parted(said) if part]
    if not entries:
        return []
    place, _ = entries[-1]
    if AREA.match(place) and len(entries) > 1:
        above = [name for name, _ in _names(entries[:-1])]
        if above and names_several(above[-1]):
            return [*above[:-1], _of_area(above[-1], place)]
    if len(entries) > 1 and names_several(entries[-2][0]) and not begins_body(place):
        whole = not _UNFINISHED.fullmatch(JOINT.split(entries[-2][0])[-1])
        entries = entries[:-1] if whole else entries
    return [name for name, _ in _names(entries)]


def enacting_bodies(page: Layout, lines: Sequence[Block]) -> Iterator[tuple[str, Span]]:
    """The bodies printed between subject and grounds, each with its words."""
    yield from _names([(said, line.span) for line in lines if (said := _capitals(page, line))])


def columns(page: Layout, lines: Sequence[Block]) -> list[list[Block]]:
    """The lines of bodies printed side by side, one column for each; none where there is one column."""
    rows: list[list[Block]] = []
    for line in lines:
        together = rows and "\n" not in page.text[rows[-1][-1].span.end : line.span.start]
        if together:
            rows[-1].append(line)
        else:
            rows.append([line])
    if not rows or len(rows[0]) < 2:
        return []
    if not all(begins_body(_capitals(page, line)) for line in rows[0]):
        return []
    width = len(rows[0])
    return [[row[at] for row in rows if len(row) == width] for at in range(width)]


def names_several(name: str) -> bool:
    """Whether bodies stand here joined by dashes."""
    pieces = JOINT.split(name)
    return len(pieces) > 1 and all(map(begins_body, pieces))


def _capitals(page: Layout, line: Block) -> str:
    """The line in capitals, without marks but a comma that joins it to the next; a line about a term
    or a session names no body, nor does what a machine made of the rule below («1ï»)."""
    written = " ".join(place_tones(page.said(line)).upper().split())
    said = written.strip(_MARKS).removeprefix("CỦA ")
    if _SESSION.match(said) or not _WORD.search(said):
        return ""
    return f"{said}," if said and written.endswith(",") else said


def _names(entries: Sequence[tuple[str, Span]]) -> Iterator[tuple[str, Span]]:
    """Each body begins with a head noun, or after a name that its place has ended; it may run over
    lines."""
    name, span, known = "", Span(0, 0), False
    for said, place in entries:
        placed = _PLACED.fullmatch(name) is not None and not _GOES_ON.match(said)
        opens = begins_body(said) and not _UNFINISHED.fullmatch(name) and not _owns(said, name)
        opens = opens and not (name and _OF_CENTRE.fullmatch(said))
        # One word behind a place is the rest of its name («PHƯỜNG BẮC NÀ», under it «QUẾ»).
        opens = opens or (known and placed and " " in said)
        if name and not opens:
            name, span = f"{name} {said}", Span(span.start, place.end)
            known = known or begins_body(name)
            continue
        if name:
            yield name.rstrip(","), span
        name, span, known = said, place, known or begins_body(said)
    if name and known:
        yield name.rstrip(","), span


def _parted(said: str) -> list[str]:
    """The committee of a party organisation and the organisation above it, run into one line."""
    found = _UNDER_A_PARTY_BODY.match(said)
    return [found["above"], said[found.end() :]] if found else [said]


def _owns(said: str, name: str) -> bool:
    """Whether a line begins with the committee of the organ above it and joins another body to it
    («BAN TUYÊN GIÁO VÀ DÂN VẬN», «TỈNH ỦY - ĐẢNG ỦY …»)."""
    return (
        COMMITTEE.match(said) is not None and ORGAN.match(name) is not None and names_several(said)
    )


def of_the_union(page: Layout, head: Sequence[Block], name: str) -> str:
    """A committee without a name above it, with the union whose name stands where a motto does:
    «BAN CHẤP HÀNH TRUNG ƯƠNG» beside «ĐOÀN TNCS HỒ CHÍ MINH»."""
    if not _OF_SOMEBODY.fullmatch(name):
        return name
    for block in head:
        union = _UNION.match(page.said(block)) if block.label == "motto" else None
        if union:
            return f"{name} {cased(union[0])}"
    return name


def of_one_area(names: Sequence[str]) -> bool:
    """Whether none of the bodies has an area that is not that of the last: the association of a
    province stands above that of a commune, two of one province stand side by side."""
    last = _AREA_AT_END.search(names[-1])
    own = [found["area"] for name in names[:-1] if (found := _AREA_AT_END.search(name))]
    return all(last is not None and area == last["area"] for area in own)


def with_shared_area(names: Sequence[str]) -> list[str]:
    """The names; a council or committee of the people without its place has that of the last."""
    area = _AREA_AT_END.search(names[-1])
    return [f"{one} {area['area']}" if area and _LOCAL.fullmatch(one) else one for one in names]


def _of_area(name: str, place: str) -> str:
    """Joined bodies, each with the area that they share; one that names its own keeps it."""
    return " - ".join(one if OWNED.search(one) else f"{one} {place}" for one in JOINT.split(name))
