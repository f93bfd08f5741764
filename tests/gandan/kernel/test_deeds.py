"""However a deed is made of others, it is remembered as one, and as nothing if it fails."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from gandan.domain.directory.actions import machine_account
from gandan.domain.directory.queries import Unit
from gandan.kernel import events
from gandan.kernel.events import Event, deed, record, subjects_of, verbs_of, verify
from gandan.kernel.models import Frozen, Touched

NOW = datetime(2026, 3, 2, 3, 0, tzinfo=UTC)
# A deed is a list: numbers are records, lists are deeds within it; None fails and is caught outside.
DEEDS = st.recursive(
    st.integers(0, 3), lambda inner: st.lists(inner | st.none(), max_size=4), max_leaves=12
)


class Failed(Exception):
    pass


def do(what, about, actor):
    """Do a deed of the shape drawn; gives the records that should remain."""
    if isinstance(what, int):
        record(f"unit.look{what}", about[what], actor=actor, at=NOW)
        return [what]
    done = []
    for part in what:
        if part is None:
            raise Failed
        try:
            with deed("unit.whole"):
                done += do(part, about, actor)
        except Failed:
            continue
    return done


class AnyNesting(TestCase):
    @settings(max_examples=60, deadline=None)
    @given(st.lists(DEEDS, max_size=4))
    def test_any_nesting_leaves_one_event_and_a_whole_chain(self, shape):
        actor = machine_account(NOW)
        about = [
            Unit.objects.create(code=f"U{n}", kind="committee", level="province", path=f"/{n}/")
            for n in range(4)
        ]
        before = Event.objects.count()
        with deed("unit.whole"):
            done = do(shape, about, actor)
            record("unit.whole", about[0], actor=actor, at=NOW)
        assert Event.objects.count() == before + 1
        assert verify() is None
        event = Event.objects.latest("id")
        assert event.verb == "unit.whole"
        told = [subject.id for subject in subjects_of(event)]
        assert told == [about[0].pk, *(about[number].pk for number in done)]
        for number in set(done):
            assert event in events.history(about[number])


def test_a_deed_that_fails_leaves_nothing(office):
    @deed("unit.look")
    def fails():
        record("unit.look", office.finance, actor=office.head, at=NOW)
        raise Failed

    before = Event.objects.count()
    with pytest.raises(Failed):
        fails()
    assert Event.objects.count() == before


def test_a_deed_is_named_after_what_was_done_in_it_or_is_an_error(office):
    with deed("unit.first", "unit.second"):
        record("unit.other", office.finance, actor=office.head, at=NOW)
        record("unit.second", office.committee, actor=office.head, at=NOW)
    assert verbs_of(Event.objects.latest("id")) == ["unit.second", "unit.other"]
    with pytest.raises(ValueError, match=r"unit\.other"), deed("unit.first"):
        record("unit.other", office.finance, actor=office.head, at=NOW)


def test_a_deed_has_one_actor(office):
    @deed("unit.look")
    def two():
        record("unit.look", office.finance, actor=office.head, at=NOW)
        record("unit.look", office.committee, actor=office.clerk, at=NOW)

    with pytest.raises(ValueError, match="one actor"):
        two()


def test_what_is_done_alike_to_many_is_said_once_with_all_their_keys(office):
    units = [office.finance, office.committee, office.home_affairs]
    with deed("unit.all"):
        for unit in units:
            record("unit.look", unit, actor=office.head, at=NOW, data={"n": 1})
        record("unit.all", office.finance, actor=office.head, at=NOW)
    (row,) = Event.objects.latest("id").data["parts"]
    assert row["ids"] == [unit.pk for unit in units]


def test_the_way_to_a_deed_cannot_be_changed(office):
    with deed("unit.look"):
        record("unit.look", office.finance, actor=office.head, at=NOW)
        record("unit.see", office.committee, actor=office.head, at=NOW)
    with pytest.raises(Frozen):
        Touched.objects.all().delete()


@pytest.fixture
def whole(office):
    """A deed on Sở Tài chính with a part that changed the committee, and a later one without parts."""
    with deed("unit.look"):
        record("unit.look", office.finance, actor=office.head, at=NOW)
        record("unit.see", office.committee, actor=office.head, at=NOW)
        record("unit.see", office.home_affairs, actor=office.head, at=NOW)
    done = Event.objects.latest("id")
    with deed("unit.look"):
        record("unit.look", office.finance, actor=office.head, at=NOW)
    assert verify() is None
    return done


def cut_away(event, unit):
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM kernel_touched WHERE event_id = %s AND subject_id = %s",
            [event.pk, unit.pk],
        )


def test_a_way_too_few_is_found_and_named(office, whole):
    cut_away(whole, office.committee)
    found = verify()
    assert (found.fault, found.event_id) == ("way-lost", whole.pk)
    assert f"directory.unit:{office.committee.pk}" in found.said()
    assert verify(whole.day) == found


@pytest.mark.parametrize("named", ["commune", "finance", "committee"])
def test_a_way_too_many_is_found_and_named(office, whole, named):
    """To a thing that the deed did not touch, to the one it is named after, or the same twice."""
    unit = office.units[named]
    Touched.objects.create(event=whole, subject_type="directory.unit", subject_id=unit.pk)
    found = verify()
    assert (found.fault, found.event_id) == ("way-added", whole.pk)
    assert f"directory.unit:{unit.pk}" in found.said()


def test_a_way_to_a_deed_without_parts_is_found(office, whole):
    last = Event.objects.latest("id")
    Touched.objects.create(event=last, subject_type="tasks.task", subject_id=5)
    assert (verify().fault, verify().thing) == ("way-added", "tasks.task:5")


def test_a_changed_event_is_said_before_its_ways(office, whole):
    cut_away(whole, office.committee)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE kernel_event SET verb = 'x' WHERE id = %s", [whole.pk])
    assert verify().fault == "changed"
