from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client

from gandan.domain.petitions import actions
from gandan.domain.petitions.actions import Origin

from ...conftest import NOW

SECRET = "lời riêng chưa ai duyệt hoatuongvi"


class Portal:
    """Petitions of Sở Nội vụ, a clerk who answers, a head who publishes, and a stranger's browser."""

    def __init__(self, office: Any) -> None:
        self.office = office
        self.clerk = office.person("home_clerk", "clerk", "home_affairs")
        self.browser = Client()

    def received(self, text=SECRET, **more):
        return actions.receive(
            text, Origin("reception"), said_on=date(2026, 3, 2), unit=self.office.home_affairs,
            actor=self.clerk, at=NOW, **more,
        )  # fmt: skip

    def published(self, words, answer="", *, kind="explained", **more):
        """A petition whose own text stays secret, published as `words`, answered in public as `answer`."""
        petition = self.received(f"{SECRET} {words}", **more)
        given = None
        if answer:
            given = actions.answer(
                petition, kind, f"{SECRET} {answer}", evidence="Biên bản", actor=self.clerk, at=NOW
            )
        self.publish(petition, words, given, answer)
        petition.refresh_from_db()
        return petition

    def publish(self, petition, words, given=None, answer=""):
        draft = actions.draft_publication(
            petition, words, answer=given, answer_text=answer, looked_through=True,
            actor=self.clerk, at=NOW,
        )  # fmt: skip
        actions.approve_publication(draft, actor=self.office.head, at=NOW)

    def said(self, path, status=200):
        answer = self.browser.get(path)
        assert answer.status_code == status, (path, answer.status_code)
        return answer.content.decode()


@pytest.fixture
def portal(office, settings, tmp_path):
    settings.GANDAN_DATA = tmp_path
    settings.GANDAN_FILES = tmp_path / "files"
    cache.clear()
    with time_machine.travel(NOW, tick=False):
        yield Portal(office)
