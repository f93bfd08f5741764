"""Files of the program (style, fonts, scripts) and limits on files that people send."""

from __future__ import annotations

import os

STATIC_URL = "/static/"
# Without a collected folder the files are served from where the parts keep them: nothing to run
# before the first start. `GANDAN_STATIC` names the collected folder on a server.
STATIC_ROOT = os.environ.get("GANDAN_STATIC") or None
WHITENOISE_USE_FINDERS = STATIC_ROOT is None
WHITENOISE_AUTOREFRESH = False

GANDAN_LARGEST_UPLOAD = 50_000_000  # bytes of one file
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000  # bytes of a form without its files
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
DATA_UPLOAD_MAX_NUMBER_FILES = 200
FILE_UPLOAD_PERMISSIONS = 0o600
