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


def of_one_mix(wanted: int) -> list[bytes]:
    """Texts of about so many bytes that together hold every document as often as any other.

    The documents differ in what they cost, so a short text is no sample of them: they are cut into
    texts of that length, and a long text is all of them over and over.
    """
    joined = b"\n".join(texts().values()) + b"\n"
    if wanted >= len(joined):
        return [joined * round(wanted / len(joined))]
    lines = joined.splitlines(keepends=True)
    pieces, bound = [b""], len(joined) / round(len(joined) / wanted)
    for line in lines:
        if len(pieces[-1]) >= bound:
            pieces.append(b"")
        pieces[-1] += line
    return pieces


def of_size(wanted: int) -> bytes:
    """One text of about so many bytes: whole documents one after another, the last cut at a line."""
    joined = b"\n".join(texts().values()) + b"\n"
    repeated = joined * (wanted // len(joined) + 1)
    return repeated[: repeated.rindex(b"\n", 0, wanted)]
