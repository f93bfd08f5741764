"""PDF files: the text layer where there is one, recognition where there is not."""

from vanban.input.pdf.reader import read

__all__ = ["read"]
