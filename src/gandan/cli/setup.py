"""Start Django for a command that needs the database."""

from __future__ import annotations

import os
from pathlib import Path

import django
from django.conf import settings


def setup() -> None:
    """Load the settings (`DJANGO_SETTINGS_MODULE`, else the default) and make the data folder."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gandan.config.settings")
    django.setup()
    Path(settings.GANDAN_DATA).mkdir(parents=True, exist_ok=True)
