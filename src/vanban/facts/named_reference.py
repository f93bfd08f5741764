"""Mentions of documents without a number that still point at one document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import regex

from vanban.facts.date import parse_date
from vanban.facts.issuer import heads_pattern, name_pattern
from vanban.facts.numbered_reference import kind_words
from vanban.facts.stretch import Stretch
from vanban.model import Reference, Span
from vanban.rules import rules, table

# The kinds that are named by their issuer alone; a "báo cáo của huyện" points at no one document.
_TITLED = r"(?:về|thực\s+hiện|triển\s+khai)\s+[^;.()“”\n]{3,160}?(?=\s*(?:[;.()“”\n,]|$))"
_SIGNS = regex.compile(
    r"Luật|luật|LUẬT|Pháp\s+lệnh|[Nn]ghị\s+quyết|NGHỊ\s+QUYẾT|Điều\s+lệ|Chương\s+trình|Chiến\s+lược|Đề\s+án|Dự\s+án|của|giữa"
)
_GENERIC = regex.compile(r"(?:Đảng|Nhà\s+nước|Trung\s+ương|cấp\s+trên|Quốc\s+hội|Chính\s+phủ)")


def named(
    stretch: Stretch, numbered: Iterable[Reference], cited: Iterable[Reference]
) -> list[Reference]:
    """The mentions by name in one stretch; `cited`: all numbered mentions of the document."""
    if not _SIGNS.search(stretch.text, stretch.span.start, stretch.span.end):
        return []
    known = {((mention.kind or "").lower(), (mention.issuer or "").lower()) for mention in cited}
    taken = [mention.span for mention in numbered]
    out: list[Reference] = []
    for mention in sorted(
        _every(stretch, known), key=lambda found: (found.span.start, -len(found.span))
    ):
        if any(mention.span.start == other.span.start for other in out):
            continue
        if any(span.start <= mention.span.start < span.end for span in taken):
            continue
        if _is_not_yet(stretch, mention):
            continue
        out.append(mention)
    return out


def _every(stretch: Stretch, known: set[tuple[str, str]]) -> Iterator[Reference]:
    text, span = stretch.text, stretch.span
    for rule in rules("references"):
        for found in rule.pattern.finditer(text, span.start, span.end):
            groups = found.groupdict()
            yield _reference(
                text,
                Span(*found.span()),
                groups.get("kind") or str(rule.extra["kind"]),
                groups.get("issuer"),
                rule.id,
                groups.get("date"),
            )
    for found in _law().finditer(text, span.start, span.end):
        yield _reference(text, Span(*found.span()), found["kind"], None, "named.law")
    for found in _by_issuer().finditer(text, span.start, span.end):
        kind, issuer = " ".join(found["kind"].split()), " ".join(found["issuer"].split())
        known_here = (kind.lower(), issuer.lower()) in known or any(
            kind.lower() in (one, one.partition(" ")[0]) and issuer.lower() in body
            for one, body in known
            if body
        )
        if kind[0].islower() and not known_here:
            continue
        if _GENERIC.fullmatch(issuer) and not found["middle"].strip():
            continue
        # "Chương trình, Kế hoạch của A và B: Chương trình số …" only heads what it lists.
        if text[found.end() : found.end() + 1] == ":":
            continue
        yield _reference(text, Span(*found.span()), kind, issuer, "named.issuer")


def _reference(
    text: str, span: Span, kind: str, issuer: str | None, rule: str, date: str | None = None
) -> Reference:
    words = " ".join(kind.split())
    return Reference(
        span=span,
        text=" ".join(text[span.start : span.end].split()),
        kind=words[:1].upper() + words[1:].lower()
        if words.isupper()
        else words[:1].upper() + words[1:],
        number=None,
        date=parse_date(date) if date else None,
        issuer=" ".join(issuer.split()) if issuer else None,
        rule=rule,
        confidence=0.8,
    )


def _is_not_yet(stretch: Stretch, mention: Reference) -> bool:
    """A document yet to be made, one of many, or what a numbered document issues."""
    if mention.rule in (
        "named.law",
        "named.law_dated",
        "named.congress",
        "named.plenum",
        "named.statute",
    ):
        return False
    left = stretch.text[max(stretch.span.start, mention.span.start - 40) : mention.span.start]
    return bool(_not_yet().search(left))


@cache
def _not_yet() -> regex.Pattern[str]:
    words = "|".join(word.replace(" ", r"\s+") for word in table("references")["words"]["not_yet"])
    return regex.compile(
        rf"(?<!\p{{L}})(?:{words})\s*(?:,?\s*(?:đề\s+xuất|chủ\s+trương|đầu\s+tư)\s*)*$",
        regex.IGNORECASE,
    )


@cache
def _law() -> regex.Pattern[str]:
    titles = "|".join(
        title.replace(" ", r"\s+") for title in sorted(table("laws")["laws"], key=len, reverse=True)
    )
    return regex.compile(
        rf"(?P<kind>(?-i:Luật|Bộ\s+luật|Pháp\s+lệnh))\s+(?:(?:sửa\s+đổi,\s+bổ\s+sung\s+một\s+số\s+điều\s+của\s+)?(?:Luật\s+)?)?(?:{titles})(?!\p{{L}})",
        regex.IGNORECASE,
    )


@cache
def _by_issuer() -> regex.Pattern[str]:
    """Kind, what it is on, "của" or "giữa", a body that issues documents, and its title."""
    return regex.compile(
        rf"(?<!\p{{L}})(?P<kind>(?i:{kind_words()}))(?P<middle>(?:\s+(?!số(?!\p{{L}})|này(?!\p{{L}})|của|giữa|và|các|về)[\p{{L}}\d\-]+,?){{0,12}}?)"
        rf"\s+(?:của|giữa)\s+(?P<issuer>(?={heads_pattern()}){name_pattern()})(?P<title>\s+{_TITLED})?"
    )
