"""How much one file may cost before it is refused."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes, pages, pixels and seconds that reading one file may take.

    `file_bytes` bounds the file itself, `unpacked_bytes` everything unpacked from it (a zip entry
    may expand a thousandfold), `ratio` how far one large entry may expand. `memory_bytes` and
    `seconds` bound the child process that parses; recognising a scan may take `ocr_seconds`.
    """

    file_bytes: int = 100 * MEGABYTE
    unpacked_bytes: int = 300 * MEGABYTE
    ratio: int = 200
    entries: int = 5_000
    depth: int = 3
    pages: int = 2_000
    pixels: int = 80_000_000
    memory_bytes: int = 1_024 * MEGABYTE
    seconds: float = 60.0
    ocr_seconds: float = 1_800.0


DEFAULT = Limits()
