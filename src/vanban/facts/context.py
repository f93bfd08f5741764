"""What the finders of facts are told about the document besides its layout."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import regex

from vanban.facts.time import Times
from vanban.model import Header, Reference
from vanban.rules.pattern import compiled

_YEAR_IN_SUBJECT = compiled(
    r"(?<!đến\s+|hết\s+|trước\s+|từ\s+)\bnăm\s+(20\d\d)\b(?!\s*[-–]\s*20)", regex.IGNORECASE
)


@dataclass(frozen=True)
class Context:
    """The header and the references of the document, read before every other fact."""

    header: Header = field(default_factory=Header)
    references: tuple[Reference, ...] = ()
    year_of_issue: int | None = None

    @property
    def year(self) -> int | None:
        """The year that a date without a year is read in: that of the document's own date."""
        return self.issued_on.year if self.issued_on else None

    @property
    def issued_on(self) -> date | None:
        return self.header.issued_on

    @cached_property
    def times(self) -> Times:
        """What the document says about time; the same words are read once."""
        return Times(self.issued_on, self.subject_year)

    @cached_property
    def subject_year(self) -> int | None:
        """The one year that the document's own subject names, if it is not a past one; where the day of
        issue is still blank and the subject names none, the year of the letterhead."""
        said = {int(found[1]) for found in _YEAR_IN_SUBJECT.finditer(self.header.subject or "")}
        issued = self.issued_on
        if len(said) != 1:
            return self.year_of_issue if issued is None else None
        year = said.pop()
        return year if issued is None or issued.year <= year <= issued.year + 1 else None
