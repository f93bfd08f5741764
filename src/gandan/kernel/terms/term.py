"""A statutory term as the law states it, for as long as the law states it so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Unit = Literal["ngày", "ngày làm việc", "tháng", "giờ"]
Direction = Literal["after", "before"]
Every = Literal["tuần", "tháng", "quý", "năm"]
Confidence = Literal["V", "S", "M", "?", "O"]

CONFIDENCE = {
    "V": "đã đọc trong văn bản gốc",
    "S": "mới đọc ở nguồn thứ cấp",
    "M": "theo trí nhớ, chưa kiểm chứng",
    "?": "chưa tìm thấy",
    "O": "cơ quan tự đặt theo văn bản",
}


class TermError(ValueError):
    """A due date that cannot be given. `str(error)` is one Vietnamese sentence for the person."""


@dataclass(frozen=True, slots=True)
class Extension:
    """A prolongation in writing: so many more units, at most so many times."""

    length: int
    times: int
    means: str


@dataclass(frozen=True, slots=True)
class Term:
    """One row: `length` units after (or at least so long before) an event; or, with `every`, a duty
    to be done so often in each period.

    `length` None: the law gives no number, which is said in `reason`; such a row is never `on`.
    `remote`, `complex`, `remote_complex`: other lengths for these cases; None where the law knows
    no difference. `on` False: present but not used, with the `reason`. `caution` stands beside a
    row that is used although something about it is still open. `own`: set by the office itself; it
    goes before the row of the same name that is shipped.
    """

    name: str
    means: str
    event: str
    basis: str
    confidence: Confidence
    valid_from: date | None = None
    valid_to: date | None = None
    length: int | None = None
    unit: Unit = "ngày"
    direction: Direction = "after"
    every: Every | None = None
    remote: int | None = None
    complex: int | None = None
    remote_complex: int | None = None
    complex_means: str = "vụ việc phức tạp"
    extension: Extension | None = None
    pause: str | None = None
    on: bool = True
    reason: str = ""
    caution: str = ""
    own: bool = False

    def in_force(self, day: date) -> bool:
        """Whether the row was the law on this day."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)

    def said(self) -> str:
        """ "7 ngày làm việc", "mỗi tháng ít nhất 1 ngày", "ít nhất 15 ngày trước" """
        if self.length is None:
            return "chưa có số ngày"
        if self.every:
            return f"mỗi {self.every} ít nhất {self.length} {'lần' if self.every in ('quý', 'năm') else 'ngày'}"
        measure = f"{self.length} {self.unit}"
        return f"ít nhất {measure} trước" if self.direction == "before" else measure


@dataclass(frozen=True, slots=True)
class Length:
    """How long a term is in a case, and the words for what made it so."""

    number: int
    because: tuple[str, ...]


def length_in_case(term: Term, *, remote: bool, complex_case: bool, extended: int) -> Length:
    """The length for this case. What the law does not distinguish is said, not invented."""
    if term.length is None:
        raise TermError(f"{term.name}: {term.reason}.")
    if extended:
        return _extended(term, term.length, extended)
    because = []
    if remote and complex_case and term.remote_complex is not None:
        return Length(
            term.remote_complex, ("vùng sâu, vùng xa, đi lại khó khăn", term.complex_means)
        )
    number = term.length
    for asked, other, means in (
        (remote, term.remote, "vùng sâu, vùng xa, đi lại khó khăn"),
        (complex_case, term.complex, term.complex_means),
    ):
        if asked and other is None:
            because.append(f"quy định này không có thời hạn riêng cho trường hợp {means}")
        elif asked and other is not None:
            number = max(number, other)
            because.append(means)
    return Length(number, tuple(because))


def _extended(term: Term, length: int, times: int) -> Length:
    extension = term.extension
    if extension is None:
        raise TermError(f"{term.name} không được gia hạn theo {term.basis}.")
    if times > extension.times:
        raise TermError(f"{term.name} chỉ được gia hạn {extension.times} lần: {extension.means}.")
    said = f"gia hạn {times} lần, mỗi lần {extension.length} {term.unit} ({extension.means})"
    return Length(length + times * extension.length, (said,))
