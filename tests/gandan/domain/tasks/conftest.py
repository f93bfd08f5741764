from __future__ import annotations

from datetime import date

import pytest

from gandan.domain.registry import actions as registry
from gandan.domain.registry import queries as documents
from gandan.domain.tasks import actions

from ...conftest import NOW
from ...reading_by_hand import plan


@pytest.fixture
def duties(office, settings, tmp_path):
    """The two duties of a plan that was received."""
    settings.GANDAN_FILES = tmp_path / "files"
    read = plan()
    got = registry.receive_read(read.text.encode(), read, actor=office.clerk, at=NOW)
    return list(documents.facts_of(got.documents[0], "duty"))


@pytest.fixture
def task(office):
    """A task of Sở Nội vụ, assigned by its head, due on 20/3/2026."""
    return actions.assign(
        "Rà soát quy chế tiếp công dân",
        lead=office.home_affairs,
        cooperating=[office.finance],
        due=[date(2026, 3, 20)],
        actor=office.head,
        at=NOW,
    )
