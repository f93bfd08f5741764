"""Electronic identifiers as rows: those of the directory, and proposals that nobody has confirmed.

A proposal is no fact: its row has no document. It becomes a unit's identifier when an administrator
writes into the row the document that confirms it, and enters the table.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from importlib.resources import files

from gandan.domain.directory.actions.exchange.unit_rows import CODE, FIRST, LAST, NAME, PAPER
from gandan.domain.directory.actions.exchange.verdict import (
    Row,
    Verdict,
    cell,
    day_of,
    refused,
    written,
)
from gandan.domain.directory.actions.identifiers import (
    add_identifier,
    checked_identifier,
    end_identifier,
    held_meanwhile,
)
from gandan.domain.directory.matching import match_all
from gandan.domain.directory.models import Unit, UnitIdentifier
from gandan.kernel.refusal import Refused

VALUE, NOTE = "Mã định danh", "Ghi chú"
IDENTIFIER_HEADS = (CODE, NAME, VALUE, FIRST, LAST, PAPER, NOTE)
UNVERIFIED = "Đề xuất, chưa kiểm chứng: chỉ nhập khi đã ghi văn bản xác nhận vào cột Văn bản."


@dataclass(frozen=True, slots=True)
class Proposal:
    """A code that a unit may have. `seen`: where it was read; empty: from memory."""

    unit: str
    value: str
    seen: str = ""


@cache
def proposals() -> tuple[Proposal, ...]:
    """The rows of `proposed_identifiers.toml`."""
    text = files("gandan.domain.directory").joinpath("proposed_identifiers.toml").read_text("utf-8")
    return tuple(Proposal(**row) for row in tomllib.loads(text)["identifier"])


def identifier_rows(on: date) -> Iterator[list[str]]:
    """What the directory has, then what is proposed to units that have none, in both forms."""
    kept = UnitIdentifier.objects.select_related("unit").order_by("unit__path", "value")
    held = set()
    for each in kept:
        held.add((each.unit_id, each.value))
        yield [
            each.unit.code, each.unit.name, each.value, written(each.valid_from),
            written(each.valid_to), each.citation, "",
        ]  # fmt: skip
    found = match_all([one.unit for one in proposals()], on)
    for one in proposals():
        unit = found[one.unit].unit
        if unit is None:
            continue
        note = f"{UNVERIFIED} Thấy ở: {one.seen}." if one.seen else UNVERIFIED
        for value in (one.value, f"000.00.00.{one.value}"):
            if (unit.pk, value) not in held:
                yield [unit.code, unit.name, value, "", "", "", note]


def judge_identifiers(rows: Sequence[Row]) -> list[Verdict]:
    """What every row would do, without doing it."""
    codes = {cell(row, CODE) for row in rows}
    units = {
        unit.code: unit
        for unit in Unit.objects.filter(code__in=codes).prefetch_related("identifiers")
    }
    verdicts: list[Verdict] = []
    given: dict[str, int] = {}
    for number, row in enumerate(rows, 2):
        try:
            verdict = _judge(number, row, units.get(cell(row, CODE)))
        except (ValueError, Refused) as error:
            verdict = refused(number, cell(row, NAME) or cell(row, CODE), str(error))
        value = cell(row, VALUE).upper()
        if verdict.fate == "new" and value in given:
            verdict = refused(number, verdict.name, f"Mã {value} đã có ở dòng {given[value]}.")
        if verdict.fate == "new":
            given[value] = number
        verdicts.append(verdict)
    return verdicts


def _judge(number: int, row: Row, unit: Unit | None) -> Verdict:
    code, paper = cell(row, CODE), cell(row, PAPER)
    if unit is None:
        return refused(number, cell(row, NAME) or code, f"Không có đơn vị mang mã “{code}”.")
    value = checked_identifier(cell(row, VALUE))
    first, last = day_of(row, FIRST), day_of(row, LAST)
    if first and last and last < first:
        return refused(number, unit.name, f"Ngày cuối của mã {value} đứng trước ngày đầu.")
    known = next(
        (one for one in unit.identifiers.all() if (one.value, one.valid_from) == (value, first)),
        None,
    )
    if known is not None and (known.valid_to == last or last is None):
        return Verdict(number, unit.name, "unchanged")
    if not paper:
        return refused(
            number, unit.name, f"Mã {value} chưa ghi văn bản xác nhận ở cột {PAPER}: không nhập."
        )
    if known is not None and last is not None:
        words = f"đóng mã {value} từ sau {written(last)}, {paper}"
        return Verdict(
            number, unit.name, "changed", (words,), (partial(end_identifier, known, last, paper),)
        )
    other = held_meanwhile(value, first, last).select_related("unit").first()
    if other is not None:
        return refused(
            number, unit.name, f"Mã {value} đang là của {other.unit} trong thời gian đó."
        )
    add = partial(
        add_identifier, unit, value, valid_from=first, valid_to=last, citation=paper
    )  # fmt: skip
    return Verdict(number, unit.name, "new", (f"thêm mã định danh {value}, {paper}",), (add,))
