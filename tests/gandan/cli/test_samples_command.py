"""`gandan samples` makes a province to try the program with, and may be run again."""

from pathlib import Path

import pytest

from gandan.cli import main
from gandan.cli.samples_command import FOLDER
from gandan.domain.directory.models import Account, Unit, UnitName
from gandan.domain.directory.queries import successors_of, unit_with_code
from gandan.domain.registry.models import Document, File
from gandan.domain.tasks.models import Task
from gandan.kernel.events import Event

from ..conftest import TODAY
from ..reading_by_hand import PLAN

PROVINCE = """
[[unit]]
code = "P.SO"
name = "Sở Mây"
kind = "department"
level = "province"
parent = "P"
aliases = ["Sở Mây và Mưa"]
abbreviations = ["SM"]

[[unit]]
code = "P"
name = "Ủy ban nhân dân tỉnh Hồng Lĩnh"
kind = "peoples-committee"
level = "province"
parent = ""

[[unit]]
code = "P.CU"
name = "Sở Gió"
kind = "department"
level = "province"
parent = "P"
valid_to = 2025-02-28
successors = ["P.SO"]

[[person]]
username = "vanthu"
name = "Người Thử"
post = "Văn thư"
unit = "P"
role = "clerk"
password = "mot-mat-khau-dai"
"""


@pytest.fixture
def samples(tmp_path, settings, db):
    settings.GANDAN_FILES = tmp_path / "files"
    folder = tmp_path / "samples"
    (folder / "documents").mkdir(parents=True)
    (folder / "province.toml").write_text(PROVINCE, "utf-8")
    (folder / "documents" / "ke-hoach.txt").write_text(PLAN, "utf-8")
    return folder


def counts():
    return tuple(m.objects.count() for m in (Unit, UnitName, Account, File, Document, Event))


def test_units_people_and_documents_are_there_and_the_accounts_are_printed(samples, capsys):
    assert main(["samples", "--folder", str(samples)]) == 0
    said = capsys.readouterr().out
    assert "vanthu" in said
    assert "mot-mat-khau-dai" in said
    assert unit_with_code("P.SO").parent == unit_with_code("P")
    assert Account.objects.get(username="vanthu").check_password("mot-mat-khau-dai")
    assert File.objects.count() == 1


def test_a_unit_that_ended_has_its_successor(samples):
    main(["samples", "--folder", str(samples)])
    assert successors_of(unit_with_code("P.CU"), TODAY) == [unit_with_code("P.SO")]


def test_a_second_time_changes_nothing(samples):
    main(["samples", "--folder", str(samples)])
    before = counts()
    assert main(["samples", "--folder", str(samples)]) == 0
    assert counts() == before


def test_a_bad_table_leaves_nothing_behind(samples):
    from gandan.kernel.refusal import Refused

    path = samples / "province.toml"
    path.write_text(PROVINCE.replace('parent = ""', 'parent = "P.SO"'), "utf-8")
    with pytest.raises(Refused, match="trong chính nó"):
        main(["samples", "--folder", str(samples)])
    assert not Unit.objects.exists()


def test_a_folder_without_samples_is_named(tmp_path, db, capsys):
    assert main(["samples", "--folder", str(tmp_path)]) == 1
    assert "province.toml" in capsys.readouterr().err


def test_the_samples_of_the_project_load(settings, tmp_path, db):
    settings.GANDAN_FILES = tmp_path / "files"
    assert Path(FOLDER, "province.toml").is_file()
    assert main(["samples"]) == 0
    assert Document.objects.filter(file__isnull=False).count() >= 12
    assert not Unit.objects.filter(path="").exists()


def test_documents_are_received_by_the_sample_clerk_for_a_unit(samples, capsys):
    assert main(["samples", "--folder", str(samples)]) == 0
    received = Document.objects.get(file__isnull=False)
    assert received.file.received_by.username == "vanthu"
    assert received.unit == unit_with_code("P")
    said = capsys.readouterr().out
    assert "văn thư" in said
    assert "clerk" not in said


def test_a_first_look_finds_work_that_the_clerk_accepted(samples):
    path = samples / "province.toml"
    path.write_text('accepted = ["ke-hoach.txt"]\n' + PROVINCE, "utf-8")
    main(["samples", "--folder", str(samples)])
    accepted = list(Task.objects.all())
    assert accepted
    assert {task.created_by.username for task in accepted} == {"vanthu"}
    main(["samples", "--folder", str(samples)])
    assert Task.objects.count() == len(accepted)
