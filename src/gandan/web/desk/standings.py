"""How the standing of a task looks and is called."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gandan.domain.tasks.queries import Shares
from gandan.web.desk.states import Look

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
