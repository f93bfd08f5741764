"""The petitions of a campaign as its report lists them: by competence, by field, each request once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from gandan.domain.petitions.queries import AskedLevel, Petition, fields, name_of
from vanban.facts.petition_words import rule
from vanban.model import Petition as Asked
from vanban.model import Span
from vanban.output.paper import Grid
from vanban.output.passages import CENTRAL, LOCAL
from vanban.output.wording import count_said

NOT_SAID = "Chưa phân loại"
_NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Synthesis:
    """`asked` in the order of the report; `counts` by (name of the field, level)."""

    asked: tuple[Asked, ...]
    counts: Counter[tuple[str, str]]

    @property
    def unsettled(self) -> int:
        """Petitions whose level nobody has settled; they stand among the local ones."""
        return sum(number for (_, level), number in self.counts.items() if not level)


def synthesis_of(petitions: QuerySet[Petition]) -> Synthesis:
    """One query. A petition joined to an earlier one is that request, not another."""
    rows = petitions.filter(first__isnull=True).order_by("said_on", "pk")
    said = list(rows.values_list("text", "level", "field", "place_text"))
    said.sort(key=lambda row: first_level(row[2]))
    counts: Counter[tuple[str, str]] = Counter()
    asked = []
    for text, level, field, place in said:
        wish = not level and bool(rule("general_wish").pattern.search(text))
        if not wish:
            counts[name_of(first_level(field)) or NOT_SAID, level] += 1
        asked.append(
            Asked(
                _NOWHERE, text, CENTRAL if level == AskedLevel.CENTRAL else LOCAL,
                _field_said(field), (), place or None, general_wish=wish,
            )
        )  # fmt: skip
    return Synthesis(tuple(asked), counts)


def table_of(synthesis: Synthesis) -> Grid:
    """Fields down, levels across, totals that are the sums of what stands beside and above them."""
    levels = [level for level in (*AskedLevel.values, "") if _any(synthesis, level)]
    names = list(dict.fromkeys(name for name, _ in synthesis.counts))
    rows = [_row(name, [synthesis.counts[name, level] for level in levels]) for name in names]
    sums = [sum(synthesis.counts[name, level] for name in names) for level in levels]
    heads = [str(AskedLevel(level).label).capitalize() if level else NOT_SAID for level in levels]
    columns = ("Lĩnh vực", *heads, "Tổng")
    widths = (3.0, *(1.0 for _ in heads), 1.0)
    return Grid(columns, (*rows, _row("Tổng cộng", sums)), widths)


def _row(name: str, numbers: Sequence[int]) -> tuple[str, ...]:
    return (name, *(count_said(number) for number in numbers), count_said(sum(numbers)))


def _any(synthesis: Synthesis, level: str) -> bool:
    return any(each == level for _, each in synthesis.counts)


def first_level(code: str) -> str:
    """The field of the first level that a field stands under."""
    known = fields().get(code)
    return (known.under or known.code) if known else code


def _field_said(code: str) -> str | None:
    """With the letter of its row as label, so that "e" stays "e" in a report without a "d"."""
    top = first_level(code)
    if not top:
        return None
    name = name_of(top)
    said = name if name.startswith("Về ") else f"Về {name[:1].lower()}{name[1:]}"
    return f"{top}) {said}" if len(top) == 1 else said
