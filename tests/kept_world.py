"""A made-up office that is built once and stays while test after test asks for the same one.

Some 1,500 tests begin in one of three worlds, and building a province costs more than what is tried in
it. So a world is built within a transaction that stays open; each test works behind a savepoint of its
own (as every test of Django's does), on a copy of the objects and of the files, and what it did is
undone. A test that asks for another world, or that commits, ends it.

A conftest names its world with `@world("desk_world")` on the function that builds it, and gives it out
by a fixture of that name, which returns `STAGE.copy("desk_world")`.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from copy import deepcopy
from pathlib import Path
from typing import Any

from django.db import transaction
from django.test import SimpleTestCase, override_settings

# The greater first: whoever asks for a desk gets its office too.
WORLDS = ("province_world", "desk_world", "office_world")
COMMITTING = {"transactional_db", "live_server"}
BUILDERS: dict[str, Callable[[], Any]] = {}


def world(name: str) -> Callable[[Callable[[], Any]], Callable[[], Any]]:
    def keep(build: Callable[[], Any]) -> Callable[[], Any]:
        BUILDERS[name] = build
        return build

    return keep


class Stage:
    """Where one world at a time stands; `blocker` is pytest-django's, which opens the database."""

    def __init__(self) -> None:
        self.blocker: Any = None
        self._name = ""
        self._kept: Any = None
        self._copied: Any = None
        self._files = Path()
        self._standing = ExitStack()

    def make_room(self, test: Any) -> None:
        """Before any fixture of the test: what it has no use for ends."""
        self._copied = None
        if self._name and asks_the_database(test) and world_of(test) != self._name:
            self.clear()

    def prepare(self, test: Any) -> None:
        """Before the transaction of the test begins: the world that it asks for stands."""
        name = world_of(test)
        if name and name != self._name:
            self._raise(name)

    def copy(self, name: str) -> Any:
        """The world of that name, or the greater one of this test, for this test alone."""
        if not self._name:
            return BUILDERS[name]()
        if self._copied is None:
            self._copied = deepcopy(self._kept)
        return self._copied

    def lay_files(self, folder: Path) -> None:
        """Put a copy of the files that the world keeps into `folder`."""
        if self._name and self._files.exists():
            shutil.copytree(self._files, folder, dirs_exist_ok=True)

    def clear(self) -> None:
        """Undo the world that stands."""
        self._name = ""
        if self.blocker:
            with self.blocker.unblock():
                self._standing.close()

    def _raise(self, name: str) -> None:
        with self.blocker.unblock(), ExitStack() as standing:
            self._files = Path(standing.enter_context(tempfile.TemporaryDirectory())) / "files"
            standing.enter_context(transaction.atomic())
            standing.callback(transaction.set_rollback, True)
            with override_settings(GANDAN_FILES=self._files):
                self._kept = BUILDERS[name]()
            self._name, self._standing = name, standing.pop_all()


STAGE = Stage()


def world_of(test: Any) -> str:
    """The world that a test asks for; none if it commits, since that could not be undone."""
    if commits(test):
        return ""
    return next((name for name in WORLDS if name in test.fixturenames), "")


def commits(test: Any) -> bool:
    marker = test.get_closest_marker("django_db")
    said = marker is not None and marker.kwargs.get("transaction", False)
    return said or not COMMITTING.isdisjoint(test.fixturenames)


def asks_the_database(test: Any) -> bool:
    marked = test.get_closest_marker("django_db") is not None
    return marked or commits(test) or "db" in test.fixturenames or is_a_case(test)


def is_a_case(test: Any) -> bool:
    """Whether it is a method of Django's own test cases, which close every connection at their end."""
    return isinstance(getattr(test, "cls", None), type) and issubclass(test.cls, SimpleTestCase)
