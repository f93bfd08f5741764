"""The verbs of meetings: the only writes. Each checks, changes and remembers in one go."""

from gandan.domain.meetings.actions.campaigns import add_delegate, open_campaign, require
from gandan.domain.meetings.actions.following import conclude, promise
from gandan.domain.meetings.actions.inspecting import (
    Item,
    close_inspection,
    conclude_inspection,
    find_shortcoming,
    judge,
    plan_inspection,
    plan_visits,
)
from gandan.domain.meetings.actions.loading import (
    CHUNK,
    Verdict,
    load_chunk,
    load_sheet,
    weigh,
)
from gandan.domain.meetings.actions.minutes import add_opinions, attach_minutes
from gandan.domain.meetings.actions.receptions import (
    Announced,
    announce_reception,
    call_off_reception,
    hold_reception,
    post_schedule,
)
from gandan.domain.meetings.actions.recording import Entry, Recorded, record_meeting
from gandan.domain.meetings.actions.recounting import RecountConclusion, recount
from gandan.domain.meetings.actions.training import (
    add_material,
    count_attendance,
    invite,
    plan_course,
    plan_session,
)
from gandan.domain.meetings.verdicts import Judged

__all__ = [
    "CHUNK",
    "Announced",
    "Entry",
    "Item",
    "Judged",
    "Recorded",
    "RecountConclusion",
    "Verdict",
    "add_delegate",
    "add_material",
    "add_opinions",
    "announce_reception",
    "attach_minutes",
    "call_off_reception",
    "close_inspection",
    "conclude",
    "conclude_inspection",
    "count_attendance",
    "find_shortcoming",
    "hold_reception",
    "invite",
    "judge",
    "load_chunk",
    "load_sheet",
    "open_campaign",
    "plan_course",
    "plan_inspection",
    "plan_session",
    "plan_visits",
    "post_schedule",
    "promise",
    "record_meeting",
    "recount",
    "require",
    "weigh",
]
