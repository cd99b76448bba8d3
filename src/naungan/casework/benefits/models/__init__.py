"""Everything that a claim keeps: itself, its family, its papers, its payment."""

from naungan.casework.benefits.models.claim import Claim, Happening
from naungan.casework.benefits.models.family import Child, Heir, Tranche
from naungan.casework.benefits.models.handing import HandOver
from naungan.casework.benefits.models.paper import ClaimPaper
from naungan.casework.benefits.models.risk import Risk, RiskCount


__all__ = [
    "Child",
    "Claim",
    "ClaimPaper",
    "HandOver",
    "Happening",
    "Heir",
    "Risk",
    "RiskCount",
    "Tranche",
]
