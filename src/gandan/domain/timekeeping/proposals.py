"""What somebody wants to change in the clock, checked: each refusal says what to do."""

from __future__ import annotations

from datetime import date

from gandan.domain.directory.queries import Unit
from gandan.kernel.calendar.edits import MARKS
from gandan.kernel.calendar.table import disputed_days
from gandan.kernel.calendar.wording import WEEKDAYS, short
from gandan.kernel.refusal import Refused
from gandan.kernel.terms import Term, terms
from gandan.kernel.terms.edits import OwnLength, too_long
from gandan.kernel.timetable import Edit, Kind, Timetable

HABITS = {
    "half-day": "mở cửa nửa ngày, không tính vào thời hạn",
    "work": "làm việc cả ngày, tính vào thời hạn",
    "off": "nghỉ",
}


def checked(edit: Edit, now: Timetable) -> Edit:
    """The change, if it may be made; raises Refused."""
    if edit.territory and not Unit.objects.filter(territory=edit.territory).exists():
        raise Refused(
            f"Chưa có đơn vị nào ở địa bàn mang mã {edit.territory}. Chưa lưu gì. "
            "Hãy nạp địa bàn hoặc xem lại mã."
        )
    if edit.data.get("removed"):
        if edit.place not in now.edits:
            raise Refused("Mục này đang theo bảng có sẵn, không có gì để bỏ. Chưa có gì thay đổi.")
        return edit
    if not edit.document.strip():
        raise Refused("Chưa ghi văn bản. Chưa lưu gì. Hãy ghi số, ký hiệu, ngày, cơ quan ban hành.")
    standing = now.edits.get(edit.place)
    if standing and (standing.data, standing.document) == (edit.data, edit.document):
        raise Refused("Mục này đã được sửa như vậy rồi. Chưa có gì thay đổi.")
    _CHECKS[Kind(edit.kind)](edit, now)
    return edit


def _day(edit: Edit, now: Timetable) -> None:
    day, mark = date.fromisoformat(edit.key), edit.data["mark"]
    if day.year not in now.calendar.years:
        raise Refused(f"Bảng ngày nghỉ chưa có năm {day.year}. Chưa lưu gì.")
    if mark not in MARKS:
        raise Refused(f"Không có loại ngày “{mark}”. Chưa lưu gì.")
    if mark == "swap-work" and now.calendar.is_working(day, edit.territory):
        raise Refused(
            f"{short(day)} đã là ngày làm việc nên không thể làm bù. Chưa lưu gì. Hãy chọn ngày nghỉ."
        )
    if mark == "ordinary" and now.calendar.is_working(day, edit.territory) and day.weekday() < 5:
        raise Refused(f"{short(day)} đang là ngày làm việc thường. Chưa có gì thay đổi.")


def _habit(edit: Edit, _: Timetable) -> None:
    said = edit.data
    if not edit.territory:
        raise Refused(
            "Chưa chọn địa bàn. Chưa lưu gì. Lịch trong tuần khác chung chỉ đặt cho một tỉnh, xã."
        )
    if said["kind"] not in HABITS or said["weekday"] not in range(7):
        raise Refused("Chưa chọn đúng thứ trong tuần và cách làm việc. Chưa lưu gì.")
    if said.get("last") and said["last"] < said["first"]:
        raise Refused("Ngày cuối đứng trước ngày đầu. Chưa lưu gì. Hãy sửa ngày.")


def _year(edit: Edit, now: Timetable) -> None:
    if int(edit.key) not in now.calendar.years:
        raise Refused(f"Bảng ngày nghỉ chưa có năm {edit.key}. Chưa lưu gì.")


def _disputed(edit: Edit, _: Timetable) -> None:
    if edit.key not in disputed_days():
        raise Refused(f"Không có ngày nghỉ “{edit.key}”. Chưa lưu gì.")


def _switch(edit: Edit, _: Timetable) -> None:
    row = shipped_row(edit.key)
    if row.on:
        raise Refused(f"{row.name} đang dùng theo {row.basis}, không cần bật. Chưa có gì thay đổi.")
    if row.length is None:
        raise Refused(
            f"{row.name} chưa có số ngày nên không bật được. Chưa lưu gì. "
            "Hãy đặt thời hạn của cơ quan theo văn bản."
        )


