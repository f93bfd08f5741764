"""Rows of a file of petitions (XLSX or JSON lines), one after another, each read or refused."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from gandan.domain.petitions.actions import COLUMNS, Row
from gandan.domain.petitions.actions.receiving import clean
from gandan.domain.petitions.denunciation import refuse_denunciation
from gandan.domain.petitions.fields import field_named
from gandan.domain.petitions.queries import SourceKind
from gandan.kernel.refusal import Refused

_KEY_OF = {name: key for key, names in COLUMNS.items() for name in names}
_KIND_OF = {str(kind.label): kind.value for kind in SourceKind} | {k: k for k in SourceKind.values}
_DAYS = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y")


@dataclass
class Sheet:
    """A file while it is read. `unknown` gathers the columns that mean nothing here, `unsorted` the fields
    that the list does not have, which are left open. `name`: what it was called, where it lies under
    another name."""

    path: Path
    name: str = ""
    unknown: set[str] = field(default_factory=set)
    unsorted: Counter[str] = field(default_factory=Counter)

    def rows(self, start: int = 0) -> Iterator[Row | str]:
        """From the row with this index on: a row to store, or the sentence why not."""
        return (row for _, row in self.numbered(start))

    def numbered(self, start: int = 0) -> Iterator[tuple[int, Row | str]]:
        """The same, each with the line of the file in which it stands."""
        for line, raw in islice(self._raw(), start, None):
            yield line, self._read(raw) if isinstance(raw, Mapping) else raw

    def _raw(self) -> Iterator[tuple[int, Mapping[str, Any] | str]]:
        name = self.name or self.path.name
        suffix = Path(name).suffix.lower()
        if suffix == ".xlsx":
            return _from_xlsx(self.path, name)
        if suffix in {".jsonl", ".ndjson"}:
            return _from_jsonl(self.path)
        raise Refused(f"{name} không phải .xlsx hay .jsonl. Chưa nạp gì.")

    def _read(self, raw: Mapping[str, Any]) -> Row | str:
        said: dict[str, Any] = {}
        for name, value in raw.items():
            key = _KEY_OF.get(name.strip().casefold())
            if key is None:
                self.unknown.add(name)
            elif value is not None:
                said[key] = value
        try:
            row = _row(said)
        except Refused as refusal:
            return str(refusal)
        if said.get("field") and not row.field:
            self.unsorted[" ".join(str(said["field"]).split())[:60]] += 1
        return row


def _row(said: Mapping[str, Any]) -> Row:
    text = clean(str(said.get("text", "")))
    refuse_denunciation(text)
    place = str(said.get("place", "")).strip()
    coded = place.isascii() and place.isdigit()
    kind, reference = _source(str(said.get("source", "")).strip(), bool(said.get("session")))
    return Row(
        text=text,
        place_code=place.zfill(5)[:10] if coded else "",
        place_text="" if coded else place[:200],
        field=_field(str(said.get("field", ""))),
        said_on=_day(said.get("date")),
        source=kind,
        source_reference=reference[:200],
        session=str(said.get("session", "")).strip()[:120],
    )


def _source(words: str, has_session: bool) -> tuple[str, str]:
    """A kind by its name; other words are the name of where it comes from."""
    kind = _KIND_OF.get(words.casefold())
    if kind is not None:
        return kind, ""
    return (SourceKind.MEETING if has_session else SourceKind.DOCUMENT), words


@lru_cache(maxsize=10_000)
def _field(words: str) -> str:
    found = field_named(words) if words.strip() else None
    return found.code if found else ""


def _day(value: Any) -> date | None:
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    words = str(value).strip()[:10]
    day = _day_said(words)
    if day is None:
        raise Refused(f"Ngày “{words}” không đọc được. Hãy ghi như 30/06/2026.")
    if not 1945 <= day.year <= 2100:
        raise Refused(f"Ngày “{words}” ngoài khoảng 1945–2100.")
    return day


@lru_cache(maxsize=50_000)
def _day_said(words: str) -> date | None:
    for form in _DAYS:
        try:
            return datetime.strptime(words, form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    return None


def _from_jsonl(path: Path) -> Iterator[tuple[int, Mapping[str, Any] | str]]:
    with path.open(encoding="utf-8-sig", errors="replace") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                said = json.loads(line)
            except (ValueError, RecursionError):
                yield number, "Dòng không phải JSON."
                continue
            yield number, said if isinstance(said, dict) else "Dòng không phải một đối tượng JSON."


def _from_xlsx(path: Path, name: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    with path.open("rb") as file:
        try:
            book = load_workbook(file, read_only=True, data_only=True)
        except Exception as error:  # openpyxl raises whatever its parsers do on a damaged file
            raise Refused(
                f"{name} không mở được như một tệp Excel. Chưa nạp gì. Hãy mở bằng Excel rồi lưu lại."
            ) from error
        try:
            cells = book.worksheets[0].iter_rows(values_only=True)
            heads = [str(head or "").strip() for head in next(cells, ())]
            for number, row in enumerate(cells, 2):
                if any(value not in (None, "") for value in row):
                    said = {head: value for head, value in zip(heads, row, strict=False) if head}
                    yield number, said
        finally:
            book.close()
