"""Petitions told in running text: «… Cử tri xã A đề nghị … . Cử tri xã B phản ánh … .»"""

from __future__ import annotations

import regex

from vanban.facts.clause import sentences
from vanban.facts.petition_words import rule, says
from vanban.layout.page import Layout
from vanban.model import Block, Span


def spoken(page: Layout, block: Block, *, of_people: bool = False) -> list[Span]:
    """What people ask in the sentences of a paragraph, one span for each who asks: a sentence that
    goes on asking, or says why, belongs to the one before it. What is quoted is the petition itself.
    `of_people`: the whole text tells of what people say, so that «nhiều ý kiến» are theirs."""
    quoted = _quoted(page, block) if "“" in page.said(block) else []
    found: list[Span] = []
    is_open = False
    for sentence in sentences(page.text, block.span):
        words = sentence.of(page.text)
        told = _told(words, of_people)
        if told and not says("topics", words):
            start = sentence.start + max(0, told.start(told.lastgroup or 0))
            if is_open and says("same_voice", words):
                found[-1] = Span(found[-1].start, sentence.end)
            else:
                found.append(Span(start, sentence.end))
            is_open = True
        elif is_open and says("goes_on", words):
            found[-1] = Span(found[-1].start, sentence.end)
        else:
            is_open = False
    said = [_with_point(page.text, span, block.span.end) for span in found]
    return sorted([*quoted, *(span for span in said if not _meets(span, quoted))])


def _meets(span: Span, others: list[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)


def _told(words: str, of_people: bool) -> regex.Match[str] | None:
    names = ("told", "told_list", *(("told_opinion",) if of_people else ()))
    return next((found for name in names if (found := rule(name).pattern.match(words))), None)


def _quoted(page: Layout, block: Block) -> list[Span]:
    found = rule("quoted").pattern.finditer(page.text, block.span.start, block.span.end)
    return [Span(*one.span("quoted")) for one in found]


def _with_point(text: str, span: Span, end: int) -> Span:
    """The mark that closes the last sentence belongs to it."""
    return Span(span.start, span.end + (text[span.end : min(span.end + 1, end)] == "."))
