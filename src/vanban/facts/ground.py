"""The grounds on which a document is issued, as its preamble says them."""

from __future__ import annotations

from functools import cache

import regex

from vanban.facts.issuer import heads_pattern
from vanban.rules import table
from vanban.rules.pattern import compiled

_GROUND_GOES_ON = compiled(
    r"\s*(?:(?:xét|theo|căn\s+cứ|trên\s+cơ\s+sở|và|các|thực\s+hiện|triển\s+khai)\b[^,;]{0,90})?",
    regex.IGNORECASE,
)
# «Tại phiên họp ngày …, sau khi nghe Báo cáo số …»: when they met, and then the ground.
_AT_A_MEETING = compiled(
    r"[^.;]{0,40}?(?:tại|ngày|sáng|chiều)\s[^;]{2,160}?,\s+(?=(?:sau\s+khi|xem\s+xét|căn\s+cứ|trên\s+cơ\s+sở|xét|theo)\s)",
    regex.IGNORECASE,
)
# «Căn cứ khoản 3 Điều 1 Luật …, đề nghị …» within a letter: the norm on which one request stands.
_BY_AN_ARTICLE = compiled(
    r"\W*Căn\s+cứ\s+(?:(?:quy\s+định\s+)?(?:tại\s+)?(?:tiết|điểm|khoản|[Đđ]iều)\s+[\da-zđ]{1,3}(?:,|\s+và|(?=\s))\s*(?:của\s+)?)+$"
)
# Between two grounds of one sentence: «…, trên cơ sở Kế hoạch số …».
_NEXT_GROUND = compiled(r",\s+(?:và\s+)?(?:trên\s+cơ\s+sở|căn\s+cứ)\s+(?:các\s+)?$")


def is_ground(said: str) -> bool:
    """Whether the words before the first mention of a preamble give it as a ground."""
    return _ground().match(said) is not None and not performs(said)


def past_the_meeting(said: str) -> str:
    """The words without when and where somebody met, if a ground comes after them."""
    met = _AT_A_MEETING.match(said)
    return said[met.end() :] if met else said


def stands_on_an_article(said: str) -> bool:
    """Whether a sentence opens with the article of a norm on which its request stands."""
    return _BY_AN_ARTICLE.match(said) is not None


def begins_the_next(between: str) -> bool:
    """Whether the words between two mentions of one sentence begin another ground."""
    return _NEXT_GROUND.search(between) is not None


def leads_to(clause: str) -> bool:
    """Whether the words between a semicolon and a mention only name the next ground."""
    return _GROUND_GOES_ON.fullmatch(clause) is not None


def performs(said: str) -> bool:
    """Whether the issuer itself speaks in these words ("… đề ra chương trình hành động …")."""
    return bool(_performative().search(said))


def alternatives(family: str) -> str:
    words = sorted(table("references")["words"][family], key=len, reverse=True)
    return "|".join(word.replace(" ", r"\s+") for word in words)


@cache
def _ground() -> regex.Pattern[str]:
    return compiled(rf"\s*(?!theo\s+đó)(?:{alternatives('ground')})(?!\p{{L}})", regex.IGNORECASE)


@cache
def main_clause() -> regex.Pattern[str]:
    """Where the issuer begins to speak after the grounds: ", Ban Thường vụ Tỉnh ủy yêu cầu …"."""
    verbs = "|".join(verb.replace(" ", r"\s+") for verb in table("issuers")["performs"])
    return compiled(
        rf"[,;]\s+(?:ngày\s+\d[\d/.-]*,?\s+)?(?:{heads_pattern()})(?!\p{{L}})[^,;]{{0,90}}?\s(?:{verbs})(?!\p{{L}})"
    )


@cache
def _performative() -> regex.Pattern[str]:
    return compiled(
        r"(?<!\p{L})(?:đề\s+ra|ban\s+hành|xây\s+dựng|yêu\s+cầu)\s+(?:các\s+)?(?:chương\s+trình|kế\s+hoạch|chỉ\s+thị|hướng\s+dẫn|nghị\s+quyết)",
        regex.IGNORECASE,
    )
