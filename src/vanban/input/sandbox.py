"""Parsing in a child process that may spend only so much, and reach nothing."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from vanban.input import wire
from vanban.input.order import Order
from vanban.input.refusals import refused
from vanban.input.source import Rejected, Source

# Kinds that call a large outside program, which reserves address space freely.
_HEAVY = ("doc", "rtf", "odt", "image", "zip", "edxml", "pdf")
_HEAVY_FACTOR = 4
_RECOGNISING_FACTOR = 5
_RECOGNISED = ("image", "pdf", "zip", "edxml")
_KEPT_ENVIRONMENT = ("PATH", "SYSTEMROOT", "TESSDATA_PREFIX", "LD_LIBRARY_PATH")
_PACKAGES = Path(__file__).resolve().parents[2]
# The package's own __init__ loads every fact finder; a child that only parses does without it.
_START = """
import sys, types
vanban = types.ModuleType("vanban")
vanban.__path__ = [sys.argv[1] + "/vanban"]
sys.modules["vanban"] = vanban
from vanban.input.worker import main
main()
"""


def read(data: bytes, media: str, order: Order) -> Source:
    """Read the file in a child process. Raises `Rejected` only, also when the child dies."""
    try:
        return wire.unpacked(_run("read", data, media, order, {}))
    except (ValueError, TypeError, KeyError) as error:
        raise refused("crashed") from error


def render(data: bytes, media: str, order: Order, page: int, dpi: int) -> bytes:
    """The picture of one page as PNG, drawn in a child process. Raises `Rejected` only."""
    return _run("render", data, media, order, {"page": page, "dpi": dpi})


def _run(verb: str, data: bytes, media: str, order: Order, extra: dict[str, int]) -> bytes:
    recognised = order.ocr and media in _RECOGNISED and verb == "read"
    seconds = order.limits.ocr_seconds if recognised else order.limits.seconds
    memory = order.limits.memory_bytes * (_HEAVY_FACTOR if media in _HEAVY else 1)
    # Tesseract's own time is its own process's: the child that waits for it needs little more.
    cpu = order.limits.seconds * (_RECOGNISING_FACTOR if recognised else 1)
    ask = {"verb": verb, "media": media, "memory": memory, "cpu": cpu, **extra}
    ask |= {"name": order.name, "ocr": order.ocr, "limits": asdict(order.limits)}
    with tempfile.TemporaryDirectory(prefix="gandan-", ignore_cleanup_errors=True) as scratch:
        folder = Path(scratch)
        (folder / "ask").write_text(json.dumps(ask), "utf-8")
        (folder / "file").write_bytes(data)
        ended = _wait(folder, seconds)
        if ended is None:
            raise refused("too-slow", seconds=round(seconds))
        return _answer(folder, ended, seconds)


def _wait(folder: Path, seconds: float) -> int | None:
    """Run the child to its end and give its exit code, or None when its time is up."""
    environment = {key: os.environ[key] for key in _KEPT_ENVIRONMENT if key in os.environ}
    environment |= {"HOME": str(folder), "TMPDIR": str(folder), "TEMP": str(folder)}
    environment |= {"LC_ALL": "C.UTF-8", "OMP_THREAD_LIMIT": "1", "PYTHONUTF8": "1"}
    child = subprocess.Popen(
        [sys.executable, "-I", "-c", _START, str(_PACKAGES)],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        return child.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        return None
    finally:
        _end(child)


def _end(child: subprocess.Popen[bytes]) -> None:
    """Kill the child and whatever it started; all of them are in the session made for it."""
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signal.SIGKILL)
    else:
        child.kill()
    child.wait()


def _answer(folder: Path, ended: int, seconds: float) -> bytes:
    try:
        if (folder / "refused").exists():
            code, sentence = json.loads((folder / "refused").read_text("utf-8"))
            raise Rejected(str(code), str(sentence))
        if ended == 0:
            return (folder / "answer").read_bytes()
    except (OSError, ValueError) as error:
        raise refused("crashed") from error
    if hasattr(signal, "SIGXCPU") and ended == -signal.SIGXCPU:
        raise refused("too-slow", seconds=round(seconds))
    raise refused("crashed")
