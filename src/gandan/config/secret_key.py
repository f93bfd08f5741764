"""The key that signs sessions: made once for an installation, readable by its owner only."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path


def secret_key(data: Path) -> str:
    """The key of `GANDAN_SECRET_KEY`, else the one kept in `data/secret_key` (made if missing)."""
    return os.environ.get("GANDAN_SECRET_KEY") or _kept(data / "secret_key")


def _kept(path: Path) -> str:
    """Two processes that start together must end with one key: each writes its own draft and only
    the first link to the final name succeeds."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f"{path.name}.{os.getpid()}")
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as out:
            out.write(secrets.token_urlsafe(64))
            out.flush()
            os.fsync(out.fileno())
        with contextlib.suppress(FileExistsError):
            os.link(draft, path)
        draft.unlink()
    return path.read_text("ascii").strip()
