"""References: what cannot be right in the way other documents are cited."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

import regex

from vanban.checks.paper import Paper, finding
from vanban.checks.pattern import matches
from vanban.model import Finding, Reference
from vanban.rules import table

_CODE = regex.compile(
    r"^\d+(?:/\d{4})?[-/](?P<kind>\p{L}+)[-/](?P<issuer>.+)$|^\d+(?:/\d{4})?-(?P<kind>\p{L}+)/(?P<issuer>.+)$"
)


def check(paper: Paper) -> Iterator[Finding]:
    yield from matches(paper, "checks_references")
    numbered = [one for one in paper.document.references if one.number]
    yield from _two_dates(numbered)
    yield from _two_numbers(numbered)
    yield from _after_this_document(paper, numbered)
    yield from _kind_against_symbol(numbered)
    yield from _issuer_against_symbol(paper, numbered)
    yield from _twin_codes(paper, numbered)
    yield from _never_dated(numbered)
    yield from _without_number(paper)
    yield from _no_longer_in_force(paper)


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
            same = one.date and one.date == other.date and one.kind == other.kind
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


def _kind_against_symbol(numbered: list[Reference]) -> Iterator[Finding]:
    for one in numbered:
        code = _CODE.match(one.number or "")
        if not code or not one.kind:
            continue
        allowed = _codes_of(one.kind)
        if allowed and code.group("kind") not in allowed and code.group("kind") in _all_codes():
            yield finding(
                one.span,
                "references.kind_mismatch",
                "warning",
                f"«{one.kind}» nhưng ký hiệu «{code.group('kind')}» là của loại văn bản khác",
                f"Ký hiệu của {one.kind.lower()} là {' hoặc '.join(sorted(allowed))}.",
            )


def _issuer_against_symbol(paper: Paper, numbered: list[Reference]) -> Iterator[Finding]:
    rows = table("checks_codes")["issuer"]
    for one in numbered:
        code = _CODE.match(one.number or "")
        if not code:
            continue
        sentence = paper.text[one.span.start : min(paper.span.end, one.span.end + 140)]
        sentence = " ".join(regex.split(r"[;.]\s", sentence)[0].split())
        for row in rows:
            if code.group("issuer") not in row["codes"]:
                continue
            named = regex.search(
                r"\bcủa ((?:Thủ tướng|Chính phủ|Bộ|Ban|Hội đồng|Quốc hội|Ủy ban)[^,;:()]{0,60})",
                sentence,
            )
            if named and not any(name in named.group(1) for name in row["names"]):
                yield finding(
                    one.span,
                    "references.issuer_mismatch",
                    "warning",
                    f"Ký hiệu «{code.group('issuer')}» là của {row['names'][0]}, ở đây ghi "
                    f"«{named.group(1).strip()}»",
                )
        before = paper.text[max(paper.span.start, one.span.start - 80) : one.span.start]
        doer = regex.search(
            r"((?:Hội đồng|Ủy ban|Ban)\s[\p{L}\s]{3,40}?)\s+(?:đã\s+)?ban\s+hành\s+$", before
        )
        for row in rows:
            if (
                doer
                and code.group("issuer") in row["codes"]
                and not any(name.casefold() in doer.group(1).casefold() for name in row["names"])
            ):
                yield finding(
                    one.span,
                    "references.issuer_mismatch",
                    "warning",
                    f"Ký hiệu «{code.group('issuer')}» là của {row['names'][0]}, ở đây ghi "
                    f"«{doer.group(1)}» ban hành",
                )


def _twin_codes(paper: Paper, numbered: list[Reference]) -> Iterator[Finding]:
    """An issuer's code that is another of this document with one letter doubled or lost."""
    pieces: dict[str, list[Reference]] = defaultdict(list)
    numbers = [(one, one.number or "") for one in numbered]
    for one, number in numbers:
        for piece in set(regex.split(r"[-/]", number)):
            if piece.isalpha() and len(piece) >= 3:
                pieces[piece].append(one)
    known = set(pieces) | set(regex.split(r"[-/]", paper.document.header.number or ""))
    for piece, mentions in pieces.items():
        doubled = {
            piece[:i] + piece[i + 1 :] for i in range(1, len(piece)) if piece[i] == piece[i - 1]
        }
        twins = doubled & known
        if twins:
            yield finding(
                mentions[0].span,
                "references.code_slip",
                "warning",
                f"Ký hiệu «{piece}» có lẽ là «{sorted(twins)[0]}»",
            )
    own = paper.document.header.number
    span = paper.document.header.spans.get("number")
    tail = regex.split(r"[-/]", own or "")[-1]
    longer = sorted(one for one in pieces if len(tail) >= 2 and one != tail and one[:-1] == tail)
    if own and span and longer:
        yield finding(
            span,
            "references.code_slip",
            "warning",
            f"Ký hiệu «{tail}» bị cắt, nơi khác viết «{longer[0]}»",
        )


def _never_dated(numbered: list[Reference]) -> Iterator[Finding]:
    dated = {_key(one) for one in numbered if one.date}
    told: set[str] = set()
    for one in numbered:
        is_law = "/QH" in (one.number or "") or one.text.startswith("Số")
        if not one.date and not is_law and _key(one) not in dated | told:
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


def _no_longer_in_force(paper: Paper) -> Iterator[Finding]:
    for one in paper.document.references:
        said = paper.registry(one) if paper.registry else None
        if said:
            yield finding(one.span, "references.not_in_force", "warning", said)


def _key(one: Reference) -> str:
    return (one.number or "").upper().replace("Đ", "D").replace(" ", "")


def _codes_of(kind: str) -> frozenset[str]:
    words = kind.casefold().split()
    for row in table("checks_codes")["kind"]:
        if words[: len(row["name"].split())] == row["name"].split():
            return frozenset(row["codes"])
    return frozenset()


@cache
def _all_codes() -> frozenset[str]:
    return frozenset(code for row in table("checks_codes")["kind"] for code in row["codes"])


@cache
def _numbered_kinds() -> frozenset[str]:
    return frozenset({"Chỉ thị", "Kế hoạch", "Công văn", "Thông báo", "Hướng dẫn", "Quyết định"})
