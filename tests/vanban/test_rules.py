"""Every rule row proves itself: its examples match, its counter-examples do not."""

from collections import deque

import pytest
import regex

from growth import grows_too_fast
from vanban.rules import families, rules

ROWS = [(family, rule) for family in families() for rule in rules(family)]
PUMPS = [
    "a",
    "ngày ",
    "1",
    " ",
    "số 1/",
    "UBND, ",
    "\n",
    "1.1.1.",
    "Kế hoạch của Ban ",
    "(“",
]
LENGTH = 2_000


@pytest.mark.parametrize(("family", "rule"), ROWS, ids=lambda x: getattr(x, "id", x))
def test_a_rule_matches_its_examples_and_not_its_counterexamples(family, rule):
    assert rule.examples, "a rule without an example proves nothing"
    assert rule.counterexamples, "a rule without a counter-example proves nothing"
    assert rule.means
    assert rule.source
    for example in rule.examples:
        assert rule.pattern.search(example), example
    for example in rule.counterexamples:
        assert not rule.pattern.search(example), example


@pytest.mark.parametrize(("family", "rule"), ROWS, ids=lambda x: getattr(x, "id", x))
def test_no_rule_backtracks_badly(family, rule):
    """A text that pumps a pattern costs no more for a character when it is long."""
    for pump in PUMPS:
        assert not backtracks(rule.pattern, "", pump), pump


@pytest.mark.parametrize("begun", ["thực hiện", "căn cứ Quyết định này", "chịu trách nhiệm"])
def test_a_closing_formula_does_not_divide_blanks_in_every_way(begun):
    closing = next(rule for _, rule in ROWS if rule.id == "assignment.closing")
    assert not backtracks(closing.pattern, begun, " ", "x")


def test_a_pattern_that_pumps_is_caught():
    assert backtracks(regex.compile(r"\s+\p{Lu}"), "", "\n")


def backtracks(pattern, begun, pump, end=""):
    def look(length):
        text = begun + (pump * length)[:length] + end
        # What grows with the cube would take hours; nothing else comes near to this.
        deque(pattern.finditer(text, timeout=20), maxlen=0)

    try:
        return grows_too_fast(look, LENGTH)
    except TimeoutError:
        return True


def test_rule_ids_are_unique():
    ids = [rule.id for _, rule in ROWS]
    assert len(ids) == len(set(ids))
