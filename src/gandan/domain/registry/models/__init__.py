"""The nouns of the registry: files, the documents in them, what was read, what people said of it."""

from gandan.domain.registry.models.document import Document, Secrecy
from gandan.domain.registry.models.fact import Fact, FactKind, FactStatus, Verdict
from gandan.domain.registry.models.file import File
from gandan.domain.registry.models.page_picture import PagePicture
from gandan.domain.registry.models.reading import Reading
from gandan.domain.registry.models.reference import Reference

__all__ = [
    "Document",
    "Fact",
    "FactKind",
    "FactStatus",
    "File",
    "PagePicture",
    "Reading",
    "Reference",
    "Secrecy",
    "Verdict",
]
