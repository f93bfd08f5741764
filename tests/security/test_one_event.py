"""Every deed leaves one event, in the transaction of the change; a refused one leaves nothing."""

from __future__ import annotations

import pytest
from django.apps import apps

from gandan.kernel.events import Event, verify
from security.matrix import ROWS
from security.places import ROLES, url_names
from security.writes import IN_STEPS, READS, SESSIONS, WRITES

NOT_KEPT = {"sessions", "axes", "contenttypes", "auth"}


def everything_kept():
    """Every row of every table of the office, as it stands; when somebody last signed in apart."""
    return {
        model._meta.label: sorted(model._default_manager.values_list(*kept_fields(model)), key=str)
        for model in apps.get_models()
        if model._meta.app_label not in NOT_KEPT
    }


def kept_fields(model):
    return [each.attname for each in model._meta.concrete_fields if each.name != "last_login"]


def send(province, name, who, said=None):
    address = province.address(name, ROWS[name].get("about", {}))
    form = WRITES[name].form(province) if said is None and name in WRITES else said or {}
    return province.client(who).post(address, form)


def events_since(last):
    return list(Event.objects.filter(pk__gt=last).order_by("pk").values_list("verb", flat=True))


def newest():
    return Event.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def test_every_address_is_known_as_a_deed_or_as_a_question():
    known = set(WRITES) | READS | SESSIONS | IN_STEPS
    assert sorted(set(url_names()) - known) == [], "add these addresses to writes.py"
    assert sorted(known - set(url_names())) == [], "these names of writes.py have no address"


@pytest.mark.parametrize("name", WRITES)
def test_a_deed_leaves_one_event_and_a_whole_chain(province, name):
    before = newest()
    answer = send(province, name, WRITES[name].who)
    assert answer.status_code in {200, 302}, answer.content[:300]
    assert events_since(before) == [WRITES[name].verb]
    assert verify() is None
    written = Event.objects.filter(pk__gt=before)
    assert {event.actor for event in written} == {province.accounts[WRITES[name].who]}


@pytest.mark.parametrize("name", WRITES)
def test_a_deed_that_cannot_be_remembered_is_not_done(province, monkeypatch, name):
    """The event cannot be written: then the change is not there either, to the last row."""
    before = everything_kept()

    def fails(*_args, **_kwargs):
        raise OSError("no room for the event")

    monkeypatch.setattr(Event, "save", fails)
    assert send(province, name, WRITES[name].who).status_code == 500
    assert everything_kept() == before


@pytest.mark.parametrize("name", WRITES)
def test_a_refused_deed_changes_nothing_and_leaves_nothing(province, name):
    """Whoever may not; and, where a form is asked for, an empty one."""
    before = everything_kept()
    if name != "me-password":
        allowed = {
            role
            for roles, said in ROWS[name]["post"].items()
            for role in roles.split()
            if said.startswith("yes")
        }
        for role in sorted(set(ROLES) - allowed):
            assert send(province, name, role).status_code in {403, 404}, role
    if not WRITES[name].bare:
        assert send(province, name, WRITES[name].who, {}).status_code in {200, 302}
    assert everything_kept() == before


def test_a_question_and_an_empty_form_change_nothing(province):
    before = everything_kept()
    for name in sorted(READS | IN_STEPS):
        for role in ROLES:
            send(province, name, role)
    assert everything_kept() == before


def test_a_change_without_its_event_would_be_seen(province, monkeypatch):
    """The planted fault: a verb that forgets to record leaves no event."""
    from gandan.domain.directory.actions import units

    monkeypatch.setattr(units, "record", lambda *_args, **_kwargs: None)
    before, kept = newest(), everything_kept()
    send(province, "unit-alias", "clerk")
    assert events_since(before) == []
    assert everything_kept() != kept
