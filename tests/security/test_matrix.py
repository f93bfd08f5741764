"""Every address × method × role × whose thing is answered as the table says: no leak, no gap."""

from __future__ import annotations

import pytest

from gandan.domain.directory import access as directory
from gandan.domain.directory import queries as people
from gandan.domain.meetings import access as meetings
from gandan.domain.meetings.queries import Meeting
from gandan.domain.petitions import access as petitions
from gandan.domain.petitions.queries import Petition
from gandan.domain.registry import access as registry
from gandan.domain.registry.queries import Document
from gandan.domain.tasks import access as tasks
from gandan.domain.tasks.queries import Task
from security.matrix import ASKING, ROWS, cells, differing
from security.places import url_names


def test_every_address_of_the_program_has_its_row():
    """A page that nobody thought about is a page that everybody may have."""
    names = url_names()
    assert sorted(set(names) - set(ROWS)) == [], "add these addresses to matrix.toml"
    assert sorted(set(ROWS) - set(names)) == [], "these rows of matrix.toml have no address"


@pytest.mark.parametrize("role", ASKING)
def test_every_row_says_something_for_every_role(role):
    assert [cell for cell in cells(role) if cell.verdict == "no row"] == []


@pytest.mark.parametrize("role", ASKING)
def test_the_program_answers_as_the_table_says(province, role):
    assert differing(province, role) == []


def everybody(*_args, **_kwargs):
    return True


# The scope that is taken away, whom it then lets in, and the page on which the table must see it.
SCOPES = {
    "documents": (registry, "visible_documents", lambda *_: Document.objects.all(), "document"),
    "tasks": (tasks, "visible_tasks", lambda *_: Task.objects.all(), "task"),
    "petitions": (petitions, "visible_petitions", lambda *_: Petition.objects.all(), "petition"),
    "meetings": (meetings, "visible_meetings", lambda *_: Meeting.objects.all(), "meeting"),
    "files of evidence": (tasks, "visible_tasks", lambda *_: Task.objects.all(), "task-evidence-file"),
    "accounts": (people, "accounts", lambda *_: people.Account.objects.all(), "account"),
}  # fmt: skip
RULES = {
    "receiving": (registry, "receive", "officer", "document-upload"),
    "reviewing": (registry, "review", "head", "fact-card"),
    "editing a task": (tasks, "edit", "reader", "task-edit"),
    "extending": (tasks, "extend", "officer", "task-extend"),
    "proving": (tasks, "prove", "clerk", "task-evidence"),
    "opening who asked": (petitions, "identify", "reader", "petition-identity"),
    "letting through": (petitions, "publish", "clerk", "petition-publication"),
    "judging one's own answer": (petitions, "assess", "head", "petition-assess"),
    "recording a meeting": (meetings, "record", "reader", "meeting-opinions"),
    "entering units": (directory, "create_unit", "reader", "unit-new"),
    "naming units": (directory, "name_unit", "officer", "unit-alias"),
}


@pytest.mark.parametrize("scope", SCOPES)
def test_with_a_scope_removed_the_table_sees_the_leak(province, monkeypatch, scope):
    """The planted fault: one question answers for everybody, and the test above must fail."""
    module, name, everything, page = SCOPES[scope]
    role = "administrator" if module is people else "reader"
    assert differing(province, role, [page]) == []
    monkeypatch.setattr(module, name, everything)
    leaks = differing(province, role, [page])
    assert any("on other: yes, not absent" in leak for leak in leaks), leaks


@pytest.mark.parametrize("rule", RULES)
def test_with_a_rule_removed_the_table_sees_the_leak(province, monkeypatch, rule):
    module, verb, role, page = RULES[rule]
    assert differing(province, role, [page]) == []
    monkeypatch.setitem(module.RULES, verb, everybody)
    leaks = differing(province, role, [page])
    assert any("yes, not no" in leak for leak in leaks), leaks


def test_with_the_door_open_the_table_sees_it(province, monkeypatch, settings):
    """No page asks for a sign-in any more: strangers no longer come to the door."""
    settings.MIDDLEWARE = [
        each for each in settings.MIDDLEWARE if not each.endswith("LoginRequiredMiddleware")
    ]
    assert any("not door" in leak for leak in differing(province, "anonymous", ["home", "task"]))
