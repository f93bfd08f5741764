"""On documents that are in order, a checker that cries wolf is worse than none."""

from pathlib import Path

import pytest

import vanban

DOCUMENTS = Path(__file__).parents[3] / "samples" / "documents"
# Written with faults on purpose: the noise of a scan, sums that do not add up.
FAULTY = ("05-", "10-", "13-")


@pytest.mark.skipif(not DOCUMENTS.is_dir(), reason="the samples are not here")
def test_at_most_one_mark_in_two_thousand_characters_of_the_samples():
    characters, marks = 0, []
    for path in sorted(DOCUMENTS.iterdir()):
        if path.suffix in {".txt", ".docx"} and not path.name.startswith(FAULTY):
            reading = vanban.read(path.read_bytes(), path.name)
            characters += len(reading.text)
            marks += [(path.name, one.rule, one.message) for one in vanban.check(reading)]
    assert characters > 20_000
    assert len(marks) <= characters / 2_000, marks


@pytest.mark.skipif(not DOCUMENTS.is_dir(), reason="the samples are not here")
@pytest.mark.parametrize(
    ("name", "rule"),
    [("05-", "figures.sum"), ("13-", "spelling.compound"), ("13-", "form.label_slip")],
)
def test_the_faults_written_into_the_samples_are_found(name, rule):
    path = next(DOCUMENTS.glob(f"{name}*"))
    reading = vanban.read(path.read_bytes(), path.name)
    assert rule in {one.rule for one in vanban.check(reading)}
