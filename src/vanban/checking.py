""" "Soát văn bản": a reading checked as a careful clerk would before the document leaves the house."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from vanban.checks import (
    arrangement,
    clarity,
    counts,
    dates,
    ended,
    figures,
    form,
    gaps,
    naming,
    numbering,
    people,
    references,
    spelling,
    symbols,
    wording,
)
from vanban.checks import word_form as look
from vanban.checks.paper import DayOff, Paper, Registry
from vanban.input.docx.look import word_form
from vanban.model import Document, Finding, Reading, Span

FAMILIES = (
    form,
    arrangement,
    numbering,
    references,
    symbols,
    figures,
    counts,
    dates,
    clarity,
    ended,
    gaps,
    wording,
    spelling,
    naming,
    people,
)


OUTSIDE = frozenset({"clarity.day_off", "references.not_in_force"})
"""The rules whose verdict depends on more than the text: asked again whenever it is shown."""


def check(
    reading: Reading,
    data: bytes = b"",
    *,
    registry: Registry | None = None,
    day_off: DayOff | None = None,
) -> tuple[Finding, ...]:
    """Every finding of every document of the file, in the order of the text.

    `registry` is asked about each reference and answers with a sentence if it is no longer in
    force; `data` are the bytes of the file, so that the look of a Word file is checked too; `day_off` is asked about each due day and answers with the name of the day off. Without
    `day_off` only Saturdays and Sundays are days off.
    """
    found = list(reading.warnings)
    for document in reading.documents:
        own = check_document(reading.text, document, registry=registry, day_off=day_off)
        found += _doubted(own, reading)
    found += (one for looks in _looks(reading, data).values() for one in looks)
    return tuple(sorted(said_once(found), key=_place))


def check_document(
    text: str,
    document: Document,
    *,
    registry: Registry | None = None,
    day_off: DayOff | None = None,
) -> tuple[Finding, ...]:
    """The findings of one document; each rule marks the same words once."""
    paper = Paper(text, document, registry, day_off)
    found = {(one.span, one.rule): one for family in FAMILIES for one in family.check(paper)}
    return tuple(sorted(said_once(found.values()), key=_place))


def check_outside(
    text: str,
    document: Document,
    *,
    registry: Registry | None = None,
    day_off: DayOff | None = None,
) -> tuple[Finding, ...]:
    """Only the findings of the rules of `OUTSIDE`: they need the document's references, duties and
    date, not its blocks."""
    paper = Paper(text, document, registry, day_off)
    return (*references.not_in_force(paper), *clarity.days_off(paper))


def checked(reading: Reading, data: bytes = b"", *, day_off: DayOff | None = None) -> Reading:
    """The same reading, each document with its own findings. What the reader itself marked goes to
    the document whose words it is about, else to the first. `data`: the bytes of the file."""
    documents = []
    looks = _looks(reading, data)
    for document in reading.documents:
        is_first = document is reading.documents[0]
        own = [one for one in reading.warnings if _belongs(one, document, reading, is_first)]
        said = _doubted(check_document(reading.text, document, day_off=day_off), reading)
        found = sorted(said_once((*own, *said, *looks.get(document.span, ()))), key=_place)
        documents.append(replace(document, findings=tuple(found)))
    return replace(reading, documents=tuple(documents))


def _looks(reading: Reading, data: bytes) -> dict[Span, tuple[Finding, ...]]:
    """What the look of a Word file gives to mark, by document."""
    word = word_form(data, reading.text) if data and reading.media == "docx" else None
    if word is None:
        return {}
    return {
        one.span: tuple(look.check(Paper(reading.text, one), word)) for one in reading.documents
    }


_SAYS_MORE = {
    "form.wrong_capitals": ("naming.capitals", "naming.term"),
    "form.label_slip": ("ocr.repaired", "spelling.compound"),
    "form.number_in_attachment": ("form.order",),
    "form.blank_number": ("form.missing_part",),
    "spelling.compound": ("spelling.syllable", "ocr.repaired"),
    "spelling.confusion": ("spelling.compound", "spelling.syllable", "spelling.wrong_word"),
    "spelling.wrong_word": ("spelling.compound", "spelling.syllable", "ocr.repaired"),
    "text.glued": ("spelling.syllable", "spelling.compound", "spelling.wrong_word"),
    "clarity.due_before_document": ("clarity.day_off", "clarity.short_notice"),
}
"""On the same words the first says all that the others say."""


def said_once(found: Iterable[Finding]) -> list[Finding]:
    """Without the findings whose words another finding speaks of better."""
    kept = list(found)
    for rule, weaker in _SAYS_MORE.items():
        spans = [one.span for one in kept if one.rule == rule]
        if spans:
            kept = [
                one
                for one in kept
                if one.rule not in weaker or not any(one.span.overlaps(span) for span in spans)
            ]
    return kept


def _doubted(found: Iterable[Finding], reading: Reading) -> Iterator[Finding]:
    """On recognised words a slip of spelling is more often the machine's than the author's: said as
    such, and once for the same words."""
    starts = [word.span.start for word in reading.words]
    told: set[tuple[str, str]] = set()
    for one in found:
        at = bisect_right(starts, one.span.end)
        near = reading.words[max(0, at - 3) : at]
        if one.rule.startswith("spelling.") and any(w.span.overlaps(one.span) for w in near):
            said = f"{one.message.rstrip('.')}; có thể do máy nhận dạng chữ"
            one = replace(one, severity="hint", message=said)  # noqa: PLW2901
            words = (one.rule, one.span.of(reading.text).casefold())
            if words in told:
                continue
            told.add(words)
        yield one


def _belongs(one: Finding, document: Document, reading: Reading, is_first: bool) -> bool:
    holders = [other for other in reading.documents if other.span.contains(one.span)]
    return document in holders[:1] if holders and len(one.span) else is_first


def _place(one: Finding) -> tuple[Span, str]:
    return one.span, one.rule
