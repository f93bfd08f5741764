"""Every span of the cleaned text leads back to the characters of the file, and there again."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from vanban.model import Span
from vanban.text.cleaning import clean

LETTERS = "aàảãáạăằâầeêềoôồơờuưừủyỷđĐÀẢÃÁẠỦỶ hkmnqt"
UNSEEN = ["\u00ad", "\u200b", "\ufeff", "\r\n", "\n", "\u00a0", "\u200d", "\t"]
VIETNAMESE = st.lists(
    st.one_of(
        st.text(LETTERS, max_size=6),
        st.text(LETTERS, max_size=6).map(lambda text: unicodedata.normalize("NFD", text)),
        st.sampled_from(UNSEEN),
    ),
    max_size=30,
).map("".join)


@given(st.one_of(VIETNAMESE, st.text()))
def test_every_cleaned_character_stands_for_characters_of_the_file_in_order(original):
    made = clean(original)
    at = 0
    for index in range(len(made.text)):
        span = made.offsets.to_original(Span(index, index + 1))
        assert at <= span.start < span.end <= len(original)
        at = span.end


@given(st.one_of(VIETNAMESE, st.text()))
def test_a_span_taken_to_the_file_and_back_is_the_same_span(original):
    made = clean(original)
    for start in range(0, len(made.text), 3):
        span = Span(start, min(len(made.text), start + 5))
        assert made.offsets.to_clean(made.offsets.to_original(span)) == span


@given(VIETNAMESE)
def test_cleaned_text_has_one_form_whatever_the_file_composed(original):
    made = clean(original)
    assert made.text == unicodedata.normalize("NFC", made.text)
    assert len(made.text) == len(made.written)
    assert not set(made.text) & set("\u00ad\u200b\ufeff\u00a0\r")


def test_a_text_that_needs_nothing_keeps_its_offsets():
    made = clean("Kế hoạch số 05/KH-UBND")
    assert made.offsets.identical
    assert made.text == "Kế hoạch số 05/KH-UBND"


def test_a_decomposed_word_is_found_and_quoted_as_it_stands_in_the_file():
    original = unicodedata.normalize("NFD", "Tỉnh ủy ") + "\u200bgiao\r\nSở Nội vụ"
    made = clean(original)
    start = made.text.index("giao")
    span = made.offsets.to_original(Span(start, start + 4))
    assert span.of(original) == "giao"
    start = made.text.index("ủy")
    assert (
        unicodedata.normalize("NFC", made.offsets.to_original(Span(start, start + 2)).of(original))
        == "ủy"
    )


def test_an_empty_span_stays_empty():
    made = clean("a\u200bb")
    assert made.offsets.to_original(Span(1, 1)) == Span(2, 2)
