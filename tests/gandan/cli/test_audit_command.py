"""`gandan audit` says whether the memory is whole, writes the anchors, and locks the table."""

import json

import pytest
import time_machine
from django.db import DatabaseError, connection

from gandan.cli import main
from gandan.kernel.models import Anchor

from ..conftest import NOW

pytestmark = pytest.mark.usefixtures("office")


@pytest.fixture(autouse=True)
def tomorrow():
    with time_machine.travel(NOW.replace(day=NOW.day + 1), tick=False):
        yield


def test_a_whole_memory_is_said_to_be_whole(capsys):
    assert main(["audit", "verify"]) == 0
    assert "Nhật ký nguyên vẹn" in capsys.readouterr().out


def test_the_anchors_are_written_and_compared(tmp_path, capsys):
    kept = tmp_path / "anchors.tsv"
    assert main(["audit", "anchor", "--out", str(kept)]) == 0
    assert Anchor.objects.count() == 1
    assert main(["audit", "verify", "--anchor", str(kept)]) == 0
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM kernel_event WHERE id = (SELECT max(id) FROM kernel_event)")
    capsys.readouterr()
    assert main(["audit", "verify", "--anchor", str(kept)]) == 1
    assert "Nhật ký hỏng ở ngày 02/03/2026" in capsys.readouterr().out
    assert main(["audit", "verify", "--anchor", str(kept), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["break"]["fault"] == "cut"


def test_a_file_that_holds_no_anchors_is_refused(tmp_path, capsys):
    (tmp_path / "x").write_text("khác")
    assert main(["audit", "verify", "--anchor", str(tmp_path / "x")]) == 2
    assert "không phải là dòng chốt" in capsys.readouterr().err


def test_the_table_is_locked(capsys):
    assert main(["audit", "protect"]) == 0
    with pytest.raises(DatabaseError), connection.cursor() as cursor:
        cursor.execute("DELETE FROM kernel_event")
