"""Every span of a fact moved at once, whatever the fact is: one function over frozen dataclasses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import TypeVar, cast

from vanban.model import Span

Fact = TypeVar("Fact")


def moved(fact: Fact, move: Callable[[Span], Span]) -> Fact:
    """A copy of the fact in which every span, however deep, has gone through `move`."""
    return cast("Fact", _moved(fact, move))


def _moved(value: object, move: Callable[[Span], Span]) -> object:
    if isinstance(value, Span):
        return move(value)
    if isinstance(value, tuple):
        return tuple(_moved(item, move) for item in value) if value else value
    if isinstance(value, Mapping):
        return {key: _moved(item, move) for key, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return type(value)(
            **{name: _moved(getattr(value, name), move) for name in _names(type(value))}
        )
    return value


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
