"""What the finders of facts are told about the document besides its layout."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from vanban.model import Header, Reference


@dataclass(frozen=True, slots=True)
class Context:
    """The header and the references of the document, read before every other fact."""

    header: Header = field(default_factory=Header)
    references: tuple[Reference, ...] = ()

    @property
    def year(self) -> int | None:
        """The year that a date without a year is read in: that of the document's own date."""
        return self.issued_on.year if self.issued_on else None

    @property
    def issued_on(self) -> date | None:
        return self.header.issued_on
