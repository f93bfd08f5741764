"""Words written with a syllable that sounds alike: «bố chí» for «bố trí» (`checks_confusion.toml`)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from vanban.checks.paper import Paper, finding
from vanban.model import Finding, Span
from vanban.rules import table


def check(paper: Paper) -> Iterator[Finding]:
    right, not_after, not_before = _rows()
    words = paper.tokens
    said = [word.said.lower() for word in words]
    for at in range(len(words) - 1):
        pair = f"{said[at]} {said[at + 1]}"
        if pair not in right or not paper.text[words[at].end : words[at + 1].start].isspace():
            continue
        before = said[at - 1] if at else ""
        after = said[at + 2] if at + 2 < len(said) else ""
        if before in not_after.get(pair, ()) or after in not_before.get(pair, ()):
            continue
        span = Span(words[at].start, words[at + 1].end)
        message = f"«{span.of(paper.text)}» viết nhầm cho «{right[pair]}»"
        yield finding(span, "spelling.confusion", "warning", message, right[pair])


@cache
def _rows() -> tuple[dict[str, str], dict[str, list[str]], dict[str, list[str]]]:
    """What each wrong pair stands for, and the syllables beside which it is no fault."""
    right: dict[str, str] = {}
    not_after: dict[str, list[str]] = {}
    not_before: dict[str, list[str]] = {}
    for row in table("checks_confusion")["confusion"]:
        for pair in row["pairs"].replace("\n", " ").split(","):
            wrong, _, meant = (part.strip() for part in pair.partition(">"))
            right[wrong] = meant
        not_after |= row["not_after"]
        not_before |= row["not_before"]
    return right, not_after, not_before
