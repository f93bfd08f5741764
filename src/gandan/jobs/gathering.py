"""Which files a list of files and folders stands for, and which documents a file holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from vanban.input import Rejected, open_all


def documents_in(path: Path) -> Iterator[tuple[str, bytes]]:
    """The documents of a file with their names below it: each one inside a zip, else the file itself,
    which bears no name of its own.

    A zip that cannot be opened is given as it is: the reader says in its sentence why.
    """
    data = path.read_bytes()
    try:
        members = open_all(data, path.name)
    except Rejected:
        members = [("", data)]
    for name, content in members:
        yield ("" if content is data else name), content


def gather(paths: Iterable[Path]) -> Iterator[Path]:
    """The files named, and those in the folders named and below, in order; each path once.

    What begins with a dot, and the drafts of Word ("~$…"), are nobody's documents.
    """
    seen: set[Path] = set()
    for path in paths:
        for file in _within(path) if path.is_dir() else (path,):
            real = file.resolve()
            if real not in seen:
                seen.add(real)
                yield file


def _within(folder: Path) -> Iterator[Path]:
    for file in sorted(folder.rglob("*")):
        parts = file.relative_to(folder).parts
        if file.is_file() and not any(part.startswith((".", "~$")) for part in parts):
            yield file
