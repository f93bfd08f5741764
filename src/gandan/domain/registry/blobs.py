"""The bytes of files, kept under their own SHA-256: `files/ab/cdef…`.

A blob is written beside its place, forced to the disk and then renamed: at no point does a name
stand for half a file. A blob without a row is harmless (the next import of the same bytes uses it);
a row without its blob cannot be, because the blob comes first.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

from django.conf import settings


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def place(sha256: str) -> Path:
    return Path(settings.GANDAN_FILES) / sha256[:2] / sha256[2:]


def store(data: bytes) -> str:
    """Keep the bytes (once, however often they come) and give their SHA-256."""
    sha256 = digest(data)
    target = place(sha256)
    if target.exists():
        return sha256
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(prefix=".draft-", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        Path(draft).replace(target)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
    _force_names_to_disk(target.parent)
    return sha256


def load(sha256: str) -> bytes:
    """The bytes as they came; raises ValueError if the disk no longer gives the same ones."""
    data = place(sha256).read_bytes()
    if digest(data) != sha256:
        raise ValueError(f"blob {sha256} was changed on the disk")
    return data


def _force_names_to_disk(folder: Path) -> None:
    """A rename lives in its folder. Windows opens no folders and orders renames itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
