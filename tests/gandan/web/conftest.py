"""The small office again, with a plan received, one duty of it given out, and a browserless client
for each of its people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
import time_machine
from django.core.signals import request_finished, request_started
from django.test import Client

from gandan.domain.registry import actions as registry
from gandan.domain.registry import queries as documents
from gandan.domain.registry.queries import Document, Fact
from gandan.domain.tasks import actions
from gandan.domain.tasks.queries import Task
from gandan.kernel import events
from kept_world import STAGE, world

from ..conftest import NOW, small_office
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


@world("desk_world")
def furnish() -> Desk:
    """The first duty of a plan lies on Sở Tài chính, the second is unread."""
    office, read = small_office(), plan()
    with time_machine.travel(NOW, tick=False):
        got = registry.receive_read(read.text.encode(), read, actor=office.clerk, at=NOW)
        duties = list(documents.facts_of(got.documents[0], "duty"))
        task = actions.accept_duty(duties[0], actor=office.clerk, at=NOW)
    return Desk(office, got.documents[0], duties, task)


@pytest.fixture
def desk_world(db) -> Desk:
    return STAGE.copy("desk_world")


@pytest.fixture
def desk(desk_world, settings, tmp_path) -> Desk:
    """A day in March 2026."""
    settings.GANDAN_FILES = tmp_path / "files"
    STAGE.lay_files(settings.GANDAN_FILES)
    with time_machine.travel(NOW, tick=False):
        yield desk_world


@pytest.fixture(autouse=True)
def one_event_for_each_request(monkeypatch):
    """Whatever a page is asked to do in any of these tests, it is remembered as one deed."""
    left: list[list[str]] = []
    asked: list[bool] = [False]
    write = events._write

    def counted(named, others):
        if asked[0]:
            left[-1].append(named.verb)
        write(named, others)

    def begin(**_):
        left.append([])
        asked[0] = True

    def end(**_):
        asked[0] = False

    monkeypatch.setattr(events, "_write", counted)
    request_started.connect(begin, weak=False)
    request_finished.connect(end, weak=False)
    yield
    request_started.disconnect(begin)
    request_finished.disconnect(end)
    several = [verbs for verbs in left if len(verbs) > 1]
    assert not several, several
