"""Words of a document that a person marks as a duty: the reader did not take them for one. Part of
`queries`."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from gandan.domain.registry.queries import Document


@dataclass(frozen=True, slots=True)
class Marked:
    """`start` and `end` count characters of the file, as those of facts do."""

    document: Document
    start: int
    end: int

    @property
    def quote(self) -> str:
        begins = self.document.start
        return self.document.text[self.start - begins : self.end - begins]


def marked_in(document: Document, words: str) -> Marked | None:
    """Where these words stand in the document, however its lines are broken; None: nowhere."""
    said = words.split()
    if not said:
        return None
    pattern = r"\s+".join(map(regex.escape, said))
    found = regex.search(pattern, document.text, flags=regex.IGNORECASE)
    if found is None:
        return None
    return Marked(document, document.start + found.start(), document.start + found.end())
