"""Older office files (.doc, .rtf, .odt), read through a program that is installed, or refused.

LibreOffice turns them into DOCX, which our own reader reads with numbering, tables and notes;
antiword, where only that is installed, gives the plain text of a .doc.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from vanban.input import detect, docx
from vanban.input.order import Order
from vanban.input.refusals import refused
from vanban.input.source import Rejected, Source
from vanban.model import Finding, Span

_SECONDS = 50
_KINDS = {"doc": "DOC", "rtf": "RTF", "odt": "ODT"}
# An OLE file that holds macros has a storage of this name (MS-OVBA).
_MACRO_STORAGE = "_VBA_PROJECT".encode("utf-16-le")


def read(data: bytes, order: Order) -> Source:
    """The text of the file. Raises `Rejected` where no program can read it."""
    media = detect.media_of(data, order.name)
    if media == "doc" and _MACRO_STORAGE in data:
        raise refused("macro")
    source = _by_libreoffice(data, media, order)
    if source is None and media == "doc":
        source = _by_antiword(data, order)
    if source is None:
        tool = "antiword hoặc LibreOffice" if media == "doc" else "LibreOffice"
        raise refused("needs-office", tool=tool, kind=_KINDS[media])
    return source


def _by_libreoffice(data: bytes, media: str, order: Order) -> Source | None:
    """Through a DOCX made by LibreOffice; None where it is missing or fails."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        return None
    with tempfile.TemporaryDirectory(prefix="office-") as folder:
        given = Path(folder) / f"given.{media}"
        given.write_bytes(data)
        _call(
            program,
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--norestore",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            f"{folder}/made",
            str(given),
        )
        made = Path(folder) / "made" / "given.docx"
        if not made.exists():
            return None
        try:
            return replace(docx.read(made.read_bytes(), order), media=media)
        except Rejected as refusal:
            if refusal.code in ("no-text", "bomb"):
                raise
            return None


def _by_antiword(data: bytes, order: Order) -> Source | None:
    """The plain text of a .doc: paragraphs and table rows, numbering only where it was typed."""
    program = shutil.which("antiword")
    if program is None:
        return None
    with tempfile.TemporaryDirectory(prefix="office-") as folder:
        given = Path(folder) / "given.doc"
        given.write_bytes(data)
        said = _call(program, "-w", "0", "-m", "UTF-8.txt", str(given))
    text = said.decode("utf-8", "replace").strip("\n")
    if not text.strip():
        raise refused("damaged", kind="DOC")
    note = Finding(
        Span(0, 0),
        "input.antiword",
        "hint",
        "Tệp DOC đã đọc bằng antiword nên số thứ tự tự động có thể thiếu; cài LibreOffice để đọc"
        " đầy đủ.",
    )
    return Source(name=order.name, media="doc", text=text, findings=(note,))


def _call(program: str, *arguments: str) -> bytes:
    """What the program prints; nothing where it fails or takes too long."""
    try:
        done = subprocess.run(
            [program, *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return b""
    return done.stdout
