"""vanban: official Vietnamese documents read into facts, each with the words that say it.

reading = vanban.read(data, "ke-hoach.docx")
for document in reading.documents:
    print(document.header.number, len(document.duties))
"""

from vanban.input import Limits, Rejected, Source
from vanban.reading import read, read_source

__all__ = ["Limits", "Rejected", "Source", "read", "read_source"]
