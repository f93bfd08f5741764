"""Whole documents of different offices: in order they draw no mark, and each fault draws its own.

A file of `pairs/` holds a document written in order (invented offices, places and people) and the
faults to plant in it, each with the rule that must mark it. `at` says which words the mark must
touch where they are not the planted ones.
"""

import tomllib
from pathlib import Path

import pytest

import vanban
from vanban.model import Span

FILES = sorted((Path(__file__).parent / "pairs").glob("*.toml"))
PAIRS = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in FILES}
FAULTS = [(name, at) for name, pair in PAIRS.items() for at in range(len(pair["fault"]))]


def found(text):
    reading = vanban.read(text.encode(), "van-ban.txt")
    return vanban.check(reading), reading.text


@pytest.mark.parametrize("name", PAIRS)
def test_a_document_in_order_draws_no_mark(name):
    marks, text = found(PAIRS[name]["text"])
    assert [(one.rule, one.span.of(text), one.message) for one in marks] == []


@pytest.mark.parametrize(("name", "at"), FAULTS)
def test_a_planted_fault_draws_its_mark_on_its_words(name, at):
    fault = PAIRS[name]["fault"][at]
    before, planted = PAIRS[name]["text"], fault["put"]
    assert before.count(fault["here"]) == 1, "the fault must have one place"
    marks, text = found(before.replace(fault["here"], planted))
    start = text.index(fault.get("at", planted))
    here = Span(start, start + len(fault.get("at", planted)))
    mine = [one for one in marks if one.rule == fault["rule"] and one.span.overlaps(here)]
    assert mine, [(one.rule, one.span.of(text)) for one in marks]
