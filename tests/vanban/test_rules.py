"""Every rule row proves itself: its examples match, its counter-examples do not."""

import pytest

from vanban.rules import families, rules

ROWS = [(family, rule) for family in families() for rule in rules(family)]
HOSTILE = [
    "a" * 50_000,
    "ngày " * 10_000,
    "1" * 50_000,
    " " * 50_000,
    "số 1/" * 10_000,
    "UBND, " * 8_000,
]


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
    """A pattern that pumps takes minutes here; a sound one takes milliseconds."""
    for text in HOSTILE:
        list(rule.pattern.finditer(text, timeout=5))


def test_rule_ids_are_unique():
    ids = [rule.id for _, rule in ROWS]
    assert len(ids) == len(set(ids))
