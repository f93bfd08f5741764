"""The door for a WSGI server: `gunicorn gandan.config.wsgi`."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gandan.config.settings")
application = get_wsgi_application()
