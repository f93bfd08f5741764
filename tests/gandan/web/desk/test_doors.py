"""The doors of the desk: what is for whom, that a write needs a POST, what a browser may do.

That every address answers every role as it should is walked in tests/security/test_matrix.py."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from gandan.kernel.events import Event

WRITES = {
    "fact-accept", "fact-undo", "task-step", "task-part-step", "task-progress", "task-evidence",
    "task-met", "unit-alias", "account-role", "account-role-end", "account-password",
    "account-close", "sign-out", "task-bulk", "task-bulk-undo", "task-filter-save",
    "task-filter-delete", "task-occurrences", "task-answer", "task-comment", "task-follow",
    "me-calendar-open", "me-calendar-close", "campaign-require", "campaign-delegate",
}  # fmt: skip
ADMINISTRATORS_ONLY = {
    "accounts", "account-new", "account", "account-role", "account-role-end", "account-password",
    "account-close", "components", "unit-change", "unit-identifier", "unit-person-new",
    "unit-leave", "unit-delegate", "unit-delegation-end", "unit-leave-end", "unit-post-end", "unit-hand-over", "unit-import",
    "unit-export", "unit-identifiers-import", "unit-identifiers-export", "unit-people-import", "unit-people-export", "account-second-factor-off",
}  # fmt: skip
CLERKS_ONLY = {
    "document-upload",
    "fact-accept",
    "fact-correct",
    "fact-reject",
    "fact-undo",
    "fact-card",
}


def address(name, desk):
    due = desk.task.due_dates.first()
    part = desk.task.cooperations.first()
    kwargs = {
        "document-page-picture": {"pk": desk.document.pk, "number": 1},
        "document-findings-file": {"pk": desk.document.pk, "form": "json"},
        "task": {"pk": desk.task.pk},
        "task-edit": {"pk": desk.task.pk},
        "task-progress": {"pk": desk.task.pk},
        "task-evidence": {"pk": desk.task.pk},
        "task-evidence-file": {"pk": desk.task.pk, "evidence": 1},
        "task-extend": {"pk": desk.task.pk, "due": due.pk},
        "task-met": {"pk": desk.task.pk, "due": due.pk},
        "task-step": {"pk": desk.task.pk, "verb": "start"},
        "task-part-step": {"pk": desk.task.pk, "part": part.pk, "verb": "start"},
        "unit-change": {"pk": desk.office.finance.pk, "verb": "dissolve"},
        "unit-delegation-end": {"pk": desk.office.finance.pk, "delegation": 1},
        "unit-leave-end": {"pk": desk.office.finance.pk, "leave": 1},
        "unit-post-end": {"pk": desk.office.finance.pk, "post": 1},
        "unit-hand-over": {"pk": desk.office.finance.pk, "post": 1},
        "account-role-end": {"pk": desk.office.reader.pk, "grant": 1},
        "task-ask": {"pk": desk.task.pk, "due": due.pk},
        "task-answer": {"pk": desk.task.pk, "asked": 1},
        "task-bulk-undo": {"pk": 1},
        "task-filter-delete": {"pk": 1},
        "calendar-feed": {"secret": "khong-dung"},
        "campaign": {"pk": 1},
        "campaign-require": {"pk": 1},
        "campaign-delegate": {"pk": 1},
        "campaign-load": {"pk": 1},
        "campaign-report": {"pk": 1},
        "meeting": {"pk": 1},
        "petition": {"pk": 1},
        "petition-step": {"pk": 1, "verb": "close"},
        "petition-join": {"pk": 1, "other": 2},
        "petition-part": {"pk": 1},
    }
    if name in kwargs:
        return reverse(name, kwargs=kwargs[name])
    subject = {
        "document": desk.document.pk,
        "plan": desk.document.pk,
        "task": desk.task.pk,
        "fact": desk.duties[1].pk,
        "unit": desk.office.finance.pk,
        "account": desk.office.reader.pk,
    }
    try:
        return reverse(name)
    except Exception:
        return reverse(name, kwargs={"pk": subject[name.split("-", maxsplit=1)[0]]})


@pytest.mark.parametrize("who", ["clerk", "head", "officer", "reader"])
def test_accounts_are_for_administrators(who, desk):
    client = desk.client(who)
    for name in ADMINISTRATORS_ONLY:
        assert client.post(address(name, desk), {}).status_code in {403, 404}, name
        assert client.get(address(name, desk)).status_code in {403, 404, 405}, name


@pytest.mark.parametrize("who", ["head", "officer", "reader", "admin"])
def test_receiving_and_reviewing_are_for_clerks(who, desk):
    client = desk.client(who)
    for name in CLERKS_ONLY:
        answer = client.post(address(name, desk), {"reason": "x"})
        assert answer.status_code == 403, name
        assert "Chưa có gì thay đổi" in answer.content.decode()


@pytest.mark.parametrize("who", ["clerk", "admin", "head"])
def test_a_link_never_writes(who, desk):
    """GET must be safe: a mail scanner that follows links changes nothing."""
    before = Event.objects.count()
    client = desk.client(who)
    for name in WRITES:
        assert client.get(address(name, desk)).status_code in {403, 404, 405}, name
        assert Event.objects.count() == before


def test_a_forged_form_of_another_site_is_refused(desk):
    client = Client(enforce_csrf_checks=True)
    client.force_login(desk.office.clerk, "django.contrib.auth.backends.ModelBackend")
    for name in WRITES - {"sign-out"}:
        assert client.post(address(name, desk), {"text": "x"}).status_code == 403, name


@pytest.mark.parametrize("who", ["reader", "other_head", "head"])
def test_a_task_of_others_does_not_exist(who, desk, office):
    """404 and not 403: whether it is there is not for everybody to know."""
    seen = {"reader": 404, "other_head": 200, "head": 200}[who]
    assert desk.client(who).get(address("task", desk)).status_code == seen


def test_an_account_that_was_closed_is_out_at_its_next_request(desk, office):
    client = desk.client("officer")
    assert client.get("/").status_code == 200
    office.officer.is_active = False
    office.officer.save()
    assert client.get("/").status_code == 302


def test_every_page_says_what_a_browser_may_do_with_it(desk):
    client = desk.client("head")
    for name in ["home", "documents", "document", "task", "units", "me"]:
        bound(client.get(address(name, desk)))


def bound(answer):
    policy = answer["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "<script>" not in answer.content.decode()
    assert " style=" not in answer.content.decode()
