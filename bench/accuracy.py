"""Put what `make score` prints into docs/reader.md, between its two marks.

make figures
"""

from __future__ import annotations

import re
import subprocess

from bench import corpus

PAGE = corpus.ROOT / "docs" / "reader.md"
MARKS = re.compile(r"(<!-- score:begin -->\n).*?(<!-- score:end -->)", re.S)
SHARED, UNSEEN, SAMPLES = "shared", "tests/gold", "samples/gold"
LINE = re.compile(r"^(\S+)\s+F1\s+([\d.]+)\s+P\s+[\d.]+\s+R\s+[\d.]+\s+\d+/(\d+) gold", re.M)


def main() -> None:
    printed = subprocess.run(
        ["make", "--silent", "score"], cwd=corpus.ROOT, capture_output=True, text=True, check=True
    ).stdout
    scores = read(printed)
    PAGE.write_text(MARKS.sub(rf"\g<1>{table(scores)}\g<2>", PAGE.read_text("utf-8")), "utf-8")


def read(printed: str) -> dict[str, dict[str, str]]:
    """Set → measure → "F1 (number of gold facts)"."""
    parts = re.split(r"^== (\S+)$", printed, flags=re.M)
    sets = dict(zip([SHARED, *parts[1::2]], parts[0::2], strict=True))
    return {
        place: {name: f"{f1} ({gold})" for name, f1, gold in LINE.findall(text)}
        for place, text in sets.items()
    }


def table(scores: dict[str, dict[str, str]]) -> str:
    places = [place for place in (SHARED, UNSEEN, SAMPLES) if place in scores]
    titles = {
        SHARED: "founding documents and corpus",
        UNSEEN: "other real documents",
        SAMPLES: "samples",
    }
    measures = list(dict.fromkeys(name for place in places for name in scores[place]))
    head = "| F1 (facts in gold) | " + " | ".join(titles[place] for place in places) + " |\n"
    rule = "|---" * (len(places) + 1) + "|\n"
    rows = (
        f"| {name} | " + " | ".join(scores[place].get(name, "–") for place in places) + " |\n"
        for name in measures
    )
    return head + rule + "".join(rows)


if __name__ == "__main__":
    main()
