"""SQLite embedded by default; PostgreSQL by `GANDAN_DATABASE_URL`."""

from __future__ import annotations

import os
import sqlite3
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from gandan.config.settings.paths import GANDAN_DATA

# SQLite before 3.51.3 can corrupt a database when a WAL is reset while another process writes.
_JOURNAL = "WAL" if sqlite3.sqlite_version_info >= (3, 51, 3) else "TRUNCATE"


def sqlite(name: str) -> dict[str, Any]:
    """IMMEDIATE: a transaction takes the write lock when it begins, so that two writers wait for
    each other instead of one failing half-way with "database is locked"."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": name,
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": (
                f"PRAGMA journal_mode={_JOURNAL}; PRAGMA synchronous=FULL;"
                "PRAGMA foreign_keys=ON; PRAGMA busy_timeout=20000; PRAGMA cache_size=-32000"
            ),
        },
    }


def postgresql(url: str) -> dict[str, Any]:
    """`postgresql://user:password@host:port/name?sslmode=require`; `&options=` in place of ours.

    No JIT: PostgreSQL compiles what it guesses to be dear, and a page of fifty rows would wait a
    second for machine code that runs for a tenth of one. A row by its index is priced as on a disk
    without moving parts: at the price of a turning one, whole tables are read instead.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ValueError(
            f"GANDAN_DATABASE_URL must begin with postgresql://, not {parts.scheme}://"
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"options": "-c jit=off -c random_page_cost=1.1"} | dict(parse_qsl(parts.query)),
    }


_url = os.environ.get("GANDAN_DATABASE_URL", "")
DATABASES = {"default": postgresql(_url) if _url else sqlite(str(GANDAN_DATA / "gandan.sqlite3"))}