def _own(edit: Edit, now: Timetable) -> None:
    name, _, since = edit.key.partition("@")
    said = edit.data
    until = date.fromisoformat(said["valid_to"]) if said.get("valid_to") else None
    own = OwnLength(
        name, said["length"], said["unit"], date.fromisoformat(since), edit.document, until
    )
    if all(row.name != name for row in terms()):
        raise Refused(f"Không có thời hạn tên “{name}”. Chưa lưu gì.")
    if own.length < 1:
        raise Refused("Thời hạn phải từ 1 trở lên. Chưa lưu gì. Hãy sửa số.")
    if until is not None and until < own.valid_from:
        raise Refused("Ngày hết hiệu lực đứng trước ngày có hiệu lực. Chưa lưu gì. Hãy sửa ngày.")
    if law := too_long(terms(), own):
        raise Refused(
            f"Luật ấn định {law.said()} ({law.basis}): cơ quan chỉ được đặt chặt hơn, cùng đơn vị "
            f"“{law.unit}”. Chưa lưu gì. Hãy sửa số."
        )
    for row in now.terms:
        if row.own and row.name == name and row.valid_from != own.valid_from and _meet(row, own):
            raise Refused(
                f"Đã có thời hạn của cơ quan từ {short(row.valid_from or own.valid_from)} "
                f"({row.basis}). Chưa lưu gì. Hãy bỏ hoặc cho mục đó hết hiệu lực trước."
            )


def shipped_row(key: str) -> Term:
    """The shipped row that "name@day" means; raises Refused."""
    name, _, since = key.partition("@")
    for row in terms():
        if row.name == name and (row.valid_from.isoformat() if row.valid_from else "") == since:
            return row
    raise Refused(f"Không có thời hạn tên “{name}”. Chưa lưu gì.")


def _meet(row: Term, own: OwnLength) -> bool:
    ends = row.valid_to is None or own.valid_from <= row.valid_to
    begins = own.valid_to is None or row.valid_from is None or row.valid_from <= own.valid_to
    return ends and begins


_CHECKS = {
    Kind.DAY: _day, Kind.HABIT: _habit, Kind.YEAR: _year, Kind.DISPUTED: _disputed,
    Kind.SWITCH: _switch, Kind.OWN: _own,
}  # fmt: skip


def said_of(edit: Edit) -> str:
    """The change in one clause, with its document: the reason that stands beside a moved date."""
    by = f", theo {edit.document}" if edit.document else ""
    place = f" (địa bàn {edit.territory})" if edit.territory else ""
    if edit.data.get("removed"):
        return f"bỏ sửa đổi {_named(edit)}{place}"
    return f"{_named(edit)}{_what(edit)}{place}{by}"


def _named(edit: Edit) -> str:
    name, _, since = edit.key.partition("@")
    if edit.kind == Kind.DAY:
        return f"ngày {short(date.fromisoformat(edit.key))}"
    if edit.kind == Kind.HABIT:
        return f"{WEEKDAYS[int(edit.key[0])]} hằng tuần"
    if edit.kind == Kind.YEAR:
        return f"lịch nghỉ năm {edit.key}"
    if edit.kind == Kind.DISPUTED:
        return "ngày nghỉ chưa rõ căn cứ"
    return f"thời hạn {name}" + (f" từ {short(date.fromisoformat(since))}" if since else "")


def _what(edit: Edit) -> str:
    said = edit.data
    if edit.kind == Kind.DAY:
        means = f" ({said['means']})" if said["means"] else ""
        return f" là {MARKS[said['mark']]}{means}"
    if edit.kind == Kind.HABIT:
        return f": {HABITS[said['kind']]}"
    if edit.kind == Kind.OWN:
        return f" là {said['length']} {said['unit']}"
    if edit.kind == Kind.YEAR:
        return " được xác nhận"
    return " được tính là nghỉ" if edit.kind == Kind.DISPUTED else " được bật"
