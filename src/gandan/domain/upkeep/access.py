"""Who sees what runs by itself, and may ask for it now: who administers the whole office."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from gandan.domain.directory.access import Standing, standing
from gandan.domain.directory.queries import Account, Role
from gandan.kernel.access import allowed, demand

MAY_NOT = "Chỉ người quản trị của cơ quan cấp trên cùng được xem và cho chạy việc nền. Chưa có gì thay đổi."


def _administers_the_office(who: Standing, _: Any) -> bool:
    """A job runs for all units: it is for who administers a unit that stands under none."""
    return any(path.count("/") <= 2 for path in who.paths(Role.ADMINISTRATOR))


RULES: Mapping[str, Callable[[Standing, Any], bool]] = {
    "read_jobs": _administers_the_office,
    "ask_job": _administers_the_office,
}


def can(who: Account | Standing, verb: str, *, on: date) -> bool:
    return allowed(RULES, _standing_of(who, on), verb, None)


def must(who: Account | Standing, verb: str, *, on: date) -> None:
    demand(RULES, _standing_of(who, on), verb, None, MAY_NOT)


def _standing_of(who: Account | Standing, on: date) -> Standing:
    return who if isinstance(who, Standing) else standing(who, on)
