"""A process beside the server: `gandan work`, started with it, ended with it, started again if it dies."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from types import TracebackType

_COMMAND = (sys.executable, "-m", "gandan", "work", "--beside")
_LOOK = 5.0
_AGAIN_AFTER = 60.0
_TO_FINISH = 20.0


class WorkBeside:
    """While it is entered, one process does the daily work.

    It holds the end of a pipe: when the server is gone, however it went, the pipe closes and the
    process ends by itself. gunicorn forks this very process, so that a worker that ends also leaves
    the block: only who entered it may end the work.
    """

    def __init__(self, command: tuple[str, ...] = _COMMAND, *, look: float = _LOOK,
                 again_after: float = _AGAIN_AFTER) -> None:  # fmt: skip
        self.command, self.look, self.again_after = command, look, again_after
        self.stop = threading.Event()

    def __enter__(self) -> WorkBeside:
        self.owner = os.getpid()
        self.process = self._start()
        self.keeper = threading.Thread(target=self._keep, daemon=True)
        self.keeper.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        if os.getpid() != self.owner:
            return
        self.stop.set()
        self.keeper.join()
        if self.process.stdin is not None:
            self.process.stdin.close()
        try:
            self.process.wait(_TO_FINISH)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def _start(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(self.command, stdin=subprocess.PIPE)

    def _keep(self) -> None:
        while not self.stop.wait(self.look):
            if self.process.poll() is None:
                continue
            print("Việc chạy nền đã dừng; sẽ chạy lại.", file=sys.stderr, flush=True)
            if not self.stop.wait(self.again_after):
                if self.process.stdin is not None:
                    self.process.stdin.close()
                self.process = self._start()
