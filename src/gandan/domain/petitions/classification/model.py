"""A linear model of words (multinomial naive Bayes), learnt from what people of the office decided.

The file is pinned by the hash beside it: a file that somebody changed is not used.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from gandan.domain.petitions.memory.prints import pairs_of
from gandan.domain.petitions.memory.words import Codes, coded
from gandan.kernel.refusal import Refused

_BUCKETS = 1 << 15
_SMOOTH = 0.3
_HELD_OUT = 5  # one of so many is kept for measuring
FEWEST = 20


@dataclass(frozen=True, slots=True)
class LinearModel:
    """`logs[class, bucket]`: how much a word speaks for a class, in logarithms."""

    classes: tuple[str, ...]
    prior: NDArray[np.float32]
    logs: NDArray[np.float32]
    digest: str = ""

    def shares(self, text: str) -> dict[str, float]:
        """By class: how sure, adding up to 1. Words of one text are no independent witnesses: their
        number counts by its square root, or every answer would be certain."""
        found = _buckets(coded(text))
        if not len(found):
            return {}
        total = self.prior + self.logs[:, found].sum(axis=1) / np.sqrt(len(found))
        weights = np.exp(total - total.max())
        return dict(zip(self.classes, (weights / weights.sum()).tolist(), strict=True))

    def best(self, text: str) -> str:
        shares = self.shares(text)
        return max(shares, key=lambda name: shares[name]) if shares else ""


@dataclass(frozen=True, slots=True)
class Trained:
    """A model with how often it was right on texts that it had not seen."""

    model: LinearModel
    learnt: int
    held_out: int
    right: int

    @property
    def accuracy(self) -> float:
        return self.right / self.held_out if self.held_out else 0.0


def train(texts: Sequence[str], fields: Sequence[str]) -> Trained:
    """Learn from texts with the fields that people gave them. Measured on every fifth text by a model
    that did not see it; the model that is kept has seen all."""
    if len(texts) < FEWEST or len(set(fields)) < 2:
        raise Refused(
            f"Mới có {len(texts)} kiến nghị được người phân loại, cần ít nhất {FEWEST} và hai lĩnh vực. "
            "Chưa học gì."
        )
    held = [n for n in range(len(texts)) if n % _HELD_OUT == _HELD_OUT - 1]
    seen = [n for n in range(len(texts)) if n % _HELD_OUT != _HELD_OUT - 1]
    trial = _fit([texts[n] for n in seen], [fields[n] for n in seen])
    right = sum(trial.best(texts[n]) == fields[n] for n in held)
    return Trained(_fit(texts, fields), len(texts), len(held), right)


def save(trained: Trained, path: Path) -> str:
    """Write the model and, beside it, its hash and what was measured; gives the hash."""
    drawer = io.BytesIO()
    model = trained.model
    np.savez_compressed(drawer, classes=np.array(model.classes), prior=model.prior, logs=model.logs)
    digest = hashlib.sha256(drawer.getvalue()).hexdigest()
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".draft")
    draft.write_bytes(drawer.getvalue())
    draft.replace(path)
    pinned = {
        "sha256": digest, "learnt": trained.learnt, "held_out": trained.held_out,
        "accuracy": round(trained.accuracy, 4),
    }  # fmt: skip
    path.with_suffix(".json").write_text(json.dumps(pinned, indent=1), "utf-8")
    return digest


def load_model(path: Path) -> LinearModel | None:
    """The model of the office; None if there is none yet. Raises Refused if the file is not the one
    that was written."""
    if not path.exists():
        return None
    data = path.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    try:
        pinned = json.loads(path.with_suffix(".json").read_text("utf-8"))["sha256"]
    except (OSError, ValueError, KeyError):
        pinned = ""
    if digest != pinned:
        raise Refused(
            "Tệp mô hình phân loại không khớp mã đã ghi nên không dùng. Hãy chạy gandan petitions train."
        )
    with np.load(io.BytesIO(data), allow_pickle=False) as kept:
        classes = tuple(str(name) for name in kept["classes"])
        return LinearModel(classes, kept["prior"], kept["logs"], digest)


def _fit(texts: Sequence[str], fields: Sequence[str]) -> LinearModel:
    classes = tuple(sorted(set(fields)))
    row = {name: n for n, name in enumerate(classes)}
    counts = np.full((len(classes), _BUCKETS), _SMOOTH, np.float64)
    sizes = np.zeros(len(classes))
    for text, name in zip(texts, fields, strict=True):
        np.add.at(counts[row[name]], _buckets(coded(text)), 1)
        sizes[row[name]] += 1
    logs = np.log(counts / counts.sum(axis=1, keepdims=True))
    prior = np.log(sizes / sizes.sum())
    return LinearModel(classes, prior.astype(np.float32), logs.astype(np.float32))


def _buckets(codes: Codes) -> NDArray[np.int64]:
    """Each word and each pair of words once."""
    if not len(codes):
        return np.empty(0, np.int64)
    both = np.concatenate((codes % np.uint32(_BUCKETS), pairs_of(codes) % np.uint32(_BUCKETS)))
    return np.unique(both).astype(np.int64)
