"""When two mentions mean one document: pure, no database.

Number, kind, date and issuer together identify a document. Every office starts a year with its own
"01/KH-UBND", so a number alone never makes two mentions one document; except where the number
itself says year and issuer, and there is only one such issuer in the country.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import regex

from gandan.domain.directory.queries import fold

if TYPE_CHECKING:
    from gandan.domain.registry.models import Document

_BLANKS = regex.compile(r"\s+")
# Luật Ban hành văn bản quy phạm pháp luật: "số thứ tự / năm ban hành / loại văn bản - cơ quan ban
# hành". Only bodies of which there is one. Party numbers ("120-KL/TW") begin anew each congress.
_SAYS_YEAR_AND_ISSUER = regex.compile(
    r"\d+/\d{4}/(?:\p{L}+-)?"
    r"(?:CP|TTG|CTN|QH\d+|UBTVQH\d+|TTCP|NHNN|KTNN|VKSNDTC|TANDTC|BCA|BDTTG|BGDĐT|BGTVT|BKHCN|BKHĐT"
    r"|BLĐTBXH|BNG|BNNMT|BNNPTNT|BNV|BQP|BTC|BTNMT|BTP|BTTTT|BVHTTDL|BXD|BYT)"
)
_DASHES = str.maketrans("–—−‐‑", "-----")


@dataclass(frozen=True, slots=True)
class Identity:
    """What is known of a document; "" and None: not said. `issuers` are folded names."""

    number: str = ""
    kind: str = ""
    issued_on: date | None = None
    issuers: tuple[str, ...] = ()

    def contradicts(self, other: Identity) -> bool:
        """Whether both say something of the same field and it differs."""
        return (
            _differ(self.number, other.number)
            or (_differ(self.kind, other.kind) and not _one_continues(self.kind, other.kind))
            or _differ(self.issued_on, other.issued_on)
            or (bool(self.issuers and other.issuers) and not self._shares_issuer(other))
        )

    def is_same(self, other: Identity, *, in_one_text: bool = False) -> bool:
        """Whether both mean one document. `in_one_text`: both mentions stand in the same document,
        which means one and the same by one number unless it says otherwise."""
        if self.contradicts(other):
            return False
        same_date = self.issued_on is not None and self.issued_on == other.issued_on
        same_issuer = self._shares_issuer(other)
        if self.number and self.number == other.number:
            unique = _SAYS_YEAR_AND_ISSUER.fullmatch(self.number) is not None
            return same_date or same_issuer or in_one_text or unique
        if not self.number and not other.number:
            return bool(self.kind and other.kind) and same_date and same_issuer
        return False

    def _shares_issuer(self, other: Identity) -> bool:
        """ "UBND tỉnh" and "UBND tỉnh Lam Giang" may be one issuer: one name continues the other."""
        return any(
            mine == theirs or _one_continues(mine, theirs)
            for mine in self.issuers
            for theirs in other.issuers
        )


def identity(
    number: str | None, kind: str | None, issued_on: date | None, issuers: tuple[str, ...]
) -> Identity:
    keys = tuple(key for key in (fold(issuer) for issuer in issuers) if key)
    return Identity(number_key(number), fold(kind or ""), issued_on, keys)


def known_of(document: Document) -> Identity:
    """What is known of a stored document, to be compared."""
    issuers = tuple(key for key in document.issuer_key.split("|") if key)
    return Identity(document.number_key, fold(document.kind), document.issued_on, issuers)


def number_key(number: str | None) -> str:
    """The number as compared: capitals, no blanks, one kind of dash."""
    return _BLANKS.sub("", (number or "").translate(_DASHES)).upper()


def _one_continues(mine: str, theirs: str) -> bool:
    """ "Chương trình" and "Chương trình phối hợp" are one kind, said more or less fully."""
    return mine.startswith(f"{theirs} ") or theirs.startswith(f"{mine} ")


def _differ(mine: object, theirs: object) -> bool:
    return bool(mine) and bool(theirs) and mine != theirs
