"""Mails are written to a folder until the office names its mail server."""

from __future__ import annotations

import os

from gandan.config.settings.paths import GANDAN_MAIL

EMAIL_HOST = os.environ.get("GANDAN_MAIL_HOST", "")
EMAIL_PORT = int(os.environ.get("GANDAN_MAIL_PORT", "587"))
EMAIL_HOST_USER = os.environ.get("GANDAN_MAIL_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("GANDAN_MAIL_PASSWORD", "")
EMAIL_USE_TLS = True
EMAIL_TIMEOUT = 20
EMAIL_FILE_PATH = str(GANDAN_MAIL)
EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend"
    if EMAIL_HOST
    else "django.core.mail.backends.filebased.EmailBackend"
)
DEFAULT_FROM_EMAIL = os.environ.get("GANDAN_MAIL_FROM", "gandan@localhost")
# Where a link in a message leads: the address by which people reach this installation.
GANDAN_ADDRESS = os.environ.get("GANDAN_ADDRESS", "http://127.0.0.1:8000").rstrip("/")
