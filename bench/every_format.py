"""The Word files of ../shared/corpus saved in every other format, and scanned: how many facts stay the same.

.venv/bin/python -m bench.every_format            the table (LibreOffice and Tesseract do the work)
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections import Counter
from pathlib import Path

import pypdfium2
from bench import corpus
from PIL import Image

import vanban

CORPUS = corpus.ROOT.parent / "shared" / "corpus"
FORMATS = ("docx", "doc", "odt", "rtf", "html", "pdf")
# A sheet is seldom laid quite straight.
DPI, ASKEW = 200, 0.6


def main() -> None:
    print("| file | facts | " + " | ".join((*FORMATS, "scan")) + " |")
    print("|---" * (len(FORMATS) + 3) + "|")
    for path in sorted(CORPUS.glob("*.doc*")):
        with tempfile.TemporaryDirectory() as folder:
            held = facts(path)
            made = [saved(path, Path(folder), ending) for ending in FORMATS]
            kept = [sum((held & facts(copy)).values()) for copy in (*made, scanned(made[-1]))]
        print(f"| {path.name} | {held.total()} | " + " | ".join(map(str, kept)) + " |", flush=True)


def facts(path: Path) -> Counter[str]:
    """What is read, as far as a person would say it: no places, blanks folded."""
    out: Counter[str] = Counter()
    for document in vanban.read(path.read_bytes(), path.name).documents:
        head = document.header
        out.update(f"{name} {getattr(head, name)}" for name in ("kind", "number", "issued_on"))
        out.update(
            f"{name} {getattr(head, name)}" for name in ("issuers", "subject", "addressed_to")
        )
        out.update(f"signer {one.name}, {one.title}" for one in head.signers)
        out.update(f"recipient {one}" for one in head.recipients)
        out.update(f"{one.kind} {one.number} {one.date} {one.role}" for one in document.references)
        out.update(
            f"{one.lead} {one.cooperating} {one.due} {one.recurrence} {' '.join(one.text.split())}"
            for one in document.duties
        )
        out.update(f"report {' '.join(one.text.split())}" for one in document.report_duties)
    return out


def saved(path: Path, folder: Path, ending: str) -> Path:
    """The file as LibreOffice saves it; a file of that format as it is."""
    if path.suffix == f".{ending}":
        return path
    office = shutil.which("soffice") or "libreoffice"
    told = [office, "--headless", "--convert-to", ending, "--outdir", str(folder), str(path)]
    subprocess.run(told, check=True, capture_output=True, timeout=300)
    return folder / f"{path.stem}.{ending}"


def scanned(path: Path) -> Path:
    """The pages of a PDF as a scanner takes them: grey, a little askew, in one TIFF."""
    document = pypdfium2.PdfDocument(path)
    pages: list[Image.Image] = [
        page.render(scale=DPI / 72).to_pil().convert("L").rotate(ASKEW, fillcolor=255)
        for page in document
    ]
    out = path.with_suffix(".tiff")
    pages[0].save(out, save_all=True, append_images=pages[1:], dpi=(DPI, DPI))
    return out


if __name__ == "__main__":
    main()
