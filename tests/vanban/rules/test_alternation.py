"""One pattern for many words says what the words say, no more and no less."""

import regex
from hypothesis import given
from hypothesis import strategies as st

from vanban.rules.alternation import one_of

WORDS = st.lists(st.text("abc ", min_size=1, max_size=6).filter(str.strip), min_size=1, max_size=8)


@given(WORDS, st.text("abc ", max_size=8))
def test_it_matches_exactly_the_words(words, text):
    words = [" ".join(word.split()) for word in words]
    assert bool(regex.fullmatch(one_of(words), text)) == any(
        regex.fullmatch(r"\s+".join(map(regex.escape, word.split(" "))), text) for word in words
    )


def test_the_longest_word_that_fits_is_taken():
    found = regex.match(one_of(["kế hoạch", "kế hoạch phối hợp"]), "kế  hoạch phối hợp số 5")
    assert found is not None
    assert found.group() == "kế  hoạch phối hợp"
