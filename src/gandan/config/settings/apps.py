"""The parts of the program and the way a request goes through them."""

from __future__ import annotations

INSTALLED_APPS = [
    "gandan.kernel",
    "gandan.domain.directory",
    "gandan.domain.registry",
    "gandan.domain.tasks",
    "gandan.domain.meetings",
    "gandan.domain.petitions",
    "gandan.domain.upkeep",
    "gandan.domain.errands",
    "gandan.web.ui",
    "gandan.web.desk",
    "gandan.web.portal",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "axes",
    "csp",
    "django_htmx",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "gandan.web.ui.language.ChosenLanguage",
    "django.middleware.common.CommonMiddleware",
    "gandan.web.ui.nothing.WithoutNothing",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    # A page asks for a sign-in unless it says that it is for everybody, not the other way round.
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "gandan.config.urls"
WSGI_APPLICATION = "gandan.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
