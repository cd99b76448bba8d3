"""Everything that is kept of cases of employers."""

from naungan.casework.compliance.models.cases import Case, CaseFinding, CaseNote
from naungan.casework.compliance.models.ladders import PriorityRule, TermOverlay
from naungan.casework.compliance.models.partners import HandOver, Participation, Skk
from naungan.casework.compliance.models.replies import Paper, Reply, UploadLink
from naungan.casework.compliance.models.steps import StepTaken
from naungan.casework.compliance.models.teams import Team, TeamMember
from naungan.casework.compliance.models.visits import (
    PlannedVisit,
    VisitMember,
    VisitRecord,
)


__all__ = [
    "Case",
    "CaseFinding",
    "CaseNote",
    "HandOver",
    "Paper",
    "Participation",
    "PlannedVisit",
    "PriorityRule",
    "Reply",
    "Skk",
    "StepTaken",
    "Team",
    "TeamMember",
    "TermOverlay",
    "UploadLink",
    "VisitMember",
    "VisitRecord",
]
