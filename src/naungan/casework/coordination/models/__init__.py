"""Everything that is kept of meetings: themselves, who came, what was said and agreed."""

from naungan.casework.coordination.models.events import (
    AgendaItem,
    Event,
    EventBasis,
    EventLink,
    EventParty,
    Organiser,
)
from naungan.casework.coordination.models.minutes import Approval, Minutes
from naungan.casework.coordination.models.people import Attendance, Official
from naungan.casework.coordination.models.plans import JointPlan, PlanActivity
from naungan.casework.coordination.models.policies import PolicyDuty, PolicyInstrument
from naungan.casework.coordination.models.sayings import (
    Figure,
    Obstacle,
    Recommendation,
    Statement,
)
from naungan.casework.coordination.models.sources import EventPaper, EventSource, Quote


__all__ = [
    "AgendaItem",
    "Approval",
    "Attendance",
    "Event",
    "EventBasis",
    "EventLink",
    "EventPaper",
    "EventParty",
    "EventSource",
    "Figure",
    "JointPlan",
    "Minutes",
    "Obstacle",
    "Official",
    "Organiser",
    "PlanActivity",
    "PolicyDuty",
    "PolicyInstrument",
    "Quote",
    "Recommendation",
    "Statement",
]
