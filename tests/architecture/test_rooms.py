"""Know one app of the domain and you know all: each has the same rooms."""

import pytest

from architecture.sources import apps

ROOMS = ["README.md", "models", "states", "actions", "queries", "access", "migrations"]


@pytest.mark.parametrize("app", apps(), ids=lambda path: path.name)
@pytest.mark.parametrize("room", ROOMS)
def test_an_app_has_the_room(app, room):
    """Purpose, nouns, state table, verbs, questions, doors: a missing room is a hidden rule."""
    assert any((app / form).exists() for form in (room, f"{room}.py")), f"{app.name} lacks {room}"


@pytest.mark.parametrize("app", apps(), ids=lambda path: path.name)
def test_a_readme_says_purpose_words_invariants_and_law(app):
    text = (app / "README.md").read_text("utf-8").lower()
    missing = [
        word for word in ("purpose", "words", "invariants", "legal source") if word not in text
    ]
    assert missing == []
