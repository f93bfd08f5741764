"""Symbols of cited documents: the code of the kind and of the issuer against what is said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import regex

from vanban.checks.paper import Paper, finding
from vanban.model import Finding, Reference
from vanban.rules import table
from vanban.rules.pattern import compiled

_CODE = compiled(
    r"^\d+(?:/\d{4})?[-/](?P<kind>\p{L}+)[-/](?P<issuer>.+)$|^\d+(?:/\d{4})?-(?P<kind>\p{L}+)/(?P<issuer>.+)$"
)

_LONGEST_CODE = 4


def check(paper: Paper) -> Iterator[Finding]:
    numbered = [one for one in paper.document.references if one.number]
    yield from _kind_against_symbol(numbered)
    yield from _issuer_against_symbol(paper, numbered)
    yield from _twin_codes(paper, numbered)


def _kind_against_symbol(numbered: list[Reference]) -> Iterator[Finding]:
    for one in numbered:
        code = _CODE.match(one.number or "")
        if not code or not one.kind:
            continue
        allowed = _codes_of(one.kind)
        if allowed and _is_unknown(code.group("kind"), allowed):
            yield finding(
                one.span,
                "references.unknown_kind",
                "hint",
                f"Ký hiệu «{code.group('kind')}» không phải của loại văn bản nào đã biết",
                f"Ký hiệu của {one.kind.lower()} là {allowed[0]}.",
            )
        if allowed and code.group("kind") not in allowed and code.group("kind") in _all_codes():
            yield finding(
                one.span,
                "references.kind_mismatch",
                "warning",
                f"«{one.kind}» nhưng ký hiệu «{code.group('kind')}» là của loại văn bản khác",
                f"Ký hiệu của {one.kind.lower()} là {allowed[0]}.",
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
            if named and not _is_named(named.group(1), row):
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
            if doer and code.group("issuer") in row["codes"] and not _is_named(doer.group(1), row):
                yield finding(
                    one.span,
                    "references.issuer_mismatch",
                    "warning",
                    f"Ký hiệu «{code.group('issuer')}» là của {row['names'][0]}, ở đây ghi "
                    f"«{doer.group(1)}» ban hành",
                )


def _is_named(said: str, row: Mapping[str, Any]) -> bool:
    """ "Bộ trưởng Bộ Y tế" names the ministry; "Thủ tướng Chính phủ" does not name the Government."""
    folded = said.casefold()
    other = any(name.casefold() in folded for name in row.get("not", ()))
    return not other and any(name.casefold() in folded for name in row["names"])


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


def _is_unknown(code: str, allowed: tuple[str, ...]) -> bool:
    """ "KX"; but not "KHLN", a code of its own made from a known one, nor a department in a letter."""
    known = code in _all_codes() or any(code.startswith(one) for one in allowed)
    return not known and len(code) <= _LONGEST_CODE


def _codes_of(kind: str) -> tuple[str, ...]:
    words = kind.casefold().split()
    for row in table("checks_codes")["kind"]:
        if words[: len(row["name"].split())] == row["name"].split():
            return tuple(row["codes"])
    return ()


@cache
def _all_codes() -> frozenset[str]:
    return frozenset(code for row in table("checks_codes")["kind"] for code in row["codes"])
