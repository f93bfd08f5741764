"""Two nodes of templates that stand in every row of every list, in fewer steps for what is usual.

A word or a whole number is written as Django writes it, without asking on the way whether it is a time
or a decimal; the address of a row is put together from the address of its kind. Anything else goes
Django's own way.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from html import escape
from typing import Any

from django.conf import settings
from django.template.base import VariableNode
from django.template.defaulttags import URLNode
from django.urls import get_script_prefix, get_urlconf, reverse
from django.utils.safestring import SafeString

_A_KEY = 918_273_645_546_372_819  # no part of any address by chance


def addresses(name: str) -> Callable[[int], str]:
    """From a key to the address of its page: those of one name differ in the key alone."""
    return _addresses(name, get_script_prefix(), get_urlconf())


@lru_cache(maxsize=512)
def _addresses(name: str, _prefix: str, _urlconf: str | None) -> Callable[[int], str]:
    before, _, after = reverse(name, args=[_A_KEY]).partition(str(_A_KEY))

    def address(key: int) -> str:
        return f"{before}{key}{after}"

    return address


class QuickVariable(VariableNode):
    def __init__(self, node: VariableNode) -> None:
        super().__init__(node.filter_expression)
        self.token, self.origin = node.token, node.origin

    def render(self, context: Any) -> str:
        said = self.filter_expression.resolve(context)
        kind = type(said)
        if kind is str and context.autoescape:
            return escape(said)
        if kind is SafeString or kind is str:
            return str(said)
        if kind is int and not settings.USE_THOUSAND_SEPARATOR:
            return str(said)
        return super().render(context)


class QuickAddress(URLNode):
    """Of a name that stands in the template and one key."""

    def __init__(self, node: URLNode) -> None:
        super().__init__(node.view_name, node.args, node.kwargs, node.asvar)
        self.token, self.origin = node.token, node.origin

    def render(self, context: Any) -> str:
        key = self.args[0].resolve(context)
        if type(key) is int and key >= 0:
            return addresses(self.view_name.var)(key)
        return super().render(context)


def quicker(node: Any) -> Any:
    if type(node) is VariableNode:
        return QuickVariable(node)
    if type(node) is URLNode and _names_a_page_of_a_key(node):
        return QuickAddress(node)
    return node


def _names_a_page_of_a_key(node: URLNode) -> bool:
    name = node.view_name
    return (
        isinstance(name.var, str) and not name.filters and ":" not in name.var
        and len(node.args) == 1 and not node.kwargs and node.asvar is None
    )  # fmt: skip
