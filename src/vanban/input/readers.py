"""Which reader reads which kind of file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from vanban.input import detect
from vanban.input.order import Order
from vanban.input.refusals import refused
from vanban.input.source import Rejected, Source

# What a person calls each kind.
KINDS: Mapping[str, str] = {
    "txt": "văn bản thuần (TXT)",
    "docx": "DOCX",
    "doc": "DOC (Word 97–2003)",
    "pdf": "PDF",
    "image": "ảnh",
    "html": "HTML",
    "rtf": "RTF",
    "odt": "ODT",
    "edxml": "edXML",
    "zip": "ZIP",
}
# Imported when first needed: a plain text must not wait for a PDF library to load.
_MODULES: Mapping[str, str] = {
    "txt": "plain",
    "docx": "docx",
    "doc": "office",
    "rtf": "office",
    "odt": "office",
    "pdf": "pdf",
    "image": "scan",
    "html": "html",
    "edxml": "edxml",
    "zip": "archive",
}


def read(data: bytes, media: str, order: Order) -> Source:
    """The source of a file of this kind, read in this process. Raises `Rejected` only.

    Parsers of foreign formats raise whatever they like on damaged files; whatever it is, the file
    is damaged to the person who sent it (the cause stays attached for the log).
    """
    reader: Callable[[bytes, Order], Source] = import_module(f"vanban.input.{_MODULES[media]}").read
    try:
        return reader(data, order)
    except Rejected:
        raise
    except (MemoryError, RecursionError) as error:
        raise refused("too-heavy") from error
    except Exception as error:
        raise refused("damaged", kind=KINDS[media]) from error


def read_member(data: bytes, order: Order) -> Source:
    """A file found inside another, of whatever kind its bytes show."""
    if order.depth > order.limits.depth:
        raise refused("bomb")
    if not data:
        raise refused("empty")
    return read(data, detect.media_of(data, order.name), order)
