"""The formal components of a document, from the lines that layout has told apart."""

from __future__ import annotations

from vanban.layout.page import Layout
from vanban.model import Header, Reference


def find(page: Layout, mention: Reference | None) -> Header:
    del page, mention
    return Header()


def repaired(header: Header, references: tuple[Reference, ...]) -> Header:
    del references
    return header
