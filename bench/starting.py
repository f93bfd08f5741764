"""The command as an office runs it: from its start to the first fact, and a folder on all cores.

Times are by the clock on the wall, so what else the machine does counts; beside them stands what the
command took of the processor, which does not depend on it.

.venv/bin/python -m bench.starting
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path

from bench import corpus

COMMAND = Path(sys.executable).with_name("gandan")
RUNS = 5


def report(files: int = 400) -> None:
    print("the command `gandan read`: by the clock on the wall, of the processor\n")
    with _folder(1) as one, tempfile.TemporaryDirectory() as cache:
        (document,) = one.iterdir()
        cold = _until_the_first_word(document, cache)
        warm = [_until_the_first_word(document, cache) for _ in range(RUNS)]
    print(f"  patterns not yet kept     {_milliseconds(cold)}, once for a machine")
    print(f"  start to the first fact   {_milliseconds(min(warm))}, best of {RUNS}")
    with _folder(files) as folder:
        wall, processor = _whole(folder)
        size = sum(path.stat().st_size for path in folder.iterdir())
    print(
        f"  a folder of {files} files      {files / wall:.0f} files/s, {size / 1e6 / wall:.2f} MB/s on"
        f" {os.cpu_count()} cores, JSON written; {1000 * processor / files:.0f} ms of the processor a file"
    )


def _milliseconds(times: tuple[float, float]) -> str:
    wall, processor = times
    return f"{1000 * wall:.0f} ms, {1000 * processor:.0f} ms"


def _until_the_first_word(document: Path, cache: str) -> tuple[float, float]:
    """Seconds until the command has written something; what it took of the processor in all."""
    used, begun = _used_by_children(), time.perf_counter()
    with subprocess.Popen(
        [COMMAND, "read", document],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "VANBAN_CACHE": cache},
    ) as command:
        assert command.stdout is not None
        command.stdout.read(1)
        seconds = time.perf_counter() - begun
        command.stdout.read()
    return seconds, _used_by_children() - used


def _whole(folder: Path) -> tuple[float, float]:
    used, begun = _used_by_children(), time.perf_counter()
    subprocess.run(
        [COMMAND, "read", "--json", folder],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    return time.perf_counter() - begun, _used_by_children() - used


def _used_by_children() -> float:
    spent = os.times()
    return spent.children_user + spent.children_system


@contextmanager
def _folder(count: int) -> Iterator[Path]:
    """So many documents, each a file of its own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for at, data in enumerate(islice(cycle(corpus.texts().values()), count)):
            (folder / f"{at:05}.txt").write_bytes(data)
        yield folder


if __name__ == "__main__":
    report()
