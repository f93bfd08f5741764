"""What a template says to everybody is put together once for each language.

A page holds some hundred words of the interface, addresses and names of files that depend on the
language alone; as nodes of a template they were a quarter of its work. When a template is read, those
that follow each other become one node that keeps what it wrote. Whatever depends on the request stays
as it is. The catalogue of a language, the addresses and the files do not change while a process runs.
"""

from __future__ import annotations

from typing import Any

from django.template import Node, Origin, Template
from django.template.base import NodeList, TextNode
from django.template.defaulttags import IfNode, URLNode
from django.template.loaders import cached
from django.template.loaders.base import Loader as BaseLoader
from django.templatetags.i18n import TranslateNode
from django.templatetags.static import StaticNode
from django.urls import get_script_prefix, get_urlconf
from django.utils.translation import get_language

from gandan.web.ui.quick import quicker


class _Settling(BaseLoader):
    """Before the template is kept: no request sees it half joined."""

    def get_template(self, template_name: str, skip: list[Origin] | None = None) -> Template:
        template = super().get_template(template_name, skip)
        settle(template.nodelist)
        return template


class Loader(cached.Loader, _Settling):
    """The loader that keeps what it read, and joins it before."""


class SteadyNode(Node):
    """Nodes of which each writes the same for one language, script prefix and way of escaping."""

    child_nodelists = ()

    def __init__(self, nodes: list[Node]) -> None:
        self._nodes = nodes
        self._written: dict[object, str] = {}
        self.token, self.origin = nodes[0].token, nodes[0].origin

    def render(self, context: Any) -> str:
        by = (get_language(), get_script_prefix(), get_urlconf(), context.autoescape)
        written = self._written.get(by)
        if written is None:
            written = "".join(str(node.render_annotated(context)) for node in self._nodes)
            self._written[by] = written
        return written


def settle(nodes: NodeList) -> None:
    """Join what is steady, here and in all that is nested; in place, for blocks are held by name."""
    joined: list[Node] = []
    run: list[Node] = []
    for node in nodes:
        if _is_steady(node):
            run.append(node)
            continue
        joined += _joined(run)
        joined.append(quicker(node))
        run = []
        for inner in _nested(node):
            settle(inner)
    nodes[:] = [*joined, *_joined(run)]


def _joined(run: list[Node]) -> list[Node]:
    """A single text stands for itself."""
    if len(run) < 2 and all(isinstance(node, TextNode) for node in run):
        return run
    return [SteadyNode(run)]


def _nested(node: Any) -> list[NodeList]:
    if isinstance(node, IfNode):
        return [inner for _, inner in node.conditions_nodelists]
    found = (getattr(node, name, None) for name in node.child_nodelists)
    return [inner for inner in found if isinstance(inner, NodeList)]


def _is_steady(node: Any) -> bool:
    if isinstance(node, TextNode):
        return True
    if isinstance(node, TranslateNode):
        return not node.asvar and node.message_context is None and _is_said(node.filter_expression)
    if isinstance(node, URLNode):
        return not (node.asvar or node.args or node.kwargs) and _is_said(node.view_name)
    # A subclass may ask for more than the name of a file.
    return type(node) is StaticNode and node.varname is None and _is_said(node.path)


def _is_said(expression: Any) -> bool:
    """Words that stand in the template itself, with no filter that could ask for something."""
    variable = expression.var
    said = isinstance(variable, str) or getattr(variable, "literal", None) is not None
    return said and not expression.filters
