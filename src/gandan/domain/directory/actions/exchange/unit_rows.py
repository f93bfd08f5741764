"""Units as rows: what each would do to the directory, and the rows that the directory gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from gandan.domain.directory.actions.exchange.verdict import (
    Row,
    Verdict,
    cell,
    day_of,
    listed,
    refused,
    written,
)
from gandan.domain.directory.actions.identifiers import add_identifier, checked_identifier
from gandan.domain.directory.actions.restructuring import move_unit, rename_unit
from gandan.domain.directory.actions.units import add_alias, create_unit, place_unit
from gandan.domain.directory.folding import fold
from gandan.domain.directory.models import Level, Unit, UnitKind, UnitName
from gandan.domain.directory.models.dated import valid_on
from gandan.kernel.refusal import Refused

CODE, NAME, KIND, LEVEL, PARENT = "Mã", "Tên", "Loại", "Cấp", "Mã đơn vị cấp trên"
TERRITORY, IDENTIFIERS = "Mã địa bàn", "Mã định danh"
ALIASES, ABBREVIATIONS = "Tên gọi khác", "Tên viết tắt"
FIRST, LAST, CHANGED_ON, PAPER = "Từ ngày", "Đến ngày", "Ngày thay đổi", "Văn bản"
UNIT_HEADS = (
    CODE, NAME, KIND, LEVEL, PARENT, TERRITORY, IDENTIFIERS, ALIASES, ABBREVIATIONS, FIRST, LAST,
    CHANGED_ON, PAPER,
)  # fmt: skip
Step = Callable[..., object]


@dataclass(frozen=True, slots=True)
class _Found:
    words: list[str]
    steps: list[Step]


def unit_rows(on: date) -> Iterator[list[str]]:
    """The units of a day as cells in the order of `UNIT_HEADS`; a constant number of queries."""
    rows = Unit.objects.filter(valid_on(on)).select_related("parent")
    for unit in rows.prefetch_related("names", "identifiers").order_by("path"):
        names = {
            kind: "; ".join(n.text for n in unit.names.all() if n.kind == kind and n.holds_on(on))
            for kind in UnitName.Kind.values
        }
        yield [
            unit.code,
            unit.name,
            unit.get_kind_display(),
            unit.get_level_display(),
            unit.parent.code if unit.parent else "",
            unit.territory,
            "; ".join(each.value for each in unit.identifiers.all() if each.holds_on(on)),
            names[UnitName.Kind.ALIAS],
            names[UnitName.Kind.ABBREVIATION],
            written(unit.valid_from),
            written(unit.valid_to),
            "",
            "",
        ]


def judge_units(rows: Sequence[Row]) -> list[Verdict]:
    """What every row would do, without doing it. A parent may stand in an earlier row."""
    codes = [cell(row, CODE) for row in rows]
    parents = [cell(row, PARENT) for row in rows]
    known = {
        unit.code: unit
        for unit in Unit.objects.filter(code__in={*codes, *parents})
        .select_related("parent")
        .prefetch_related("names", "identifiers")
    }
    verdicts: list[Verdict] = []
    seen: set[str] = set()
    for number, row in enumerate(rows, 2):
        code, name = cell(row, CODE), cell(row, NAME)
        try:
            verdict = _judge(number, row, known.get(code), set(known) | seen, repeated=code in seen)
        except (ValueError, Refused) as error:
            verdict = refused(number, name or code, str(error))
        if verdict.fate != "refused":
            seen.add(code)
        verdicts.append(verdict)
    return verdicts


def _judge(number: int, row: Row, unit: Unit | None, codes: set[str], *, repeated: bool) -> Verdict:
    code, name, parent = cell(row, CODE), cell(row, NAME), cell(row, PARENT)
    if not code or not name:
        return refused(number, name or code, "Thiếu mã hoặc tên.")
    if repeated:
        return refused(number, name, f"Mã {code} đã có ở dòng trên.")
    if parent and parent not in codes:
        return refused(number, name, f"Cấp trên {parent} không có trong danh bạ và các dòng trên.")
    if unit is None:
        return _new(number, row, code, name, parent)
    found = _changes(row, unit, name, parent)
    fate = "changed" if found.steps else "unchanged"
    return Verdict(number, name, fate, tuple(found.words), tuple(found.steps))  # type: ignore[arg-type]


def _new(number: int, row: Row, code: str, name: str, parent: str) -> Verdict:
    kind, level = _choice(row, KIND, UnitKind.choices), _choice(row, LEVEL, Level.choices)
    first, last = day_of(row, FIRST), day_of(row, LAST)
    if first and last and last < first:
        return refused(number, name, "Ngày cuối đứng trước ngày đầu.")
    _new_identifiers(row, None)

    def enter(**by: object) -> None:
        over = Unit.objects.filter(code=parent).first()
        if parent and over is None:
            raise Refused(f"Cấp trên {parent} không vào được danh bạ nên dòng này cũng không.")
        unit = create_unit(
            code=code, name=name, kind=kind, level=level, parent=over, valid_from=first,
            valid_to=last, citation=cell(row, PAPER), **by,  # type: ignore[arg-type]
        )  # fmt: skip
        for step in _additions(row, unit).steps:
            step(**by)

    return Verdict(number, name, "new", (), (enter,))


def _changes(row: Row, unit: Unit, name: str, parent: str) -> _Found:
    """Raises ValueError with the reason where the table asks for what a table may not do."""
    for head, choices, now in (
        (KIND, UnitKind.choices, unit.kind),
        (LEVEL, Level.choices, unit.level),
    ):
        if cell(row, head) and _choice(row, head, choices) != now:
            raise ValueError(f"{head} khác với danh bạ: không đổi bằng tệp được.")
    if cell(row, LAST) and day_of(row, LAST) != unit.valid_to:
        raise ValueError("Kết thúc đơn vị bằng sáp nhập, chia tách hoặc giải thể, không bằng tệp.")
    found = _additions(row, unit)
    renamed, moved = name != unit.name, parent != (unit.parent.code if unit.parent else "")
    if renamed or moved:
        on, paper = day_of(row, CHANGED_ON), cell(row, PAPER)
        if on is None or not paper:
            raise ValueError(
                f"Tên hoặc cấp trên khác với danh bạ (đang là {unit.name}, thuộc "
                f"{unit.parent or 'không đơn vị nào'}): hãy điền {CHANGED_ON} và {PAPER}."
            )
        if renamed:
            found.words.append(f"đổi tên từ {unit.name}")
            found.steps.append(partial(rename_unit, unit, name, on=on, citation=paper))
        if moved:
            found.words.append(f"chuyển về {parent or 'không thuộc đơn vị nào'}")
            found.steps.append(partial(_move, unit, parent, on=on, citation=paper))
    return found


def _additions(row: Row, unit: Unit) -> _Found:
    """What a row adds to a unit: names, identifiers, the code of its territory."""
    found = _Found([], [])
    for head, kind in (
        (ALIASES, UnitName.Kind.ALIAS),
        (ABBREVIATIONS, UnitName.Kind.ABBREVIATION),
    ):
        held = {name.folded for name in unit.names.all() if name.kind == kind}
        for text in listed(row, head):
            if fold(text) not in held:
                found.words.append(f"thêm {kind.label} {text}")
                found.steps.append(partial(add_alias, unit, text, kind=kind))
    paper = cell(row, PAPER)
    for value in _new_identifiers(row, unit):
        found.words.append(f"thêm mã định danh {value}, {paper}")
        found.steps.append(partial(add_identifier, unit, value, citation=paper))
    territory = cell(row, TERRITORY)
    if territory and territory != unit.territory:
        found.words.append(f"mã địa bàn {territory}")
        found.steps.append(partial(place_unit, unit, territory))
    return found


def _new_identifiers(row: Row, unit: Unit | None) -> list[str]:
    """Those that the unit has not yet. Raises ValueError where the row names no document for them."""
    held = {each.value for each in unit.identifiers.all()} if unit else set()
    values = [value for value in listed(row, IDENTIFIERS) if checked_identifier(value) not in held]
    if values and not cell(row, PAPER):
        raise ValueError(
            f"Mã định danh {'; '.join(values)} chưa ghi văn bản xác nhận ở cột {PAPER}: không nhập dòng này."
        )
    return values


def _move(unit: Unit, parent: str, **more: object) -> object:
    over = Unit.objects.get(code=parent) if parent else None
    return move_unit(unit, over, **more)  # type: ignore[arg-type]


def _choice(row: Row, head: str, choices: Sequence[tuple[str, object]]) -> str:
    said = cell(row, head).casefold()
    for value, label in choices:
        if said in {value, str(label).casefold()}:
            return value
    known = ", ".join(str(label) for _, label in choices)
    raise ValueError(f"{head} “{cell(row, head)}” không có trong danh mục: {known}.")
