"""Whatever is done to the memory behind the program is found; with an anchor, a whole rewrite too."""

import random
from datetime import UTC, date, datetime, timedelta

import pytest

from gandan.kernel.chain import Anchored, Link, first_break, seal

START = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


def day_of(moment):
    return (moment + timedelta(hours=7)).date()


def chained(links):
    """The same events with the hashes that their order gives them: what `record` would write, and
    what somebody would who knows how."""
    last, newest, made = {}, "", []
    for number, link in enumerate(links, 1):
        previous = last.get(link.day, newest)
        kept = link._replace(id=number, previous=previous)
        kept = kept._replace(hash=seal(kept))
        last[link.day] = newest = kept.hash
        made.append(kept)
    return made


def memory(events=60, days=5):
    moments = [START + timedelta(days=n * days // events, minutes=n) for n in range(events)]
    return chained(
        Link(0, at, day_of(at), 1 + n % 4, "task.edit", "tasks.task", n % 7, 3, {"n": n}, "", "")
        for n, at in enumerate(moments)
    )


def anchors_of(links):
    found = {}
    for link in links:
        number = found[link.day].events if link.day in found else 0
        found[link.day] = Anchored(number + 1, link.hash, closed=True)
    return found


def edited(links, dice):
    at = dice.randrange(len(links))
    link = links[at]
    field, value = dice.choice(
        [
            ("verb", "task.hide"), ("actor_id", 99), ("subject_id", 99), ("unit_id", None),
            ("subject_type", "x"), ("data", {"n": -1}), ("at", link.at + timedelta(seconds=1)),
            ("day", link.day + timedelta(days=1)), ("previous", "0" * 64), ("hash", "0" * 64),
        ]
    )  # fmt: skip
    return [*links[:at], link._replace(**{field: value}), *links[at + 1 :]]


def deleted(links, dice):
    at = dice.randrange(len(links) - 1)
    return links[:at] + links[at + 1 :]


def reordered(links, dice):
    one, two = sorted(dice.sample(range(len(links)), 2))
    moved = list(links)
    moved[one], moved[two] = links[two]._replace(id=one + 1), links[one]._replace(id=two + 1)
    return moved


def cut(links, dice):
    return links[: -dice.randrange(1, len(links))]


def rewritten(links, dice):
    """Every hash made anew after the change: the chain is whole in itself."""
    change = dice.choice([edited, deleted, reordered, cut])
    found = chained(change(links, dice))
    return found if [link.hash for link in found] != [link.hash for link in links] else None


def added(links, dice):
    at = dice.randrange(len(links) + 1)
    like = links[min(at, len(links) - 1)]
    return chained([*links[:at], like._replace(verb="task.forge"), *links[at:]])


WAYS = [edited, deleted, reordered, cut, rewritten, added]


def found_in(links, anchors=None):
    return first_break(links, day_of=day_of, anchors=anchors)


def test_what_was_written_is_whole():
    links = memory()
    assert found_in(links) is None
    assert found_in(links, anchors_of(links)) is None


@pytest.mark.parametrize("way", WAYS)
def test_every_one_of_1000_tamperings_is_found_with_an_anchor(way):
    links, dice = memory(), random.Random(way.__name__)
    anchors = anchors_of(links)
    missed = []
    for number in range(1_000):
        forged = way(links, dice)
        if forged is not None and found_in(forged, anchors) is None:
            missed.append(number)
    assert missed == []


@pytest.mark.parametrize("way", [edited, deleted, reordered])
def test_clumsy_tampering_is_found_without_an_anchor(way):
    links, dice = memory(), random.Random(1)
    assert all(found_in(way(links, dice)) is not None for _ in range(1_000))


def test_without_an_anchor_a_cut_tail_is_not_seen():
    """The planted fault: this is why the anchor is kept elsewhere."""
    links = memory()
    assert found_in(links[:-3]) is None
    found = found_in(links[:-3], anchors_of(links))
    assert (found.fault, found.event_id) == ("cut", None)


def test_a_day_that_is_still_open_may_grow_but_not_shrink():
    links = memory()
    today = links[-1].day
    earlier = {
        day: Anchored(anchor.events, anchor.hash, closed=day < today)
        for day, anchor in anchors_of(links[:-3]).items()
    }
    assert found_in(links, earlier) is None
    assert found_in(links[:-5], earlier).fault == "cut"


def test_a_clock_that_went_back_breaks_nothing():
    """An event of yesterday after one of today joins the chain of yesterday."""
    one, two, three = memory(3, 3)
    links = chained([one, three, two._replace(day=one.day, at=one.at)])
    assert found_in(links) is None
    assert date(2026, 3, 2) in {link.day for link in links}
