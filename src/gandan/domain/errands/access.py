"""An errand is its asker's own: what it shows and what it made is for nobody else.

Whether a person may do the thing itself is asked by the app whose thing it is: before the errand is
taken down, and again by its verbs when it is done.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.db.models import QuerySet

from gandan.domain.directory.access import Standing, standing
from gandan.domain.directory.queries import Account
from gandan.domain.errands.models import Errand
from gandan.kernel.access import demand

MAY_NOT = "Chỉ người đã yêu cầu mới dừng được việc này. Chưa có gì thay đổi."
RULES: Mapping[str, Callable[[Standing, Any], bool]] = {
    "stop": lambda who, errand: who.account.pk == errand.asked_by_id,
}


def visible_errands(who: Account) -> QuerySet[Errand]:
    return Errand.objects.filter(asked_by=who)


def must(who: Account, verb: str, errand: Errand, *, on: date) -> None:
    demand(RULES, standing(who, on), verb, errand, MAY_NOT)
