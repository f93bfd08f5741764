"""The nouns of the library: what a document says, each fact with the words that say it.

Everything here is frozen. A `Span` counts Python `str` characters: of the *cleaned* text while a
document is being read, of the file (`text.offsets`) in all that `vanban.read` gives to a caller.
UNKNOWN is said by `None` or an empty tuple: "the text does not say". Nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Role = Literal["basis", "implement", "cite"]
Recurrence = Literal[
    "none", "continuous", "weekly", "monthly", "quarterly", "half-yearly", "yearly", "on-event"
]
LeadSource = Literal["table", "explicit", "heading", "chapeau"]
Severity = Literal["error", "warning", "hint"]
Meaning = Literal["self", "reference", "ambiguous", "unknown"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The half-open range [start, end) of characters of a text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Fired:
    """A rule that fired, and the words on which it did: what `--explain` prints."""

    rule: str
    span: Span
    said: str = ""


@dataclass(frozen=True, slots=True)
class Signer:
    name: str
    title: str | None = None
    authority: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Header:
    """The formal components of a document (NĐ 30/2020 Điều 8; HD 05-HD/VPTW for the Party).
    `number` is the normal form (no blanks, `–` as `-`, "Số:" dropped); `number_as_written` is raw.
    `issuer_identifier`: the sender's electronic one, of an envelope. `spans`: by field, its words.
    """

    kind: str | None = None
    number: str | None = None
    number_as_written: str | None = None
    number_literal: str | None = None
    issued_on: date | None = None
    place: str | None = None
    issuers: tuple[str, ...] = ()
    parent_body: str | None = None
    subject: str | None = None
    signers: tuple[Signer, ...] = ()
    addressed_to: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    filing: str | None = None
    issuer_identifier: str | None = None
    kind_is_inferred: bool = False
    spans: Mapping[str, Span] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reference:
    """One mention of another document. Two mentions with the same number may be two documents:
    number + kind + date + issuer identify a document, a number alone does not."""

    span: Span
    text: str
    kind: str | None
    number: str | None
    date: date | None = None
    issuer: str | None = None
    role: Role = "cite"
    relation: str = ""
    rule: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class PartialMention:
    """A document named by its kind alone ("Kế hoạch nêu trên"), which is no reference of its own:
    the document itself, what `mentions` point at, one of these (ambiguous), or none named before."""

    span: Span
    text: str
    kind: str
    means: Meaning
    mentions: tuple[Span, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty laid on units: "nhiệm vụ". `due` holds end dates only; `section` is the printed path
    of its place ("II.2.b3"). `lead_span` and `time_span` are the words the value comes from."""

    span: Span
    text: str
    lead: tuple[str, ...] = ()
    cooperating: tuple[str, ...] = ()
    executors: tuple[str, ...] = ()
    responsible_person: str | None = None
    time_text: str | None = None
    due: tuple[date, ...] = ()
    recurrence: Recurrence = "none"
    section: str = ""
    lead_source: LeadSource = "explicit"
    rule: str = ""
    is_report: bool = False
    confidence: float = 1.0
    lead_spans: tuple[Span, ...] = ()
    cooperating_spans: tuple[Span, ...] = ()
    time_spans: tuple[Span, ...] = ()
    fired: tuple[Fired, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportDuty:
    """A regime of reporting: who reports, to whom, how often, by which named day."""

    span: Span
    text: str
    who: str
    to: str | None = None
    period: str | None = None
    due: date | None = None
    rule: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Meeting:
    """Figures of meetings held at one level (campaign report); no `sessions` where none are counted."""

    span: Span
    text: str
    level: str
    sessions: int | None
    by_mode: Mapping[str, int] = field(default_factory=dict)
    attendees: int | None = None
    attendees_is_lower_bound: bool = False
    opinions: int | None = None
    as_of: date | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Petition:
    """A request ("kiến nghị") that people made, as the document words it."""

    span: Span
    text: str
    addressee_level: str | None = None
    field: str | None = None
    asked_of: tuple[str, ...] = ()
    place: str | None = None
    general_wish: bool = False
    rule: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Sum:
    """A total that the text states beside its parts. `holds` is strict arithmetic."""

    span: Span
    text: str
    total: int
    parts: tuple[int, ...]
    holds: bool
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a careful colleague would mark with a pencil. `message` is one Vietnamese sentence."""

    span: Span
    rule: str
    severity: Severity
    message: str
    suggestion: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a file, with all that was read in it."""

    span: Span
    header: Header = Header()
    references: tuple[Reference, ...] = ()
    partial_mentions: tuple[PartialMention, ...] = ()
    duties: tuple[Duty, ...] = ()
    report_duties: tuple[ReportDuty, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    petitions: tuple[Petition, ...] = ()
    sums: tuple[Sum, ...] = ()
    findings: tuple[Finding, ...] = ()
    blocks: tuple[Block, ...] = ()
    fired: tuple[Fired, ...] = ()


BlockKind = Literal["heading", "paragraph", "item", "bullet", "row", "line", "footnote"]
Zone = Literal["header", "preamble", "body", "recipients", "signature", "appendix"]


@dataclass(frozen=True, slots=True)
class Block:
    """One unit of the laid-out text: a heading, paragraph, numbered item, bullet or table row.

    `span` starts after the marker and ends with the last mark of the statement; it runs over page
    breaks. `label` is as printed ("II", "1.1", "a", "-", "+", "(2)", the TT cell of a row).
    `section` is the path of labels ("II.2.b3.+1"): bullets `b1, b2…`, paragraphs `p1, p2…` and
    plus-items `+1…` counted within their parent, appendices `PL…`. `parent` is the index, in the
    document's `blocks`, of the block that governs this one."""

    kind: BlockKind
    zone: Zone
    span: Span
    label: str = ""
    label_span: Span | None = None
    level: int = 0
    section: str = ""
    parent: int | None = None
    cells: tuple[Span, ...] = ()
    table: int | None = None
    holes: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table: `columns` are the heading texts of its columns, `rows` the blocks' indices."""

    span: Span
    columns: tuple[str, ...] = ()
    column_spans: tuple[Span, ...] = ()
    rows: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the file: its range of the text and, for a scan, the picture's size in points."""

    number: int
    span: Span
    width: float | None = None
    height: float | None = None


@dataclass(frozen=True, slots=True)
class Word:
    """A word read by OCR: its place on the page image (points) and Tesseract's confidence 0–100."""

    span: Span
    page: int
    box: tuple[float, float, float, float]
    confidence: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What `vanban.read` gives for one file. `words` were recognised on pictures of its pages."""

    source: str
    sha256: str
    media: str
    text: str
    documents: tuple[Document, ...]
    pages: tuple[Page, ...] = ()
    warnings: tuple[Finding, ...] = ()
    words: tuple[Word, ...] = ()
