"""A pattern that is sought only where it can be found finds the same as everywhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.facts.duties import partners, reporting
from vanban.facts.sum_opening import opening_rule
from vanban.rules import rules, scanned
from vanban.rules.scanned import Scanned, forget
from vanban.rules.sought import Sought

SOUGHT = [
    Sought(opening_rule().pattern),
    Sought(next(r.pattern for r in rules("assignment") if r.id == "assignment.trouble")),
    *(Sought(rule.pattern) for rule in (*rules("petition"), *rules("report_duties"))),
    *(one for one in vars(partners).values() if isinstance(one, Sought)),
    *(one for one in vars(reporting).values() if isinstance(one, Sought)),
]
WORDS = [
    " ",
    "\n",
    ", ",
    ". ",
    "Đề nghị",
    "đề nghị ",
    "phối hợp với ",
    "báo cáo ",
    "trong đó ",
    "nếu có khó khăn, vướng mắc, ",
    "hằng tháng ",
    "cử tri ",
    "Sở Nội vụ ",
    "12 ",
    "lãnh đạo ",
    "mời ",
    "xx",
]


@pytest.fixture(autouse=True)
def _nothing_is_remembered():
    yield
    forget()


def _spans(matches):
    return [match.span() for match in matches]


@given(st.lists(st.sampled_from(WORDS), max_size=60), st.booleans(), st.data())
def test_what_is_sought_is_found_as_by_the_pattern_alone(words, is_page, data):
    text = "".join(words) + ("-" * 1001 if is_page else "")
    start = data.draw(st.integers(0, len("".join(words))))
    end = data.draw(st.integers(start, len("".join(words))))
    for one in SOUGHT:
        alone = _spans(one.pattern.finditer(text, start, end))
        assert _spans(one.finditer(text, start, end)) == alone
        first = one.search(text, start, end)
        assert (first.span() if first else None) == (alone[0] if alone else None)


def test_a_pattern_made_after_a_page_was_read_is_found_in_it():
    text = "Việc chưa ai tìm, quả thanh trà. " * 50
    Sought(opening_rule().pattern).search(text)
    from vanban.rules.sought import sought

    assert len(list(sought(r"\bthanh\s+trà").finditer(text))) == 50


def test_a_file_is_gone_through_once_whatever_else_is_asked_about_between(monkeypatch):
    made = []
    monkeypatch.setattr(scanned, "Scanned", lambda text: made.append(text) or Scanned(text))
    file, notes = "Sở Nội vụ báo cáo. " * 900, " " * 17_000
    petitions = [f"Cử tri đề nghị lần {turn}. " * 60 for turn in range(40)]
    for petition in petitions:
        for text in (file, petition, notes):
            scanned.scanned(text)
    assert [made.count(file), made.count(notes)] == [1, 1]
