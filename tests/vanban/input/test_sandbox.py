"""Files are parsed in a child that may spend only so much, and reach nothing outside."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from made_docx import docx, p

from vanban.input import Limits, Rejected, Source, SourceTable, Word, open_source, sandbox, wire
from vanban.input.order import Order
from vanban.input.source import Cell
from vanban.model import Finding, Page, Span

SRC = Path(__file__).resolve().parents[3] / "src"
PAPER = docx(p("KẾ HOẠCH"))
posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")


def test_what_the_child_read_arrives_whole():
    source = Source(
        name="a",
        media="pdf",
        text="chữ 𝟙",
        pages=(Page(1, Span(0, 3), 595.0, None),),
        tables=(SourceTable(Span(0, 2), (Cell(0, 1, Span(0, 1), 2, 3),)),),
        notes=(Span(1, 2),),
        words=(Word(Span(0, 3), 1, (1.0, 2.0, 3.0, 4.0), 88.5),),
        metadata={"number": "1/KH"},
        findings=(Finding(Span(0, 0), "r", "hint", "m", None),),
    )
    assert wire.unpacked(wire.packed(source)) == source


def test_a_file_that_takes_too_long_is_given_up():
    with pytest.raises(Rejected) as caught:
        open_source(PAPER, "a.docx", limits=Limits(seconds=0.05))
    assert caught.value.code == "too-slow"


@posix
def test_a_file_that_needs_too_much_memory_is_refused():
    huge = docx("".join(p("x" * 50) for _ in range(60_000)))
    with pytest.raises(Rejected) as caught:
        open_source(huge, "a.docx", limits=Limits(memory_bytes=100 << 20, ratio=1 << 20))
    assert caught.value.code in ("too-heavy", "crashed")


@pytest.mark.parametrize("answer", [b"", b"[]", b'{"name": 1}', b"\x80\x04pickle"])
def test_a_child_that_answers_nonsense_is_a_refusal(answer, monkeypatch):
    monkeypatch.setattr(sandbox, "_run", lambda *_: answer)
    with pytest.raises(Rejected) as caught:
        sandbox.read(PAPER, "docx", Order("a.docx"))
    assert caught.value.code == "crashed"


def confined(tmp_path, code: str) -> subprocess.CompletedProcess[str]:
    """What becomes of a parser that tries this, in a confined process."""
    script = (
        "from vanban.input import worker\nworker.confine(1 << 30, 20.0, 1 << 20)\n"
        f"try:\n    {code}\n    print('did')\nexcept BaseException as error:\n    print(type(error).__name__)"
    )
    return subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(SRC)!r})\n{script}"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9), 1)",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')",
        "import subprocess; subprocess.run(['/bin/sh', '-c', 'true'])",
        "import os; os.system('true')",
        "open('/tmp/../tmp/gandan-escape', 'w')",
        "import pathlib; pathlib.Path('../escape').write_text('x')",
    ],
)
def test_a_parser_can_reach_neither_network_nor_programs_nor_other_files(tmp_path, code):
    assert confined(tmp_path, code).stdout.strip() in ("PermissionError", "URLError")


def test_a_parser_may_write_in_its_own_folder(tmp_path):
    assert confined(tmp_path, "open('mine', 'w').write('x')").stdout.strip() == "did"


@posix
def test_a_parser_cannot_fill_the_disk(tmp_path):
    done = confined(tmp_path, "open('mine', 'wb').write(bytes(2 << 20))")
    assert "did" not in done.stdout
    assert (tmp_path / "mine").stat().st_size <= 1 << 20


@posix
def test_a_parser_cannot_take_more_memory(tmp_path):
    assert confined(tmp_path, "bytearray(2 << 30)").stdout.strip() == "MemoryError"


def test_nothing_is_left_on_the_disk(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    open_source(PAPER, "a.docx")
    assert list(tmp_path.iterdir()) == []


def test_plain_text_is_read_without_a_child_or_any_parser():
    code = (
        "import sys\nsys.modules['lxml'] = None\nfrom vanban.input import open_source, sandbox\n"
        "sandbox._run = None\nprint(open_source(b'abc', 'a.txt').text)"
    )
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(SRC)!r})\n{code}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "abc"
    assert json.dumps(done.stderr) == '""'
