"""Field, level and unit proposed for a petition, with reasons; a person decides."""

from gandan.domain.petitions.classification.model import (
    LinearModel,
    Trained,
    load_model,
    save,
    train,
)
from gandan.domain.petitions.classification.proposal import AUTOMATIC_FROM, Proposal, propose

__all__ = [
    "AUTOMATIC_FROM",
    "LinearModel",
    "Proposal",
    "Trained",
    "load_model",
    "propose",
    "save",
    "train",
]
