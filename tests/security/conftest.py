"""The province in which everything is tried, on a working day after its merger."""

from __future__ import annotations

import pytest
import time_machine

from kept_world import STAGE, world
from security.places import NOW, Province, settle


@world("province_world")
def settled() -> Province:
    with time_machine.travel(NOW, tick=False):
        return settle()


@pytest.fixture
def province_world(db) -> Province:
    return STAGE.copy("province_world")


@pytest.fixture
def province(province_world, settings, tmp_path) -> Province:
    settings.GANDAN_FILES = tmp_path / "files"
    settings.GANDAN_DATA = tmp_path
    STAGE.lay_files(settings.GANDAN_FILES)
    with time_machine.travel(NOW, tick=False):
        yield province_world
