"""Files and folders come in; one bad file is named with its reason and does not stop the rest."""

import io
import zipfile

import pytest
from django.db import DataError
from django.utils import timezone

from gandan.domain.registry.actions import receiving
from gandan.domain.registry.models import Document, File
from gandan.jobs import reading_pool
from gandan.jobs.gathering import gather
from gandan.jobs.import_files import import_files
from gandan.jobs.reading_pool import Job, Unreadable, read_all

from ..reading_by_hand import DECISION, PLAN


@pytest.fixture
def folder(tmp_path, settings):
    settings.GANDAN_FILES = tmp_path / "files"
    made = tmp_path / "den"
    (made / "sau").mkdir(parents=True)
    (made / "ke-hoach.txt").write_text(PLAN, "utf-8")
    (made / "sau" / "quyet-dinh.txt").write_text(DECISION, "utf-8")
    (made / "sau" / "ban-sao.txt").write_text(PLAN, "utf-8")
    (made / "hong.docx").write_bytes(b"not a zip")
    (made / "rong.txt").write_bytes(b"")
    (made / ".an").write_text("tệp ẩn", "utf-8")
    (made / "~$ke-hoach.docx").write_bytes(b"draft of Word")
    return made


def bring_in(paths, office, processes=1):
    files = list(gather(paths))
    return list(import_files(files, actor=office.clerk, now=timezone.now, processes=processes))


def test_a_folder_comes_in_with_those_below_and_bad_files_are_named(folder, office):
    outcomes = {outcome.name: outcome for outcome in bring_in([folder], office)}
    fates = {name: outcome.fate for name, outcome in outcomes.items()}
    assert fates == {
        "ke-hoach.txt": "new",
        "quyet-dinh.txt": "new",
        "ban-sao.txt": "known",
        "hong.docx": "refused",
        "rong.txt": "refused",
    }
    assert all(outcomes[bad].sentence.endswith(".") for bad in ("hong.docx", "rong.txt"))
    assert File.objects.count() == 2


def test_importing_again_changes_nothing(folder, office):
    bring_in([folder], office)
    before = (File.objects.count(), Document.objects.count())
    fates = [outcome.fate for outcome in bring_in([folder, folder / "ke-hoach.txt"], office)]
    assert sorted(fates) == ["known"] * 3 + ["refused"] * 2
    assert (File.objects.count(), Document.objects.count()) == before


def test_a_zip_brings_in_what_is_inside(folder, office):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("mot/ke-hoach.txt", PLAN)
        archive.writestr("hai/hong.docx", b"not a zip")
    path = folder / "goi.zip"
    path.write_bytes(packed.getvalue())
    assert sorted(outcome.fate for outcome in bring_in([path], office)) == ["new", "refused"]


def test_a_file_that_is_not_there_is_named(folder, office):
    (outcome,) = bring_in([folder / "khong-co.txt"], office)
    assert (outcome.fate, "đường dẫn" in outcome.sentence) == ("refused", True)


def test_a_fault_of_the_reader_is_one_files_misfortune(folder, office, monkeypatch, caplog):
    read = reading_pool.vanban.read

    def faulty(data, name):
        if name == "quyet-dinh.txt":
            raise KeyError("planted")
        return read(data, name)

    monkeypatch.setattr(reading_pool.vanban, "read", faulty)
    outcomes = {outcome.name: outcome.fate for outcome in bring_in([folder], office)}
    assert outcomes["quyet-dinh.txt"] == "refused"
    assert outcomes["ke-hoach.txt"] == "new"
    assert "quyet-dinh.txt" in caplog.text


def test_a_file_that_the_database_refuses_does_not_take_others_along(
    folder, office, monkeypatch, caplog
):
    record = receiving.record

    def refusing(verb, subject, **said):
        if getattr(subject, "name", "") == "quyet-dinh.txt":
            raise DataError("planted")
        return record(verb, subject, **said)

    monkeypatch.setattr(receiving, "record", refusing)
    outcomes = {outcome.name: outcome for outcome in bring_in([folder], office)}
    assert outcomes["quyet-dinh.txt"].fate == "refused"
    assert [file.name for file in File.objects.all()] == ["ke-hoach.txt"]
    assert "planted" in caplog.text


def test_worker_processes_read_the_same_in_the_same_order():
    jobs = [Job(f"{n}.txt", PLAN.replace("15/KH", f"{n}/KH").encode()) for n in range(12)]
    jobs.insert(5, Job("rong.txt", b""))
    alone = list(read_all(jobs, 1))
    together = list(read_all(jobs, 2))
    assert together == alone
    assert [job.name for job, read in together if isinstance(read, Unreadable)] == ["rong.txt"]
