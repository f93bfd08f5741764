"""How petitions look: the shape of a state, the words of a term, a row of a list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from gandan.domain.petitions.queries import Petition, name_of
from gandan.web.desk.states import Look
from gandan.web.ui.wording import Due, say_due

STATES = {
    "received": Look(_("tiếp nhận"), "hollow", "wait"),
    "classified": Look(_("phân loại"), "half", "work"),
    "transferred": Look(_("chuyển"), "half", "work"),
    "answered": Look(_("trả lời"), "point", "care"),
    "followed": Look(_("theo dõi"), "point", "care"),
    "closed": Look(_("kết thúc"), "full", "good"),
}
_ANSWERED = frozenset({"answered", "followed", "closed"})


@dataclass(frozen=True, slots=True)
class PetitionRow:
    petition: Petition
    look: Look
    due: Due
    field: str


def due_of(petition: Petition, today: date) -> Due:
    return say_due(petition.due_on, today, over=petition.state in _ANSWERED)


def rows_of_petitions(petitions: Iterable[Petition], today: date) -> list[PetitionRow]:
    return [
        PetitionRow(
            one, STATES[one.state], due_of(one, today), name_of(one.field) if one.field else ""
        )
        for one in petitions
    ]
