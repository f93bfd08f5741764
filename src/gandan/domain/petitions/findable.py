"""Petitions, documents and tasks as the search index holds them: words, doors, facets. Who asked for
something is in none of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import QuerySet

from gandan.domain.petitions.models import Petition, Route
from gandan.domain.registry.queries import Document, Secrecy
from gandan.domain.tasks.queries import Cooperation, Task
from gandan.kernel.events import Event, subjects_of
from gandan.kernel.search import Entry

PETITION, DOCUMENT, TASK = "petitions.petition", "registry.document", "tasks.task"
MEMBERS, CLERKS, NOBODY = "members", "clerks", "nobody"
_PART = 2_000


def entered_by(account: int) -> str:
    """The door of what a clerk entered for another unit."""
    return f"account:{account}"


def all_entries() -> Iterator[Entry]:
    """Everything there is to find."""
    for start in _parts(Petition.objects.all()):
        yield from _petitions(start)
    for start in _parts(Document.objects.all()):
        yield from _documents(start)
    for start in _parts(Task.objects.all()):
        yield from _tasks(start)


def entries_of(subjects: Iterable[str]) -> Iterator[Entry]:
    """The entries of these subjects that still exist."""
    by_type: dict[str, list[int]] = {}
    for subject in subjects:
        type_, _, key = subject.partition(":")
        by_type.setdefault(type_, []).append(int(key))
    for type_, make in ((PETITION, _petitions), (DOCUMENT, _documents), (TASK, _tasks)):
        keys = by_type.get(type_, [])
        for start in range(0, len(keys), _PART):
            yield from make(keys[start : start + _PART])


def changed_by(events: QuerySet[Event]) -> set[str]:
    """The subjects that must be written anew after these events."""
    changed = set()
    files, loads = set(), []
    for event in events.only("subject_type", "subject_id", "verb", "data"):
        for subject in subjects_of(event):
            if subject.type in {PETITION, DOCUMENT, TASK}:
                changed.add(str(subject))
            elif subject.type == "registry.file":
                files.add(subject.id)
        if event.verb == "petition.load":
            loads.append((event.data.get("first", 0), event.data.get("last", -1)))
    documents = Document.objects.filter(file__in=files).values_list("pk", flat=True)
    changed |= {f"{DOCUMENT}:{key}" for key in documents}
    for first, last in loads:
        keys = Petition.objects.filter(pk__gte=first, pk__lte=last).values_list("pk", flat=True)
        changed |= {f"{PETITION}:{key}" for key in keys}
    return changed


def _parts(rows: QuerySet[Any]) -> Iterator[list[int]]:
    after = 0
    while keys := list(
        rows.order_by("pk").filter(pk__gt=after).values_list("pk", flat=True)[:_PART]
    ):
        yield keys
        after = keys[-1]


def _petitions(keys: list[int]) -> Iterator[Entry]:
    paths: dict[int, set[str]] = {key: set() for key in keys}
    asked = Petition.asked.through.objects.filter(petition__in=keys)
    for key, path in asked.values_list("petition", "unit__path"):
        paths[key].add(path)
    sent = Route.objects.filter(petition__in=keys, recalled_at__isnull=True)
    for key, path in sent.values_list("petition", "receiver__path"):
        paths[key].add(path)
    for one in Petition.objects.filter(pk__in=keys).select_related("unit", "holder"):
        paths[one.pk] |= {unit.path for unit in (one.unit, one.holder) if unit}
        doors = _above(paths[one.pk]) | ({CLERKS} if one.unit_id is None else set())
        yield Entry(
            f"{PETITION}:{one.pk}",
            " ".join((one.code, one.text, one.place_text, one.session, one.source_reference)),
            tuple(sorted(doors)),
            {
                "kind": "petition", "field": one.field, "level": one.level,
                "place": one.place_code, "year": str(one.said_on.year), "state": one.state,
            },
        )  # fmt: skip


def _documents(keys: list[int]) -> Iterator[Entry]:
    for one in Document.objects.filter(pk__in=keys).select_related("file", "unit"):
        if one.secrecy == Secrecy.ORDINARY:
            doors = {MEMBERS}
        else:
            doors = _above({one.unit.path}) if one.unit else {NOBODY}
        yield Entry(
            f"{DOCUMENT}:{one.pk}",
            " ".join((one.number, one.kind, one.issuer_text, one.subject, one.text)),
            tuple(sorted(doors)),
            {"kind": "document", "year": str(one.issued_on.year) if one.issued_on else ""},
        )


def _tasks(keys: list[int]) -> Iterator[Entry]:
    helping: dict[int, set[str]] = {key: set() for key in keys}
    parts = Cooperation.objects.filter(task__in=keys, unit__isnull=False)
    for key, path in parts.values_list("task", "unit__path"):
        helping[key].add(path)
    for one in Task.objects.filter(pk__in=keys).select_related("lead", "document"):
        doors = _above(helping[one.pk] | ({one.lead.path} if one.lead else set()))
        doors |= {entered_by(one.created_by_id)} | (set() if one.lead else {CLERKS})
        source = one.document.number if one.document else ""
        yield Entry(
            f"{TASK}:{one.pk}",
            " ".join((one.text, one.lead_text, source)),
            tuple(sorted(doors)),
            {"kind": "task", "state": one.state, "year": str(one.created_at.year)},
        )


def _above(paths: Iterable[str]) -> set[str]:
    """The paths of units and of all that stand above them: who works there sees what is below."""
    found = set()
    for path in paths:
        keys = path.strip("/").split("/")
        found |= {f"/{'/'.join(keys[: n + 1])}/" for n in range(len(keys))}
    return found
