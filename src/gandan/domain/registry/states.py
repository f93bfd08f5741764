"""The lives in the registry, as tables: (from, verb, to, who may). Pure.

A fact is what a machine read until a person says something of it; what a person said can be taken
back, which is itself something said. A document that others cite is a stub until it is received.
"""

from __future__ import annotations

from typing import NamedTuple

from gandan.domain.directory.access import Role
from gandan.domain.registry.models import FactStatus


class Step(NamedTuple):
    before: str
    verb: str
    after: str
    who: frozenset[str]
    basis: str


_REVIEWERS = frozenset({str(Role.CLERK)})
_BASIS = "NĐ 30/2020/NĐ-CP Điều 22, 24: văn thư đăng ký, trình, chuyển giao văn bản đến"
_READ, _ACCEPTED = str(FactStatus.MACHINE_READ), str(FactStatus.ACCEPTED)
_CORRECTED, _REJECTED = str(FactStatus.CORRECTED), str(FactStatus.REJECTED)
_SUPERSEDED = str(FactStatus.SUPERSEDED)

FACT: tuple[Step, ...] = tuple(
    Step(before, verb, after, _REVIEWERS, _BASIS)
    for verb, after in (("accept", _ACCEPTED), ("correct", _CORRECTED), ("reject", _REJECTED))
    for before in (_READ, _ACCEPTED, _CORRECTED, _REJECTED)
    if (before, verb) not in {(_ACCEPTED, "accept"), (_REJECTED, "reject")}
)
REREAD: tuple[Step, ...] = tuple(
    Step(before, "reread", _SUPERSEDED, _REVIEWERS, "bản đọc mới không đọc như vậy nữa")
    for before in (_READ, _REJECTED)
)
"""What nobody accepted or corrected gives way to a newer reading, and to nothing else."""

DOCUMENT: tuple[Step, ...] = (
    Step("absent", "cite", "stub", _REVIEWERS, "văn bản khác viện dẫn"),
    Step("absent", "receive", "held", _REVIEWERS, _BASIS),
    Step("stub", "receive", "held", _REVIEWERS, _BASIS),
)


def after(before: str, verb: str) -> str | None:
    """The status of a fact after the verb; None: the verb is not open from there."""
    return next((step.after for step in FACT if step[:2] == (before, verb)), None)
