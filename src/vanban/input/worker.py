"""The child process that parses: bounds itself, reads one file, writes one answer, ends."""

from __future__ import annotations

import ctypes
import json
import os
import sys
from pathlib import Path
from typing import Any

from vanban.input import readers, wire
from vanban.input.limits import Limits
from vanban.input.order import Order
from vanban.input.refusals import refused
from vanban.input.source import Rejected

# Linux: a network namespace of its own, in a user namespace of its own where that is needed.
_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000
_PROGRAMS = ("tesseract", "antiword", "soffice", "libreoffice")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def main() -> None:
    """Read `ask` and `file` in the working directory; leave `answer` or `refused` there."""
    ask: dict[str, Any] = json.loads(Path("ask").read_text("utf-8"))
    data = Path("file").read_bytes()
    order = Order(name=ask["name"], ocr=ask["ocr"], limits=Limits(**ask["limits"]))
    confine(ask["memory"], ask["cpu"], order.limits.unpacked_bytes)
    try:
        try:
            Path("answer").write_bytes(_done(ask, data, order))
        except MemoryError as error:
            raise refused("too-heavy") from error
    except Rejected as error:
        Path("refused").write_text(json.dumps([error.code, str(error)]), "utf-8")


def _done(ask: dict[str, Any], data: bytes, order: Order) -> bytes:
    if ask["verb"] == "render":
        from vanban.input.render import picture

        return picture(data, ask["media"], ask["page"], ask["dpi"], order.limits)
    return wire.packed(readers.read(data, ask["media"], order))


def confine(memory: int, seconds: float, file_bytes: int) -> None:
    """Give up, for good, the right to more memory, time and disk, to the network, to other files.

    Where the system has no such limits (Windows) only the watch on Python's own calls remains.
    """
    try:
        import resource
    except ImportError:
        pass
    else:
        _bound(resource.RLIMIT_CORE, 0)
        _bound(resource.RLIMIT_AS, memory)
        _bound(resource.RLIMIT_CPU, round(seconds) + 1, grace=5)
        _bound(resource.RLIMIT_FSIZE, file_bytes)
    if sys.platform == "linux":
        libc = ctypes.CDLL(None, use_errno=True)
        if libc.unshare(_NEW_NETWORK) != 0:
            libc.unshare(_NEW_USER | _NEW_NETWORK)
    scratch = str(Path.cwd())
    sys.addaudithook(lambda event, details: _watch(event, details, scratch))


def _bound(which: int, most: int, grace: int = 0) -> None:
    """Set a limit for good; within `grace` above it the system warns before it kills."""
    import resource

    _, hard = resource.getrlimit(which)
    last = most + grace if hard == resource.RLIM_INFINITY else min(most + grace, hard)
    resource.setrlimit(which, (min(most, last), last))


def _watch(event: str, details: tuple[Any, ...], scratch: str) -> None:
    if event in ("socket.connect", "socket.bind", "socket.getaddrinfo", "os.system", "os.exec"):
        raise PermissionError(event)
    if event == "subprocess.Popen" and Path(str(details[0])).stem not in _PROGRAMS:
        raise PermissionError(event)
    if event == "open" and isinstance(details[2], int) and details[2] & _WRITING:
        path = details[0]
        if isinstance(path, (str, bytes)):
            target = os.path.realpath(os.fsdecode(path))
            if not target.startswith((scratch, "/dev/null")):
                raise PermissionError(event)
