"""What every reader of a format gives: the text of the file with its pages, tables and notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from vanban.model import Finding, Page, Span, Word


class Rejected(Exception):
    """The one error for a file that cannot be read.

    `str(error)` is one Vietnamese sentence for the person who sent it: what happened and what to
    do. `code` is stable and English, for scripts and logs.
    """

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table known from the format itself (DOCX, HTML, ruled PDF)."""

    row: int
    column: int
    span: Span
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class SourceTable:
    span: Span
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """The text of one file, `str` offsets throughout.

    `tables` is empty when the format does not know tables (plain text): then layout finds them.
    `notes` are the spans of footnotes, which stand apart from the statement they annotate.
    `metadata` holds what the envelope states (edXML), trusted over the text. Keys of a document:
    kind, number, issued_on and due_date (YYYY-MM-DD), place, issuers, subject, signer_name,
    signer_title, signer_authority, recipients and addressed_to (one a line), priority, document_id,
    from_organ_id, business (new, recall, update, replace). Keys of a status message: status_code,
    status, response_for, response_for_date, description, issuers, timestamp. An absent key means
    that the envelope does not say.
    """

    name: str
    media: str
    text: str
    pages: tuple[Page, ...] = ()
    tables: tuple[SourceTable, ...] = ()
    notes: tuple[Span, ...] = ()
    words: tuple[Word, ...] = ()
    metadata: Mapping[str, str] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
