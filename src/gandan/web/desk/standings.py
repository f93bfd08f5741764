"""How the standing of a task looks and is called."""

from __future__ import annotations

from functools import lru_cache

from django.utils import translation
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gandan.domain.tasks.queries import Shares
from gandan.web.desk.charts import share_bar
from gandan.web.desk.states import Look, look_html

STANDING_WORDS = {
    "done": Look(gettext_lazy("đã xong"), "full", "good"),
    "late": Look(gettext_lazy("quá hạn"), "point", "bad"),
    "not-due": Look(gettext_lazy("chưa đến hạn"), "half", "wait"),
    "no-owner": Look(gettext_lazy("chưa có đơn vị"), "hollow", "care"),
}


def say_shares(shares: Shares) -> str:
    """What a bar says to who does not see it."""
    return _("%(done)s xong, %(late)s quá hạn, %(wait)s chưa đến hạn, %(free)s chưa có đơn vị") % {
        "done": shares.done,
        "late": shares.late,
        "wait": shares.not_due,
        "free": shares.no_owner,
    }


@lru_cache(maxsize=16)
def standing_html(standing: str, language: str) -> SafeString:
    return look_html(STANDING_WORDS[standing], language)


@lru_cache(maxsize=2_048)
def share_bar_html(shares: Shares, language: str) -> SafeString:
    """Four numbers give one picture, whosever they are."""
    with translation.override(language):
        return share_bar(shares, say_shares(shares))
