"""The findings of a check as a colleague's pencil: the words underlined, a note in the margin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gandan.web.desk.marked import Mark
from gandan.web.desk.sheet import Paragraph, Rows, set_out
from gandan.web.desk.states import Look
from vanban.model import Finding

SEVERITIES = {
    "error": Look(_("lỗi"), "cross", "bad"),
    "warning": Look(_("cảnh báo"), "point", "care"),
    "hint": Look(_("gợi ý"), "hollow", "wait"),
}
FAMILIES = {
    "form": _("Thể thức"),
    "references": _("Viện dẫn"),
    "figures": _("Số liệu"),
    "clarity": _("6 rõ"),
    "spelling": _("Chính tả"),
    "naming": _("Cách gọi"),
    "people": _("Dữ liệu cá nhân"),
    "ocr": _("Chữ nhận dạng"),
    "input": _("Tệp gốc"),
}


@dataclass(frozen=True, slots=True)
class Note:
    """One finding in the margin; `key` joins it to its words, counted from 1 within the page.
    `has_words` is False where it is about the file as a whole; `fact` is the key of the fact that
    a person may dismiss, where the document is held."""

    key: int
    finding: Finding
    has_words: bool
    fact: int | None = None

    @property
    def family(self) -> str:
        """What the reader says under a name of its own is about the file it read."""
        named = self.finding.rule.partition(".")[0]
        return named if named in FAMILIES else "input"

    @property
    def family_word(self) -> str | Promise:
        return FAMILIES[self.family]

    @property
    def look(self) -> Look:
        return SEVERITIES[self.finding.severity]


@dataclass(slots=True)
class Strip:
    """A stretch of the sheet with the notes that begin in it; what follows without notes of its
    own belongs to it, so that long notes run on beside it."""

    parts: list[Paragraph | Rows] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Choice:
    """A kind of finding that can be shown or hidden."""

    name: str
    word: str | Promise
    count: int
    look: Look | None = None


@dataclass(frozen=True, slots=True)
class Pencilled:
    """One document under the pencil."""

    strips: list[Strip]
    families: list[Choice]
    severities: list[Choice]
    count: int


def pencilled(
    text: str,
    whole: tuple[int, int],
    blocks: Sequence[Mapping[str, Any]],
    findings: Sequence[Finding],
    first_key: int = 1,
    facts: Sequence[int | None] = (),
) -> Pencilled:
    """The document `whole` of `text` set out, its findings beside the words they are about.
    `facts`: for each finding the fact it is kept as."""
    notes = {
        key: Note(key, one, len(one.span) > 0, fact)
        for key, (one, fact) in enumerate(zip_longest(findings, facts), first_key)
    }
    sheet = set_out(text, whole, blocks, [_mark(note, text) for note in notes.values()])
    by_family = Counter(note.family for note in notes.values())
    by_severity: Counter[str] = Counter(note.finding.severity for note in notes.values())
    return Pencilled(
        strips=_strips(sheet, notes),
        families=[Choice(n, w, by_family[n]) for n, w in FAMILIES.items() if by_family[n]],
        severities=[
            Choice(name, look.word, by_severity[name], look)
            for name, look in SEVERITIES.items()
            if by_severity[name]
        ],
        count=len(notes),
    )


def _mark(note: Note, text: str) -> Mark:
    span = note.finding.span
    kind = f"pencil fact--{note.finding.severity}"
    # Blanks alone cannot be pointed at: the letters beside them are marked too.
    more = 1 if len(span) and not span.of(text).strip() else 0
    start, end = max(0, span.start - more), min(len(text), span.end + more)
    return Mark(note.key, kind, start, end, "machine-read")


def _strips(sheet: Iterable[Paragraph | Rows], notes: Mapping[int, Note]) -> list[Strip]:
    strips = [Strip()]
    waiting = dict(notes)
    for part in sheet:
        begun = [waiting.pop(key) for key in _begun(part) if key in waiting]
        if begun and strips[-1].parts:
            strips.append(Strip())
        strips[-1].parts.append(part)
        strips[-1].notes += begun
    # What is about no words (the file as a whole, a mark between blocks) stands at the top.
    strips[0].notes = [*waiting.values(), *strips[0].notes]
    return strips


def _begun(part: Paragraph | Rows) -> list[int]:
    """The keys of the findings whose words begin in this part, in the order of the text."""
    runs = [part.pieces] if isinstance(part, Paragraph) else [c for row in part.rows for c in row]
    keys = [key for run in runs for piece in run for key in piece.begins]
    return list(dict.fromkeys(keys))
