from __future__ import annotations

import pytest

from kept_world import STAGE, asks_the_database, commits, is_a_case


@pytest.fixture(scope="session")
def stage(django_db_setup, django_db_blocker):
    STAGE.blocker = django_db_blocker
    yield STAGE
    STAGE.clear()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    STAGE.make_room(item)


@pytest.fixture(autouse=True)
def _world_stands(request):
    """Used by every test, so that it comes before the transaction of the test is begun."""
    test = request.node
    if not asks_the_database(test) or is_a_case(test):
        return
    if test.get_closest_marker("django_db") and not commits(test):
        pytest.fail("ask for the fixture `db`: the mark begins a transaction before a world stands")
    request.getfixturevalue("stage").prepare(test)
