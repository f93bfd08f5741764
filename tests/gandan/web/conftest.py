"""The small office again, with a plan received, one duty of it given out, and a browserless client
for each of its people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
import time_machine
from django.test import Client

from gandan.domain.registry import actions as registry
from gandan.domain.registry import queries as documents
from gandan.domain.registry.queries import Document, Fact
from gandan.domain.tasks import actions
from gandan.domain.tasks.queries import Task

from ..conftest import NOW
from ..reading_by_hand import plan


@dataclass
class Desk:
    office: Any
    document: Document
    duties: list[Fact]
    task: Task

    def client(self, username: str) -> Client:
        client = Client()
        client.force_login(
            self.office.accounts[username], "django.contrib.auth.backends.ModelBackend"
        )
        return client

    def fact(self, at: int) -> Fact:
        return Fact.objects.get(pk=self.duties[at].pk)


@pytest.fixture
def desk(office, settings, tmp_path):
    """A day in March 2026: the first duty of a plan lies on Sở Tài chính, the second is unread."""
    settings.GANDAN_FILES = tmp_path / "files"
    read = plan()
    with time_machine.travel(NOW, tick=False):
        got = registry.receive_read(read.text.encode(), read, actor=office.clerk, at=NOW)
        duties = list(documents.facts_of(got.documents[0], "duty"))
        task = actions.accept_duty(duties[0], actor=office.clerk, at=NOW)
        yield Desk(office, got.documents[0], duties, task)
