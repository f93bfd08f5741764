"""The same document in every format says the same: what is read does not depend on who saved it how.

Texts of the samples are set in Word paragraphs and tables, and LibreOffice saves them as PDF, HTML and
DOC. A letterhead set with blanks becomes one line of a page: its columns are told by their words.
"""

from __future__ import annotations

import io
import shutil
import subprocess
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from docx import Document

import vanban
from vanban.output.contract import to_contract

ROOT = Path(__file__).resolve().parents[3]
SAMPLES = ROOT / "samples" / "documents"
HELD_OUT = ROOT / "tests" / "gold" / "documents"
TEXTS = (
    SAMPLES / "04-tb-33-ket-luan-giao-ban-quy-1-2026.txt",
    SAMPLES / "09-kh-44-mttq-giam-sat-kien-nghi.txt",
    SAMPLES / "10-bc-96-tra-loi-kien-nghi-cu-tri.txt",
    SAMPLES / "15-hai-van-ban-na-que.txt",
    HELD_OUT / "third-l-doan-dbqh-tong-hop-y-kien.txt",
)
COLUMNS = (SAMPLES / "06-cv-642-ubnd-dan-van-chinh-quyen.txt", HELD_OUT / "third-m-ubnd-xa-tra-loi-kien-nghi.txt")  # fmt: skip
WORD = tuple(sorted(SAMPLES.glob("*.docx")))
OFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")


@pytest.mark.parametrize("path", [*TEXTS, *COLUMNS], ids=lambda path: path.stem)
def test_a_text_set_in_word_says_what_the_text_says(path: Path) -> None:
    assert facts(in_word(path), "a.docx") == facts(path.read_bytes(), path.name)


@needs_office
@pytest.mark.parametrize("kind", ["pdf", "html", "doc"])
def test_a_document_saved_otherwise_says_the_same(kind: str, tmp_path: Path) -> None:
    given = {path.stem: (path.read_bytes(), path.name) for path in TEXTS}
    files = {path.stem: in_word(path) for path in TEXTS}
    if kind == "html":
        given |= {path.stem: (path.read_bytes(), path.name) for path in (*COLUMNS, *WORD)}
        files |= {path.stem: in_word(path) for path in COLUMNS}
        files |= {path.stem: path.read_bytes() for path in WORD}
    saved = saved_as(kind, files, tmp_path)
    assert set(saved) == set(given)
    for stem, data in saved.items():
        assert facts(data, f"{stem}.{kind}") == facts(*given[stem]), stem


@cache
def in_word(path: Path) -> bytes:
    """A paragraph for each line, a table for the lines that are set with tabs."""
    word = Document()
    lines = path.read_text("utf-8").split("\n")
    while lines:
        if lines[0].count("\t") < 2:
            word.add_paragraph(lines.pop(0))
            continue
        rows: list[list[str]] = []
        while lines and "\t" in lines[0]:
            rows.append(lines.pop(0).split("\t"))
        table = word.add_table(rows=0, cols=max(map(len, rows)))
        table.style = "Table Grid"
        for row in rows:
            for cell, said in zip(table.add_row().cells, row, strict=False):
                cell.text = said
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def saved_as(kind: str, files: dict[str, bytes], folder: Path) -> dict[str, bytes]:
    for stem, data in files.items():
        (folder / f"{stem}.docx").write_bytes(data)
    subprocess.run(
        [
            str(OFFICE), f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", kind,
            "--outdir", str(folder / "made"), *(str(folder / f"{stem}.docx") for stem in files),
        ],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return {path.stem: path.read_bytes() for path in (folder / "made").iterdir()}


def facts(data: bytes, name: str) -> Counter[str]:
    """Everything that was read, without its place in the text."""
    out: Counter[str] = Counter()
    for at, document in enumerate(to_contract(vanban.read(data, name))["documents"]):
        for kind in ("references", "tasks", "report_duties", "meetings", "petitions", "sums"):
            out.update(f"{at} {kind} {_said(fact)}" for fact in document[kind])
        head = {key: value for key, value in document["header"].items() if key != "spans"}
        out.update(f"{at} {key} {_said(value)}" for key, value in head.items())
    return out


_PLACES = ("start", "end", "number_as_written", "confidence", "rule", "time_text")


def _said(value: Any) -> str:
    if isinstance(value, dict):
        kept = {key: _said(one) for key, one in sorted(value.items()) if key not in _PLACES and "span" not in key}  # fmt: skip
        return str(kept)
    if isinstance(value, list):
        return str([_said(one) for one in value])
    return " ".join(str(value).split())
