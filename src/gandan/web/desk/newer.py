"""What a newer reading says otherwise, in words: "hạn: 30/06/2026 → 30/07/2026"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_lazy as _

from gandan.domain.registry.queries import Fact
from gandan.domain.registry.rereading import Difference, fields_that_differ

_FIELDS: Mapping[str, str | Promise] = {
    "text": _("Nội dung"),
    "lead": _("Chủ trì"),
    "cooperating": _("Phối hợp"),
    "due": _("Hạn"),
    "time_text": _("Lời về hạn"),
    "recurrence": _("Kỳ"),
    "section": _("Mục"),
    "product": _("Sản phẩm"),
    "number": _("Số, ký hiệu"),
    "kind": _("Loại"),
    "issued_on": _("Ngày ban hành"),
    "date": _("Ngày"),
    "issuer": _("Cơ quan ban hành"),
    "issuers": _("Cơ quan ban hành"),
    "subject": _("Trích yếu"),
    "recipients": _("Nơi nhận"),
    "signers": _("Người ký"),
    "field": _("Lĩnh vực"),
    "addressee_level": _("Gửi tới"),
    "who": _("Ai báo cáo"),
    "to": _("Báo cáo cho"),
    "period": _("Kỳ"),
    "total": _("Tổng"),
    "parts": _("Các phần"),
}
_OTHER = gettext_lazy("Chi tiết khác")
LONGEST = 120


@dataclass(frozen=True, slots=True)
class Change:
    """One field: what holds (`was`) and what the newer reading says (`now`)."""

    field: str | Promise
    was: str
    now: str


def changes_of(difference: Difference) -> list[Change]:
    if difference.old is None or difference.new is None:
        return []
    return _changes(difference.old.value, difference.new.data)


def words_of(difference: Difference) -> str:
    """The words of the document that the difference is about; of a header, its subject."""
    said = difference.new.data if difference.new else {}
    if difference.old is not None:
        said = {"text": difference.old.quote, **difference.old.value}
    found = said.get("message") or said.get("subject") or said.get("text") or ""
    return str(found) or "–"


def newer_of(fact: Fact) -> list[Change]:
    """What the newest reading says otherwise than the person who accepted the fact."""
    return _changes(fact.value, fact.newer) if fact.newer else []


def _changes(was: Mapping[str, Any], now: Mapping[str, Any]) -> list[Change]:
    return [
        Change(_FIELDS.get(name, _OTHER), _words(was.get(name)), _words(now.get(name)))
        for name in fields_that_differ(was, now)
    ]


def _words(said: Any) -> str:
    if said in (None, "", [], {}):
        return gettext("không có")
    if isinstance(said, bool):
        return gettext("có") if said else gettext("không")
    if isinstance(said, Mapping):
        return str(said.get("name") or said.get("text") or "…")[:LONGEST]
    if isinstance(said, list):
        return ", ".join(_words(each) for each in said)[:LONGEST]
    return _as_day(str(said))[:LONGEST]


def _as_day(said: str) -> str:
    try:
        return f"{date.fromisoformat(said):%d/%m/%Y}"
    except ValueError:
        return said
