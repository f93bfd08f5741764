"""The text is set whole, and each fact is marked where it stands."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from gandan.web.desk.marked import Mark
from gandan.web.desk.sheet import Paragraph, Rows, set_out

SECOND = "2. Sở B."
TEXT = f"1. Sở A chủ trì, trước\n30/6/2026.\n\nGhi chú cuối trang\n\n{SECOND}"
FIRST_ENDS = TEXT.index("\n\n")


def block(start, end, kind="item", zone="body", **more):
    return {"kind": kind, "zone": zone, "span": [start, end], **more}


def words(parts):
    found = []
    for part in parts:
        cells = [c for row in part.rows for c in row] if isinstance(part, Rows) else [part.pieces]
        found.extend(piece.text for cell in cells for piece in cell)
    return letters("".join(found))


def letters(text):
    return re.sub(r"[\W_]+", "", text)


def test_a_fact_is_anchored_once_and_lit_everywhere_it_reaches():
    duty = Mark(7, "duty", 3, 32, "machine-read")
    when = Mark(7, "date", 17, 32, "machine-read", anchor=False)
    [paragraph, *_] = set_out(TEXT, (0, len(TEXT)), [block(0, FIRST_ENDS)], [duty, when])
    assert isinstance(paragraph, Paragraph)
    lit = [piece for piece in paragraph.pieces if piece.keys == "7"]
    assert "".join(piece.text for piece in lit) == "Sở A chủ trì, trước 30/6/2026"
    assert [piece.begins for piece in lit] == [(7,), ()]
    assert "fact--date" in lit[1].looks
    assert "fact--duty" in lit[1].looks


def test_words_that_no_block_claims_are_still_shown():
    parts = set_out(
        TEXT, (0, len(TEXT)), [block(0, FIRST_ENDS), block(TEXT.index(SECOND), len(TEXT))], []
    )
    assert [p.style for p in parts if isinstance(p, Paragraph)] == ["item", "unread", "item"]
    assert words(parts) == letters(TEXT)


def test_rows_of_one_table_become_one_table():
    text = "TT|Việc|1|A|2|B"
    rows = [
        block(8, 11, "row", cells=[[8, 9], [10, 11]], table=0),
        block(12, 15, "row", cells=[[12, 13], [14, 15]], table=0),
    ]
    tables = [part for part in set_out(text, (0, len(text)), rows, []) if isinstance(part, Rows)]
    assert len(tables) == 1
    assert [[cell[0].text for cell in row] for row in tables[0].rows] == [["1", "A"], ["2", "B"]]


@given(
    st.text(alphabet="abc đờ \n.", min_size=1, max_size=80),
    st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80)), max_size=6),
    st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80)), max_size=6),
)
def test_no_letter_is_lost_or_doubled_whatever_the_blocks_and_facts(text, spans, marks):
    def within(pairs):
        return [(min(a, b, len(text)), min(max(a, b), len(text))) for a, b in pairs]

    blocks, at = [], 0
    for start, end in sorted(within(spans)):
        if start >= at and end > start:
            blocks.append(block(start, end))
            at = end
    facts = [Mark(n, "duty", a, b, "") for n, (a, b) in enumerate(within(marks))]
    parts = set_out(text, (0, len(text)), blocks, facts)
    assert words(parts) == letters(text)
    begun = [key for part in parts for piece in part.pieces for key in piece.begins]
    assert len(begun) == len(set(begun))
