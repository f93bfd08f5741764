"""What `gandan units` says of a unit: the same card as JSON and as words."""

from __future__ import annotations

from datetime import date
from typing import Any

from gandan.domain.directory import queries
from gandan.domain.directory.queries import Link, Unit

Card = dict[str, Any]


def card(unit: Unit, on: date) -> Card:
    """One unit as it was on a day, with all that is known of its history."""
    parent = queries.parent_on(unit, on)
    return {
        **_named(unit, on),
        "on": on.isoformat(),
        "kind": unit.kind,
        "level": unit.level,
        "parent": _named(parent, on) if parent else None,
        "territory": unit.territory or None,
        "valid_from": _day(unit.valid_from),
        "valid_to": _day(unit.valid_to),
        "exists": unit.holds_on(on),
        "names": [
            {
                "name": name.text, "kind": name.kind,
                "valid_from": _day(name.valid_from), "valid_to": _day(name.valid_to),
            }
            for name in queries.names_of(unit)
        ],
        "identifiers": [
            {
                "value": each.value, "citation": each.citation,
                "valid_from": _day(each.valid_from), "valid_to": _day(each.valid_to),
            }
            for each in queries.identifiers_of(unit)
        ],
        "events": [
            {
                "event": event.kind, "said": event.get_kind_display(), "on": _day(event.on),
                "citation": event.citation,
                "unit": event.unit.code,
            }
            for event in queries.events_of(unit)
        ],
        "predecessors": [_link(link) for link in queries.links_before(unit)],
        "successors": [_link(link) for link in queries.links_after(unit)],
    }  # fmt: skip


def successors(unit: Unit, today: date) -> Card:
    """Every unit that took over from this one, and who holds its place today."""
    return {
        **_named(unit, unit.valid_to or today),
        "valid_to": _day(unit.valid_to),
        "successors": [_link(link) for link in queries.links_after(unit)],
        "now": [_named(each, today) for each in queries.successors_of(unit, today)],
    }


def in_words(said: Card) -> str:
    lines = [f"{said['name']} ({said['code']})"]
    if said.get("parent"):
        lines.append(f"  thuộc {said['parent']['name']} ({said['parent']['code']})")
    if said.get("valid_from") or said.get("valid_to"):
        lines.append(f"  từ {said.get('valid_from') or '…'} đến {said['valid_to'] or 'nay'}")
    if not said.get("exists", True):
        lines.append(f"  ngày {said['on']} đơn vị này không tồn tại")
    lines += [f"  mã định danh {each['value']}" for each in said.get("identifiers", ())]
    lines += [
        f"  {each['on']} {each['said']}: {each['citation']}" for each in said.get("events", ())
    ]
    for key, word in (("predecessors", "từ"), ("successors", "kế thừa")):
        lines += [f"  {word}: {_link_in_words(link)}" for link in said.get(key, ())]
    return "\n".join(lines)


def _link_in_words(link: Card) -> str:
    part = "" if link["whole"] else ", một phần"
    return f"{link['name']} ({link['code']}{part}), {link['on']}, {link['citation']}"


def _link(link: Link) -> Card:
    event = link.event
    return {
        **_named(link.unit, event.on),
        "whole": link.is_whole,
        "event": event.kind,
        "on": _day(event.on),
        "citation": event.citation,
    }


def _named(unit: Unit, on: date) -> Card:
    return {
        "code": unit.code,
        "name": queries.name_on(unit, on),
        "territory": unit.territory or None,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
