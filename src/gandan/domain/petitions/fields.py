"""The list of fields (lĩnh vực), two levels, that an office may change without a programmer."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from django.conf import settings

from gandan.domain.directory.queries import fold_plain

OWN_LIST = "petition_fields.toml"


@dataclass(frozen=True, slots=True)
class Field:
    """`under` is the code of the field of the first level; empty for those themselves."""

    code: str
    name: str
    under: str = ""


def fields() -> dict[str, Field]:
    """By code: the list that comes with the program, changed by the office's own."""
    own = Path(settings.GANDAN_DATA) / OWN_LIST
    changed = own.stat().st_mtime_ns if own.exists() else 0
    return _read(str(own) if changed else "", changed)


def field_named(words: str) -> Field | None:
    """The field that a code, a name, the beginning of one name alone ("Giao thông") or a letter with its
    name ("b) Về giao thông…") means."""
    known = fields()
    if words.strip() in known:
        return known[words.strip()]
    said = fold_plain(words)
    plain = {fold_plain(each.name): each for each in known.values()}
    if said in plain:
        return plain[said]
    begun = [each for name, each in plain.items() if said and name.startswith(f"{said} ")]
    if len(begun) == 1:
        return begun[0]
    letter, _, rest = said.partition(" ")
    rest = rest.removeprefix("ve ")
    if letter in known and rest and _shares_words(rest, fold_plain(known[letter].name)):
        return known[letter]
    return None


def name_of(code: str) -> str:
    """The name of a field; its code if the list has it no more, so that nothing disappears."""
    known = fields().get(code)
    return known.name if known else code


def top_of(code: str, known: Mapping[str, Field]) -> str:
    """The field of the first level over a field of the list `known`, or itself."""
    named = known.get(code)
    return (named.under or named.code) if named else code


def _shares_words(left: str, right: str) -> bool:
    ours, theirs = set(left.split()), set(right.split())
    return 2 * len(ours & theirs) >= min(len(ours), len(theirs))


@cache
def _read(own: str, _changed: int) -> dict[str, Field]:
    """Kept until the office's list changes (`_changed` is its time)."""
    texts = [files("gandan.domain.petitions").joinpath("fields.toml").read_text("utf-8")]
    if own:
        texts.append(Path(own).read_text("utf-8"))
    rows = [row for text in texts for row in tomllib.loads(text).get("field", ())]
    return {row["code"]: Field(row["code"], row["name"], row.get("under", "")) for row in rows}
