"""Prose is part of the build: the glossary is complete and no link leads nowhere."""

import re
import tomllib
from importlib.metadata import metadata

import pytest

from architecture.sources import ROOT, models

DOCUMENTS = sorted(
    path
    for path in ROOT.rglob("*.md")
    if not {".venv", "node_modules", "data", ".git"} & set(path.relative_to(ROOT).parts)
)
LINK = re.compile(r"\]\(([^)\s]+)\)")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(document):
    text = re.sub(r"```.*?```", "", document.read_text("utf-8"), flags=re.S)
    for target in LINK.findall(text):
        if re.match(r"[a-z]+:", target) or target.startswith("#"):
            continue
        assert (document.parent / target.partition("#")[0]).exists(), target


def test_every_model_has_a_row_in_the_glossary():
    """A noun of the program is a noun of the office, with its Vietnamese name and its source."""
    rows = set(re.findall(r"`(\w+)`", (ROOT / "GLOSSARY.md").read_text("utf-8")))
    assert [kind for _, kind in models() if kind not in rows] == []


def direct_dependencies():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    asked = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    return [re.match(r"[\w.-]+", line)[0].lower() for line in asked]


@pytest.mark.parametrize("package", direct_dependencies())
def test_every_dependency_is_accounted_for(package):
    """Name, why, licence, last release, keeper: a row per package we chose."""
    table = (ROOT / "docs/decisions/dependencies.md").read_text("utf-8").lower()
    assert re.search(rf"^\| {re.escape(package)} \|", table, re.M), f"{package} has no row"


@pytest.mark.parametrize("package", direct_dependencies())
def test_no_dependency_binds_its_users(package):
    """MIT, BSD, Apache, MPL and the like; LGPL only where it is linked as it comes."""
    told = metadata(package)
    said = " ".join(
        filter(
            None,
            [
                told.get("License-Expression"),
                (told.get("License") or "")[:200],
                *told.get_all("Classifier", []),
            ],
        )
    )
    assert not re.search(r"(?<!L)GPL|Affero|AGPL", said.replace("LGPL", "L-G-P-L")), said
