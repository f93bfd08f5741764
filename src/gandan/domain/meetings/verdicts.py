"""What somebody says of the items of a checklist, before it is kept: each item, and why not met."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gandan.domain.meetings.models import ChecklistItem, ItemVerdict
from gandan.domain.registry.queries import File
from gandan.kernel.refusal import Refused


@dataclass(frozen=True, slots=True)
class Judged:
    word: str
    note: str = ""
    evidence: File | None = None


def check_verdicts(items: Mapping[int, ChecklistItem], judged: Mapping[int, Judged]) -> None:
    """Raises Refused with the item and what is missing."""
    missing = [item.number for key, item in items.items() if key not in judged]
    if missing or set(judged) - set(items):
        said = ", ".join(map(str, missing))
        raise Refused(
            f"Chưa nhận định nội dung số {said}. Chưa lưu gì. Hãy chọn cho từng nội dung."
        )
    for key, said_ in judged.items():
        if said_.word not in ItemVerdict.Word.values:
            raise Refused("Nhận định không đúng. Chưa lưu gì. Hãy chọn lại.")
        needs_note = said_.word in {ItemVerdict.Word.UNMET, ItemVerdict.Word.PARTLY}
        if needs_note and not said_.note.strip():
            raise Refused(
                f"Nội dung số {items[key].number} chưa đạt thì phải ghi rõ điều đã thấy. Chưa lưu gì."
            )
