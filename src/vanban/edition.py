"""Which edition of the reader this is: its version, and a digest of the code and rules it reads by.

A version alone changes once a release; a rule may change any day. Two installations with the same
edition read the same from the same bytes.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent
_READS = frozenset({".py", ".toml"})
_WRITES_ONLY = "output"
"""How documents are written changes nothing of what is read in them."""


@cache
def edition(version: str) -> str:
    """ "0.1.0+3f9a0c2b71de": some milliseconds once in a process. Where the sources were left out of
    an installation there is nothing to digest, and the version speaks alone."""
    digest = hashlib.sha256()
    files = sorted(path for path in _HERE.rglob("*") if path.suffix in _READS)
    read = [path.relative_to(_HERE) for path in files]
    kept = [path for path in read if path.parts[0] != _WRITES_ONLY]
    for path in kept:
        content = (_HERE / path).read_bytes().replace(b"\r\n", b"\n")
        digest.update(f"{path.as_posix()}\0{len(content)}\0".encode())
        digest.update(content)
    return f"{version}+{digest.hexdigest()[:12]}" if kept else version
