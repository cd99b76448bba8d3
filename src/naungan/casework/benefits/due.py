"""What is due after what happened, by the law of that day, with every doubt."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from naungan.casework.benefits.models import Child, Claim
from naungan.law.answer import Answer
from naungan.law.benefit import programmes
from naungan.law.kinds import answer
from naungan.law.question import Field
from naungan.lib.errors import LawRefused


ASKED: Final = (
    "segment",
    "joined",
    "registered",
    "active",
    "arrears_months",
    "contribution_months",
    "income",
    "wage",
    "reported_wage",
    "heirs",
    "outcome",
    "losses",
    "stmb_months",
    "stmb_days",
    "reported_on",
    "phase",
)
"""What a claim may state beside its days and children, in the order of its form."""


@dataclass(frozen=True)
class Due:
    """What is due, who pays it, and whether any value behind it is doubtful.

    `scholarship_idr` is the whole course of all children, and no part of `total_idr`:
    it is claimed year by year. `pay_by` is None until the papers are complete.
    """

    answer: Answer
    total_idr: int
    payer: str
    bpjs_idr: int
    employer_idr: int
    scholarship_idr: int
    pay_by: date | None

    @property
    def is_sure(self) -> bool:
        """Tell whether every value was read in the text of the law."""
        return not self.answer.doubts


def due(claim: Claim, *, paid_on: date | None = None) -> Due:
    """Answer what a claim is worth; raises LawRefused where something must be stated."""
    asked = answer("benefit", question(claim, paid_on=paid_on))
    found = asked.results
    pay_by = found.get("pay_by")
    return Due(
        asked,
        found["total"],
        found["payer"],
        found["bpjs"],
        found["employer"],
        found.get("scholarship", 0),
        date.fromisoformat(pay_by) if pay_by else None,
    )


def question(claim: Claim, *, paid_on: date | None = None) -> dict[str, Any]:
    """Write what a claim states as the law's question; what it does not read is left out."""
    known = {one.name for one in fields(claim.event)}
    stated: dict[str, Any] = {
        "event_date": claim.event_on,
        "children": [_child(one) for one in claim.children.all()] or None,
        "complete_on": claim.complete_on,
        "paid_on": paid_on or claim.paid_on,
        "outcome": "death" if claim.event == "death_work" else None,
        "claimed_on": claim.told_on,
        "reported_on": claim.told_on,
        **{name: claim.facts.get(name) for name in ASKED if claim.facts.get(name)},
    }
    if claim.complete_on is None:
        stated["paid_on"] = None
    kept = {
        name: value
        for name, value in stated.items()
        if name in known and value is not None
    }
    return {"programme": claim.programme, **kept}


def fields(event: str) -> tuple[Field, ...]:
    """Give what the law reads about a kind of event."""
    code = {"death_other": "JKM"}.get(event, "JKK")
    return tuple(programmes()[code].FIELDS)


def check_children(claim: Claim) -> None:
    """Refuse a claim whose children cannot be as they are written, and nothing else."""
    try:
        due(claim)
    except LawRefused as refusal:
        if "children" in str(refusal):
            raise


def _child(one: Child) -> dict[str, Any]:
    """State a child without a name: the law's answer is kept longer than names are."""
    stated: Mapping[str, Any] = {
        "birth_date": one.birth_date,
        "level": one.level,
        "grade": one.grade,
        "from_year": one.from_year,
        "married": "ya" if one.married else None,
        "working": "ya" if one.working else None,
    }
    return {name: value for name, value in stated.items() if value is not None}
