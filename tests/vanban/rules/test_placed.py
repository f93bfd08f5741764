"""A pattern that `re` matches at a place matches there as it does for `regex`."""

from functools import cache
from itertools import islice
from pathlib import Path

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

import vanban
from growth import grows_too_fast
from vanban.rules import families, rules
from vanban.rules.pattern import _kept
from vanban.rules.placed import Unsayable, form_of, made_of

SAMPLES = Path(__file__).resolve().parents[3] / "samples" / "documents"
PUMPS = (
    " ",
    "\n",
    ", ",
    "a ",
    "A ",
    "a",
    "1",
    "(",
    "“",
    " ,",
    ";  ",
    "-",
    ". ",
    "và ",
    "các ",
    "Ban ",
)
LETTERS = "aAeđĐảẢ ưƯ1²½Ⅳ_.,-–;\n\t\u00a0\u0301\x1c\u2028ſ(“”)"


def _found(match):
    return match and (match.span(), match.groupdict(), match.lastgroup)


@cache
def _twin(pattern):
    return made_of(form_of(pattern.pattern, pattern.flags))


@pytest.mark.parametrize(
    "pattern",
    [
        r"\p{L}+\b",
        r"[\p{Lu}\d.]+\s*",
        r"(?i:đ[ảa]ng)\B.",
        r"\w+\W\S?",
        r"(?P<n>\p{N}+)(?!\p{L})",
        r"[^\p{L}\s]+",
        r"(?<=\s)\D",
    ],
)
@settings(deadline=None)  # the classes of letters are written out once
@given(text=st.text(LETTERS, max_size=20), at=st.integers(0, 20))
def test_every_class_of_letters_is_the_same(pattern, text, at):
    made = regex.compile(pattern)
    assert _found(_twin(made).match(text, at)) == _found(made.match(text, at))


@pytest.mark.parametrize("family", families())
def test_every_rule_matches_the_same_at_every_place_of_its_examples(family):
    said = sorted(SAMPLES.glob("*.txt"))[0].read_text("utf-8")[:1500]
    for rule in rules(family):
        try:
            twin = _twin(rule.pattern)
        except Unsayable:
            continue
        for text in (*rule.examples, *rule.counterexamples, said):
            for at in range(len(text)):
                assert _found(twin.match(text, at)) == _found(rule.pattern.match(text, at)), text


def _beginnings(pattern, text):
    """What the pattern matches in a text, whole and cut between its words."""
    matched = {found.group() for found in islice(pattern.finditer(text), 12)} | {""}
    return {
        one[:at]
        for one in matched
        if len(one) < 200
        for at in range(len(one) + 1)
        if not one[at : at + 1].isalpha()
    }


def test_no_pattern_takes_long_at_a_place_of_a_hostile_text():
    """Nobody can stop `re`, so nothing may grow with the square of 50,000 characters."""
    prose = " ".join(path.read_text("utf-8") for path in sorted(SAMPLES.glob("*.txt"))[:8])
    vanban.read(prose.encode(), "some patterns are made when first used.txt")
    keys = [key for key in _kept()._used if str(key[0]).startswith("re ")]
    assert len(keys) > 20
    for text, flags in keys:
        pattern = _kept().placed((text.split(" ", 2)[2], flags))
        for begins in _beginnings(pattern, prose) if pattern else ():
            for pump in PUMPS:
                assert not pumped(pattern, begins, pump), (text[:60], begins, pump)


def test_a_pattern_that_pumps_is_told():
    pumps = _twin(regex.compile(r"\s*,?\s*x"))
    assert pumped(pumps, "", " ", length=2_000)


def pumped(pattern, begins, pump, length=12_500):
    def look(length):
        pattern.match(begins + pump * (length // len(pump)))

    return grows_too_fast(look, length)


@pytest.mark.parametrize("pattern", [r"(?<=a+)b", r"(?P<a>x)|(?P<a>y)", r"[a\S]", r"(?|a|b)"])
def test_what_re_has_no_words_for_is_left_to_regex(pattern):
    with pytest.raises(Unsayable):
        form_of(pattern, 0)


def test_flags_that_mean_something_else_are_left_to_regex():
    with pytest.raises(Unsayable):
        form_of("^a", int(regex.MULTILINE))
