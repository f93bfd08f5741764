"""People and their posts as rows: a row is one post of one person."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial

from gandan.domain.directory.actions.exchange.verdict import (
    Row,
    Verdict,
    cell,
    day_of,
    refused,
    written,
)
from gandan.domain.directory.actions.people import add_person, end_post, give_post
from gandan.domain.directory.models import Person, Post, Unit
from gandan.domain.directory.models.dated import valid_on

KEY, NAME, UNIT, TITLE = "Mã người", "Họ và tên", "Mã đơn vị", "Chức vụ"
FIRST, LAST = "Từ ngày", "Đến ngày"
PEOPLE_HEADS = (KEY, NAME, UNIT, TITLE, FIRST, LAST)


def people_rows(on: date, within: Sequence[str]) -> Iterator[list[str]]:
    """The posts of a day in these parts of the tree, as cells in the order of `PEOPLE_HEADS`."""
    posts = Post.objects.filter(valid_on(on)).select_related("person", "unit")
    for post in posts.order_by("unit__path", "id"):
        if any(post.unit.path.startswith(path) for path in within):
            yield [
                str(post.person_id), post.person.name, post.unit.code, post.title,
                written(post.valid_from), written(post.valid_to),
            ]  # fmt: skip


def judge_people(rows: Sequence[Row]) -> list[Verdict]:
    """What every row would do, without doing it. A person is known by the key that the export gives;
    without it, by name, unit and post together."""
    units = {
        unit.code: unit for unit in Unit.objects.filter(code__in={cell(row, UNIT) for row in rows})
    }
    posts: dict[tuple[str, int], list[Post]] = {}
    for post in Post.objects.filter(unit__in=units.values()).select_related("person"):
        posts.setdefault((post.title, post.unit_id), []).append(post)
    keys = [cell(row, KEY) for row in rows]
    persons = {
        str(person.pk): person
        for person in Person.objects.filter(pk__in=[key for key in keys if key.isdecimal()])
    }
    verdicts: list[Verdict] = []
    seen: set[tuple[str, ...]] = set()
    for number, row in enumerate(rows, 2):
        said = tuple(cell(row, head).casefold() for head in (KEY, NAME, UNIT, TITLE))
        try:
            if said in seen:
                raise ValueError("Dòng này lặp lại một dòng trên.")
            verdict = _judge(number, row, units, posts, persons)
        except ValueError as error:
            verdict = refused(number, cell(row, NAME), str(error))
        seen.add(said)
        verdicts.append(verdict)
    return verdicts


def _judge(
    number: int, row: Row, units: dict[str, Unit], posts: dict[tuple[str, int], list[Post]],
    persons: dict[str, Person],
) -> Verdict:  # fmt: skip
    key, name, title = cell(row, KEY), cell(row, NAME), cell(row, TITLE)
    unit = units.get(cell(row, UNIT))
    if not name or not title:
        raise ValueError("Thiếu họ và tên hoặc chức vụ.")
    if unit is None:
        raise ValueError(f"Không có đơn vị mang mã “{cell(row, UNIT)}”.")
    person = persons.get(key)
    if key and person is None:
        raise ValueError(f"Không có người mang mã {key}. Người mới thì để trống cột {KEY}.")
    if person is not None and person.name != name:
        raise ValueError(f"Mã {key} là {person.name}, không phải {name}.")
    held = [
        post
        for post in posts.get((title, unit.pk), [])
        if (post.person == person if person else post.person.name == name)
    ]
    if len({post.person_id for post in held}) > 1:
        raise ValueError(f"Có nhiều người tên {name} giữ chức vụ này: hãy điền {KEY}.")
    first, last = day_of(row, FIRST), day_of(row, LAST)
    if first and last and last < first:
        raise ValueError("Ngày cuối đứng trước ngày đầu.")
    if held:
        return _held(number, name, held[-1], first, last)
    new = partial(_enter, person, name, unit, title, first, last)
    words = (f"thêm chức vụ {title}",) if person else ()
    return Verdict(number, name, "changed" if person else "new", words, (new,))


def _held(number: int, name: str, post: Post, first: date | None, last: date | None) -> Verdict:
    if first and first != post.valid_from:
        raise ValueError("Ngày nhận chức vụ khác với danh bạ: không đổi bằng tệp được.")
    if last is None or last == post.valid_to:
        return Verdict(number, name, "unchanged")
    step: Callable[..., object] = partial(end_post, post, last)
    return Verdict(number, name, "changed", (f"thôi {post.title} sau {written(last)}",), (step,))


def _enter(
    person: Person | None, name: str, unit: Unit, title: str, first: date | None,
    last: date | None, **by: object,
) -> None:  # fmt: skip
    if person is None:
        person = add_person(name, unit, title, valid_from=first, **by)  # type: ignore[arg-type]
        post = person.posts.get()
    else:
        post = give_post(person, unit, title, valid_from=first, **by)  # type: ignore[arg-type]
    if last is not None:
        end_post(post, last, **by)  # type: ignore[arg-type]
