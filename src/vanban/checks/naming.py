"""Names and terms written in several ways in one document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

import regex

from vanban.checks.compound import is_word
from vanban.checks.paper import Paper, finding
from vanban.model import Finding, Span
from vanban.rules import table
from vanban.rules.pattern import compiled

_RUN = compiled(r"(?<![\p{L}\d])\p{Lu}\p{Ll}+(?:[ \t]+\p{L}\p{Ll}+){1,2}(?![\p{L}\d])")
_FIRST = {2: compiled(r"\S+\s+\S+"), 3: compiled(r"\S+\s+\S+\s+\S+")}
_NEXT = compiled(r"[ \t]+(?P<word>\p{L}+)")
_BEFORE_NAME = compiled(r"\s+\p{Lu}")


def check(paper: Paper) -> Iterator[Finding]:
    yield from _capitals_inside(paper)
    yield from _terms(paper)
    yield from _synonyms(paper)


def _capitals_inside(paper: Paper) -> Iterator[Finding]:
    """ "Tập đoàn Cao Su" and "Tập đoàn Cao su": the same words, capitals differ after the first."""
    ways: dict[tuple[str, str], dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    signed = [block.span for _, block in paper.blocks() if block.zone == "signature"]
    for found in _RUN.finditer(paper.text, paper.span.start, paper.span.end, overlapped=True):
        if any(span.contains(Span(*found.span())) for span in signed):
            continue  # somebody's name
        words = found.group().split()
        for size in (2, 3):
            said = " ".join(words[:size])
            if len(words) >= size and not _over_a_border(said):
                start = found.start()
                end = start + _length(found.group(), size)
                ways[said.casefold(), _goes_on(paper, end)][said].append(Span(start, end))
    told: list[Span] = []
    for spellings in ways.values():
        if len(spellings) < 2:
            continue
        ranked = sorted(spellings.items(), key=lambda one: -len(one[1]))
        common, rare = ranked[0][0], ranked[-1]
        span = rare[1][0]
        if any(span.overlaps(one) for one in told):
            continue
        told.append(span)
        common, rare_way = (
            f"{said}{_rest(paper, spellings[said][0])}" for said in (common, rare[0])
        )
        yield finding(
            span,
            "naming.capitals",
            "hint",
            f"Viết hoa không thống nhất: «{common}» và «{rare_way}»",
            f"Thống nhất một cách viết theo Phụ lục II Nghị định 30/2020/NĐ-CP: «{common}» hay «{rare_way}».",
        )


def _rest(paper: Paper, span: Span) -> str:
    """The second half of a word of which the name was cut ("Luật Bầu" of "Luật Bầu cử")."""
    goes_on = _goes_on(paper, span.end)
    after = _NEXT.match(paper.text, span.end)
    return f" {after['word']}" if goes_on and after else ""


def _goes_on(paper: Paper, end: int) -> str:
    """ "Ban Công tác" and "Ban công an" are two names: the words cut after "công" differ."""
    last = paper.text[max(paper.span.start, end - 12) : end].split()[-1]
    after = _NEXT.match(paper.text, end)
    return after["word"].casefold() if after and is_word(last, after["word"]) else ""


def _over_a_border(said: str) -> bool:
    """ "Tỉnh ủy | ban hành" is no name; nor is "Chính phủ | Quy định"."""
    folded = said.casefold()
    joins = folded.split()[0] in table("checks_naming")["joining"]
    opens = folded.split()[-1] in table("checks_naming")["opening"]
    return joins or opens or (folded.endswith("ủy ban") and not folded.startswith("ủy"))


def _length(run: str, words: int) -> int:
    found = _FIRST[words].match(run)
    return found.end() if found else len(run)


def _terms(paper: Paper) -> Iterator[Finding]:
    """Common nouns: «nhân dân» and «Nhân dân», «chính trị-xã hội» and «chính trị - xã hội»."""
    ways: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for found in paper.find(_term()):
        term = found["term"]
        before = paper.text[max(0, found.start("term") - 10) : found.start("term")]
        named = _BEFORE_NAME.match(paper.text, found.end("term"))
        in_capitals = term.isupper() and len(term) > 3
        if in_capitals or named or _after().search(before):
            continue
        folded = regex.sub(r"\s*[-–]\s*", "-", term.casefold()).removeprefix("các ")
        shown = term.removeprefix("các ").removeprefix("Các ")
        ways[folded][shown].append(Span(found.end("term") - len(shown), found.end("term")))
    for spellings in ways.values():
        if len(spellings) < 2:
            continue
        ranked = sorted(spellings.items(), key=lambda one: -len(one[1]))
        common, rare = ranked[0][0], ranked[-1]
        yield finding(
            rare[1][0],
            "naming.term",
            "hint",
            f"Viết không thống nhất: «{common}» ({len(ranked[0][1])} chỗ) và «{rare[0]}» ({len(rare[1])} chỗ)",
        )


def _synonyms(paper: Paper) -> Iterator[Finding]:
    """Two forms of one word: the rarer is marked once."""
    for pair in table("checks_naming")["synonyms"]:
        places = {word: list(paper.find(_written(word))) for word in pair}
        if not all(places.values()):
            continue
        rarer = min(pair, key=lambda word: len(places[word]))
        counts = " và ".join(f"«{word}» ({len(places[word])} chỗ)" for word in pair)
        yield finding(
            Span(*places[rarer][0].span()), "naming.synonym", "hint", f"Dùng lẫn {counts}"
        )


@cache
def _written(word: str) -> regex.Pattern[str]:
    return compiled(rf"\b{_blanks(word)}\b", regex.IGNORECASE)


@cache
def _term() -> regex.Pattern[str]:
    data = table("checks_naming")
    terms = "|".join(_blanks(term) for term in data["terms"])
    longer = "|".join(data["before"])
    return compiled(
        rf"(?<=\p{{Ll}}[ ,])[ ]?(?P<term>(?:các[ ]+)?(?:{terms}))(?![ ]+(?:{longer})\b)(?!\p{{L}})",
        regex.IGNORECASE,
    )


@cache
def _after() -> regex.Pattern[str]:
    return compiled(rf"(?:{'|'.join(table('checks_naming')['after'])}) ?$", regex.IGNORECASE)


def _blanks(words: str) -> str:
    return words.replace(" - ", "\x00").replace(" ", r"[ ]+").replace("\x00", r"[ ]?[-–][ ]?")
