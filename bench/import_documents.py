"""Import 1,000 documents into a fresh database: time, documents a second, where the time goes.

.venv/bin/python bench/import_documents.py [--documents 1000] [--jobs N]
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from pathlib import Path

SAMPLES = Path(__file__).resolve().parents[1] / "samples" / "documents"


def write_documents(folder: Path, count: int) -> int:
    """Copies of the sample documents, each with a line of its own so that its bytes are new."""
    texts = [path.read_text("utf-8") for path in sorted(SAMPLES.glob("*.txt"))]
    size = 0
    for n in range(count):
        text = f"{texts[n % len(texts)]}\n\nBản đo số {n}.\n"
        (folder / f"{n:05}.txt").write_text(text, "utf-8")
        size += len(text.encode())
    return size


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=1_000)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="gandan-bench-") as data:
        os.environ["GANDAN_DATA"] = data
        from gandan.cli.setup import setup

        setup()
        measure(Path(data), args.documents, args.jobs)


def measure(data: Path, count: int, jobs: int) -> None:
    from django.core.management import call_command
    from django.utils import timezone

    from gandan.domain.directory.actions import machine_account
    from gandan.domain.registry.models import Fact, File
    from gandan.jobs.gathering import gather
    from gandan.jobs.import_files import import_files

    call_command("migrate", verbosity=0)
    folder = data / "in"
    folder.mkdir()
    size = write_documents(folder, count)
    actor = machine_account(timezone.now())
    files = list(gather([folder]))
    for turn in ("first", "again"):
        begun = time.perf_counter()
        fates = [
            outcome.fate
            for outcome in import_files(files, actor=actor, now=timezone.now, processes=jobs)
        ]
        took = time.perf_counter() - begun
        print(
            f"{turn:<6} {count} documents, {size / 1e6:.1f} MB, {jobs} processes: {took:.1f} s, "
            f"{count / took:.0f} documents/s, new {fates.count('new')}, "
            f"known {fates.count('known')}, refused {fates.count('refused')}"
        )
    print(f"       {File.objects.count()} files, {Fact.objects.count()} facts")


if __name__ == "__main__":
    main()
