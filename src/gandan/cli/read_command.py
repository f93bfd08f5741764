"""`gandan read FILE…`: what a document says, for a person (a table) or a machine (JSON)."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from vanban.model import Reading

if TYPE_CHECKING:
    from gandan.jobs.reading_pool import Job

UNREADABLE = 2
_FEW = 8  # below this, starting workers takes longer than reading


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files", nargs="+", type=Path, metavar="TỆP", help="văn bản hoặc thư mục cần đọc"
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument(
        "--json",
        action="store_true",
        help="in một đối tượng JSON (nhiều tệp thì in một mảng)",
    )
    form.add_argument(
        "--explain",
        action="store_true",
        help="nói quy tắc nào đã nhận ra chữ nào, ở dòng nào",
    )


def run(args: argparse.Namespace) -> int:
    """0 when every file was read, 2 when one was refused (the others are still printed)."""
    readings, refused = read_files(args.files)
    if args.json:
        alone = len(args.files) == 1 and not args.files[0].is_dir() and len(readings) < 2
        print_json(readings, alone=alone)
    elif args.explain:
        from gandan.cli.explanation import print_explanation

        for reading in readings:
            print_explanation(reading)
    else:
        from gandan.cli.reading_table import print_reading

        for reading in readings:
            print_reading(reading)
    return UNREADABLE if refused else 0


def read_files(paths: list[Path]) -> tuple[list[Reading], int]:
    """Every file that can be read, and how many could not: those are named on standard error.

    A folder stands for the files in it, a zip for its documents. Many files are read on all cores.
    """
    from gandan.jobs.gathering import gather
    from gandan.jobs.reading_pool import Unreadable, read_all

    files = list(gather(paths))
    opened: deque[str] = deque()
    not_opened: list[Path] = []
    processes = 1 if len(files) < _FEW else os.cpu_count() or 1
    readings: list[Reading] = []
    refused = 0
    for _, result in read_all(_jobs(files, opened, not_opened), processes):
        path = opened.popleft()
        if isinstance(result, Unreadable):
            refused += 1
            print(f"{path}: {result.sentence}", file=sys.stderr)
            continue
        readings.append(result)
        for warning in result.warnings:
            print(f"{path}: {warning.message}", file=sys.stderr)
    return readings, refused + len(not_opened)


def _jobs(files: list[Path], opened: deque[str], not_opened: list[Path]) -> Iterator[Job]:
    """What to read, in order; a file that does not open is named at once."""
    from gandan.jobs.gathering import documents_in
    from gandan.jobs.reading_pool import Job

    for path in files:
        try:
            for name, data in documents_in(path):
                opened.append(str(path / name))
                yield Job(f"{path.name}/{name}" if name else path.name, data, check=False)
        except OSError as error:
            not_opened.append(path)
            print(f"{path}: {could_not_open(error)}", file=sys.stderr)


def could_not_open(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "Không có tệp này; hãy kiểm tra lại đường dẫn."
    if isinstance(error, PermissionError):
        return "Không được phép mở tệp này; hãy xin quyền đọc rồi thử lại."
    return f"Không mở được tệp ({error.strerror}); hãy kiểm tra ổ đĩa rồi thử lại."


def print_json(readings: list[Reading], *, alone: bool) -> None:
    """One object for one file, one array for several, as the contract says."""
    from vanban.output.contract import to_contract

    objects = [to_contract(reading) for reading in readings]
    if not alone:
        print(json.dumps(objects, ensure_ascii=False, indent=1))
    elif objects:
        print(json.dumps(objects[0], ensure_ascii=False, indent=1))
