"""What people ask for, who has it, what was answered. Nouns only: nothing here decides."""

from gandan.domain.petitions.models.answer import Answer, AnswerKind
from gandan.domain.petitions.models.appraisal import Assessment, VoterRating
from gandan.domain.petitions.models.attachment import Attachment
from gandan.domain.petitions.models.bulk import Batch
from gandan.domain.petitions.models.clock import Clock, ClockDate, ClockPause
from gandan.domain.petitions.models.identity import PetitionerIdentity
from gandan.domain.petitions.models.join import Join
from gandan.domain.petitions.models.load import Load
from gandan.domain.petitions.models.petition import AskedLevel, Petition, SourceKind, State
from gandan.domain.petitions.models.publication import Publication
from gandan.domain.petitions.models.rating import PublicRating
from gandan.domain.petitions.models.route import Route
from gandan.domain.petitions.models.visit import Visit, Visitor

__all__ = [
    "Answer",
    "AnswerKind",
    "AskedLevel",
    "Assessment",
    "Attachment",
    "Batch",
    "Clock",
    "ClockDate",
    "ClockPause",
    "Join",
    "Load",
    "Petition",
    "PetitionerIdentity",
    "PublicRating",
    "Publication",
    "Route",
    "SourceKind",
    "State",
    "Visit",
    "Visitor",
    "VoterRating",
]
