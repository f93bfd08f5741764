"""Near-duplicates among petitions: `python -m bench.memory [10000 100000 1000000]`.

Makes petitions of the words of the sample documents (a chain of words: natural phrases, hardly a long
clause shared by chance, the usual opening phrases), of which a tenth are paraphrases of others: 2–20 %
of the words replaced, dropped or inserted. Prints, for each size: seconds of wall clock and of the
processors, the most memory of one process, recall and precision of the batch, and the time and recall of
single questions to the file of prints.
"""

from __future__ import annotations

import random
import re
import resource
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from gandan.cli.setup import setup

setup()

from gandan.domain.petitions.memory.batch import same_requests  # noqa: E402
from gandan.domain.petitions.memory.compare import SAME, compare  # noqa: E402
from gandan.domain.petitions.memory.index import PrintIndex  # noqa: E402
from gandan.domain.petitions.memory.words import coded  # noqa: E402

ROOT = Path(__file__).resolve().parents[1]
OPENINGS = (
    "Cử tri đề nghị", "Đề nghị Ủy ban nhân dân tỉnh quan tâm", "Kiến nghị các cấp chính quyền",
    "Hiện nay tình trạng", "Cử tri phản ánh", "Đề nghị cơ quan chức năng xem xét",
)  # fmt: skip
Truth = set[tuple[int, int]]


def source_words() -> list[str]:
    files = sorted((ROOT / "samples" / "documents").rglob("*.txt"))
    files += sorted((ROOT / "tests" / "gold" / "documents").glob("*.txt"))
    return [word for file in files for word in re.findall(r"\w+", file.read_text("utf-8").lower())]


def places() -> list[str]:
    table = ROOT / "src/gandan/domain/directory/territory/communes.csv"
    return [line.split(",")[1].lower() for line in table.read_text("utf-8").splitlines()[1:]]


class Writer:
    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        said = source_words()
        self.vocabulary = sorted(set(said))
        self.after: dict[str, list[str]] = defaultdict(list)
        for word, following in pairwise(said):
            self.after[word].append(following)
        self.starts, self.places = said, places()

    def petition(self) -> str:
        """An opening, twenty to sixty words of the chain, a place."""
        word = self.chance.choice(self.starts)
        out = [self.chance.choice(OPENINGS), word]
        for _ in range(self.chance.randint(20, 60)):
            word = self.chance.choice(self.after.get(word) or self.starts)
            out.append(word)
        return " ".join([*out, "tại", self.chance.choice(self.places)])

    def paraphrase(self, text: str) -> str:
        """2–20 % of the words changed: of ten, seven replaced, the others dropped or one put in."""
        words, out = text.split(), []
        share = self.chance.uniform(0.02, 0.20)
        changed = set(self.chance.sample(range(len(words)), max(1, round(share * len(words)))))
        for place, word in enumerate(words):
            if place not in changed:
                out.append(word)
                continue
            how = self.chance.random()
            if how < 0.70:
                out.append(self.chance.choice(self.vocabulary))
            elif how < 0.85:
                out += [word, self.chance.choice(self.vocabulary)]
        return " ".join(out)


def write(path: Path, count: int) -> Truth:
    """A file of petitions, one a line; gives the planted pairs."""
    writer = Writer(count)
    originals = count - count // 10
    kept: dict[int, str] = {}
    picked = [writer.chance.randrange(originals) for _ in range(count - originals)]
    wanted = set(picked)
    truth: Truth = set()
    with path.open("w", encoding="utf-8") as file:
        for number in range(originals):
            text = writer.petition()
            if number in wanted:
                kept[number] = text
            file.write(text + "\n")
        for number, source in enumerate(picked, originals):
            truth.add((source, number))
            file.write(writer.paraphrase(kept[source]) + "\n")
    return truth


def lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as file:
        yield from file


def batch(path: Path, truth: Truth) -> str:
    begun, before = time.perf_counter(), cpu()
    found = {(left, right) for left, right, _ in same_requests(lines(path), processes=2)}
    took, worked = time.perf_counter() - begun, cpu() - before
    source = {copy: original for original, copy in truth}
    # Two paraphrases of one petition ask for the same, too.
    right = sum(source.get(a, a) == source.get(b, b) for a, b in found)
    peak = max(
        resource.getrusage(who).ru_maxrss
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return (
        f"{took:6.1f} s ({worked:6.1f} s cpu)  {peak / 1e6:.2f} GB  "
        f"recall {len(found & truth) / len(truth):.4f}  precision {right / max(1, len(found)):.4f}"
    )


def questions(path: Path, truth: Truth, folder: Path, count: int = 100) -> str:
    """Ask for the sources of some paraphrases: those are left out of the file."""
    copies = {copy for _, copy in truth}
    asked = dict(sorted((copy, source) for source, copy in truth)[:count])
    index, texts, part = PrintIndex(folder / "prints"), {}, []
    wanted = set(asked) | set(asked.values())
    for number, text in enumerate(lines(path)):
        if number in wanted:
            texts[number] = text
        if number not in copies:
            part.append((number, text))
        if len(part) == 20_000:
            index.add(part)
            part = []
    index.add(part)
    times, right = [], 0
    for copy, source in asked.items():
        begun = time.perf_counter()
        codes = coded(texts[copy])
        near = index.nearest(codes, least=0.15, most=200)
        times.append(time.perf_counter() - begun)
        hit = source in {one.key for one in near}
        right += hit and compare(codes, coded(texts[source])).score >= SAME
    times.sort()
    return f"one question: p50 {times[50] * 1e3:.0f} ms, p95 {times[95] * 1e3:.0f} ms, recall {right / count:.2f}"


def cpu() -> float:
    both = (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in both)


def main(sizes: list[int]) -> None:
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="gandan-bench-") as name:
            path = Path(name) / "petitions.txt"
            truth = write(path, size)
            print(f"{size:>9}  {batch(path, truth)}", flush=True)
            print(f"           {questions(path, truth, Path(name))}", flush=True)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [10_000, 100_000])
