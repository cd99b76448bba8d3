"""Promises, and everything that hangs on them."""

from naungan.casework.commitments.models.following import (
    Activity,
    Claim,
    Evidence,
    Measurement,
    Reminder,
    Revision,
)
from naungan.casework.commitments.models.promise import Commitment
from naungan.casework.commitments.models.sight import Sight


__all__ = [
    "Activity",
    "Claim",
    "Commitment",
    "Evidence",
    "Measurement",
    "Reminder",
    "Revision",
    "Sight",
]
