"""The index: words with and without accents, in the order as typed, behind doors, and thrown away."""

import pytest

from gandan.kernel.search import Entry, SearchIndex, ask, facets

SAID = {
    "a:1": "Đường vào thôn bị sạt lở sau mưa",
    "a:2": "Thôn có đường bị hỏng, sạt, sắp lở vào ruộng",
    "a:3": "Đương sự hỏi về thủ tục",
    "a:4": "Hòa giải ở cơ sở",
}


@pytest.fixture
def index(tmp_path):
    index = SearchIndex(tmp_path / "search")
    entries = [
        Entry(subject, text, ("/1/",) if subject != "a:3" else ("/2/",), {"kind": "petition"})
        for subject, text in SAID.items()
    ]
    assert index.put(entries, (), {"event": 7}, fresh=True)
    return index


def found(index, text, doors=None, **how):
    return [hit.subject for hit in ask(index, text, doors, **how).hits]


def test_words_without_accents_find_all(index):
    assert set(found(index, "duong")) == {"a:1", "a:2", "a:3"}


def test_accents_that_are_typed_are_respected(index):
    assert set(found(index, "đường")) == {"a:1", "a:2"}


def test_accents_that_nothing_has_are_dropped_and_said_to_be(index):
    told = ask(index, "đướng", None)
    assert told.accents_dropped
    assert told.total == 3


def test_the_place_of_the_tone_does_not_matter(index):
    assert found(index, "hoà giải") == ["a:4"]


def test_words_that_stand_together_as_typed_come_first(index):
    """Both hold all three words; only one has them side by side."""
    assert found(index, "bị sạt lở") == ["a:1", "a:2"]
    assert found(index, "duong bi hong") == ["a:2"]


def test_nothing_is_found_or_counted_behind_a_closed_door(index):
    assert found(index, "duong", ["/2/"]) == ["a:3"]
    assert ask(index, "duong", ["/3/"]).total == 0
    assert facets(index, "duong", ["/2/"])["kind"] == {"petition": 1}
    assert ask(index, "duong", []).hits == ()


def test_an_entry_written_again_stands_once_and_one_that_is_gone_not_at_all(index):
    index.put([Entry("a:1", "Cầu treo", ("/1/",))], ["a:2"], {"event": 8}, fresh=False)
    assert found(index, "duong") == ["a:3"]
    assert found(index, "cầu treo") == ["a:1"]


def test_pages_go_on_where_the_last_one_ended(index):
    pages = [found(index, "duong", limit=1, offset=at) for at in range(3)]
    assert sorted(subject for page in pages for subject in page) == ["a:1", "a:2", "a:3"]


def test_an_index_of_an_older_shape_is_no_index_and_is_thrown_away(index, monkeypatch):
    """Its fields are others: it is not asked, and goes when the new one is written."""
    monkeypatch.setattr("gandan.kernel.search.index.SHAPE", 99)
    later = SearchIndex(index.folder.parent)
    assert later.cursor is None
    later.put([Entry("a:9", "Cầu treo", ("/1/",))], (), {"event": 9}, fresh=True)
    assert found(later, "cầu treo") == ["a:9"]
    assert not index.folder.exists()


def test_while_one_writes_another_is_told_and_questions_are_answered_by_the_old(index):
    def entries():
        assert not index.put([], (), {"event": 8}, fresh=True), "two wrote at once"
        assert set(found(index, "duong")) == {"a:1", "a:2", "a:3"}
        yield Entry("a:5", "Trạm y tế", ("/1/",))

    assert index.put(entries(), (), {"event": 9}, fresh=True)
    assert found(index, "duong") == []
    assert found(index, "tram y te") == ["a:5"]


def test_a_page_of_no_rows_is_a_count(index):
    told = ask(index, "duong", None, limit=0)
    assert (told.hits, told.total) == ((), 3)
