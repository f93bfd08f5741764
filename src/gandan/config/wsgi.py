"""The door for a WSGI server: `gunicorn gandan.config.wsgi`."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

from gandan.config.garbage import settle

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gandan.config.settings")
application = get_wsgi_application()
settle()
