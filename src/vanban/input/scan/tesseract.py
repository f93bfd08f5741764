"""Tesseract called as a program: a page's picture in, words with boxes and confidences out."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from statistics import median

from PIL import Image

from vanban.input.flow.lines import Piece
from vanban.input.refusals import refused
from vanban.rules.pattern import compiled

_LANGUAGE = "vie"
_PAGE_SECONDS = 180
_WORD_LEVEL = "5"
_RUNNING, _SCATTERED = "3", "11"
_ROTATE = compiled(r"Rotate:\s*(\d+)")
# Below this Tesseract guesses at specks and seals; only real letters are worth showing.
_NOISE = 20.0
_SURE = 60.0
_LETTER = compiled(r"[\p{Lu}\p{Ll}\p{Nd}]")
# A hat or a tilde alone is no letter of any text, a point stands behind a word.
_SPECK = compiled(r"[\p{Lm}\p{Sk}]+")
_POINT = compiled(r"[.:;,'’‘|]+")
_LOWEST = 0.35


def words(image: Image.Image, dpi: int, *, scattered: bool = False) -> list[Piece]:
    """The words of an upright page, boxes in points, in Tesseract's order.

    `scattered`: words here and there, as in the cells of a table, not lines of running text.
    Raises `Rejected` where Tesseract or its Vietnamese data is not installed.
    """
    mode = _SCATTERED if scattered else _RUNNING
    told = ["-l", _LANGUAGE, "--oem", "1", "--psm", mode, "--dpi", str(dpi), "tsv"]
    return pieces_of(_run(image, told), dpi)


def pieces_of(table: str, dpi: int) -> list[Piece]:
    """The words of the table that Tesseract writes ("tsv"), boxes in points; specks left out."""
    rows = [line.split("\t") for line in table.splitlines()[1:]]
    lines: dict[tuple[str, ...], list[list[str]]] = {}
    for row in _without_specks([row for row in rows if len(row) == 12 and row[0] == _WORD_LEVEL]):
        lines.setdefault(tuple(row[1:5]), []).append(row)
    return [piece for rows in lines.values() if _is_line(rows) for piece in _line(rows, 72 / dpi)]


def quarters(image: Image.Image) -> int:
    """How many right angles clockwise bring the page upright; 0 where that is not sure."""
    try:
        said = _run(image, ["-l", "osd", "--psm", "0"])
    except OSError:
        return 0
    found = _ROTATE.search(said)
    return int(found[1]) // 90 % 4 if found else 0


def _run(image: Image.Image, arguments: list[str]) -> str:
    program = shutil.which("tesseract")
    if program is None:
        raise refused("needs-tesseract")
    with tempfile.TemporaryDirectory(prefix="page-") as folder:
        picture = Path(folder) / "page.png"
        image.save(picture, compress_level=1)
        done = subprocess.run(
            [program, str(picture), "stdout", *arguments],
            capture_output=True,
            timeout=_PAGE_SECONDS,
            # Its threads wait for each other: one core does the page faster than two.
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
            check=False,
        )
    if done.returncode != 0:
        if b"loading language" in done.stderr and _LANGUAGE in arguments:
            raise refused("needs-tesseract")
        raise OSError(done.stderr.decode("utf-8", "replace")[:500])
    return done.stdout.decode("utf-8", "replace")


def _without_specks(rows: list[list[str]]) -> list[list[str]]:
    """The words, without signs that no text has alone and letters much lower than those of the page."""
    words = [row for row in rows if _is_word(row)]
    heights = [int(row[9]) for row in words if _LETTER.search(row[11])]
    lowest = _LOWEST * median(heights) if heights else 0.0
    return [row for row in words if int(row[9]) >= lowest or not _LETTER.search(row[11])]


def _is_word(row: list[str]) -> bool:
    said = row[11].strip()
    if not said or _SPECK.fullmatch(said):
        return False
    sure = _SURE if _POINT.fullmatch(said) else _NOISE
    return float(row[10]) >= sure or _LETTER.search(said) is not None


def _is_line(rows: list[list[str]]) -> bool:
    """Whether a line says anything: one or two doubtful signs alone are specks or a seal's edge."""
    said = "".join(row[11].strip() for row in rows)
    return len(said) > 2 or any(float(row[10]) >= _SURE for row in rows)


def _line(rows: list[list[str]], scale: float) -> list[Piece]:
    """The words of one line share its height: a box drawn close around "-" or "a" does not."""
    lettered = [row for row in rows if _LETTER.search(row[11])] or rows
    top = median(int(row[7]) for row in lettered)
    bottom = median(int(row[7]) + int(row[9]) for row in lettered)
    return [
        Piece(
            text=row[11].strip(),
            x0=int(row[6]) * scale,
            top=top * scale,
            x1=(int(row[6]) + int(row[8])) * scale,
            bottom=bottom * scale,
            confidence=round(float(row[10]), 1),
        )
        for row in rows
    ]
