"""What a reader is asked for besides the bytes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from vanban.input.limits import DEFAULT, Limits


@dataclass(frozen=True, slots=True)
class Order:
    """The name the file came with, whether scans are to be recognised, and what it may cost.

    `depth` counts the containers (zip, edXML) that the bytes were taken out of.
    """

    name: str
    ocr: bool = True
    limits: Limits = DEFAULT
    depth: int = 0

    def for_member(self, name: str) -> Order:
        """The order for a file found inside this one."""
        return replace(self, name=name, depth=self.depth + 1)
