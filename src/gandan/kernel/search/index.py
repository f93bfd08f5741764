"""The folder of the index: written by one process at a time, read by all."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import tantivy

from gandan.kernel.search.folding import bare, pairs, words
from gandan.kernel.search.schema import FACETS, SHAPE, register, schema

_HEAP = 128_000_000  # bytes that a writer gathers before it writes a segment
_HEAP_SMALL = 15_000_000


@dataclass(frozen=True, slots=True)
class Entry:
    """A thing as it can be found. `subject` names it ("tasks.task:12"); `doors` are the marks of which
    somebody must have one to see it; `facets` has values by the names of `schema.FACETS`."""

    subject: str
    text: str
    doors: tuple[str, ...]
    facets: Mapping[str, str] = field(default_factory=dict)


class SearchIndex:
    """`cursor` is kept beside the index by who fills it: how far the index follows the tables. None:
    there is no index of this shape yet."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / f"shape-{SHAPE}"

    @property
    def cursor(self) -> dict[str, Any] | None:
        try:
            said = json.loads((self.folder / "cursor.json").read_text("utf-8"))
        except (OSError, ValueError):
            return None
        return said if isinstance(said, dict) else None

    def opened(self) -> tantivy.Index:
        self.folder.mkdir(parents=True, exist_ok=True)
        return register(tantivy.Index(schema(), path=str(self.folder)))

    def put(
        self,
        entries: Iterable[Entry],
        gone: Iterable[str],
        cursor: Mapping[str, Any],
        *,
        fresh: bool,
    ) -> bool:
        """Write entries (in place of those with the same subject), take out what is `gone`, and then
        move the cursor: cut off in between, the same is written again. `fresh`: nothing of what was
        there is kept; until all is written, questions are answered by the old. False: another process
        is writing, nothing was done."""
        index = self.opened()
        try:
            writer = index.writer(_HEAP if fresh else _HEAP_SMALL, 1)
        except ValueError:  # the writer before has not let go of its lock
            return False
        if fresh:
            writer.delete_all_documents()
        for subject in gone:
            writer.delete_documents_by_term("subject", subject)
        for entry in entries:
            if not fresh:
                writer.delete_documents_by_term("subject", entry.subject)
            writer.add_document(_document(entry))
        writer.commit()
        writer.wait_merging_threads()
        draft = self.folder / "cursor.json.draft"
        draft.write_text(json.dumps(dict(cursor)), "utf-8")
        draft.replace(self.folder / "cursor.json")
        self._drop_other_shapes()
        return True

    def _drop_other_shapes(self) -> None:
        for other in self.folder.parent.glob("shape-*"):
            if other != self.folder:
                shutil.rmtree(other, ignore_errors=True)


def _document(entry: Entry) -> tantivy.Document:
    said = words(entry.text)
    document = tantivy.Document()
    document.add_text("subject", entry.subject)
    document.add_text("accented", " ".join(said))
    plain = [bare(word) for word in said]
    document.add_text("folded", " ".join(plain))
    document.add_text("pairs", " ".join(pairs(plain)))
    for door in entry.doors:
        document.add_text("doors", door)
    for facet in FACETS:
        value = entry.facets.get(facet, "")
        if value:
            document.add_text(facet, value)
    return document
