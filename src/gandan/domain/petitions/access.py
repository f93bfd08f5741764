"""The only door to a petition for a person: those of the units that received, had, have or are asked it.

A petition that no unit received yet is seen by the clerks. Who asked (`PetitionerIdentity`) is open only
to who works on the file in the unit that has it; readers and administrators have nothing by their role.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from gandan.domain.directory import access as directory
from gandan.domain.directory.access import Role, Standing, standing
from gandan.domain.directory.queries import Account, Unit
from gandan.domain.petitions import states
from gandan.domain.petitions.models import Petition, Route
from gandan.kernel.access import Denied, allowed, demand

__all__ = [
    "HANDLING",
    "RULES",
    "Denied",
    "can",
    "handled_petitions",
    "must",
    "steps_open_to",
    "visible_petitions",
]

_WORKING = (Role.CLERK, Role.HEAD, Role.OFFICER, Role.READER)
HANDLING = (Role.CLERK, Role.HEAD, Role.OFFICER)


def visible_petitions(who: Account | Standing | None, on: date) -> QuerySet[Petition]:
    """The petitions that an account may read on a day; nothing without a working role."""
    asking = who if isinstance(who, Standing) else standing(who, on)
    paths = asking.paths(*_WORKING)
    if not paths:
        return Petition.objects.none()
    if "" in paths:
        return Petition.objects.all()
    within = Q()
    for path in paths:
        within |= Q(path__startswith=path)
    units = Unit.objects.filter(within).values("pk")
    sent = Route.objects.filter(receiver__in=units, recalled_at__isnull=True).values("petition")
    asked = Petition.asked.through.objects.filter(unit__in=units).values("petition")
    seen = Q(unit__in=units) | Q(holder__in=units) | Q(pk__in=sent) | Q(pk__in=asked)
    if asking.holds(Role.CLERK):
        seen |= Q(unit__isnull=True)
    return Petition.objects.filter(seen)


def handled_petitions(who: Standing) -> QuerySet[Petition]:
    """Those that this account works on: `_handles` of many rows."""
    within = Q(pk__in=())
    for path in who.paths(*HANDLING):
        within |= Q(path__startswith=path)
    units = Unit.objects.filter(within).values("pk")
    handled = Q(holder__in=units) | Q(holder__isnull=True, unit__in=units)
    if who.holds(Role.CLERK):
        handled |= Q(holder__isnull=True, unit__isnull=True)
    return Petition.objects.filter(handled)


def _sees(who: Standing, petition: Petition) -> bool:
    return visible_petitions(who, who.on).filter(pk=petition.pk).exists()


def _handles(who: Standing, petition: Petition) -> bool:
    """Who has the file works on it; a file that nobody has yet is the clerks'."""
    having = petition.holder or petition.unit
    if having is None:
        return who.holds(Role.CLERK)
    return who.holds_over(having, *HANDLING)


def _enters(who: Standing, petition: Petition) -> bool:
    if petition.unit is None:
        return who.holds(Role.CLERK)
    return who.holds_over(petition.unit, *HANDLING)


def _assesses(who: Standing, petition: Petition) -> bool:
    """HĐND, Mặt trận and whoever took it in look at an answer a second time; who gave it does not."""
    having = petition.holder or petition.unit
    if having is None or (who.holds_over(having, *HANDLING) and not _took_in(who, petition)):
        return False
    return who.holds(*HANDLING) and _sees(who, petition)


def _took_in(who: Standing, petition: Petition) -> bool:
    """Whether they took it in and another unit answers it: a committee over both may look too."""
    return (
        petition.unit is not None
        and petition.unit_id != petition.holder_id
        and who.holds_over(petition.unit, *HANDLING)
    )


def _drafts(who: Standing, petition: Petition) -> bool:
    """Who works on the file, where it is or where it was taken in."""
    return _handles(who, petition) or (
        petition.unit is not None and who.holds_over(petition.unit, *HANDLING)
    )


def _decides(who: Standing, petition: Petition) -> bool:
    return any(
        unit is not None and who.holds_over(unit, Role.HEAD)
        for unit in (petition.unit, petition.holder)
    )


def _recounts(who: Standing, petition: Petition) -> bool:
    """A term moves with the calendar and the law by which it was counted, with the verb of who keeps them."""
    return directory.can(who, "set_clock", "", on=who.on) or who.holds_over(
        petition.holder or petition.unit, Role.ADMINISTRATOR
    )


def _stops(who: Standing, petition: Petition) -> bool:
    """To stop a term, or to prolong it, is a decision: of the head of who has the file."""
    having = petition.holder or petition.unit
    return having is not None and who.holds_over(having, Role.HEAD)


RULES: Mapping[str, Callable[[Standing, Any], bool]] = {
    "read": _sees,
    "receive": _enters,
    "load": lambda who, _: who.holds(Role.CLERK),
    "join": _handles,
    "recount": _recounts,
    "run_clock": _handles,
    "stop_clock": _stops,
    "identify": _handles,
    "attach": _drafts,
    "rate": _drafts,
    "assess": _assesses,
    "send_back": _assesses,
    "draft": _drafts,
    "publish": _decides,
    "batch": lambda who, _: who.holds(*HANDLING),
}


def can(who: Account | Standing | None, verb: str, petition: Petition | None, *, on: date) -> bool:
    """Whether an account may do the verb: one of `RULES` or of `states.TABLE` ("load" asks of None)."""
    asking = who if isinstance(who, Standing) else standing(who, on)
    if verb in RULES:
        return allowed(RULES, asking, verb, petition)
    return allowed({verb: _steps_as_a_role(verb)}, asking, verb, petition)


def must(who: Account | Standing | None, verb: str, petition: Petition | None, *, on: date) -> None:
    """Raise Denied, with a sentence for the person, unless `can`."""
    asking = who if isinstance(who, Standing) else standing(who, on)
    demand(
        {verb: lambda standing_, thing: can(standing_, verb, thing, on=on)},
        asking,
        verb,
        petition,
        "Tài khoản của bạn không được làm bước này với kiến nghị. Chưa có gì thay đổi. "
        "Hãy báo đơn vị đang giữ kiến nghị.",
    )


def steps_open_to(
    who: Account | Standing | None, petition: Petition, on: date
) -> list[states.Step]:
    """The steps that this account may take now, for buttons."""
    asking = who if isinstance(who, Standing) else standing(who, on)
    steps = states.steps_from(petition.state)
    return [each for each in steps if can(asking, each.verb, petition, on=on)]


def _steps_as_a_role(verb: str) -> Callable[[Standing, Petition], bool]:
    if verb not in {each.verb for each in states.TABLE}:
        raise KeyError(f"no rule of access for {verb!r}")

    def may(who: Standing, petition: Petition) -> bool:
        taken = states.step(petition.state, verb)
        if taken is None:
            return False
        having = petition.holder or petition.unit
        if having is None:
            return Role.CLERK in taken.who and who.holds(Role.CLERK)
        return who.holds_over(having, *taken.who)

    return may
