"""`gandan reread` reads again what was read by an older reader, and says what came of it."""

import pytest

from gandan.cli import main
from gandan.domain.registry import blobs
from gandan.domain.registry.models import File, Reading
from gandan.kernel.events import Event

from ..reading_by_hand import DECISION, PLAN


@pytest.fixture
def held(tmp_path, settings, office):
    settings.GANDAN_FILES = tmp_path / "files"
    made = tmp_path / "den"
    made.mkdir()
    (made / "ke-hoach.txt").write_text(PLAN, "utf-8")
    (made / "quyet-dinh.txt").write_text(DECISION, "utf-8")
    assert main(["import", str(made), "--jobs", "1"]) == 0
    Reading.objects.update(reader="vanban 0.0.9")
    return made


def reread():
    return Event.objects.filter(verb="file.reread").count()


def test_all_are_read_again_once(held, capsys):
    assert main(["reread", "--all"]) == 0
    assert "Tệp đã đọc lại" in capsys.readouterr().err
    assert reread() == 2
    assert main(["reread", "--only-older"]) == 0
    assert main(["reread", "--all"]) == 0
    assert reread() == 2


def test_one_by_its_number_or_the_key_of_its_file(held):
    assert main(["reread", "15/KH-SNV"]) == 0
    assert reread() == 1
    assert main(["reread", str(File.objects.get(name="quyet-dinh.txt").pk)]) == 0
    assert reread() == 2


def test_what_is_not_held_is_said_and_nothing_is_read(held, capsys):
    assert main(["reread", "15/KH-SNV", "99/KH-SNV"]) == 1
    assert main(["reread"]) == 1
    assert "99/KH-SNV" in capsys.readouterr().err
    assert reread() == 0


def test_a_file_whose_bytes_are_lost_stays_as_it_was_and_the_rest_is_read(held, capsys):
    blobs.place(File.objects.get(name="ke-hoach.txt").sha256).unlink()
    assert main(["reread", "--all"]) == 2
    assert "ke-hoach.txt" in capsys.readouterr().err
    assert reread() == 1


def test_who_may_not_review_reads_nothing_again(held, office, capsys):
    assert main(["reread", "--all", "--as", "reader"]) == 1
    assert "văn thư" in capsys.readouterr().err
    assert reread() == 0
