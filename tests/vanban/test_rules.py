"""Every rule row proves itself: its examples match, its counter-examples do not."""

import time
from collections import deque
from contextlib import suppress

import pytest
import regex

from vanban.rules import families, rules

ROWS = [(family, rule) for family in families() for rule in rules(family)]
HOSTILE = [
    "a" * 50_000,
    "ngày " * 10_000,
    "1" * 50_000,
    " " * 50_000,
    "số 1/" * 10_000,
    "UBND, " * 8_000,
    "\n" * 50_000,
    "1.1.1." * 8_000,
    "Kế hoạch của Ban " * 3_000,
    "(“" * 25_000,
]
PROSE = (
    "Sở Nội vụ chủ trì, phối hợp với các xã rà soát 38 hồ sơ, báo cáo trước ngày 15/6/2026. " * 570
)
# A hostile text may cost so many times what prose of the same length costs, in time of the processor:
# a machine that is slow or busy is slow for both. A look that grows with the square costs thousands.
WORSE = 40
LEAST = 0.002


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
    """50 kB that pump a pattern cost no more than a few times what 50 kB of prose cost."""
    allowed = WORSE * max(LEAST, spent(rule.pattern, PROSE))
    for text in HOSTILE:
        cost = spent(rule.pattern, text)
        assert cost < allowed, f"{1000 * cost:.0f} ms on {text[:20]!r}…"


def test_a_pattern_that_pumps_is_caught():
    pumps = regex.compile(r"\s+\p{Lu}")
    assert spent(pumps, "\n" * 50_000) > WORSE * max(LEAST, spent(pumps, PROSE))


def spent(pattern, text):
    """Seconds of the processor; a pattern is stopped long after it has failed."""
    begun = time.process_time()
    with suppress(TimeoutError):
        deque(pattern.finditer(text, timeout=5), maxlen=0)
    return time.process_time() - begun


def test_rule_ids_are_unique():
    ids = [rule.id for _, rule in ROWS]
    assert len(ids) == len(set(ids))
