"""What was done is remembered with the change, in order, and nobody can rewrite it unseen."""

from datetime import UTC, datetime

import pytest
from django.db import connection, transaction

from gandan.kernel import events
from gandan.kernel.events import Event, Frozen, NoTransaction, record, verify

DAY_1 = datetime(2026, 3, 2, 3, 0, tzinfo=UTC)
DAY_2 = datetime(2026, 3, 3, 3, 0, tzinfo=UTC)


@pytest.fixture
def chain(office):
    with transaction.atomic():
        for n, at in enumerate([DAY_1, DAY_1, DAY_2, DAY_2]):
            record("unit.look", office.finance, actor=office.head, at=at, data={"n": n})
    return list(Event.objects.order_by("-pk")[:4])[::-1]


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_nothing_is_recorded(office):
    """Else a change could stand without its memory."""
    before = Event.objects.count()
    with pytest.raises(NoTransaction):
        record("unit.look", office.finance, actor=office.head, at=DAY_1)
    assert Event.objects.count() == before


@pytest.mark.django_db(transaction=True)
def test_a_change_that_is_rolled_back_is_forgotten_with_it(office):
    before = Event.objects.count()
    with transaction.atomic():
        record("unit.look", office.finance, actor=office.head, at=DAY_1)
        transaction.set_rollback(True)
    assert Event.objects.count() == before


def test_a_time_without_its_zone_is_refused(office):
    with pytest.raises(ValueError, match="zone"):
        record("unit.look", office.finance, actor=office.head, at=DAY_1.replace(tzinfo=None))


def test_an_unbroken_chain_verifies_whole_and_by_day(chain):
    assert verify() is None
    assert verify(DAY_1.date()) is None
    assert verify(DAY_2.date()) is None


def test_an_event_cannot_be_changed_or_deleted_through_the_program(chain):
    chain[0].verb = "unit.hide"
    for attempt in (
        chain[0].save,
        chain[0].delete,
        lambda: Event.objects.all().delete(),
        lambda: Event.objects.update(verb="x"),
    ):
        with pytest.raises(Frozen):
            attempt()


@pytest.mark.parametrize(
    ("column", "value"),
    [("verb", "'x'"), ("data", "'{\"n\": 9}'"), ("subject_id", "99"), ("at", "'2020-01-01'")],
)
def test_a_change_made_behind_the_program_is_found(chain, column, value):
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE kernel_event SET {column} = {value} WHERE id = %s", [chain[1].pk])
    found = verify()
    assert found is not None
    assert found.event_id == chain[1].pk


@pytest.mark.parametrize("gone", [1, 2])
def test_an_event_taken_out_is_found(chain, gone):
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM kernel_event WHERE id = %s", [chain[gone].pk])
    found = verify()
    assert found is not None
    assert found.event_id == chain[gone + 1].pk


def test_history_is_told_oldest_first(chain, office):
    told = list(events.history(office.finance))
    assert told[-4:] == chain
    assert told[0].verb == "unit.create"
