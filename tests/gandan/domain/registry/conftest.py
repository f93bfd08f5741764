from __future__ import annotations

import pytest

from gandan.domain.registry import actions

from ...conftest import NOW


@pytest.fixture
def receive(office, settings, tmp_path):
    """Receive a reading written by hand, as the clerk."""
    settings.GANDAN_FILES = tmp_path / "files"

    def _receive(reading, actor=None):
        return actions.receive_read(
            reading.text.encode(), reading, actor=actor or office.clerk, at=NOW
        )

    return _receive
