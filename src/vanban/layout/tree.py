"""The tree of printed numbering: which block governs which, and the path of each place."""

from __future__ import annotations

from dataclasses import dataclass, field

from vanban.layout.marker import Marker

_BULLET, _PLUS, _ARTICLE, _CAPITAL, _ROMAN = 12, 13, 3, 4, 5
# Half a step deeper than the kind of number above it.
_DEEPER = 0.5


@dataclass(slots=True)
class _Open:
    """A block whose children are still coming."""

    index: int
    rank: float
    label: str
    path: str
    # Whether its words end with a colon, so that what comes next belongs to it.
    opens: bool = False
    counts: dict[str, int] = field(default_factory=dict)


class Tree:
    """Blocks are hung in order; `prefix` ("PL") heads every path of an appendix."""

    def __init__(self, prefix: str = "") -> None:
        self._root = _Open(-1, -1, "", prefix)
        self._stack: list[_Open] = []
        self._prefix = prefix
        self._capitals_divide_romans = False

    def numbered(
        self, index: int, marker: Marker, *, opens: bool = False
    ) -> tuple[int | None, int, str]:
        """The parent, depth and path of a block that begins with a marker."""
        rank = self._rank(marker)
        while self._stack and self._stack[-1].rank >= rank:
            self._stack.pop()
        above = self._top()
        label = self._step(above, marker)
        path = self._join(above, label, marker)
        parent = above.index if self._stack else None
        depth = len(self._stack)
        self._stack.append(_Open(index, rank, marker.label, path, opens))
        return parent, depth, path

    def _rank(self, marker: Marker) -> float:
        """How deep a marker stands here: "A." under "II." divides it, a bullet under another kind of
        bullet that ends with a colon belongs to that one."""
        if marker.rank == _CAPITAL:
            if marker.label == "A":
                self._capitals_divide_romans = any(one.rank == _ROMAN for one in self._stack)
            return _ROMAN + _DEEPER if self._capitals_divide_romans else marker.rank
        if marker.rank == _BULLET:
            above = next((one for one in self._stack if one.rank == _BULLET), None)
            if above and above.opens and above.label != marker.label:
                return _BULLET + _DEEPER
        return marker.rank

    def plain(self) -> tuple[int | None, int, str]:
        """The parent, depth and path of a paragraph, which stands under the nearest number."""
        while self._stack and self._stack[-1].rank >= _BULLET:
            self._stack.pop()
        above = self._top()
        parent = above.index if self._stack else None
        return parent, len(self._stack), self._dotted(above.path, f"p{self._count(above, 'p')}")

    def row(self, label: str) -> tuple[int | None, int, str]:
        """The parent, depth and path of a row of a table, named by its number."""
        above = self._top()
        parent = above.index if self._stack else None
        name = label or f"r{self._count(above, 'r')}"
        return parent, len(self._stack), self._dotted(above.path, name)

    def _top(self) -> _Open:
        return self._stack[-1] if self._stack else self._root

    def _step(self, above: _Open, marker: Marker) -> str:
        if marker.rank == _BULLET:
            return f"b{self._count(above, 'b')}"
        if marker.rank == _PLUS:
            return f"+{self._count(above, '+')}"
        if "." in marker.label and marker.label.rpartition(".")[0] == above.label:
            return marker.label.rpartition(".")[2]
        return marker.form.format(marker.label)

    def _join(self, above: _Open, label: str, marker: Marker) -> str:
        # Articles are numbered through the whole document: their chapter is no part of the path.
        if marker.rank <= _ARTICLE:
            return self._dotted(self._prefix, label)
        # A number in brackets is glued to what it divides: "+3(2)".
        if label.startswith("(") and above.rank >= _BULLET:
            return above.path + label
        return self._dotted(above.path, label)

    @staticmethod
    def _count(above: _Open, what: str) -> int:
        above.counts[what] = above.counts.get(what, 0) + 1
        return above.counts[what]

    @staticmethod
    def _dotted(path: str, label: str) -> str:
        return f"{path}.{label}" if path else label
