"""The table of `matrix.toml`, and what the program really answers."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from django.db import transaction

from security.places import ROLES, WHOSE, Province

ROWS: dict[str, dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("matrix.toml").read_text("utf-8")
)
METHODS = ("get", "post")
SAID = {200: "yes", 403: "no", 404: "absent", 405: "method"}


class Cell(NamedTuple):
    name: str
    method: str
    role: str
    whose: str
    verdict: str


def cells(role: str, names: Iterable[str] = ROWS) -> Iterator[Cell]:
    """Every cell of the table for a role, with the verdict that is expected."""
    for name in names:
        row = ROWS[name]
        for method in METHODS:
            said = next(
                (said for roles, said in row[method].items() if role in roles.split()),
                "door" if role == "anonymous" else "no row",
            ).split()
            whose = WHOSE if "about" in row else ("own",)
            said = said * len(whose) if len(said) == 1 else said
            for each, verdict in zip(whose, said, strict=True):
                yield Cell(name, method, role, each, verdict)


def answered(province: Province, cell: Cell) -> str:
    """What the program answers. Whatever it did is undone, so that no cell changes the next."""
    row = ROWS[cell.name]
    with transaction.atomic():
        address = province.address(cell.name, row.get("about", {}), cell.whose)
        said = row.get("send", {}) if cell.method == "post" else {}
        answer = getattr(province.client(cell.role), cell.method)(address, said)
        transaction.set_rollback(True)
    if answer.status_code == 302:
        return "door" if answer["Location"].startswith("/sign-in/") else "yes"
    return SAID.get(answer.status_code, str(answer.status_code))


def differing(province: Province, role: str, names: Iterable[str] = ROWS) -> list[str]:
    """The cells in which the program answers otherwise than the table says."""
    told = ((cell, answered(province, cell)) for cell in cells(role, names))
    return [
        f"{cell.method.upper()} {cell.name} as {role} on {cell.whose}: {got}, not {cell.verdict}"
        for cell, got in told
        if got != cell.verdict
    ]


ASKING = ("anonymous", *ROLES)
