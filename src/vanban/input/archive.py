"""Zip files of several documents: their members, by harmless names, within one budget."""

from __future__ import annotations

import posixpath
import unicodedata

from vanban.input import detect
from vanban.input.limits import DEFAULT, Limits
from vanban.input.order import Order
from vanban.input.package import Package
from vanban.input.readers import read_member
from vanban.input.refusals import refused
from vanban.input.source import Rejected, Source
from vanban.rules.pattern import compiled

_LONGEST = 120
_HARMFUL = compiled(r"[\p{C}<>:\"|?*\\]")
# What packing programs leave beside the documents.
_LITTER = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")


def open_all(data: bytes, name: str, *, limits: Limits = DEFAULT) -> list[tuple[str, bytes]]:
    """The documents of a file: those inside a zip (and zips inside it), or the file itself.

    Names are made harmless: no folders above, no control or reserved signs, NFC, at most 120
    characters. Raises `Rejected` for damaged archives, bombs, and archives without a document.
    """
    # A zip over the limit is given as it is, for `open_source` to refuse.
    if len(data) > limits.file_bytes or not _is_zip(data, name):
        return [(harmless(name), data)]
    found = _members(data, "", limits, limits.unpacked_bytes, 1)
    if not found:
        raise refused("nothing-inside")
    return found


def read(data: bytes, order: Order) -> Source:
    """A zip of one document is that document; a zip of several is refused by this door."""
    members = open_all(data, order.name, limits=order.limits)
    if len(members) > 1:
        raise refused("several-files")
    inner, content = members[0]
    return read_member(content, order.for_member(inner))


def harmless(name: str) -> str:
    """A file name that is only a name, wherever it is written or shown."""
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    clean = [unicodedata.normalize("NFC", _HARMFUL.sub("_", part)).strip(" .") for part in parts]
    stem, suffix = posixpath.splitext("/".join(part for part in clean if part) or "tệp")
    return stem[: _LONGEST - len(suffix[:12])] + suffix[:12]


def _members(
    data: bytes, folder: str, limits: Limits, budget: int, depth: int
) -> list[tuple[str, bytes]]:
    if depth > limits.depth:
        raise refused("bomb")
    package = Package(data, limits, "ZIP")
    found: list[tuple[str, bytes]] = []
    for name in package.names:
        if name.endswith("/") or any(litter in name for litter in _LITTER):
            continue
        content = package.read(name)
        budget -= len(content)
        if budget < 0:
            raise refused("bomb")
        path = harmless(posixpath.join(folder, name))
        if _is_zip(content, name):
            found.extend(_members(content, path, limits, budget, depth + 1))
            budget -= sum(len(inner) for _, inner in found)
        else:
            found.append((path, content))
    return found


def _is_zip(content: bytes, name: str) -> bool:
    """A zip of documents; what cannot be told is left for the reader to refuse by name."""
    try:
        return bool(content) and detect.media_of(content, name) == "zip"
    except Rejected:
        return False
