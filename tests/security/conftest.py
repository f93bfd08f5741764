"""The province in which everything is tried, on a working day after its merger."""

from __future__ import annotations

import pytest
import time_machine

from security.places import NOW, Province, settle


@pytest.fixture
def province(db, settings, tmp_path) -> Province:
    settings.GANDAN_FILES = tmp_path / "files"
    settings.GANDAN_DATA = tmp_path
    with time_machine.travel(NOW, tick=False):
        yield settle()
