"""Everything that a scheme keeps: itself, its quota, its people and its money."""

from naungan.casework.protection.models.entry import Check, Decision, Entry
from naungan.casework.protection.models.money import (
    Billing,
    Budget,
    Enrolment,
    PaidMonth,
)
from naungan.casework.protection.models.scheme import (
    Basis,
    Campaign,
    Participation,
    Quota,
    ReportedFigure,
    Scheme,
)
from naungan.casework.protection.models.submission import Submission
from naungan.casework.protection.models.tally import BilledMonth, Tally


__all__ = [
    "Basis",
    "BilledMonth",
    "Billing",
    "Budget",
    "Campaign",
    "Check",
    "Decision",
    "Enrolment",
    "Entry",
    "PaidMonth",
    "Participation",
    "Quota",
    "ReportedFigure",
    "Scheme",
    "Submission",
    "Tally",
]
