"""A whole reading under the pencil: whose finding is whose, and what only the outside can say."""

from dataclasses import replace
from datetime import date

import pytest

from vanban.checking import OUTSIDE, check, check_outside, checked
from vanban.model import Document, Duty, Finding, Header, Reading, Reference, Span, Word

TEXT = "Văn bản một có chợ cỏc, hạn 10/5/2026.\nVăn bản hai có nền tàng số.\n"
BORDER = TEXT.index("\n") + 1
FIRST, SECOND = Span(0, BORDER), Span(BORDER, len(TEXT))


def reading(*warnings):
    documents = (Document(FIRST), Document(SECOND))
    return Reading("hai.txt", "", "txt", TEXT, documents, warnings=warnings)


def warning(start, end, rule="input.doubtful_word"):
    return Finding(Span(start, end), rule, "hint", "Hãy đối chiếu")


def rules(document):
    return [one.rule for one in document.findings]


def test_each_document_keeps_the_findings_of_its_own_words():
    first, second = checked(reading()).documents
    assert "spelling.syllable" in rules(first)
    assert "spelling.syllable" not in rules(second)
    assert "spelling.compound" in rules(second)


def test_what_the_reader_marked_goes_to_the_document_it_is_about():
    about_second = warning(BORDER + 3, BORDER + 6)
    first, second = checked(reading(about_second)).documents
    assert "input.doubtful_word" in rules(second)
    assert "input.doubtful_word" not in rules(first)


def test_what_the_reader_says_of_the_whole_file_is_said_once():
    first, second = checked(reading(warning(0, 0, "input.extension_lies"))).documents
    assert rules(first).count("input.extension_lies") == 1
    assert "input.extension_lies" not in rules(second)


def test_findings_stand_in_the_order_of_the_text():
    for document in checked(reading(warning(16, 20))).documents:
        assert document.findings == tuple(sorted(document.findings, key=lambda one: one.span))


@pytest.fixture
def bound():
    when = TEXT.index("10/5/2026")
    duty = Duty(FIRST, TEXT, ("Sở Y tế",), due=(date(2026, 5, 10),),
                time_spans=(Span(when, when + 9),))  # fmt: skip
    cited = Reference(Span(0, 7), "Văn bản", "Kế hoạch", "1/KH-UBND")
    return Document(FIRST, Header(), duties=(duty,), references=(cited,))


def test_only_what_lies_outside_the_text_is_asked_again(bound):
    found = check_outside(
        TEXT, bound, registry=lambda one: "Đã bãi bỏ", day_off=lambda day: "ngày nghỉ bù"
    )
    assert {one.rule for one in found} == OUTSIDE


def test_with_nothing_to_say_outside_there_is_no_finding(bound):
    assert check_outside(TEXT, bound, day_off=lambda day: None) == ()


def test_a_slip_on_recognised_words_is_told_as_a_doubt_of_the_machine():
    """The same words typed by a person are a warning; read from a picture they are a hint."""
    at = TEXT.index("nền")
    words = (Word(Span(at, at + 3), 1, (0, 0, 9, 9), 91.0),
             Word(Span(at + 4, at + 8), 1, (9, 0, 18, 9), 88.0))  # fmt: skip
    typed, scanned = reading(), replace(reading(), words=words)

    def slip(one):
        return next(found for found in check(one) if found.rule == "spelling.compound")

    assert slip(typed).severity == "warning"
    assert slip(scanned).severity == "hint"
    assert "máy nhận dạng" in slip(scanned).message
