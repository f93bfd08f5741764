"""The verbs of meetings: the only writes. Each checks, changes and remembers in one go."""

from gandan.domain.meetings.actions.campaigns import add_delegate, open_campaign, require
from gandan.domain.meetings.actions.following import conclude, promise, recount
from gandan.domain.meetings.actions.loading import Verdict, load_chunk, load_sheet, weigh
from gandan.domain.meetings.actions.minutes import add_opinions, attach_minutes
from gandan.domain.meetings.actions.receptions import (
    Announced,
    announce_reception,
    call_off_reception,
    hold_reception,
    post_schedule,
)
from gandan.domain.meetings.actions.recording import Entry, Recorded, record_meeting

__all__ = [
    "Announced",
    "Entry",
    "Recorded",
    "Verdict",
    "add_delegate",
    "add_opinions",
    "announce_reception",
    "attach_minutes",
    "call_off_reception",
    "conclude",
    "hold_reception",
    "load_chunk",
    "load_sheet",
    "open_campaign",
    "post_schedule",
    "promise",
    "record_meeting",
    "recount",
    "require",
    "weigh",
]
