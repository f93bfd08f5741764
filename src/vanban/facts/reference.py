"""Mentions of other documents."""

from __future__ import annotations

from vanban.facts.context import Context
from vanban.layout.page import Layout
from vanban.model import Reference


def find(page: Layout, context: Context) -> tuple[Reference, ...]:
    del page, context
    return ()


def self_mention(page: Layout) -> Reference | None:
    del page
    return None
