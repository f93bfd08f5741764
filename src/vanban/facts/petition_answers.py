"""What answers petitions: it is none itself, and what stands in it tells what was done."""

from __future__ import annotations

import regex

from vanban.facts.petition_words import says
from vanban.layout.page import Layout
from vanban.model import Block
from vanban.rules.pattern import compiled

# A page prints the day of a request between it and its answer.
_DAY = compiled(r"(?:ngày\s+)?\d{1,2}[/-]\d{1,2}[/-]\d{4}", regex.IGNORECASE)


def answers_of(page: Layout) -> dict[int, int]:
    """The blocks that answer, each with the statement that is answered: from «Trả lời:» to the next
    heading, the next of such statements, or whoever asks next."""
    out: dict[int, int] = {}
    question: int | None = None
    answering = False
    for index, block in enumerate(page.blocks):
        if block.zone not in {"preamble", "body", "appendix"} or block.kind in {"row", "footnote"}:
            continue
        said = page.said(block).strip()
        if question is not None and (says("answer", said) or _acts_on(page, question, said)):
            answering = True
        elif answering and (block.kind == "heading" or _asks_anew(page, block, question)):
            answering = False
        if answering and question is not None:
            out[index] = question
        elif not _DAY.fullmatch(said):
            question = None if said.endswith(":") else index
    return out


def _acts_on(page: Layout, question: int, said: str) -> bool:
    """Whether a paragraph tells what was done for the request above it."""
    return says("acted", said) and says("request", page.said(page.blocks[question]))


def _asks_anew(page: Layout, block: Block, question: int | None) -> bool:
    said = page.said(block).strip()
    if said.endswith("?") or any(says(name, said) for name in ("voiced", "question", "asks_first")):
        return True
    asked = page.blocks[question] if question is not None else None
    return asked is not None and block.kind == asked.kind == "item" and block.parent == asked.parent


def statements_as_headings(page: Layout) -> set[int]:
    """Statements that stand over others without being headings: a number and a point make none."""
    answers: dict[int, bool] = {}
    for block in page.blocks:
        if block.parent is not None:
            said = page.said(block).strip()
            answers[block.parent] = answers.get(block.parent, False) or says("answer", said)
    answered = {
        at
        for at, answer in answers.items()
        if answer and page.said(page.blocks[at]).rstrip().endswith((".", "?", "!"))
    }
    return answered | {
        at
        for at in answers
        if page.said(page.blocks[at]).rstrip().endswith((".", ";"))
        and says("voiced", page.said(page.blocks[at]))
    }
