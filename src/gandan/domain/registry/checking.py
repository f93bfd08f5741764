"""A file that is checked: its text, what a careful colleague would mark, and that to take along.

Nothing of it is kept here. `plain` and `from_plain` carry it from the process that checks to the page
that shows it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from gandan.domain.registry.checked_files import FORMS, Checked
from gandan.domain.registry.extraction import layout_of
from gandan.domain.registry.findings import as_of_now
from gandan.domain.registry.in_force import Register
from gandan.domain.registry.models import Document
from vanban.model import Finding, Reading, Span

# So many at a time: their texts stand on one page, or lie an hour on the server.
MOST_FILES = 10


@dataclass(frozen=True, slots=True)
class Part:
    """One document of the file: from where to where, its blocks and its findings."""

    start: int
    end: int
    layout: list[dict[str, Any]]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Download:
    form: str
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the check of one file gave; a refused file has only its `sentence`. `kept`: the keys of the
    documents that it became, where it was to be received."""

    name: str
    sentence: str = ""
    text: str = ""
    parts: tuple[Part, ...] = ()
    downloads: tuple[Download, ...] = ()
    kept: tuple[int, ...] = ()

    @property
    def count(self) -> int:
        return sum(len(part.findings) for part in self.parts)


def verdict_on(
    reading: Reading,
    data: bytes,
    visible: QuerySet[Document],
    day: date,
    kept: tuple[int, ...] = (),
) -> Verdict:
    """What is found in a file that was read and checked, the register and the calendar asked. `visible`:
    the documents that whoever asks may see."""
    parts = tuple(
        Part(
            document.span.start,
            document.span.end,
            layout_of(document),
            tuple(
                as_of_now(
                    reading.text,
                    document,
                    Register(
                        visible,
                        document.references,
                        on=document.header.issued_on or day,
                        own=document.header.number,
                    ),
                )
            ),
        )
        for document in reading.documents
    )
    result = Checked(reading, [one for part in parts for one in part.findings], data)
    downloads = tuple(Download(form, result.name(form), result.link(form)) for form in FORMS)
    return Verdict(reading.source, "", reading.text, parts, downloads, kept)


def plain(verdict: Verdict) -> dict[str, Any]:
    """As JSON."""
    return asdict(verdict)


def from_plain(said: Mapping[str, Any]) -> Verdict:
    parts = tuple(
        Part(**{**part, "findings": tuple(map(_finding, part["findings"]))})
        for part in said["parts"]
    )
    downloads = tuple(Download(**one) for one in said["downloads"])
    return Verdict(**{**said, "parts": parts, "downloads": downloads, "kept": tuple(said["kept"])})


def _finding(said: Mapping[str, Any]) -> Finding:
    return Finding(**{**said, "span": Span(**said["span"])})
