"""Who is asked: "Đề nghị UBND tỉnh, Sở Y tế quan tâm …" asks two bodies.

The list runs from the request to the first word of what is asked; bodies that the asked body
shall direct ("chỉ đạo các ngành …") come after it and are not asked.
"""

from __future__ import annotations

from functools import cache

import regex

from vanban.facts.unit import list_units, read_units
from vanban.model import Span
from vanban.rules import Rule, rules, table
from vanban.rules.pattern import compiled

_LONGEST = 220
_TOGETHER = compiled(r"\s+cùng(?:\s+với)?\s+", regex.IGNORECASE)
# A place ends with its capitals: "UBND xã Khao Ban | lắp biển".
_AFTER_PLACE = compiled(
    r"(?<=(?<!\p{L})(?:tỉnh|thành\s+phố|huyện|quận|thị\s+xã|thị\s+trấn|xã|phường|đặc\s+khu)(?:\s+\p{Lu}\p{L}*)+\s)"
    r"(?!(?:và|cùng|hoặc|với)\s)\p{Ll}"
)
# Whoever is competent, named alone: "cấp có thẩm quyền | đầu tư".
_ANYBODY = compiled(
    r"(?P<whom>(?:các\s+)?(?:cấp|ngành|cơ\s+quan)(?:,\s*(?:các\s+)?ngành)?\s+(?:có\s+thẩm\s+quyền|chức\s+năng)"
    r"|(?:các\s+)?cấp\s+trên|Trung\s+ương|Nhà\s+nước)"
    r"(?!\s*(?:,|và|của)(?!\p{L}))(?!\s+(?-i:\p{Lu}))",
    regex.IGNORECASE,
)
# What is asked comes after it: "kiến nghị với Tổ đại biểu một số nội dung như: Đề nghị …".
_ANNOUNCES = compiled(
    r"[^.;:]{0,120}?\b(?:(?:nội\s+dung|vấn\s+đề|ý\s+kiến)\b[^.;:]{0,30}|như(?:\s+sau)?\s*):(?=\s)",
    regex.IGNORECASE,
)
_LINK = compiled(r"\s*(?:(?:với|đối\s+với|đến|tới|gửi|rằng|:)\s+)?", regex.IGNORECASE)


def asked_in(text: str, span: Span) -> tuple[str, ...]:
    """The bodies asked in this statement, as written; empty when none is named."""
    for request in asking_rule().pattern.finditer(text, span.start, span.end):
        start = _LINK.match(text, request.end(), span.end).end()  # type: ignore[union-attr]
        if not _announces(text, start, span.end) and (asked := asked_at(text, start, span.end)):
            return asked
    return ()


def _announces(text: str, start: int, end: int) -> bool:
    """Whether the request only says to whom it was made: no act comes before its colon."""
    lead_in = _ANNOUNCES.match(text, start, end)
    return lead_in is not None and not _act().search(text, start, lead_in.end() - 1)


def asked_first(text: str, span: Span, *, by_label: bool = False) -> tuple[str, ...]:
    """The bodies that a statement begins with, if what they are asked to do comes at once: «Cử tri đề
    nghị: | Điện lực huyện kiểm tra …», but «Trạm y tế thiếu thuốc, cần …» asks no station.
    `by_label`: only before a colon, «Sở Xây dựng: Sớm nâng cấp đường tỉnh»."""
    first = read_units(text, span.start, span.end)
    if first and text[first.span.end : span.end].lstrip().startswith(":"):
        return first.names
    if by_label:
        return ()
    asked = asked_at(text, span.start, span.end) if first else ()
    return asked if first and asked == first.names else ()


def asked_at(text: str, start: int, end: int) -> tuple[str, ...]:
    """The bodies named exactly here, before what they are asked to do."""
    first = read_units(text, start, end)
    persons = _persons().match(text, start, end)
    anybody = _ANYBODY.match(text, start, end)
    if anybody:
        return (" ".join(anybody["whom"].split()),)
    if not first and not persons:
        return ()
    act = _end_of_list(text, start, first.span.end if first else start, end)
    if act and persons:
        return (" ".join(text[start : act.start()].split()).strip(" ,"),)
    return bodies(text, Span(start, act.start())) if act else ()


def _end_of_list(text: str, start: int, named_to: int, end: int) -> regex.Match[str] | None:
    """Where the asking words stop: after the names read, or before an act read as part of one."""
    far = min(end, named_to + _LONGEST)
    ends = (
        _act_in_name().search(text, start, named_to),
        _AFTER_PLACE.search(text, start, far),
        _act().search(text, named_to, far),
    )
    return min((one for one in ends if one), key=lambda found: found.start(), default=None)


def bodies(text: str, span: Span) -> tuple[str, ...]:
    """The bodies of a list: "UBND cùng với Tập đoàn A" names two."""
    names: list[str] = []
    start = span.start
    for join in [*_TOGETHER.finditer(text, span.start, span.end), None]:
        end = join.start() if join else span.end
        names += [unit.name for unit in list_units(text, Span(start, end))]
        start = join.end() if join else end
    return tuple(names)


@cache
def asking_rule() -> Rule:
    return next(rule for rule in rules("petition") if rule.id == "petition.asking")


@cache
def _act() -> regex.Pattern[str]:
    """Small letters only: "quan tâm đầu tư" is an act, "Sở Kế hoạch và Đầu tư" is a name."""
    acts = _words(table("petition")["asked"]["acts"])
    return compiled(
        rf"(?<=[\s,])(?<!\b[Pp]hòng\s|\b[Bb]an\s|\b[Nn]gành\s)"
        rf"(?!có\s+(?:liên\s+quan|thẩm\s+quyền))(?:{acts})\b"
        rf"|\b(?:sẽ|cần|phải)\b|[.;(:]|\bvà\s+(?=(?:{acts})\b)"
    )


@cache
def _act_in_name() -> regex.Pattern[str]:
    """Acts of two syllables that no name has: after a place ("xã A nạo vét"), never after «và»; any act
    behind a level without a name ("Điện lực huyện thay cột")."""
    acts = table("petition")["asked"]["acts"]
    of_two = _words([act for act in acts if " " in act])
    levels = r"tỉnh|huyện|xã|phường|quận|thị\s+trấn|đặc\s+khu"
    return compiled(  # the act is looked for first: it is seldom there, what stands before it often
        rf"(?<=\p{{L}}\s)(?=(?:{_words(acts)})\b)"
        rf"(?:(?<=\b(?:{levels})\s)(?:{_words(acts)})"
        rf"|(?<!\b(?:[Vv]à|[Cc]ác|[Bb]an|[Ss]ở|[Đđ]oàn)\s)(?:{of_two}))\b"
    )


@cache
def _persons() -> regex.Pattern[str]:
    """Delegates and candidates are asked together: "những ứng cử viên A và đại biểu B"."""
    return compiled(
        r"(?:những|các|các\s+vị)\s+(?:\p{L}+\s+)?(?:ứng\s+cử\s+viên|người\s+ứng\s+cử|đại\s+biểu)\b",
        regex.IGNORECASE,
    )


def _words(words: list[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(r"\s+".join(map(regex.escape, word.split())) for word in longest_first)
