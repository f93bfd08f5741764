"""How the state of a task looks: its word, a shape and a tone. Never colour alone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from django.utils import translation
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from gandan.web.ui.fragments import state_fragment


@dataclass(frozen=True, slots=True)
class Look:
    word: str | Promise
    shape: str
    tone: str


WORDS = {
    "draft": Look(_("nháp"), "hollow", "wait"),
    "assigned": Look(_("đã giao"), "hollow", "wait"),
    "received": Look(_("đã nhận"), "half", "work"),
    "under-way": Look(_("đang làm"), "half", "work"),
    "waiting": Look(_("chờ"), "pause", "wait"),
    "submitted": Look(_("trình duyệt"), "point", "care"),
    "done": Look(_("hoàn thành"), "full", "good"),
    "returned": Look(_("trả lại"), "point", "care"),
    "cancelled": Look(_("hủy"), "cross", "bad"),
}

VERDICTS = {
    "machine-read": Look(_("máy đọc"), "hollow", "wait"),
    "accepted": Look(_("đã duyệt"), "tick", "good"),
    "corrected": Look(_("đã sửa"), "tick", "good"),
    "rejected": Look(_("đã bỏ"), "cross", "bad"),
    "superseded": Look(_("đã thay bằng bản đọc mới"), "hollow", "wait"),
}

SUMS = {
    True: Look(_("khớp"), "tick", "good"),
    False: Look(_("không khớp"), "cross", "bad"),
}

INSPECTIONS = {
    "under-way": Look(_("đang kiểm tra"), "half", "work"),
    "concluded": Look(_("đã kết luận"), "point", "care"),
    "closed": Look(_("đã khắc phục xong"), "full", "good"),
}

JUDGED = {
    "met": Look(_("đạt"), "full", "good"),
    "partly": Look(_("đạt một phần"), "half", "care"),
    "unmet": Look(_("chưa đạt"), "cross", "bad"),
    "not-applicable": Look(_("không áp dụng"), "hollow", "wait"),
}

_RUNS = {
    "running": Look(_("đang chạy"), "half", "work"),
    "cut": Look(_("bị ngắt giữa chừng"), "cross", "care"),
    "done": Look(_("xong"), "tick", "good"),
    "failed": Look(_("không xong"), "cross", "bad"),
}
# Long work that a person asked for.
ERRAND_STATES = {
    **_RUNS,
    "waiting": Look(_("chờ đến lượt"), "hollow", "wait"),
    "stopped": Look(_("đã dừng"), "cross", "care"),
}
# What runs by itself, on the page of the administrator.
JOB_STATES = {
    **_RUNS,
    "waiting": Look(_("chờ đến giờ"), "hollow", "wait"),
    "asked": Look(_("đã yêu cầu chạy"), "hollow", "wait"),
}


@lru_cache(maxsize=64)
def state_html(state: str, language: str) -> SafeString:
    """The state of a task as the many rows of a list show it."""
    return look_html(WORDS[state], language)


@lru_cache(maxsize=64)
def state_word(state: str, language: str) -> str:
    with translation.override(language):
        return str(WORDS[state].word)


def look_html(look: Look, language: str) -> SafeString:
    with translation.override(language):
        return state_fragment(str(look.word), look.shape, look.tone)
