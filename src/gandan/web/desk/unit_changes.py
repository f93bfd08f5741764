"""What a change of a unit will do, in sentences, before it is done; and the doing of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from gandan.domain.directory import actions as directory
from gandan.domain.directory import queries
from gandan.domain.directory.queries import Unit
from gandan.domain.tasks import actions as work
from gandan.web.desk import unit_forms as given
from gandan.web.desk.asking import today
from gandan.web.ui.templatetags.ui import number

Said = Mapping[str, Any]

# A task takes a third of a millisecond to pass on: so many are done in about a second.
PASSED_AT_ONCE = 2_000
# As many questions as somebody answers one by one on a page.
MOST_ASKED = 200


@dataclass(frozen=True, slots=True)
class Change:
    """One verb: the form that asks for it, the sentences before it, and the verb of the domain."""

    words: str | Promise
    form: type[given.OrderForm]
    foretell: Callable[[Unit, Said], list[str]]
    do: Callable[..., object]


def _rename(unit: Unit, said: Said, by: Said, _choices: Mapping[int, Unit]) -> object:
    return directory.rename_unit(unit, said["name"], **_order(said), **by)


def _merge(unit: Unit, said: Said, by: Said, _choices: Mapping[int, Unit]) -> object:
    ending = [unit, *(other for other in said["others"] if other != unit)]
    return work.merge_units(ending, said["successor"], **_order(said), **by)


def _split(unit: Unit, said: Said, by: Said, choices: Mapping[int, Unit]) -> object:
    return work.split_unit(
        unit, said["successors"], choices, unit_ends=not said["goes_on"], **_order(said), **by
    )


def _move(unit: Unit, said: Said, by: Said, _choices: Mapping[int, Unit]) -> object:
    return directory.move_unit(unit, said["parent"], **_order(said), **by)


def _dissolve(unit: Unit, said: Said, by: Said, _choices: Mapping[int, Unit]) -> object:
    return work.dissolve_unit(unit, **_order(said), **by)


def _order(said: Said) -> dict[str, Any]:
    return {"on": said["on"], "citation": said["citation"]}


def _rename_foretold(unit: Unit, said: Said) -> list[str]:
    return [
        _("Tên “%(old)s” vẫn tìm thấy trong văn bản trước ngày đó; từ ngày đó là “%(new)s”.")
        % {"old": unit.name, "new": said["name"]}
    ]


def _merge_foretold(unit: Unit, said: Said) -> list[str]:
    told: list[str] = []
    for each in dict.fromkeys([unit, *said["others"]]):
        told += _ending(each)
        count = work.open_work(each).count()
        told.append(
            ngettext(
                "%(count)s nhiệm vụ đang mở của %(unit)s chuyển sang %(successor)s.",
                "%(count)s nhiệm vụ đang mở của %(unit)s chuyển sang %(successor)s.",
                count,
            )
            % {"count": count, "unit": each, "successor": said["successor"]}
        )
    told.append(_("Việc đã xong và lịch sử ở lại nơi đã làm."))
    if said["on"] > today():
        told.append(_("Ngày đó chưa đến: việc đang mở sẽ chuyển khi đến ngày."))
    return told


def _split_foretold(unit: Unit, said: Said) -> list[str]:
    told = [] if said["goes_on"] else _ending(unit)
    names = ", ".join(str(each) for each in said["successors"])
    return [*told, _("Các đơn vị nhận: %(units)s.") % {"units": names}]


def _move_foretold(unit: Unit, said: Said) -> list[str]:
    below = queries.descendants(unit, today()).count() - 1
    return [
        _("%(unit)s và %(below)s đơn vị bên dưới chuyển từ %(old)s về %(new)s.")
        % {
            "unit": unit,
            "below": below,
            "old": unit.parent or _("không thuộc đơn vị nào"),
            "new": said["parent"] or _("không thuộc đơn vị nào"),
        }
    ]


def _dissolve_foretold(unit: Unit, _said: Said) -> list[str]:
    count = work.open_work(unit).count()
    if not count:
        return _ending(unit)
    return [
        *_ending(unit),
        ngettext(
            "Còn %(count)s nhiệm vụ đang mở: phải có đơn vị nhận trước đã.",
            "Còn %(count)s nhiệm vụ đang mở: phải có đơn vị nhận trước đã.",
            count,
        )
        % {"count": count},
    ]


def _ending(unit: Unit) -> list[str]:
    day = today()
    told = [_("%(unit)s kết thúc; mọi dữ liệu của nó vẫn giữ.") % {"unit": unit}]
    below = queries.descendants(unit, day).count() - 1
    if below > 0:
        told.append(
            ngettext(
                "%(count)s đơn vị bên dưới %(unit)s vẫn còn: hãy chuyển sau đó.",
                "%(count)s đơn vị bên dưới %(unit)s vẫn còn: hãy chuyển sau đó.",
                below,
            )
            % {"count": below, "unit": unit}
        )
    people = queries.people_of(unit, day).count()
    if people:
        told.append(
            ngettext(
                "%(count)s người đang giữ chức vụ ở %(unit)s: hãy giao chức vụ, vai trò mới.",
                "%(count)s người đang giữ chức vụ ở %(unit)s: hãy giao chức vụ, vai trò mới.",
                people,
            )
            % {"count": people, "unit": unit}
        )
    return told


CHANGES: Mapping[str, Change] = {
    "rename": Change(gettext_lazy("Đổi tên"), given.RenameForm, _rename_foretold, _rename),
    "merge": Change(gettext_lazy("Sáp nhập"), given.MergeForm, _merge_foretold, _merge),
    "split": Change(gettext_lazy("Chia, tách"), given.SplitForm, _split_foretold, _split),
    "move": Change(gettext_lazy("Chuyển cấp trên"), given.MoveForm, _move_foretold, _move),
    "dissolve": Change(gettext_lazy("Giải thể"), given.DissolveForm, _dissolve_foretold, _dissolve),
}


def work_form(unit: Unit, said: Said, sent: Any = None) -> forms.Form:
    """A question for every open task of a unit that is divided: who has it from now on? Of many the
    most pressing are asked for one by one, and all others at once. A task for internal use is named by
    its number only, because who administers units need not read it."""
    takers: Sequence[Unit] = [*said["successors"], *([unit] if said["goes_on"] else [])]
    choices = [("", _("chọn đơn vị nhận")), *((each.code, str(each)) for each in takers)]
    form = forms.Form(sent)
    tasks = work.open_work(unit)
    more = max(0, tasks.count() - MOST_ASKED)
    if more:
        form.fields["rest"] = forms.ChoiceField(
            label=_("Các nhiệm vụ không chọn riêng, và %(n)s nhiệm vụ không kê ở dưới")
            % {"n": number(more)},
            choices=choices,
        )
    for task in tasks[:MOST_ASKED]:
        words = (
            _("Nhiệm vụ lưu hành nội bộ số %(key)s") % {"key": task.pk}
            if task.is_internal
            else task.text
        )
        form.fields[f"task-{task.pk}"] = forms.ChoiceField(
            label=words, choices=choices, required=not more
        )
    return form


def chosen(form: forms.Form, said: Said, unit: Unit) -> dict[int, Unit]:
    """The answers of `work_form`: by the key of the task, the unit that has it."""
    by_code = {each.code: each for each in [unit, *said["successors"]]}
    answers = {
        int(name.removeprefix("task-")): by_code[code]
        for name, code in form.cleaned_data.items()
        if name != "rest" and code
    }
    rest = form.cleaned_data.get("rest")
    if not rest:
        return answers
    keys = work.open_work(unit).values_list("pk", flat=True)
    return {key: answers.get(key, by_code[rest]) for key in keys}


def is_long(verb: str, unit: Unit, said: Said) -> int:
    """How many open tasks would move, where they are more than somebody waits for; else 0."""
    if verb not in ("merge", "split"):
        return 0
    moving = {unit.pk: unit, **{each.pk: each for each in said.get("others", ())}}
    many = sum(work.open_work(each).count() for each in moving.values())
    return many if many > PASSED_AT_ONCE else 0


def order_of_change(
    verb: str, unit: Unit, said: Said, choices: Mapping[int, Unit]
) -> dict[str, Any]:
    """What `jobs/unit_errands.py` needs to do it."""
    takers = said["successors"] if verb == "split" else [said["successor"]]
    return {
        "verb": verb, "unit": unit.pk, "others": [each.pk for each in said.get("others", ())],
        "takers": [each.pk for each in takers], "goes_on": bool(said.get("goes_on")),
        "on": said["on"].isoformat(), "citation": said["citation"],
        "choices": {task: each.pk for task, each in choices.items()},
    }  # fmt: skip
