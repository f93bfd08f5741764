"""`gandan work`: what must be done every day, without anybody asking. `gandan serve` starts it."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import threading
from typing import Any

from gandan.cli.setup import setup

FAILED = 1
# The server comes up first: whoever starts the program waits for its first page.
_AFTER_SERVER = 10.0


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--once", action="store_true", help="làm việc đang đến giờ rồi dừng")
    # Given by `gandan serve`: end when the standard input ends, that is, with the server.
    parser.add_argument("--beside", action="store_true", help=argparse.SUPPRESS)


def run(args: argparse.Namespace) -> int:
    """With --once: 1 if a job failed."""
    setup()
    from django.utils import timezone

    from gandan.jobs.errands import run_next, work_errands
    from gandan.jobs.work import look, work

    if args.once:
        while run_next(timezone.now) is not None:
            continue
        runs = list(look(timezone.now))
        for job, done in runs:
            say(job, done)
        if not runs:
            print("Không có việc nào đến giờ.")
        return FAILED if any(done.outcome == "failed" for _, done in runs) else 0
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    if args.beside:
        # Ctrl+C reaches the whole group: the server decides, and a job under way is finished.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        threading.Thread(target=_until_input_ends, args=(stop,), daemon=True).start()
        stop.wait(_AFTER_SERVER)
    else:
        signal.signal(signal.SIGINT, lambda *_: stop.set())
        print("Việc chạy nền đang canh giờ (Ctrl+C để dừng).", flush=True)
    # Beside the daily work, not behind it: somebody looks at the page that shows how far it is.
    errands = threading.Thread(target=work_errands, args=(timezone.now, stop))
    errands.start()
    for job, done in work(timezone.now, stop):
        say(job, done)
    errands.join()
    return 0


def say(job: Any, run: Any) -> None:
    from django.utils import timezone

    word = "" if run.outcome == "done" else "KHÔNG XONG. "
    file = sys.stdout if run.outcome == "done" else sys.stderr
    print(
        f"{timezone.localtime(run.begun_at):%d/%m/%Y %H:%M} {job.name}: {word}{run.said}",
        file=file, flush=True,
    )  # fmt: skip


def _until_input_ends(stop: threading.Event) -> None:
    """Read by the system call: a buffered reader in a thread would hold its lock to the end."""
    while os.read(0, 1024):
        continue
    stop.set()
