"""vanban: official Vietnamese documents read into facts, each with the words that say it.

reading = vanban.read(data, "ke-hoach.docx")
for document in reading.documents:
    print(document.header.number, len(document.duties))
"""

from typing import TYPE_CHECKING, Any

from vanban.input import Limits, Rejected, Source
from vanban.reading import read, read_source

if TYPE_CHECKING:
    from vanban.checking import check

__version__ = "0.1.0"

__all__ = ["Limits", "Rejected", "Source", "check", "read", "read_source"]


def __getattr__(name: str) -> Any:
    """`vanban.check` is loaded when first asked for: reading alone starts without its rules."""
    if name == "check":
        from vanban.checking import check

        return check
    raise AttributeError(name)
