"""The only door to a meeting for a person: those of their unit and of the units below it.

A campaign is read by everybody with a working role in the unit that runs it, above or below it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from gandan.domain.directory import access as directory
from gandan.domain.directory.access import Role, Standing, standing
from gandan.domain.directory.queries import Account, Unit, units_within
from gandan.domain.meetings import states
from gandan.domain.meetings.models import Audience, Campaign, Course, Inspection, Meeting, Visit
from gandan.kernel.access import Denied, allowed, demand

__all__ = [
    "RULES",
    "Denied",
    "can",
    "must",
    "places_to_enter_for",
    "units_to_enter_for",
    "visible_campaigns",
    "visible_courses",
    "visible_inspections",
    "visible_meetings",
]

_WORKING = (Role.CLERK, Role.HEAD, Role.OFFICER, Role.READER)
_ENTERING = (Role.CLERK, Role.HEAD, Role.OFFICER)


def visible_meetings(who: Account | Standing | None, on: date) -> QuerySet[Meeting]:
    """The meetings that an account may read on a day; nothing without a working role."""
    asking = _standing_of(who, on)
    within = Q(pk__in=[])
    for path in asking.paths(*_WORKING):
        within |= Q(unit__path__startswith=path)
    return Meeting.objects.filter(within)


def visible_campaigns(who: Account | Standing | None, on: date) -> QuerySet[Campaign]:
    """Those run below one's unit, and those of the units above it: theirs to take part in."""
    asking = _standing_of(who, on)
    seen = Q(pk__in=[])
    for path in asking.paths(*_WORKING):
        keys = path.strip("/").split("/") if path else []
        above = ["/" + "/".join(keys[:end]) + "/" for end in range(1, len(keys) + 1)]
        seen |= Q(unit__path__startswith=path) | Q(unit__path__in=above)
    return Campaign.objects.filter(seen)


def places_to_enter_for(who: Account | Standing | None, on: date) -> tuple[str, ...]:
    """The parts of the tree of units for which an account may record meetings."""
    return _standing_of(who, on).paths(*_ENTERING)


def units_to_enter_for(who: Account | Standing | None, on: date) -> QuerySet[Unit]:
    """The units of a day for which an account may record meetings."""
    return units_within(places_to_enter_for(who, on), on)


def visible_inspections(who: Account | Standing | None, on: date) -> QuerySet[Inspection]:
    """Those that one's units make, and those that are made of them."""
    asking = _standing_of(who, on)
    makes, visited = Q(pk__in=[]), Q(pk__in=[])
    for path in asking.paths(*_WORKING):
        makes |= Q(unit__path__startswith=path)
        visited |= Q(unit__path__startswith=path)
    seen = makes | Q(pk__in=Visit.objects.filter(visited).values("inspection"))
    return Inspection.objects.filter(seen)


def visible_courses(who: Account | Standing | None, on: date) -> QuerySet[Course]:
    """Those that one's units hold, and those to which their people should come."""
    asking = _standing_of(who, on)
    holds, invited = Q(pk__in=[]), Q(pk__in=[])
    for path in asking.paths(*_WORKING):
        holds |= Q(unit__path__startswith=path)
        invited |= Q(unit__path__startswith=path)
    return Course.objects.filter(
        holds | Q(pk__in=Audience.objects.filter(invited).values("course"))
    )


def _sees(who: Standing, meeting: Meeting) -> bool:
    return visible_meetings(who, who.on).filter(pk=meeting.pk).exists()


RULES: Mapping[str, Callable[[Standing, Any], bool]] = {
    "read": _sees,
    "record": lambda who, meeting: who.holds_over(meeting.unit, *_ENTERING),
    "promise": lambda who, meeting: who.holds_over(meeting.unit, Role.CLERK, Role.HEAD),
    "recount": lambda who, meeting: (
        directory.can(who, "set_clock", "", on=who.on)
        or who.holds_over(meeting.unit, Role.ADMINISTRATOR)
    ),
    # Who is looked at sees what was found of it, not of the others.
    "see_visit": lambda who, visit: (
        who.holds_over(visit.inspection.unit, *_WORKING) or who.holds_over(visit.unit, *_WORKING)
    ),
    "run": lambda who, campaign: who.holds_over(campaign.unit, Role.CLERK, Role.HEAD),
    "enter": lambda who, _: who.holds(*_ENTERING),
}


def can(who: Account | Standing | None, verb: str, thing: Any, *, on: date) -> bool:
    """Whether an account may do the verb: one of `RULES` or of `states.TABLE` to a meeting."""
    asking = _standing_of(who, on)
    if verb in RULES:
        return allowed(RULES, asking, verb, thing)
    return allowed({verb: _steps_as_a_role(verb)}, asking, verb, thing)


def must(who: Account | Standing | None, verb: str, thing: Any, *, on: date) -> None:
    """Raise Denied, with a sentence for the person, unless `can`."""
    demand(
        {verb: lambda asking, one: can(asking, verb, one, on=on)},
        _standing_of(who, on),
        verb,
        thing,
        "Tài khoản của bạn không được làm việc này với cuộc họp của đơn vị khác. Chưa có gì thay "
        "đổi. Hãy báo đơn vị tổ chức.",
    )


def _steps_as_a_role(verb: str) -> Callable[[Standing, Meeting], bool]:
    if verb not in {each.verb for each in states.TABLE}:
        raise KeyError(f"no rule of access for {verb!r}")

    def may(who: Standing, meeting: Meeting) -> bool:
        taken = states.step(meeting.state, verb)
        return taken is not None and who.holds_over(meeting.unit, *taken.who)

    return may


def _standing_of(who: Account | Standing | None, on: date) -> Standing:
    return who if isinstance(who, Standing) else standing(who, on)
