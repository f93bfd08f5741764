"""A document about to be written: one tree of parts, the same for DOCX, PDF, HTML and plain text.

`Paper` says what stands where; the look of each part is the affair of the writers and of `Form`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from vanban.model import Header, Signer
from vanban.output.forms import STATE, Form
from vanban.output.wording import day_of_issue


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with its printed label: ("II", 1), ("2", 2), ("a)", 3)."""

    label: str
    text: str
    level: int

    @property
    def words(self) -> str:
        stop = "" if self.label.endswith((")", ".")) else "."
        return f"{self.label}{stop} {self.text}" if self.label else self.text


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str


@dataclass(frozen=True, slots=True)
class Bullet:
    text: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table; `widths` are shares of the line, the same number as `columns`."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...] = ()

    def shares(self) -> tuple[float, ...]:
        widths = self.widths or (1.0,) * len(self.columns)
        return tuple(width / sum(widths) for width in widths)


Part = Heading | Paragraph | Bullet | Grid


@dataclass(frozen=True, slots=True)
class Paper:
    """`header` is the one that a reader should read back; `parent` and `issuer` are the lines of
    the letterhead, in capitals."""

    header: Header
    form: Form = STATE
    parent: tuple[str, ...] = ()
    issuer: tuple[str, ...] = ()
    preamble: tuple[str, ...] = ()
    parts: tuple[Part, ...] = field(default_factory=tuple)

    @property
    def title(self) -> str:
        return (self.header.kind or "").upper()

    @property
    def is_letter(self) -> bool:
        """A công văn carries no kind: its subject stands under the number, its addressees first."""
        return self.header.kind == "công văn"

    @property
    def number_line(self) -> str:
        if not self.header.number:
            return ""
        return f"Số{self.form.number_mark} {self.header.number}"

    @property
    def place_line(self) -> str:
        return day_of_issue(self.header.place, self.header.issued_on)

    @property
    def recipients(self) -> tuple[str, ...]:
        """The lines under "Nơi nhận:", each with its mark at the end."""
        lines = [f"- {one};" for one in self.header.recipients]
        if self.header.filing:
            lines.append(f"- Lưu: {self.header.filing}.")
        elif lines:
            lines[-1] = f"{lines[-1][:-1]}."
        return tuple(lines)


def paper_of(
    header: Header,
    *,
    form: Form = STATE,
    preamble: tuple[str, ...] = (),
    parts: tuple[Part, ...] = (),
) -> Paper:
    """A paper whose letterhead is made of the names in the header.

    "Ban Thường trực Ủy ban A" under the parent "Ủy ban A" is printed as "BAN THƯỜNG TRỰC".
    """
    parent = (header.parent_body or "").upper()
    issuer = tuple(_below(parent, name.upper()) for name in header.issuers)
    return Paper(header, form, (parent,) if parent else (), issuer, preamble, parts)


def signature_lines(signer: Signer) -> Iterator[str]:
    """The lines over the name: "TM. BAN THƯỜNG TRỰC", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"."""
    if signer.authority:
        yield from (line.strip() for line in signer.authority.split(";"))
    if signer.title:
        yield signer.title


def _below(parent: str, name: str) -> str:
    if parent and name.endswith(parent) and name != parent:
        return name[: -len(parent)].strip()
    return name
