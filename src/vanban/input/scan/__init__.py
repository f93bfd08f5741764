"""Scans and photographs of pages: their words recognised by Tesseract, with places and doubts."""

from vanban.input.scan.reader import doubtful, pdf_page, read, recognised, weigh

__all__ = ["doubtful", "pdf_page", "read", "recognised", "weigh"]
