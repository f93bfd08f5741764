"""Rules are written for documents nobody has seen: none may name a seed's place, person, number."""

import json
from pathlib import Path

import pytest

from vanban.rules import families, table

SHARED = Path(__file__).resolve().parents[3] / "shared"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="../shared is not here"),
]


def names_of_the_seeds():
    """Number, place and signers of each hand-read document, and the places of its petitions."""
    found = set()
    for path in sorted((SHARED / "gold").glob("*.json")):
        reading = json.loads(path.read_text("utf-8"))
        header = reading.get("header") or {}
        found |= {header.get("number"), header.get("place")}
        found |= {signer.get("name") for signer in header.get("signers") or []}
        found |= {petition.get("place") for petition in reading.get("petitions") or []}
    return {word for word in found if word}


def test_there_are_names_to_look_for():
    assert len(names_of_the_seeds()) > 10


@pytest.mark.parametrize("family", families())
def test_a_rule_names_no_place_person_or_number_of_a_seed(family):
    said = [
        text
        for row in table(family).get("rule", ())
        for text in (row["pattern"], *row["examples"], *row["counterexamples"])
    ]
    seen = {word for word in names_of_the_seeds() for text in said if word.lower() in text.lower()}
    assert seen == set()
