"""Numbers and letters of items that skip or repeat."""

import pytest

from vanban.checks.numbering import check
from vanban.checks.paper import Paper
from vanban.model import Block, Document, Span


def marked(*labels):
    text = " ".join(labels)
    blocks, at = [], 0
    for label in labels:
        span = Span(at, at + len(label))
        blocks.append(Block("item", "body", span, label, span))
        at += len(label) + 1
    found = check(Paper(text, Document(Span(0, len(text)), blocks=tuple(blocks))))
    return [(one.span.of(text), one.severity) for one in found]


@pytest.mark.parametrize(
    "labels",
    [("1.", "2.", "3."), ("I.", "II.", "III.", "IV.", "V."), ("a)", "b)", "c)", "d)", "đ)", "e)"), ("1.", "2.", "1.", "2.")],
)  # fmt: skip
def test_numbers_in_order_are_left_alone(labels):
    assert marked(*labels) == []


def test_a_number_that_repeats_or_skips_is_marked():
    assert marked("1.", "2.", "2.") == [("2.", "warning")]
    assert marked("I.", "II.", "IV.") == [("IV.", "hint")]
    assert marked("c)", "d)", "e)") == [("e)", "hint")], "đ comes between d and e"


def test_the_new_wording_that_is_quoted_has_its_own_numbers():
    """A resolution that amends others quotes whole clauses: their numbers are not its own."""
    text = "1. Sửa khoản 2:\n“2. Sở Y tế lo.\n2. Sở Nội vụ lo.”\n2. Bãi bỏ khoản 3."
    blocks = []
    for start in (0, text.index("2. Sở Y"), text.index("2. Sở N"), text.index("2. Bãi")):
        blocks.append(Block("item", "body", Span(start, start + 8), "2." if start else "1."))
    paper = Paper(text, Document(Span(0, len(text)), blocks=tuple(blocks)))
    assert list(check(paper)) == []
    assert list(check(Paper(text.replace("“", " "), paper.document))) != []
