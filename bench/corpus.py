"""Real writing to measure on: the founding documents, or the samples where they are absent."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT.parent / "shared" / "seeds"
SAMPLES = ROOT / "samples" / "documents"


def texts() -> dict[str, bytes]:
    """The documents by name, as UTF-8."""
    folder = SEEDS if SEEDS.is_dir() else SAMPLES
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.txt"))}


def of_size(wanted: int) -> bytes:
    """One text of about so many bytes: whole documents one after another, the last cut at a line."""
    joined = b"\n".join(texts().values()) + b"\n"
    repeated = joined * (wanted // len(joined) + 1)
    return repeated[: repeated.rindex(b"\n", 0, wanted)]
