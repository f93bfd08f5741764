"""What a mention is for: ground of issuing, object of carrying out, or only cited.

The words before it in its sentence decide; a document named inside the title of another is cited.
"""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from functools import cache

import regex

from vanban.facts.ground import (
    alternatives,
    begins_the_next,
    is_ground,
    leads_to,
    main_clause,
    past_the_meeting,
    performs,
    stands_on_an_article,
)
from vanban.facts.stretch import Stretch
from vanban.model import Reference, Role
from vanban.rules.pattern import compiled
from vanban.rules.sought import Sought, sought

_SENTENCE = compiled(r"[.!?…][”\"]?\s+(?=[\p{Lu}“(])")
_RUN = compiled(
    r"\s*(?:\([^()]{0,90}\))?\s*(?:,|;|và|,?\s*và|hoặc|,?\s*cùng)?\s*(?:các\s+)?"
    r"(?:(?:(?:điểm|khoản|[Đđ]iều)\s+[\da-zđ]{1,3}(?:\s*,\s*[\da-zđ]{1,3})*\s+){1,3}(?:của\s+)?)?"
)
_LIST_END = compiled(r"(?:,|(?<!\p{L})và)\s*(?:các\s+)?$")
# "và chỉ đạo của Thủ tướng tại Công văn …": one more in the list, by what it conveys.
_CONVEYED = compiled(r"(?<!\p{L})và\s+[^;,]{0,120}\s(?:tại|theo)\s*$")
# "…, được giao theo Nghị quyết": an order of its own, not the title of the document before it.
_BY = compiled(
    r"[,;][^;]*(?<!kèm\s)theo(?:\s+(?:đúng|các|quy\s+định|tinh\s+thần|yêu\s+cầu|chỉ\s+đạo|nội\s+dung|hướng\s+dẫn))*(?:\s+(?:của|tại))?\s*$"
)
_TOLD = ("theo", "căn cứ", "trên cơ sở")
# What it asks to be done "theo" a document carries that document out.
_ASKED = compiled(r"(?<!\p{L})(?:đề\s+nghị|kiến\s+nghị|yêu\s+cầu)(?!\p{L})", regex.IGNORECASE)
# A title holds no more mentions than this, so no further back is one looked for.
_NEAR = 12
# «theo các nội dung nêu trong Hướng dẫn số …»: what is in the document is carried out.
_OF_ITS_CONTENT = compiled(r"(?:được\s+)?nêu\s+(?:tại|trong)", regex.IGNORECASE)
_GOVERNS = compiled(
    r"(?<!\p{L})(?:theo|thực\s+hiện|triển\s+khai|quán\s+triệt)\s[^,;:.()]{0,60}$", regex.IGNORECASE
)
# «Báo cáo của Ban Tổ chức … (Báo cáo số …)»: the same document again, with its number.
_OPENS_A_BRACKET = compiled(r"\(\s*$")
_WISH = compiled(r"\s+(?:đề\s+nghị|đề\s+xuất|kiến\s+nghị|báo\s+cáo)\s+của\s", regex.IGNORECASE)
_REPEATED = compiled(r"\(\s*$")
# "… đã được sửa đổi, bổ sung theo Luật số …": by which document, told beside.
_AMENDED_BY = compiled(
    r"sửa\s+đổi[^;.()]{0,60}\s(?:theo|bởi|tại|bằng)\s+(?:các\s+)?$", regex.IGNORECASE
)
_REPLACED = compiled(
    r"(?<!\p{L})(thay\s+thế|bãi\s+bỏ|hủy\s+bỏ|sửa\s+đổi(?:,\s*bổ\s+sung)?)(?:\s+một\s+số\s+[^.;]{1,40})?[^.;]{0,40}$",
    regex.IGNORECASE,
)


def with_roles(stretch: Stretch, mentions: list[Reference], kind: str | None) -> list[Reference]:
    """The same mentions with role and relation told. `kind`: of the document they stand in."""
    out: list[Reference] = []
    head: Role = "cite"
    for mention in mentions:
        role, opens = _role(stretch, mention, out, head, kind)
        if opens:
            head = role
        out.append(replace(mention, role=role, relation=_relation(stretch, mention, role)))
    return out


