"""Where this installation keeps its own things: one folder, `GANDAN_DATA`."""

from __future__ import annotations

import os
from pathlib import Path

GANDAN_DATA = Path(os.environ.get("GANDAN_DATA", "data")).resolve()
GANDAN_FILES = GANDAN_DATA / "files"
GANDAN_MAIL = GANDAN_DATA / "mail"
