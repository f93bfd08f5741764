"""Word documents (.docx): bytes in, the text as Word prints it out."""

from vanban.input.docx.reader import read

__all__ = ["read"]