def _role(
    stretch: Stretch, mention: Reference, before: list[Reference], head: Role, kind: str | None
) -> tuple[Role, bool]:
    """The role, and whether it governs the mentions listed after this one."""
    if stretch.is_note:
        return "cite", False
    text = stretch.text
    outer = next(
        (one for one in reversed(before[-_NEAR:]) if one.span.end > mention.span.start), None
    )
    last = before[-1] if before else None
    if outer:
        return (
            ("cite", False)
            if not _listed_inside(text, outer, before, mention)
            else (before[-1].role, False)
        )
    start = last.span.end if last else stretch.span.start
    between = text[start : mention.span.start]
    sentence = _start_of_sentence(text, start, mention.span.start)
    if last is None or sentence is not None:
        said = text[sentence if sentence is not None else start : mention.span.start]
        return _opening(stretch, said, kind), True
    if _REPEATED.search(between) and mention.number in {one.number for one in before}:
        return next(one.role for one in before if one.number == mention.number), False
    if _AMENDED_BY.search(between) or _trigger(between[-30:], kind, words="naming") == "cite":
        return "cite", False
    if _OPENS_A_BRACKET.search(between) and last.number is None and last.kind == mention.kind:
        return last.role, False
    aside = _in_open_bracket(between)
    if aside and not _REPEATED.search(between):
        return _trigger(aside, kind) or "cite", False
    clause = between.rpartition(";")[2] if ";" in between else None
    if _RUN.fullmatch(between):
        return (head, True) if ";" in between else (last.role, False)
    if clause is not None:
        if stretch.zone == "preamble" and head == "basis":
            return (
                ("basis", True)
                if leads_to(clause)
                else ("implement" if performs(clause) else "cite", False)
            )
        return _trigger(clause, kind) or head, True
    if stretch.zone == "preamble" and head == "basis" and begins_the_next(between):
        return "basis", True
    afresh = _afresh().search(between) or main_clause().search(between)
    if afresh:
        return _trigger(between[afresh.start() :], kind) or head, True
    if stretch.zone not in ("preamble", "header") and _BY.search(between):
        return _trigger(between, kind) or head, True
    # «Kết luận của Ban … tại Thông báo số …»: what was concluded, and where it is written.
    conveyed = last.number is None and between.split() == ["tại"]
    if conveyed or _LIST_END.search(between) or _CONVEYED.search(between):
        return (last.role if conveyed else head), False
    return "cite", False


def _opening(stretch: Stretch, said: str, kind: str | None) -> Role:
    """The role of the first mention of a sentence."""
    if stretch.zone == "preamble" and not said.strip(" -–+"):
        return "basis"
    said = past_the_meeting(said) if stretch.zone == "preamble" else said
    if stretch.zone == "preamble" and is_ground(said):
        clause = main_clause().search(said)
        return (clause and _trigger(said[clause.start() :], kind)) or "basis"
    if stands_on_an_article(said):
        return "basis"
    return _trigger(_in_open_bracket(said) or said, kind) or "cite"


def _in_open_bracket(said: str) -> str:
    """The words of a bracket that is still open: "(quy định tại Điều 1 của …" speaks for itself."""
    _, opened, words = said.rpartition("(")
    return words if opened and ")" not in words and words.strip() else ""


def _start_of_sentence(text: str, start: int, end: int) -> int | None:
    found = deque(_SENTENCE.finditer(text, start, end), maxlen=1)
    return found[0].end() if found else None


def _listed_inside(
    text: str, outer: Reference, before: list[Reference], mention: Reference
) -> bool:
    last = before[-1]
    return last is not outer and bool(_RUN.fullmatch(text, last.span.end, mention.span.start))


def _trigger(said: str, kind: str | None, words: str = "all") -> Role | None:
    """The role that the last telling word before a mention gives it."""
    found = deque(_triggers().finditer(said), maxlen=1)
    if not found:
        return None
    last = found[0]
    if words == "naming":
        return "cite" if last["naming"] else None
    if last["cite"] and _OF_ITS_CONTENT.fullmatch(last["cite"]):
        return "implement" if _GOVERNS.search(said[: last.start()]) else "cite"
    if last["cite"] or last["naming"]:
        return "cite"
    # «theo đề nghị của Sở A tại Tờ trình số …»: whose wish is granted is told by it.
    if last["implement"].lower() == "theo" and _WISH.match(said, last.end()):
        return "cite"
    # What a report tells to have been done "theo" a document is a citation of it.
    told = last["implement"].lower() in _TOLD and (kind or "").startswith("báo cáo")
    if told and not _ASKED.search(said, 0, last.start()):
        return "cite"
    return "implement"


def _relation(stretch: Stretch, mention: Reference, role: Role) -> str:
    if role == "basis":
        return "căn cứ"
    if role == "implement":
        return "thực hiện"
    left = stretch.text[max(stretch.span.start, mention.span.start - 90) : mention.span.start]
    found = _REPLACED.search(left)
    if not found:
        return "viện dẫn"
    word = " ".join(found[1].lower().split())
    return {"hủy bỏ": "bãi bỏ"}.get(word, "sửa đổi" if word.startswith("sửa") else word)


@cache
def _triggers() -> Sought:
    naming = "|".join(
        (r"gọi\s+là", r"gọi\s+tắt\s+là", r"viết\s+tắt\s+là", r"thay\s+thế", r"kèm\s+theo")
    )
    return sought(
        rf"(?<!\p{{L}})(?:(?P<naming>{naming})|(?P<cite>{alternatives('cite')})|(?P<implement>{alternatives('implement')}))(?!\p{{L}})",
        regex.IGNORECASE,
    )


@cache
def _afresh() -> regex.Pattern[str]:
    return compiled(
        rf"(?:[,:]|(?<!\p{{L}})và)\s+(?:{alternatives('afresh')})(?!\p{{L}})[^;]*$",
        regex.IGNORECASE,
    )
