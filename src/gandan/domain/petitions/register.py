"""The register of receptions: days and lines that an account may see. Who came is in none of it."""

from __future__ import annotations

from datetime import date

from django.db.models import Count, Q, QuerySet

from gandan.domain.directory.access import Role, Standing
from gandan.domain.meetings.queries import Reception
from gandan.domain.petitions.models import Visit

_WORKING = (Role.CLERK, Role.HEAD, Role.OFFICER, Role.READER)


def visible_receptions(who: Standing) -> QuerySet[Reception]:
    """The receptions of one's unit and of those below it."""
    within = Q(pk__in=[])
    for path in who.paths(*_WORKING):
        within |= Q(unit__path__startswith=path)
    rows = Reception.objects.filter(within).select_related("unit", "meeting")
    return rows.annotate(lines=Count("visits")).order_by("-on", "-id")


def visits_of(reception: Reception) -> QuerySet[Visit]:
    return Visit.objects.filter(reception=reception).select_related("petition").order_by("number")


def visits_between(who: Standing, first: date, last: date) -> QuerySet[Visit]:
    """The lines of the register of these days, in their order."""
    days = visible_receptions(who).filter(on__gte=first, on__lte=last)
    rows = Visit.objects.filter(reception__in=days.values("pk"))
    return rows.select_related("reception", "petition").order_by("reception__on", "number")
