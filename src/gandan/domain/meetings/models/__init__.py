"""The nouns of meetings."""

from gandan.domain.meetings.models.campaign import Campaign, Delegate, Requirement, Tier
from gandan.domain.meetings.models.course import Attendance, Audience, Course, Session
from gandan.domain.meetings.models.inspection import (
    ChecklistItem,
    Inspection,
    InspectionState,
    ItemVerdict,
    Shortcoming,
    Visit,
)  # fmt: skip
from gandan.domain.meetings.models.meeting import Meeting, Mode, Opinion, Promise, State
from gandan.domain.meetings.models.minutes import Minutes
from gandan.domain.meetings.models.reception import Reception

__all__ = [
    "Attendance",
    "Audience",
    "Campaign",
    "ChecklistItem",
    "Course",
    "Delegate",
    "Inspection",
    "InspectionState",
    "ItemVerdict",
    "Meeting",
    "Minutes",
    "Mode",
    "Opinion",
    "Promise",
    "Reception",
    "Requirement",
    "Session",
    "Shortcoming",
    "State",
    "Tier",
    "Visit",
]
