"""`gandan import` says what became of every file, and who received it."""

import pytest

from gandan.cli import main
from gandan.domain.registry.models import File

from ..reading_by_hand import DECISION, PLAN


@pytest.fixture
def folder(tmp_path, settings):
    settings.GANDAN_FILES = tmp_path / "files"
    made = tmp_path / "den"
    made.mkdir()
    (made / "ke-hoach.txt").write_text(PLAN, "utf-8")
    (made / "quyet-dinh.txt").write_text(DECISION, "utf-8")
    return made


def test_everything_in_is_0(folder, office, capsys):
    assert main(["import", str(folder), "--jobs", "1"]) == 0
    said = capsys.readouterr().err
    assert "Tệp mới" in said
    assert File.objects.filter(received_by=office.machine).count() == 2


def test_a_refused_file_is_named_with_its_reason_and_the_rest_is_in(folder, office, capsys):
    (folder / "rong.txt").write_bytes(b"")
    assert main(["import", str(folder)]) == 2
    said = capsys.readouterr().err
    assert "rong.txt" in said
    assert File.objects.count() == 2


def test_a_person_may_be_named_as_receiver(folder, office):
    assert main(["import", str(folder), "--as", "clerk"]) == 0
    assert set(File.objects.values_list("received_by__username", flat=True)) == {"clerk"}


def test_an_unknown_receiver_receives_nothing(folder, office, capsys):
    assert main(["import", str(folder), "--as", "nobody"]) == 1
    assert "nobody" in capsys.readouterr().err
    assert not File.objects.exists()
