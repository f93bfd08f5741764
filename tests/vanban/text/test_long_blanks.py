"""A run of blanks wider than any column is read as a short one, and costs as little."""

import pytest

from growth import grows_too_fast
from vanban import read
from vanban.text.cleaning import clean

ORDER = "KẾ HOẠCH\nCông tác\n\n1. Sở Nội vụ thực hiện{}việc rà soát xong trước ngày 15/6/2026.\n"


@pytest.mark.parametrize("blank", [" ", "\t", "\t ", "\u00a0"])
def test_the_facts_point_at_the_words_of_the_file_all_the_same(blank):
    written = ORDER.format(blank * 3_000)
    assert len(clean(written).text) < 500
    (duty,) = read(written.encode(), "a.txt").documents[0].duties
    assert written[duty.span.start :].startswith("Sở Nội vụ thực hiện")
    assert written[: duty.span.end].endswith("15/6/2026.")
    assert [day.isoformat() for day in duty.due] == ["2026-06-15"]


def test_a_column_is_kept_as_wide_as_it_is():
    written = "Nơi nhận:" + " " * 150 + "CHỦ TỊCH"
    assert clean(written).text == written


@pytest.mark.parametrize("begun", ["thực hiện", "báo cáo", "trước", "Kế hoạch số"])
def test_what_blanks_cost_does_not_grow_with_their_square(begun):
    def look(length):
        read(f"KẾ HOẠCH\n\n1. Sở Nội vụ {begun}{' ' * length}x\n".encode(), "a.txt")

    assert not grows_too_fast(look, 5_000)
