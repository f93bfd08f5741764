"""`gandan check FILE…`: what a careful colleague would mark before a document leaves the house."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from gandan.cli.read_command import UNREADABLE, could_not_open
from vanban.model import Finding, Reading

if TYPE_CHECKING:
    from gandan.jobs.reading_pool import Job

CLEAN, MARKED = 0, 1
_FEW = 4
SEVERITIES = ("hint", "warning", "error")
NAMES = {"error": "LỖI", "warning": "CẢNH BÁO", "hint": "GỢI Ý"}


class CheckedFile(NamedTuple):
    """A document with what is to be marked in it; `original` are its bytes if it is a DOCX."""

    path: Path
    reading: Reading
    findings: tuple[Finding, ...]
    original: bytes | None


Checked = list[CheckedFile]


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files", nargs="+", type=Path, metavar="TỆP", help="văn bản hoặc thư mục cần soát"
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="in mảng JSON")
    form.add_argument("--sarif", action="store_true", help="in SARIF 2.1.0 cho máy")
    parser.add_argument(
        "--docx",
        type=Path,
        metavar="RA",
        help="ghi bản Word có chú thích: một tệp .docx, hoặc một thư mục khi soát nhiều tệp",
    )
    parser.add_argument(
        "--min-severity",
        "--severity",
        dest="severity",
        choices=SEVERITIES,
        default="hint",
        help="chỉ nêu từ mức này trở lên: hint (gợi ý), warning (cảnh báo), error (lỗi)",
    )


def run(args: argparse.Namespace) -> int:
    """0 nothing to mark, 1 something at or above the threshold, 2 a file could not be read."""
    from gandan.jobs.gathering import gather

    files = list(gather(args.files))
    if not files:
        print("Không có tệp nào để soát.", file=sys.stderr)
        return UNREADABLE
    alone = args.docx and args.docx.suffix.casefold() == ".docx"
    if alone and (len(args.files), len(files)) != (1, 1):
        return _one_copy_only()
    checked, refused = check_files(files, args.severity)
    if alone and len(checked) + refused > 1:
        return _one_copy_only()
    show(checked, as_json=args.json, as_sarif=args.sarif)
    if args.docx:
        try:
            write_copies(checked, args.docx, alone=alone)
        except OSError as error:
            print(f"{args.docx}: không ghi được ({error.strerror}).", file=sys.stderr)
            return UNREADABLE
    if refused:
        return UNREADABLE
    return MARKED if any(one.findings for one in checked) else CLEAN


def _one_copy_only() -> int:
    print(
        "Một tệp .docx chỉ nhận kết quả của một tệp. Soát nhiều tệp thì ghi tên một thư mục.",
        file=sys.stderr,
    )
    return UNREADABLE


def write_copies(checked: Checked, target: Path, *, alone: bool) -> None:
    """Word copies with comments: one file, or one per file checked in a folder of their own."""
    from vanban.output.annotated import annotated_docx

    if not alone:
        target.mkdir(parents=True, exist_ok=True)
    taken: set[str] = set()
    for one in checked:
        copy = target if alone else target / _free_name(one.path, taken)
        copy.write_bytes(annotated_docx(one.reading, one.findings, one.original))


def _free_name(path: Path, taken: set[str]) -> str:
    """ "ke-hoach.pdf" → "ke-hoach-da-soat.docx"; a second of that name is counted."""
    name, count = f"{path.stem}-da-soat", 1
    while (free := f"{name}.docx" if count == 1 else f"{name}-{count}.docx") in taken:
        count += 1
    taken.add(free)
    return free


def check_files(paths: list[Path], severity: str) -> tuple[Checked, int]:
    """Each document that can be read with its findings, several at once; how many could not be."""
    from gandan.jobs.reading_pool import Unreadable, read_all

    threshold = SEVERITIES.index(severity)
    checked: Checked = []
    unopened: list[Path] = []
    jobs = _opened(paths, unopened)
    for job, reading in read_all(jobs, _processes(len(paths))):
        if isinstance(reading, Unreadable):
            unopened.append(Path(job.name))
            print(f"{job.name}: {reading.sentence}", file=sys.stderr)
            continue
        findings = tuple(
            one
            for document in reading.documents
            for one in document.findings
            if SEVERITIES.index(one.severity) >= threshold
        )
        original = job.data if reading.media == "docx" else None
        checked.append(CheckedFile(Path(job.name), reading, findings, original))
    return checked, len(unopened)


def _processes(files: int) -> int:
    """Starting a worker costs as much as checking a few files."""
    return 1 if files < _FEW else os.cpu_count() or 1


def _opened(paths: list[Path], unopened: list[Path]) -> Iterator[Job]:
    from gandan.jobs.gathering import documents_in
    from gandan.jobs.reading_pool import Job

    for path in paths:
        try:
            for name, data in documents_in(path):
                yield Job(str(path / name), data)
        except OSError as error:
            unopened.append(path)
            print(f"{path}: {could_not_open(error)}", file=sys.stderr)


def show(checked: Checked, *, as_json: bool, as_sarif: bool) -> None:
    if as_sarif:
        from vanban.output.sarif import to_sarif

        log = to_sarif([(str(one.path), one.reading, one.findings) for one in checked])
        print(json.dumps(log, ensure_ascii=False, indent=1))
    elif as_json:
        from vanban.output.findings import findings_object

        rows = [findings_object(str(one.path), one.reading, one.findings) for one in checked]
        print(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        for one in checked:
            print_findings(one.path, one.reading, one.findings)


def print_findings(path: Path, reading: Reading, findings: tuple[Finding, ...]) -> None:
    """Grouped by severity, the gravest first; each with line:column and the words."""
    from vanban.text.lines import Lines

    lines = Lines(reading.text)
    print(f"{path}: {summary(findings)}")
    for severity in reversed(SEVERITIES):
        group = [one for one in findings if one.severity == severity]
        if group:
            print(f"\n  {NAMES[severity]} ({len(group)})")
        for one in group:
            line, column = lines.place(one.span.start)
            print(f"  {line}:{column}  {one.message}  [{one.rule}]")
            if len(one.span):
                print(f"        «{quoted(one.span.of(reading.text))}»")
            if one.suggestion:
                print(f"        → {one.suggestion}")
    print()


def summary(findings: tuple[Finding, ...]) -> str:
    if not findings:
        return "không có gì phải sửa"
    counts = {one: sum(f.severity == one for f in findings) for one in SEVERITIES}
    parts = [f"{counts[one]} {NAMES[one].lower()}" for one in reversed(SEVERITIES) if counts[one]]
    return ", ".join(parts)


def quoted(words: str, most: int = 100) -> str:
    words = " ".join(words.split())
    return words if len(words) <= most else f"{words[:most].rstrip()}…"
