"""Where duties cannot stand: purpose, reports of what was done, principles, closing formulas."""

from __future__ import annotations

from vanban.facts.unit_grammar import HEAD
from vanban.layout.page import Layout
from vanban.model import Block
from vanban.rules import rules
from vanban.rules.pattern import compiled

_SECTIONS = tuple(
    rule for rule in rules("duty_sections") if rule.extra["bars"] not in ("statement", "past")
)
_AHEAD = next(rule.pattern for rule in rules("duty_sections") if rule.extra["bars"] == "past")
_QUOTA = tuple(rule for rule in rules("duty_sections") if rule.extra["bars"] == "statement")
_RATE = next(rule.pattern for rule in _QUOTA if rule.id == "section.rate")
#: A submission says what is asked of a superior: it lays no duties.
_LAY_NOTHING = ("tờ trình", "giấy mời", "giấy mời họp", "luật", "tờ khai")
_COUNCIL = compiled(r"\b(?:Hội\s+đồng\s+nhân\s+dân|HĐND)\b(?!\s+và\s+(?:UBND|Ủy))")
#: What a meeting was told to do stands in the conclusion of its minutes.
_CONCLUDES = compiled(
    r"(?i)^\s*(?:ý\s+kiến\s+)?kết\s+luận(?:\s+(?:của|hội\s+nghị|cuộc\s+họp)\b|\s*[:.]?\s*$)"
)
_ASKS = compiled(r"(?i)^\s*(?:những\s+|một\s+số\s+|các\s+)?đề\s+nghị(?:\s+với\b|\s*[:.]?\s*$)")
_CLOSES = compiled(
    r"\s*(?:Trên\s+đây\s+là|Trong\s+quá\s+trình\s+(?:tổ\s+chức\s+|triển\s+khai\s+)*(?:thực\s+hiện|triển\s+khai)|Quá\s+trình\s+(?:thực\s+hiện|triển\s+khai)"
    r"|(?:Kế\s+hoạch|Hướng\s+dẫn|Chỉ\s+thị|Quyết\s+định|Nghị\s+quyết|Chương\s+trình|Quy\s+(?:chế|định)|Thông\s+báo|Công\s+văn|Văn\s+bản)\s+này"
    r"|Căn\s+cứ\s+(?:nội\s+dung\s+)?(?:Kế\s+hoạch|Hướng\s+dẫn|Chương\s+trình)\s+này\s*,?\s+(?:các\s|đề\s+nghị|yêu\s+cầu|(?-i:\p{Lu}))|Nhận\s+được|Yêu\s+cầu\s+các|Đề\s+nghị\s+các|Giao\s+)"
)
_SPEAKS_TO_ALL = compiled(r"[^.;:]{3,80}?\s(?:yêu\s+cầu|đề\s+nghị|thông\s+báo)\s+")


def lays_duties(kind: str | None) -> bool:
    """Whether a document of this kind can lay duties at all; an unknown kind can."""
    return (kind or "").lower() not in _LAY_NOTHING


def looks_back(kind: str | None) -> bool:
    """Whether a document of this kind tells what was done: it lays duties only where it says so."""
    return (kind or "").lower().startswith(("báo cáo", "biên bản"))


def looks_ahead(page: Layout, block: Block, issuers: tuple[str, ...] = ()) -> bool:
    """Whether the block stands under a heading that turns to what is to be done.

    What a council asks of the authorities it watches is to be done too; what others ask of a
    superior is a petition.
    """
    turns = [_AHEAD, _CONCLUDES]
    if any(_COUNCIL.search(issuer) for issuer in issuers):
        turns.append(_ASKS)
    return any(
        above.kind == "heading" and any(turn.search(page.said(above)) for turn in turns)
        for above in page.ancestors(block)
    )


def bars_of(page: Layout, block: Block) -> str:
    """What a heading forbids beneath it: "all", "inherited", or nothing ("")."""
    words = page.said(block)[:160]
    for rule in _SECTIONS:
        if rule.pattern.search(words):
            return str(rule.extra["bars"])
    return ""


def is_quota(words: str) -> bool:
    """A ceiling, or a rate, for each of some kind of body."""
    return any(rule.pattern.search(words) for rule in _QUOTA)


def is_rate(words: str) -> bool:
    return "/" in words and _RATE.search(words) is not None


def closes(page: Layout, block: Block) -> bool:
    """A paragraph at the end of the body that speaks to all and is not part of the last section."""
    if block.kind != "paragraph" or block.zone == "preamble":
        return False
    words = page.said(block)
    speaks = _CLOSES.match(words) or (HEAD.match(words) and _SPEAKS_TO_ALL.match(words))
    return bool(speaks) and not words.rstrip(" *\n").endswith(":")
