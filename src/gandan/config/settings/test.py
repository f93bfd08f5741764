"""For tests: a data folder and a database that vanish, and a hash that does not slow every user."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from gandan.config.settings import *  # noqa: F403
from gandan.config.settings.database import postgresql, sqlite

_vanishing = tempfile.TemporaryDirectory(prefix="gandan-test-")
GANDAN_DATA = Path(_vanishing.name)
GANDAN_FILES = GANDAN_DATA / "files"
GANDAN_MAIL = GANDAN_DATA / "mail"

_url = os.environ.get("GANDAN_TEST_DATABASE_URL", "")
DATABASES = {"default": postgresql(_url) if _url else sqlite(str(GANDAN_DATA / "test.sqlite3"))}
if not _url:
    # A file: in memory the threads of a served page would share one cache and lock each other out.
    # No fsync: a test database need not survive a power cut.
    DATABASES["default"]["TEST"] = {"NAME": str(GANDAN_DATA / "tested.sqlite3")}
    DATABASES["default"]["OPTIONS"]["init_command"] += ";PRAGMA synchronous=OFF"

SECRET_KEY = "used by tests only, never by an installation: 0123456789abcdefghijklm"  # noqa: S105
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
AXES_ENABLED = False
ALLOWED_HOSTS = ["*"]
