"""The nouns of meetings."""

from gandan.domain.meetings.models.campaign import Campaign, Delegate, Requirement, Tier
from gandan.domain.meetings.models.meeting import Meeting, Mode, Opinion, Promise, State
from gandan.domain.meetings.models.minutes import Minutes
from gandan.domain.meetings.models.reception import Reception

__all__ = [
    "Campaign",
    "Delegate",
    "Meeting",
    "Minutes",
    "Mode",
    "Opinion",
    "Promise",
    "Reception",
    "Requirement",
    "State",
    "Tier",
]
