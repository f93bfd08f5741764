"""References: what cannot be right in the way other documents are cited."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from vanban.checks.paper import Paper, finding
from vanban.checks.pattern import matches
from vanban.model import Finding, Reference
from vanban.rules.pattern import placed

_DAY_BEHIND = placed(r"[,\s]*ngày\s+\d")


def check(paper: Paper) -> Iterator[Finding]:
    yield from matches(paper, "checks_references")
    numbered = [one for one in paper.document.references if one.number]
    yield from _two_dates(numbered)
    yield from _two_numbers(numbered)
    yield from _after_this_document(paper, numbered)
    yield from _never_dated(paper, numbered)
    yield from _without_number(paper)
    yield from _body_without_level(numbered)
    yield from _ambiguous(paper)
    yield from not_in_force(paper)


def _two_dates(numbered: list[Reference]) -> Iterator[Finding]:
    by_number: dict[str, list[Reference]] = defaultdict(list)
    for one in numbered:
        if one.date:
            by_number[_key(one)].append(one)
    for mentions in by_number.values():
        first = mentions[0]
        for other in mentions[1:]:
            if other.date != first.date:
                yield finding(
                    other.span,
                    "references.two_dates",
                    "warning",
                    f"{other.number} ở đây ghi ngày {other.date:%d/%m/%Y}, chỗ khác ghi "
                    f"{first.date:%d/%m/%Y}: hai ngày của một văn bản, hoặc hai văn bản trùng số",
                )
                break


def _two_numbers(numbered: list[Reference]) -> Iterator[Finding]:
    """One kind and one date under two numbers, one of which is the other cut short."""
    seen: list[Reference] = []
    for one in numbered:
        for other in seen:
            same = one.date and one.date == other.date and _same_kind(one, other)
            short, long = sorted((_key(one), _key(other)), key=len)
            if same and short != long and long.startswith(short):
                yield finding(
                    one.span,
                    "references.two_numbers",
                    "warning",
                    f"Cùng một văn bản ngày {one.date:%d/%m/%Y} được dẫn với hai số ký hiệu: "
                    f"{other.number} và {one.number}",
                )
                break
        seen.append(one)


def _same_kind(one: Reference, other: Reference) -> bool:
    """ "Chương trình phối hợp" is called "Chương trình" a page later."""
    kinds = (one.kind or "").casefold(), (other.kind or "").casefold()
    return kinds[0].startswith(kinds[1]) or kinds[1].startswith(kinds[0])


def _after_this_document(paper: Paper, numbered: list[Reference]) -> Iterator[Finding]:
    issued = paper.document.header.issued_on
    for one in numbered:
        if issued and one.date and one.date > issued:
            yield finding(
                one.span,
                "references.later_than_document",
                "error",
                f"Văn bản được dẫn có ngày {one.date:%d/%m/%Y}, sau ngày của chính văn bản này "
                f"({issued:%d/%m/%Y})",
            )


def _never_dated(paper: Paper, numbered: list[Reference]) -> Iterator[Finding]:
    dated = {_key(one) for one in numbered if one.date}
    told: set[str] = set()
    for one in numbered:
        is_law = "/QH" in (one.number or "") or one.text.startswith("Số")
        garbled = _DAY_BEHIND.match(paper.text, one.span.end)  # "ngày 16/7/20 21" is told as such
        if not (one.date or is_law or garbled) and _key(one) not in dated | told:
            told.add(_key(one))
            yield finding(
                one.span, "references.undated", "hint", f"{one.number} được dẫn mà không ghi ngày"
            )


def _without_number(paper: Paper) -> Iterator[Finding]:
    for one in paper.document.references:
        fresh = one.text[:1].isupper() and not one.number and not one.date
        if fresh and one.issuer and one.kind in _numbered_kinds():
            yield finding(
                one.span,
                "references.without_number",
                "hint",
                f"{one.kind} của {one.issuer} được dẫn mà không ghi số, ngày",
            )


def _ambiguous(paper: Paper) -> Iterator[Finding]:
    """ "Kế hoạch nêu trên" where two plans were named before: which one is left to the reader."""
    for one in paper.document.partial_mentions:
        if one.means == "ambiguous":
            said = [" ".join(span.of(paper.text).split()) for span in one.mentions[-3:]]
            yield finding(
                one.span,
                "references.ambiguous_mention",
                "hint",
                f"«{one.text}» có thể là {len(one.mentions)} văn bản: {'; '.join(map(_short, said))}",
                "Ghi rõ số, ký hiệu của văn bản.",
            )


def _short(words: str, most: int = 60) -> str:
    return words if len(words) <= most else f"{words[:most].rstrip()}…"


def _body_without_level(numbered: list[Reference]) -> Iterator[Finding]:
    for one in numbered:
        if (one.issuer or "").casefold() in {
            "ủy ban nhân dân",
            "ubnd",
            "hội đồng nhân dân",
            "hđnd",
        }:
            yield finding(
                one.span,
                "references.body_without_level",
                "hint",
                f"«{one.issuer}» thiếu cấp (tỉnh, xã …)",
            )


def not_in_force(paper: Paper) -> Iterator[Finding]:
    """What only a register of documents can tell, and may tell otherwise tomorrow."""
    for one in paper.document.references:
        said = paper.registry(one) if paper.registry else None
        if said:
            yield finding(one.span, "references.not_in_force", "warning", said)


def _key(one: Reference) -> str:
    return (one.number or "").upper().replace("Đ", "D").replace(" ", "")


@cache
def _numbered_kinds() -> frozenset[str]:
    return frozenset({"Chỉ thị", "Kế hoạch", "Công văn", "Thông báo", "Hướng dẫn", "Quyết định"})
