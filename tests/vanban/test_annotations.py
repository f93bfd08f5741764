"""The hand-made readings themselves: each stands on words that are really there.

A change in how a format is extracted moves the words; these tests say so before any score does.
"""

from __future__ import annotations

import json
import tomllib
import unicodedata
from pathlib import Path
from typing import Any

import pytest

import vanban

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"
CORPUS = ROOT.parent / "shared" / "corpus"
FOLDERS = (SAMPLES / "documents", ROOT / "tests" / "gold" / "documents", CORPUS)
GOLD = [*sorted((SAMPLES / "gold").glob("*.json")), *sorted((ROOT / "tests/gold").glob("*.json"))]
FACTS = ("references", "tasks", "report_duties", "petitions", "borderline")


def gold_cases() -> list[Any]:
    """One case per reading; those of files in ../shared carry its mark."""
    cases = []
    for path in GOLD:
        of_shared = path.name.startswith("corpus-")
        absent = pytest.mark.skipif(of_shared and not CORPUS.is_dir(), reason="no ../shared")
        marks = [pytest.mark.shared, absent] if of_shared else []
        cases.append(pytest.param(path, id=path.stem, marks=marks))
    return cases


@pytest.mark.parametrize("path", gold_cases())
def test_every_annotation_opens_with_the_words_it_quotes(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    text = text_of(gold["source"])
    assert gold["span"][0] >= 0
    assert gold["span"][1] <= len(text)
    for fact in (fact for kind in FACTS for fact in gold[kind]):
        words = " ".join(text[fact["start"] : fact["end"]].split())
        assert fact["text"]
        assert words.startswith(fact["text"])


@pytest.mark.parametrize("path", gold_cases())
def test_every_unit_of_a_task_is_named_in_its_document(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    whole = folded(text_of(gold["source"]))
    names = [name for task in gold["tasks"] for name in task["lead"] + task["cooperating"]]
    assert [name for name in names if folded(name) not in whole] == []


def test_every_sample_document_has_a_reading() -> None:
    read = {json.loads(p.read_text(encoding="utf-8"))["source"] for p in GOLD}
    documents = {path.name for path in (SAMPLES / "documents").iterdir()}
    assert documents - read == set()
    assert len(documents) >= 12


def test_the_sample_province_is_whole() -> None:
    """Codes are unique; every parent, successor and place of work is a unit of the file."""
    province = tomllib.loads((SAMPLES / "province.toml").read_text(encoding="utf-8"))
    codes = [unit["code"] for unit in province["unit"]]
    assert len(set(codes)) == len(codes)
    named = {unit["parent"] for unit in province["unit"]} - {""}
    named |= {code for unit in province["unit"] for code in unit.get("successors", [])}
    named |= {person["unit"] for person in province["person"]}
    assert named - set(codes) == set()


def test_whoever_ended_has_an_heir_in_the_sample_province() -> None:
    """No unit of the past is left without a successor that stands by the day after it ends."""
    province = tomllib.loads((SAMPLES / "province.toml").read_text(encoding="utf-8"))
    begins = {unit["code"]: unit["valid_from"] for unit in province["unit"]}
    for unit in (unit for unit in province["unit"] if "valid_to" in unit):
        assert unit["successors"]
        assert all((begins[heir] - unit["valid_to"]).days <= 1 for heir in unit["successors"])


def test_one_account_for_each_role() -> None:
    province = tomllib.loads((SAMPLES / "province.toml").read_text(encoding="utf-8"))
    roles = {person["role"] for person in province["person"]}
    assert roles == {"administrator", "clerk", "head", "officer", "reader"}


def text_of(source: str) -> str:
    path = next(folder / source for folder in FOLDERS if (folder / source).is_file())
    return vanban.read(path.read_bytes(), source).text


def folded(text: str) -> str:
    plain = unicodedata.normalize("NFC", text).replace("*", "")
    return " ".join(plain.split()).casefold()
