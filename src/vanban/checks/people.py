"""People: what tells who a citizen is, in a document about to be published."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.checks.paper import Paper
from vanban.checks.pattern import matches
from vanban.model import Finding


def check(paper: Paper) -> Iterator[Finding]:
    """Every row: the words stay in the file, the finding says only what kind of thing they are."""
    yield from matches(paper, "checks_people")
