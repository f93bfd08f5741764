"""A statement in the making: the printed lines that it runs over."""

from __future__ import annotations

from dataclasses import dataclass, field

from vanban.layout.line import Line
from vanban.layout.marker import Marker
from vanban.model import Zone


@dataclass(slots=True)
class Statement:
    """A block in the making: its lines, its marker, the zone it stands in."""

    zone: Zone
    marker: Marker | None
    lines: list[Line] = field(default_factory=list)

    @property
    def start(self) -> int:
        first = self.lines[0]
        if self.marker is None or self.is_bare:
            return first.start
        return self.marker.end

    @property
    def is_bare(self) -> bool:
        """Whether the first line holds nothing but its marker ("Chương I", "Năm 2021")."""
        return self.marker is not None and self.marker.end >= self.lines[0].end

    @property
    def is_year(self) -> bool:
        return self.marker is not None and self.marker.rule == "numbering.year"

    @property
    def end(self) -> int:
        return self.lines[-1].end
