"""The pictures of pages, drawn from the file when first asked for and kept beside the files.

They can be drawn again at any time, so losing them loses nothing: `pictures/ab/cdef…/3.png`.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from django.conf import settings

from gandan.domain.registry import blobs
from gandan.domain.registry.models import File
from vanban.input import render_page


def picture_of(file: File, page: int) -> bytes:
    """Page `page` (from 1) as PNG. Raises `vanban.Rejected` if the file has no such page."""
    target = _place(file.sha256, page)
    if target.exists():
        return target.read_bytes()
    drawn = render_page(blobs.load(file.sha256), file.name, page)
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(prefix=".draft-", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(drawn)
        Path(draft).replace(target)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
    return drawn


def _place(sha256: str, page: int) -> Path:
    """Beside the files, so that a test or an installation which moves those moves these."""
    folder = Path(settings.GANDAN_FILES).with_name("pictures")
    return folder / sha256[:2] / sha256[2:] / f"{page}.png"
