"""What every question of access has in common: somebody asks, and silence means no.

An app states its rules as a table verb → predicate and asks through `allowed` or `demand`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from django.core.exceptions import PermissionDenied

Account = TypeVar("Account", bound=Any)
Rules = Mapping[str, Callable[[Any, Any], bool]]
"""By verb: whether somebody's standing lets them do it to a thing."""


class NoAccount(Exception):
    """A question of access was asked for nobody. This is a fault of the program, never a "yes"."""


class Denied(PermissionDenied):
    """The person may not do this. `str(error)` is one Vietnamese sentence for that person."""


def someone(account: Account | None) -> Account:
    """The account that asks; raises NoAccount if there is none or it may not sign in."""
    if account is None or not getattr(account, "is_authenticated", False):
        raise NoAccount("access was asked without an account")
    if not account.is_active:
        raise NoAccount("access was asked for a closed account")
    return account


def allowed(rules: Rules, who: Any, verb: str, thing: Any) -> bool:
    """Whether the table lets `who` do this verb to this thing; nobody and unknown verbs raise."""
    if who is None:
        raise NoAccount("access was asked for nobody")
    if verb not in rules:
        raise KeyError(f"no rule of access for {verb!r}: known are {', '.join(sorted(rules))}")
    return rules[verb](who, thing)


def demand(rules: Rules, who: Any, verb: str, thing: Any, sentence: str) -> None:
    """Raise Denied with `sentence` unless the table allows it."""
    if not allowed(rules, who, verb, thing):
        raise Denied(sentence)
