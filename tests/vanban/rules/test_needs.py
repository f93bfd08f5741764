"""What is read off a pattern is true of everything that it matches: nothing is missed for it."""

from __future__ import annotations

from pathlib import Path

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from vanban.facts.time_sieve import Tried
from vanban.rules import Rule, families, rules
from vanban.rules.needs import REACH, needs_of
from vanban.rules.pattern import needed_by
from vanban.rules.scanned import small
from vanban.rules.sieve import Choice, Words, first_letters

SAMPLES = Path(__file__).resolve().parents[3] / "samples" / "documents"
ALL = [rule for family in families() for rule in rules(family)]


def holds(pattern: regex.Pattern[str], text: str, found: regex.Match[str]) -> bool:
    """Whether the sieves would have let this match through."""
    at = found.start()
    opens = bool(Choice([(pattern, True)])[text[at : at + REACH]])
    words = needed_by(pattern).words
    # What a pattern looks ahead to is no part of its match.
    said = small(text[at : found.end() + 80])
    return opens and (not words or any(word in said for word in words))


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.id)
def test_no_rule_is_kept_from_its_own_examples(rule: Rule) -> None:
    for example in rule.examples:
        for found in rule.pattern.finditer(example):
            assert holds(rule.pattern, example, found), (example, needed_by(rule.pattern))


def test_no_rule_is_kept_from_anything_it_finds_in_the_samples() -> None:
    texts = [path.read_text("utf-8") for path in sorted(SAMPLES.glob("*.txt"))[:6]]
    found_by = 0
    for rule in ALL:
        for text in texts:
            for found in rule.pattern.finditer(text):
                assert holds(rule.pattern, text, found), (rule.id, found)
                found_by += 1
    assert found_by > 300


@pytest.mark.parametrize(
    ("pattern", "opens", "words"),
    [
        (r"tiếp\s+xúc|đối\s+thoại", {"tiếp", "đối "}, {"tiếp", "thoại"}),
        (r"[Tt]rước\s+ngày\s+\d+", {"trướ"}, {"trước"}),
        (r"(?:khoảng\s+)?\d+ hộ", {"khoả", "0"}, {" hộ"}),
        (r"(?=Sở|Bộ)\p{Lu}\p{L}+", {"sở", "bộ"}, {"sở", "bộ"}),
        (r"(?<=của )(?:ch(?:ủ|ỉ))trì", {"chủt", "chỉt"}, {"chủtrì", "chỉtrì"}),
        (r"(?:a|b)?c?", set(), set()),
        (r"\p{L}+", set(), set()),
    ],
)
def test_needs_are_read_off_the_pattern(pattern: str, opens: set[str], words: set[str]) -> None:
    needs = needs_of(pattern, spaced=False)
    assert (needs.opens, set(needs.words)) == (opens, words)


@pytest.mark.parametrize("pattern", [r"(?(1)a|b)", r"[a--b]", r"(?P>name)", r"(?R)", "(a", r"\Qab"])
def test_what_is_not_understood_needs_nothing(pattern: str) -> None:
    needs = needs_of(pattern, spaced=False)
    assert not needs.opens
    assert not needs.words


@given(st.text("abcđ (.,\n1ſİ", max_size=40), st.integers(0, 40))
def test_an_opening_answers_as_its_pattern(text: str, at: int) -> None:
    pattern = regex.compile(r"(?:ab|c\s+d|\d\d|đ[.,]|is)+", regex.IGNORECASE)
    if pattern.match(text, at):
        assert Choice([(pattern, True)])[text[at : at + REACH]]


@given(st.text("abcđ (.,\n1ſİK", min_size=1001, max_size=1300), st.data())
def test_where_no_word_stands_the_pattern_finds_nothing(text: str, data: st.DataObject) -> None:
    pattern = regex.compile(r"a+bs|cđ\s*\(|ik", regex.IGNORECASE)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    if pattern.search(text, start, end):
        assert Words(pattern).may_stand(text, start, end)


@pytest.mark.parametrize("family", ["deadlines", "recurrence"])
def test_a_rule_of_time_finds_the_same_where_its_first_letters_stand_as_everywhere(
    family: str,
) -> None:
    lines = [
        line
        for path in sorted(SAMPLES.glob("*.txt"))[:6]
        for line in path.read_text("utf-8").splitlines()
    ]
    by_letters = 0
    for rule in rules(family):
        by_letters += bool(first_letters(rule.pattern))
        for text in (*rule.examples, *rule.counterexamples, "; ".join(rule.examples), *lines):
            tried = [found.span() for found in Tried(text, [rule], []).matches(rule)]
            assert tried == [found.span() for found in rule.pattern.finditer(text)], text
    assert by_letters > 5
