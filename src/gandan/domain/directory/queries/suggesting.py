"""Units that somebody may mean who has typed only a part of a name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Case, IntegerField, Min, Q, QuerySet, Value, When
from django.db.models.functions import Length

from gandan.domain.directory.folding import fold_plain
from gandan.domain.directory.models import Unit, UnitIdentifier, UnitName
from gandan.domain.directory.models.dated import valid_on

MOST = 12


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A unit, and the name by which it was found where that is not the one it is shown under."""

    unit: Unit
    called: str = ""


def suggest_units(
    words: str, among: QuerySet[Unit], on: date, most: int = MOST
) -> list[Suggestion]:
    """The units among these that the words may mean on a day, the likeliest first.

    Every word has to occur in one name, with or without its marks: the whole name before the
    beginning of a name before the rest, and a short name before a long one. A code or an
    electronic identifier is known by its beginning."""
    key = fold_plain(words)
    if not key:
        return []
    said = words.strip()
    coded = UnitIdentifier.objects.filter(valid_on(on), value__istartswith=said).values("unit")
    by_code = list(
        among.filter(Q(code__istartswith=said) | Q(pk__in=coded)).order_by("code")[:most]
    )
    holds = Q()
    for word in key.split():
        holds &= Q(folded_plain__contains=word)
    rank = Case(
        When(folded_plain=key, then=Value(0)),
        When(folded_plain__startswith=key, then=Value(1)),
        When(folded_plain__contains=f" {key}", then=Value(2)),
        default=Value(3),
        output_field=IntegerField(),
    )
    named = (
        UnitName.objects.filter(holds, valid_on(on), unit__in=among.order_by().values("pk"))
        .values("unit")
        .annotate(rank=Min(rank), length=Min(Length("folded_plain")))
        .order_by("rank", "length", "unit")
    )
    keys = [row["unit"] for row in named[:most]]
    wanted = list(dict.fromkeys([*(unit.pk for unit in by_code), *keys]))[:most]
    units = Unit.objects.filter(pk__in=wanted).select_related("parent").in_bulk(wanted)
    names = UnitName.objects.filter(holds, valid_on(on), unit__in=keys).order_by("text")
    called = {name.unit_id: name.text for name in names}
    for name in names:  # the name shown anyway needs no second one beside it
        if name.text == units[name.unit_id].name:
            called[name.unit_id] = ""
    return [Suggestion(units[pk], called.get(pk, "")) for pk in wanted]
