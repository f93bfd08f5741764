"""Figures: sums and shares that do not follow from the numbers beside them."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.checks.paper import Paper, finding
from vanban.checks.pattern import matches
from vanban.facts.number import parse_count, parse_decimal
from vanban.model import Finding, Span
from vanban.rules.pattern import compiled

_N = r"(?:\d{1,3}(?:\.\d{3})+|\d+)"
_SHARE = compiled(
    rf"(?<![\d.,/])(?P<part>{_N})(?:\s*/\s*|\s+(?:\p{{L}}+\s+){{0,5}}(?:trên|trong)\s+tổng\s+số\s+)"
    rf"(?P<whole>{_N})(?![\d/])[^.;\n%\d]{{0,60}}?"
    rf"(?:đạt|chiếm|bằng|tỷ lệ|=|\()\s*(?:tỷ lệ\s*)?(?P<share>\d{{1,3}}(?:,\d+)?)\s*%"
)


def check(paper: Paper) -> Iterator[Finding]:
    yield from matches(paper, "checks_figures")
    yield from _sums(paper)
    yield from _shares(paper)


def _sums(paper: Paper) -> Iterator[Finding]:
    for one in paper.document.sums:
        if not one.holds:
            parts = " + ".join(map(str, one.parts))
            yield finding(
                one.span,
                "figures.sum",
                "error",
                f"Tổng ghi {one.total}, các phần cộng lại là {sum(one.parts)} ({parts})",
            )


def _shares(paper: Paper) -> Iterator[Finding]:
    for found in paper.find(_SHARE):
        part, whole = parse_count(found["part"]), parse_count(found["whole"])
        said = parse_decimal(found["share"])
        if not part or not whole or said is None:
            continue
        true = 100 * part / whole
        places = len(found["share"].partition(",")[2])
        if abs(true - said) > 0.6 * 10**-places:
            yield finding(
                Span(*found.span()),
                "figures.share",
                "error",
                f"{found['part']}/{found['whole']} là {true:.{max(places, 1)}f}%, văn bản ghi "
                f"{found['share']}%",
            )
