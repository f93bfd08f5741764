"""A search for words in 200,000 tasks must not read them all: the database keeps the letters of
`Task.search` three by three. Part of `queries`.

On PostgreSQL that is a trigram index, which a condition "holds this word" uses by itself. SQLite has
a table of its own for it, which triggers keep in the same transaction as the task. Either is derived:
a condition on `search` says what is found, this only says where to look.
"""

from __future__ import annotations

from typing import Any

from django.db import DatabaseError, connection, transaction
from django.db.models import Q, QuerySet, Value
from django.db.models.functions import StrIndex
from django.db.models.lookups import GreaterThan

from gandan.domain.directory.queries import fold_plain
from gandan.domain.tasks.models import Task

FEW = 2_000  # beyond so many hits a list finds its fifty rows sooner in its own order
_SHORTEST = 3

_SQLITE = (
    "CREATE VIRTUAL TABLE tasks_words USING fts5(search, content='tasks_task', content_rowid='id', "
    "tokenize='trigram', detail='none')",
    "INSERT INTO tasks_words(tasks_words) VALUES ('rebuild')",
)
_OUT = "INSERT INTO tasks_words(tasks_words, rowid, search) VALUES ('delete', old.id, old.search);"
_IN = "INSERT INTO tasks_words(rowid, search) VALUES (new.id, new.search);"
_TRIGGERS = {
    "tasks_words_in": f"AFTER INSERT ON tasks_task BEGIN {_IN} END",
    "tasks_words_out": f"AFTER DELETE ON tasks_task BEGIN {_OUT} END",
    "tasks_words_anew": f"AFTER UPDATE OF search ON tasks_task BEGIN {_OUT} {_IN} END",
}
_POSTGRESQL = (
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    "CREATE INDEX IF NOT EXISTS tasks_words ON tasks_task USING gin (search gin_trgm_ops)",
)


def holding(tasks: QuerySet[Task], words: str) -> QuerySet[Task]:
    """Those of the tasks in whose text every word occurs, typed with or without its marks."""
    said = fold_plain(words).split()
    # The words that fewest texts hold first, as far as can be told from a word: numbers, long ones.
    for word in sorted(said, key=lambda word: (word.isalpha(), -len(word))):
        tasks = tasks.filter(_holds(word))
    few = _few([word for word in said if len(word) >= _SHORTEST])
    return tasks if few is None else tasks.filter(pk__in=few)


def _holds(word: str) -> Q:
    """Of a word shorter than three letters no index knows anything. PostgreSQL takes a LIKE for one
    that does, and would read all 200,000 tasks through the index of the other words."""
    if len(word) >= _SHORTEST:
        return Q(search__contains=word)
    return Q(GreaterThan(StrIndex("search", Value(word)), 0))


def set_words() -> None:
    """Make what is not there yet and write it anew if it was not kept. Safe to run after every
    upgrade: an upgrade may make the table of tasks anew, and its triggers are gone with the old."""
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            _set_on_sqlite(cursor)
            return
        try:
            with transaction.atomic():
                for statement in _POSTGRESQL:
                    cursor.execute(statement)
        except DatabaseError:  # the extension is not installed: searches are right, but slow
            return


def _set_on_sqlite(cursor: Any) -> None:
    cursor.execute("SELECT name FROM sqlite_master WHERE name LIKE 'tasks_words%'")
    there = {row[0] for row in cursor.fetchall()}
    if {"tasks_words", *_TRIGGERS} <= there:
        return
    if "tasks_words" in there:
        cursor.execute("DROP TABLE tasks_words")
    for statement in _SQLITE:
        cursor.execute(statement)
    for name, body in _TRIGGERS.items():
        cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
        cursor.execute(f"CREATE TRIGGER {name} {body}")


def _few(words: list[str]) -> list[int] | None:
    """The keys of the tasks that hold the words; None if they are many, or must not be asked for."""
    if connection.vendor != "sqlite" or not words:
        return None
    conditions = " AND ".join(["search LIKE %s"] * len(words))
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT rowid FROM tasks_words WHERE {conditions} LIMIT %s",  # noqa: S608
            [*(f"%{word}%" for word in words), FEW + 1],
        )
        keys = [row[0] for row in cursor.fetchall()]
    return keys if len(keys) <= FEW else None
