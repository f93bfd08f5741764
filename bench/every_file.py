"""What `gandan read` and `gandan check` give for every file of ../shared: a result or a refusal.

.venv/bin/python -m bench.every_file            the table
.venv/bin/python -m bench.every_file --write    also into docs/reader.md, between its two marks
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from bench import corpus

PAGE = corpus.ROOT / "docs" / "reader.md"
MARKS = re.compile(r"(<!-- every-file:begin -->\n).*?(<!-- every-file:end -->)", re.S)
SHARED = corpus.ROOT.parent / "shared"
HEAD = "| file | documents | kind | references | duties | report duties | findings (error, warning, hint) |\n"
SECONDS = 300


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true")
    files = sorted((SHARED / "seeds").iterdir()) + sorted((SHARED / "corpus").iterdir())
    asked = parser.parse_args()
    rows = [row(path) for path in files if path.is_file()]
    written = HEAD + "|---" * 7 + "|\n" + "".join(rows)
    print(written, end="")
    if asked.write:
        page = PAGE.read_text("utf-8")
        PAGE.write_text(MARKS.sub(lambda found: found[1] + written + found[2], page), "utf-8")


def row(path: Path) -> str:
    """One line of the table; what refuses a file is quoted."""
    read = said(path, "read")
    if isinstance(read, str):
        return f"| {path.name} | refused: {read} | | | | | |\n"
    documents: list[dict[str, Any]] = read["documents"]
    kinds = ", ".join(one["header"]["kind"] or "–" for one in documents)
    counts = (
        sum(len(one[what]) for one in documents)
        for what in ("references", "tasks", "report_duties")
    )
    facts = " | ".join(map(str, counts))
    return f"| {path.name} | {len(documents)} | {kinds} | {facts} | {marks(path)} |\n"


def marks(path: Path) -> str:
    checked = said(path, "check")
    if isinstance(checked, str):
        return f"refused: {checked}"
    found = Counter(one["severity"] for file in checked for one in file["findings"])
    return ", ".join(str(found[severity]) for severity in ("error", "warning", "hint"))


def said(path: Path, command: str) -> Any:
    """The JSON object that a command prints, or the sentence with which it refuses the file."""
    gandan = Path(sys.executable).with_name("gandan")
    done = subprocess.run(
        [gandan, command, "--json", path],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    if done.returncode not in (0, 1) or not done.stdout.strip():
        return " ".join(done.stderr.split())[:200] or f"exit code {done.returncode}"
    return json.loads(done.stdout)


if __name__ == "__main__":
    main()
