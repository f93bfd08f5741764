"""How one thing names another across apps without knowing its class ("tasks.task:12"), and a key that
somebody wrote in an address or a form."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Model


@dataclass(frozen=True, slots=True)
class Subject:
    """What an event is about: the label of its model ("tasks.task") and its key."""

    type: str
    id: int

    def __str__(self) -> str:
        return f"{self.type}:{self.id}"


def subject_of(thing: Model) -> Subject:
    """The subject that a stored row is. A row that has no key yet cannot be named."""
    if thing.pk is None:
        raise ValueError(f"{thing._meta.label_lower} is not stored yet, so no event can name it")
    return Subject(thing._meta.label_lower, int(thing.pk))


def key_said(words: str) -> int | None:
    """The key that these words are; None: they are none, and no database would take them for one.
    «²» is a digit to Python and no number; a number may be longer than any column."""
    return int(words) if words.isascii() and words.isdigit() and len(words) < 18 else None
