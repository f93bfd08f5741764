"""Web pages and what Word saves as such (.htm)."""

from vanban.input.html.reader import read

__all__ = ["read"]
