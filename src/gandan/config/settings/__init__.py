"""The settings used by default: one machine, loopback, SQLite, nothing to configure.

One module per topic; `production` adds what HTTPS in front of the program asks for, `test` what
tests need. Everything an office must change is an environment variable named `GANDAN_…`.
"""

from __future__ import annotations

from gandan.config.settings.apps import *  # noqa: F403
from gandan.config.settings.database import *  # noqa: F403
from gandan.config.settings.files import *  # noqa: F403
from gandan.config.settings.language import *  # noqa: F403
from gandan.config.settings.login import *  # noqa: F403
from gandan.config.settings.mail import *  # noqa: F403
from gandan.config.settings.office import *  # noqa: F403
from gandan.config.settings.paths import *  # noqa: F403
from gandan.config.settings.security import *  # noqa: F403
from gandan.config.settings.templates import *  # noqa: F403
