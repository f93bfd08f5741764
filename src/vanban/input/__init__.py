"""One reader per format; every file comes in through `open_source`."""

from vanban.input.archive import open_all
from vanban.input.door import open_source, render_page
from vanban.input.limits import Limits
from vanban.input.source import Cell, Rejected, Source, SourceTable
from vanban.model import Word

__all__ = [
    "Cell",
    "Limits",
    "Rejected",
    "Source",
    "SourceTable",
    "Word",
    "open_all",
    "open_source",
    "render_page",
]
