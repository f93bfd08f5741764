"""Facts worded as parts of a paper, so that a reader finds the same facts in them again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import regex

from vanban.model import Duty, Meeting, Petition
from vanban.output.paper import Bullet, Grid, Heading, Paragraph, Part
from vanban.output.wording import count_said, day_said

CENTRAL, LOCAL = "trung ương", "địa phương"
_LEVEL_HEADINGS = {CENTRAL: "Kiến nghị với Trung ương", LOCAL: "Kiến nghị với địa phương"}
# NĐ 30/2020 Phụ lục I mục II.6: points go by the Vietnamese alphabet.
_POINTS = "abcdđeghiklmnopqrstuvxy"
_LABEL = regex.compile(r"^(?P<label>\p{Ll}\)|\d{1,2}(?:\.\d+)*\.)\s+")
_MODE_WORDS = {
    "trực tiếp": "tiếp xúc trực tiếp",
    "trực tuyến": "tiếp xúc trực tuyến",
    "kết hợp": "tiếp xúc trực tiếp kết hợp trực tuyến",
    "niêm yết/phát thanh": "gửi chương trình về niêm yết và đọc trên loa phát thanh ở khu dân cư",
}


def meeting_statement(figures: Meeting, *, candidates: bool = False) -> str:
    """One sentence per level; the parts by mode stand in brackets and add up to the total.

    `candidates`: an election campaign, where those who meet voters are not delegates yet.
    """
    start = f"Tính đến ngày {day_said(figures.as_of)}, " if figures.as_of else "Kết quả, "
    parts = [
        f"{count_said(number)} cuộc {_MODE_WORDS.get(mode, mode)}"
        for mode, number in figures.by_mode.items()
    ]
    modes = f" (trong đó {'; '.join(parts)})" if parts else ""
    held = f"{count_said(figures.sessions)} cuộc " if figures.sessions is not None else ""
    said = (
        f"{start}đã tổ chức {held}tiếp xúc cử tri "
        f"đối với {level_said(figures.level, candidates=candidates)}{modes}"
    )
    if figures.attendees is not None:
        least = "trên " if figures.attendees_is_lower_bound else ""
        said += f" với {least}{count_said(figures.attendees)} cử tri tham dự"
    if figures.opinions is not None:
        said += f", ghi nhận {count_said(figures.opinions)} ý kiến, kiến nghị"
    return f"{said}."


def level_said(level: str, *, candidates: bool = False) -> str:
    """Such as "đại biểu Quốc hội", "đại biểu HĐND tỉnh"."""
    return f"người ứng cử đại biểu {level}" if candidates else f"đại biểu {level}"


def petition_parts(petitions: Sequence[Petition]) -> tuple[Part, ...]:
    """Numbered by the level that is asked, below it by field; general wishes close the list.

    Groups come in the order of their first petition; within a group the order is kept.
    """
    wishes = [one for one in petitions if one.general_wish]
    asked = [one for one in petitions if not one.general_wish]
    parts: list[Part] = []
    levels = [level for level in _LEVEL_HEADINGS if any(_level(one) == level for one in asked)]
    for number, level in enumerate(levels, 1):
        parts.append(Heading(str(number), _LEVEL_HEADINGS[level], 2))
        parts += _by_field([one for one in asked if _level(one) == level])
    parts += [Paragraph(_with_place(one)) for one in wishes]
    return tuple(parts)


def duty_table(duties: Sequence[Duty]) -> Grid:
    """One row a duty: what, who leads, who helps, when."""
    rows = tuple(
        (
            str(number),
            duty.text,
            ", ".join(duty.lead),
            ", ".join(duty.cooperating),
            duty.time_text or "",
        )
        for number, duty in enumerate(duties, 1)
    )
    columns = ("TT", "Nội dung công việc", "Chủ trì", "Phối hợp", "Thời gian")
    return Grid(columns, rows, (0.6, 4, 2, 2, 1.4))


def _level(petition: Petition) -> str:
    return petition.addressee_level or LOCAL


def _by_field(petitions: list[Petition]) -> list[Part]:
    """Petitions without a field first, then field by field."""
    order = list(dict.fromkeys(one.field for one in petitions))
    order.sort(key=lambda field: field is not None)
    petitions = sorted(petitions, key=lambda one: order.index(one.field))
    parts: list[Part] = []
    used = {found["label"] for one in petitions if (found := _LABEL.match(one.field or ""))}
    points = (point for point in _POINTS if f"{point})" not in used)
    for field, group in groupby(petitions, key=lambda one: one.field):
        if field is not None:
            parts.append(_field_heading(field, next(points)))
        parts += [Bullet(_with_place(one)) for one in group]
    return parts


def _field_heading(field: str, point: str) -> Heading:
    """A field that was read keeps its printed label; a plain name gets the next point."""
    found = _LABEL.match(field)
    if found:
        return Heading(found["label"], field[found.end() :], 3)
    named = field if field.startswith("Về ") else f"Về {field[:1].lower()}{field[1:]}"
    return Heading(f"{point})", named, 3)


def _with_place(petition: Petition) -> str:
    """Where it was said, in brackets at the end, unless the words name it already."""
    text = " ".join(petition.text.split())
    if petition.place is None or petition.place in text:
        return text
    return f"{text.rstrip('. ')} ({petition.place})."
