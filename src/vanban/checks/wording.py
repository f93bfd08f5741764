"""Wording: what is said twice, short forms nobody explained, documents run together in a file."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from vanban.checks.paper import Paper, finding
from vanban.facts.clause import sentences
from vanban.facts.duties.labels import labels_in
from vanban.model import Finding, Span
from vanban.rules import table
from vanban.rules.pattern import compiled

_INK = compiled(r"\S")
_LONG, _SAME = 80, 92
_RUN, _AT_MOST = 8, 4
_ABBREVIATION = compiled(r"(?<![\p{L}\d/.-])(?P<short>[A-ZĐ]{3,8})(?![\p{L}\d/-])")


def check(paper: Paper) -> Iterator[Finding]:
    yield from _twice(paper)
    yield from _abbreviations(paper)
    yield from _several_documents(paper)


def _twice(paper: Paper) -> Iterator[Finding]:
    """Two statements said almost word for word, or a long sentence said again."""
    said_before = Index()
    sentences_before: set[str] = set()
    for _, block in paper.blocks("paragraph", "item", "bullet"):
        if block.zone != "body" or labels_in(paper.text, block.span):
            continue  # «Đơn vị chủ trì: …» is said of every duty anew
        said = _folded(paper, block.span)
        again = [one for one in sentences(paper.text, block.span) if len(one) >= _LONG]
        if len(said) >= _LONG and any(_alike(said, one) for one in said_before.near(said)):
            yield _repeated(block.span, "Nội dung này lặp lại gần nguyên văn một mục trước")
        else:
            for one in again:
                if _folded(paper, one) in sentences_before:
                    yield _repeated(one, "Câu này đã có nguyên văn ở một mục trước")
        said_before.add(said)
        sentences_before |= {_folded(paper, one) for one in again}


class Index:
    """Statements by their runs of words: only those that share a run can be alike, so that a long
    document costs in proportion to its length."""

    def __init__(self) -> None:
        self._by_run: dict[tuple[str, ...], list[str]] = {}

    def add(self, said: str) -> None:
        for run in self._runs(said):
            self._by_run.setdefault(run, []).append(said)

    def near(self, said: str) -> Iterator[str]:
        seen: set[str] = set()
        for run in self._runs(said):
            for other in self._by_run.get(run, ())[-_AT_MOST:]:
                if other not in seen:
                    seen.add(other)
                    yield other

    def _runs(self, said: str) -> Iterator[tuple[str, ...]]:
        words = said.split()
        if len(words) <= _RUN:
            yield tuple(words)
        else:
            yield from zip(*(words[at:] for at in range(_RUN)), strict=False)


def _folded(paper: Paper, span: Span) -> str:
    return " ".join(span.of(paper.text).casefold().replace("*", "").split()).strip(" .;")


def _alike(said: str, other: str) -> bool:
    from rapidfuzz import fuzz  # here: it takes a tenth of the start of `gandan check`

    close = abs(len(said) - len(other)) < 0.2 * len(said) and fuzz.ratio(said, other) >= _SAME
    return close and regex.findall(r"\d+", said) == regex.findall(r"\d+", other)


def _repeated(span: Span, message: str) -> Finding:
    return finding(span, "clarity.said_twice", "hint", message)


def _abbreviations(paper: Paper) -> Iterator[Finding]:
    """A short form that this document never explains and that is not in everybody's mouth."""
    body = [
        block for _, block in paper.blocks() if block.zone == "body" and block.kind != "heading"
    ]
    told: set[str] = set()
    for block in body:
        if paper.said(block).isupper():
            continue
        for found in _ABBREVIATION.finditer(paper.text, block.span.start, block.span.end):
            short = found["short"]
            if short in told or short in _known() or _is_roman(short) or _in_capitals(paper, found):
                continue
            told.add(short)
            if not regex.search(
                rf"\(\s*(?:(?:sau đây )?(?:gọi|viết) tắt là:?\s*)?[“\"]?{short}\b|\b{short}\s*[(:=]",
                paper.words,
            ):
                yield finding(
                    Span(*found.span("short")),
                    "clarity.abbreviation",
                    "hint",
                    f"«{short}» viết tắt không giải thích",
                )


def _in_capitals(paper: Paper, found: regex.Match[str]) -> bool:
    around = paper.text[max(0, found.start() - 12) : found.end() + 12]
    letters = [letter for letter in around if letter.isalpha()]
    return sum(letter.isupper() for letter in letters) > 0.7 * len(letters)


def _is_roman(short: str) -> bool:
    return not set(short) - set("IVXLCD")


@cache
def _known() -> frozenset[str]:
    return frozenset(table("checks_abbreviation")["known"])


def _several_documents(paper: Paper) -> Iterator[Finding]:
    """Said once, at the head of each document after the first of a file."""
    if _INK.search(paper.text, 0, paper.span.start):
        end = paper.text.find("\n", paper.span.start)
        yield finding(
            Span(paper.span.start, end if end > 0 else paper.span.end),
            "form.joined_documents",
            "hint",
            "Tệp chứa nhiều văn bản nối liền, không có dấu phân cách",
        )
