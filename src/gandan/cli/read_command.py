"""`gandan read FILE…`: what a document says, for a person (a table) or a machine (JSON)."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from vanban.input.source import Rejected
from vanban.model import Reading

UNREADABLE = 2


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="TỆP", help="văn bản cần đọc")
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
        print_json(readings, alone=len(args.files) == 1)
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
    """Every file that can be read, and how many could not: those are named on standard error."""
    import vanban

    readings: list[Reading] = []
    refused = 0
    for path in paths:
        try:
            reading = vanban.read(path.read_bytes(), path.name)
        except Rejected as error:
            refused += 1
            print(f"{path}: {error}", file=sys.stderr)
        except OSError as error:
            refused += 1
            print(f"{path}: {could_not_open(error)}", file=sys.stderr)
        else:
            readings.append(reading)
            for warning in reading.warnings:
                print(f"{path}: {warning.message}", file=sys.stderr)
    return readings, refused


def could_not_open(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "Không có tệp này; hãy kiểm tra lại đường dẫn."
    if isinstance(error, IsADirectoryError):
        return "Đây là thư mục, không phải tệp; hãy chỉ rõ từng tệp trong thư mục."
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
