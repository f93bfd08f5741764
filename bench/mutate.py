"""Files of every kind, and ways to damage them: the material of the fuzz run and its test."""

from __future__ import annotations

import io
import random
import sys
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path

from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests/vanban/input"))

from made_docx import cell, docx, level, numbered, numbering, p, table
from made_edxml import envelope
from made_pdf import FOOT, HEAD, LONG, drawn, typeset

PAGE = (
    "<html><body><h1>KẾ HOẠCH</h1><table border=1><tr><td rowspan=2>a</td><td>b</td></tr><tr><td>c"
    "</td></tr></table><ol type=a><li>một</li></ol><p>Sở Nội vụ&nbsp;chủ trì<a href='#_ftn1'>[1]</a></p>"
    "<div id=ftn1><p><a href='#_ftnref1'>[1]</a> Ghi chú.</p></div></body></html>"
)


def originals() -> dict[str, bytes]:
    """One sound file of each kind, by name."""
    paper = docx(
        p("KẾ HOẠCH")
        + numbered("Mục đích", 1)
        + table(
            [cell("a", '<w:gridSpan w:val="2"/>'), cell("b")],
            [cell("c", '<w:vMerge w:val="restart"/>'), cell("d"), cell("e")],
        ),
        numbering=numbering(level(0, "decimal", "%1.")),
    )
    pdf = typeset(HEAD + LONG + "#table(columns: 2, [a], [b], [c], [d])" + FOOT)
    png = drawn(HEAD, 40)
    tiff = io.BytesIO()
    Image.open(io.BytesIO(png)).convert("1").save(tiff, "TIFF", compression="group4")
    bundle = io.BytesIO()
    with zipfile.ZipFile(bundle, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.docx", paper)
        archive.writestr("b.txt", LONG)
    saved = (
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n'
        b"Content-Type: text/html; charset=utf-8\r\n\r\n" + PAGE.encode() + b"\r\n--x--\r\n"
    )
    return {
        "a.mht": saved,
        "a.docx": paper,
        "a.pdf": pdf,
        "a.html": PAGE.encode(),
        "a.edxml": envelope([("kh.docx", paper)]),
        "a.zip": bundle.getvalue(),
        "a.txt": LONG.encode(),
        "b.txt": unicodedata.normalize("NFD", LONG).encode("utf-16"),
        "a.png": png,
        "a.tif": tiff.getvalue(),
    }


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The file with one to eight random injuries; a zip is often injured inside, and closed again."""
    if data.startswith(b"PK") and chance.random() < 0.6:
        return _inside(data, chance)
    for _ in range(chance.randint(1, 8)):
        data = chance.choice(_INJURIES)(data, chance)
    return data


def _inside(data: bytes, chance: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(members))
    members[name] = damaged(members[name], chance)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for each, content in members.items():
            archive.writestr(each, content)
    return out.getvalue()


def _place(data: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.randint(1, 64))


def _flip(data: bytes, chance: random.Random) -> bytes:
    if not data:
        return data
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :]


def _cut(data: bytes, chance: random.Random) -> bytes:
    start, end = _place(data, chance)
    return data[:start] + data[end:]


def _repeat(data: bytes, chance: random.Random) -> bytes:
    start, end = _place(data, chance)
    return data[:end] + data[start:end] * chance.randint(1, 40) + data[end:]


def _truncate(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _noise(data: bytes, chance: random.Random) -> bytes:
    start, end = _place(data, chance)
    return data[:start] + chance.randbytes(end - start) + data[end:]


def _number(data: bytes, chance: random.Random) -> bytes:
    """A figure made absurd: lengths, counts, spans, levels."""
    places = [at for at, byte in enumerate(data) if 48 <= byte <= 57]
    if not places:
        return data
    at = chance.choice(places)
    return data[:at] + chance.choice([b"-1", b"99999999999", b"0", b"65536"]) + data[at + 1 :]


_INJURIES: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _flip,
    _cut,
    _repeat,
    _truncate,
    _noise,
    _number,
)
