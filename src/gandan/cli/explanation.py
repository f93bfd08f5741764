"""`gandan read --explain`: which rule fired on which words, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vanban.model import Document, Reading, Span
from vanban.rules import families, rules
from vanban.text.lines import Lines


class Firing(NamedTuple):
    span: Span
    rule: str
    fact: str


def print_explanation(reading: Reading) -> None:
    lines = Lines(reading.text)
    meaning = meanings()
    for number, document in enumerate(reading.documents, 1):
        print(f"{reading.source} · văn bản {number}")
        for firing in sorted(firings(document)):
            words = " ".join(firing.span.of(reading.text).split())
            line, column = lines.place(firing.span.start)
            print(f"  dòng {line}:{column}  {firing.fact}  [{firing.rule}]")
            if firing.rule in meaning:
                print(f"      {meaning[firing.rule]}")
            print(f"      «{shortened(words)}»")


def meanings() -> dict[str, str]:
    return {rule.id: rule.means for family in families() for rule in rules(family)}


def firings(document: Document) -> Iterator[Firing]:
    """Every rule that contributed to a fact, the fact's own rule included, each once."""
    seen: set[Firing] = set()
    for firing in _all(document):
        if firing.rule and firing not in seen:
            seen.add(firing)
            yield firing


def _all(document: Document) -> Iterator[Firing]:
    for fired in document.fired:
        yield Firing(fired.span, fired.rule, fired.said or "quy tắc")
    for reference in document.references:
        yield Firing(reference.span, reference.rule, "viện dẫn")
    for duty in document.duties:
        yield Firing(duty.span, duty.rule, "nhiệm vụ")
        for fired in duty.fired:
            yield Firing(fired.span, fired.rule, fired.said or "nhiệm vụ")
    for report in document.report_duties:
        yield Firing(report.span, report.rule, "chế độ báo cáo")
    for meeting in document.meetings:
        yield Firing(meeting.span, meeting.rule, "số liệu hội nghị")
    for petition in document.petitions:
        yield Firing(petition.span, petition.rule, "kiến nghị")
    for figure in document.sums:
        yield Firing(figure.span, figure.rule, "phép cộng")


def shortened(words: str, most: int = 160) -> str:
    return words if len(words) <= most else f"{words[:most].rstrip()}…"
