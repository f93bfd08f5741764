"""Work given out by hand stands beside its words as all work does, and is given out once."""

import pytest

from gandan.domain.tasks import actions
from gandan.domain.tasks.access import Denied
from gandan.domain.tasks.marking import marked_in
from gandan.domain.tasks.queries import Task

from ...conftest import NOW


@pytest.fixture
def document(duties):
    return duties[0].document


def words_of(document):
    """A line of the document, its words as somebody copies them."""
    return next(line for line in document.text.splitlines() if len(line.split()) > 8)


def test_words_are_found_however_lines_are_broken(document):
    said = words_of(document)
    broken = "\n  ".join(said.split()).lower()
    found = marked_in(document, broken)
    assert document.file.text[found.start : found.end].split() == said.split()
    assert found.quote.split() == said.split()


@pytest.mark.parametrize("words", ["", "   ", "câu này không có ở đâu cả"])
def test_words_that_do_not_stand_there_are_not_found(document, words):
    assert marked_in(document, words) is None


def test_a_task_of_marked_words_has_its_place_in_the_document(document, office):
    marked = marked_in(document, words_of(document))
    task, is_new = actions.assign_by_hand(
        "Việc máy đọc sót", office.finance, marked=marked, actor=office.clerk, at=NOW
    )
    assert is_new
    assert (task.document, task.fact) == (document, None)
    assert document.file.text[task.start : task.end] == task.quote


def test_what_is_sent_twice_is_given_out_once(office):
    by = {"actor": office.clerk, "at": NOW}
    first, _ = actions.assign_by_hand("Việc giao miệng", office.finance, **by)
    again, is_new = actions.assign_by_hand(" Việc  giao miệng ", office.finance, **by)
    assert (again, is_new) == (first, False)
    assert Task.objects.count() == 1


def test_a_head_gives_work_to_own_units_only(office):
    actions.assign_by_hand("Việc của sở", office.home_affairs, actor=office.head, at=NOW)
    with pytest.raises(Denied):
        actions.assign_by_hand("Việc của sở khác", office.finance, actor=office.head, at=NOW)
