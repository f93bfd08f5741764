"""Silence never means yes."""

import pytest
from django.contrib.auth.models import AnonymousUser

from gandan.domain.directory.access import standing
from gandan.domain.registry.access import can as can_registry
from gandan.domain.tasks.access import can as can_tasks
from gandan.domain.tasks.access import visible_tasks
from gandan.kernel.access import Denied, NoAccount, allowed, demand

from ..conftest import TODAY


@pytest.mark.parametrize("nobody", [None, AnonymousUser()])
def test_asking_for_nobody_is_an_error_not_an_answer(nobody, db):
    for ask in (
        lambda: standing(nobody, TODAY),
        lambda: can_registry(nobody, "receive", None, on=TODAY),
        lambda: visible_tasks(nobody, TODAY),
    ):
        with pytest.raises(NoAccount):
            ask()
    with pytest.raises(NoAccount):
        allowed({"read": lambda *_: True}, None, "read", None)


def test_a_closed_account_is_nobody(office):
    office.head.is_active = False
    with pytest.raises(NoAccount):
        standing(office.head, TODAY)


def test_a_verb_without_a_rule_is_an_error(office):
    with pytest.raises(KeyError):
        can_registry(office.clerk, "burn", None, on=TODAY)
    with pytest.raises(KeyError):
        can_tasks(office.clerk, "burn", None, on=TODAY)


def test_demand_says_why_in_one_sentence():
    with pytest.raises(Denied, match="Không được"):
        demand({"read": lambda *_: False}, object(), "read", None, "Không được đọc.")
