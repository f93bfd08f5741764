"""A day that is over is anchored once; the file of anchors finds what the chain alone cannot."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection, transaction

from gandan.kernel import anchors
from gandan.kernel.events import Event, record, verify
from gandan.kernel.models import Anchor, Frozen
from gandan.kernel.refusal import Refused

MONDAY = datetime(2026, 3, 2, 3, 0, tzinfo=UTC)
WEDNESDAY = MONDAY + timedelta(days=2)


@pytest.fixture
def week(office):
    with transaction.atomic():
        for n in range(9):
            record(
                "unit.look", office.finance, actor=office.head, at=MONDAY + timedelta(hours=8 * n)
            )


def behind_the_program(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.usefixtures("week")
def test_days_that_are_over_are_anchored_once():
    first = anchors.close_days(WEDNESDAY)
    assert [anchor.day for anchor in first] == [date(2026, 3, 2), date(2026, 3, 3)]
    assert anchors.close_days(WEDNESDAY) == []
    assert (
        sum(anchor.events for anchor in first)
        == Event.objects.filter(day__lt=date(2026, 3, 4)).count()
    )
    assert verify(anchors=anchors.kept_anchors()) is None


@pytest.mark.usefixtures("week")
def test_a_broken_day_is_not_anchored():
    behind_the_program(
        "UPDATE kernel_event SET verb = 'x' WHERE id = (SELECT min(id) FROM kernel_event)"
    )
    with pytest.raises(Refused, match="02/03/2026"):
        anchors.close_days(WEDNESDAY)
    assert not Anchor.objects.exists()


@pytest.mark.usefixtures("week")
def test_an_anchor_is_never_changed():
    anchor = anchors.close_days(WEDNESDAY)[0]
    for attempt in (anchor.save, anchor.delete, Anchor.objects.all().delete):
        with pytest.raises(Frozen):
            attempt()


@pytest.mark.usefixtures("week")
def test_the_file_says_again_what_was_written(tmp_path):
    anchors.close_days(WEDNESDAY)
    known = anchors.all_anchors(WEDNESDAY.date())
    anchors.write_anchors(known, tmp_path / "anchors.tsv")
    assert anchors.read_anchors(tmp_path / "anchors.tsv") == known
    assert [anchor.closed for anchor in known.values()] == [True, True, False, False]


@pytest.mark.usefixtures("week")
@pytest.mark.parametrize("gone", [1, 4])
def test_a_cut_tail_is_found_by_the_file_and_only_by_it(tmp_path, gone):
    anchors.write_anchors(anchors.all_anchors(MONDAY.date()), tmp_path / "anchors.tsv")
    behind_the_program(
        "DELETE FROM kernel_event WHERE id IN "
        f"(SELECT id FROM kernel_event ORDER BY id DESC LIMIT {gone})"
    )
    assert verify() is None
    found = verify(anchors=anchors.read_anchors(tmp_path / "anchors.tsv"))
    assert found.fault == "cut"


@pytest.mark.parametrize("text", ["khác", "2026-03-02\t1\tab\tmaybe", "2026-13-02\t1\tab\topen"])
def test_another_file_is_refused_with_its_line(tmp_path, text):
    (tmp_path / "x").write_text(f"# một\n{text}\n", "utf-8")
    with pytest.raises(Refused, match="Dòng 2"):
        anchors.read_anchors(tmp_path / "x")
    with pytest.raises(Refused, match="Không đọc được"):
        anchors.read_anchors(tmp_path / "absent")
