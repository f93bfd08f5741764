"""The settings are safe as they stand, and write dates and numbers as Vietnamese offices do."""

import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from datetime import date

import pytest
from django import forms
from django.utils import formats, numberformat, translation

from gandan.config.secret_key import secret_key
from gandan.config.settings import database


@pytest.fixture
def vietnamese():
    with translation.override("vi"):
        yield


@pytest.mark.usefixtures("vietnamese")
def test_3_4_2026_is_the_third_of_april():
    """Django's own `vi` reads 4 March."""
    assert forms.DateField().clean("03/04/2026") == date(2026, 4, 3)
    assert formats.localize_input(date(2026, 4, 3)) == "03/04/2026"
    assert formats.get_format("DATE_INPUT_FORMATS")[0] == "%d/%m/%Y"
    assert formats.date_format(date(2026, 4, 3)) == "03/04/2026"


@pytest.mark.usefixtures("vietnamese")
def test_thousands_have_a_point_and_decimals_a_comma():
    assert formats.number_format(1330, force_grouping=True) == "1.330"
    assert formats.number_format(12.5, decimal_pos=1) == "12,5"
    assert numberformat.format(2026, ",") == "2026"


def test_the_secret_key_is_made_once_and_is_for_its_owner_only(tmp_path, monkeypatch):
    monkeypatch.delenv("GANDAN_SECRET_KEY", raising=False)
    key = secret_key(tmp_path)
    assert len(key) >= 64
    assert secret_key(tmp_path) == key
    kept = tmp_path / "secret_key"
    if os.name != "nt":
        assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]


def test_two_installations_have_two_keys(tmp_path, monkeypatch):
    monkeypatch.delenv("GANDAN_SECRET_KEY", raising=False)
    assert secret_key(tmp_path / "a") != secret_key(tmp_path / "b")


def test_postgresql_is_named_by_an_address():
    made = database.postgresql("postgresql://u:p%40ss@db.example:5433/gan?sslmode=require")
    assert (made["USER"], made["PASSWORD"], made["PORT"], made["NAME"]) == (
        "u",
        "p@ss",
        "5433",
        "gan",
    )
    options = "-c jit=off -c random_page_cost=1.1"
    assert made["OPTIONS"] == {"options": options, "sslmode": "require"}
    own = database.postgresql("postgresql://u@h/x?options=-c%20work_mem%3D64MB")
    assert own["OPTIONS"] == {"options": "-c work_mem=64MB"}
    with pytest.raises(ValueError, match="postgresql"):
        database.postgresql("mysql://u@h/x")


def test_sqlite_keeps_what_it_acknowledged(tmp_path):
    """As an installation has it: tests run with a database that need not survive a power cut."""
    options = database.sqlite("x")["OPTIONS"]
    assert options["transaction_mode"] == "IMMEDIATE"
    with closing(sqlite3.connect(tmp_path / "x.sqlite3")) as connection:
        connection.executescript(options["init_command"])
        assert connection.execute("PRAGMA synchronous").fetchone()[0] == 2
        assert connection.execute("PRAGMA foreign_keys").fetchone()[0] == 1
        assert connection.execute("PRAGMA busy_timeout").fetchone()[0] == 20_000


@pytest.mark.parametrize(("settings", "clean"), [("production", True), ("", False)])
def test_the_deployment_check_is_clean_for_production(settings, clean, tmp_path):
    """And it does complain of the settings for one machine, so that it can complain at all."""
    # What other tests set for themselves (the browser's) is not the installation's.
    around = {name: kept for name, kept in os.environ.items() if not name.startswith("DJANGO_")}
    done = subprocess.run(
        [sys.executable, "-m", "django", "check", "--deploy", "--fail-level", "WARNING"],
        env={
            **around,
            "DJANGO_SETTINGS_MODULE": f"gandan.config.settings{'.' if settings else ''}{settings}",
            "GANDAN_DATA": str(tmp_path),
            "GANDAN_HOSTS": "gandan.example.vn",
        },
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode == 0) is clean, done.stderr
    if not clean:
        assert "security.W" in done.stderr
