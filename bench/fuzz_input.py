"""10,000 damaged files of every kind through the readers: no crash, no hang, only `Rejected`.

    nice -n 19 .venv/bin/python bench/fuzz_input.py [how many] [seed]

Each batch is read in a forked child under the limits of the sandbox; a child that dies or takes
too long over a file is the failure this looks for. POSIX only.
"""

from __future__ import annotations

import json
import os
import random
import resource
import signal
import sys
import time
from collections import Counter
from typing import Any, TextIO

from mutate import damaged, originals

from vanban.input import Limits, Rejected, detect, readers
from vanban.input.order import Order
from vanban.input.render import picture

BATCH = 50
SECONDS = 10
LIMITS = Limits()
BAD = ("CRASH", "HANG", "ESCAPED")


def main() -> int:
    total = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    sound = originals()
    outcomes: Counter[str] = Counter()
    slowest = 0.0
    begun = time.monotonic()
    for batch in range(0, total, BATCH):
        for line in _batch(sound, range(batch, min(batch + BATCH, total)), seed):
            outcomes[f"{line['name']}: {line['outcome']}"] += 1
            slowest = max(slowest, line["seconds"])
    for outcome, times in sorted(outcomes.items()):
        print(f"{times:6d}  {outcome}")
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(
        f"{total} files, seed {seed}, {time.monotonic() - begun:.0f} s; slowest file {slowest:.1f} s of processor time;"
        f" most memory {memory} MB"
    )
    failures = sum(n for outcome, n in outcomes.items() if any(bad in outcome for bad in BAD))
    print(f"crashes, hangs and errors that escaped: {failures}")
    return min(failures, 1)


def _batch(sound: dict[str, bytes], numbers: range, seed: int) -> list[dict[str, Any]]:
    """What became of each file of a batch, told by the child that read them."""
    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read_end)
        with os.fdopen(write_end, "w") as out:
            _read_all(sound, numbers, seed, out)
        os._exit(0)
    os.close(write_end)
    with os.fdopen(read_end) as told:
        lines = [json.loads(line) for line in told]
    _, status = os.waitpid(child, 0)
    done = [line for line in lines if "outcome" in line]
    if status != 0 and lines:
        died = (
            "HANG" if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGPROF else "CRASH"
        )
        done.append({"name": lines[-1]["name"], "outcome": f"{died} {lines[-1]}", "seconds": 0.0})
    return done


def _read_all(sound: dict[str, bytes], numbers: range, seed: int, out: TextIO) -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # libraries grumble about every damaged file
    resource.setrlimit(resource.RLIMIT_AS, (LIMITS.memory_bytes * 4, LIMITS.memory_bytes * 4))
    for number in numbers:
        chance = random.Random(seed * 1_000_003 + number)
        name = sorted(sound)[number % len(sound)]
        data = damaged(sound[name], chance)
        print(json.dumps({"name": name, "number": number}), file=out, flush=True)
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        begun = time.process_time()
        outcome = _outcome(data, name)
        signal.setitimer(signal.ITIMER_PROF, 0)
        told = {"name": name, "outcome": outcome, "seconds": time.process_time() - begun}
        print(json.dumps(told), file=out, flush=True)


def _outcome(data: bytes, name: str) -> str:
    try:
        media = detect.media_of(data, name) if data else "txt"
        if media == "image":
            picture(data, "image", 1, 72, LIMITS)
            return "drawn"
        readers.read(data, media, Order(name, ocr=False, limits=LIMITS))
    except Rejected as refusal:
        return f"refused {refusal.code}"
    except Exception as error:
        return f"ESCAPED {type(error).__name__}"
    return "read"


if __name__ == "__main__":
    raise SystemExit(main())
