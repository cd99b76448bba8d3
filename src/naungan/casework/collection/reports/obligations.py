"""The duties of one employer: which are met, which are not, and what says so."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from naungan.casework.accounts.scope import Scope
from naungan.casework.intake import pursuit
from naungan.casework.intake.models import Publication
from naungan.law.answer import Used
from naungan.law.book import enacted
from naungan.law.duty.cited import cite_duty
from naungan.law.obligation import Obligation
from naungan.law.words import Words


REGISTRATION: Final = "register_employer"
MET, UNMET, UNKNOWN = "met", "unmet", "unknown"
Row = dict[str, Any]


@dataclass(frozen=True)
class Duty:
    """One duty of an employer: its state, the finding that says so, its articles."""

    code: str
    title: Words
    state: str
    finding: Row | None
    cited: tuple[Used, ...]


@dataclass(frozen=True)
class Register:
    """The duties of an employer as one snapshot shows them."""

    employer: Row
    duties: tuple[Duty, ...]

    def count(self, state: str) -> int:
        """Count the duties in a state."""
        return sum(one.state == state for one in self.duties)


def register(
    publication: Publication, scope: Scope, employer_id: int, on: date
) -> Register | None:
    """Hold the duties of an employer against a snapshot; None where it is not there."""
    found = pursuit.found(publication, scope, employer_id)
    if found is None:
        return None
    return Register(found.employer, duties(found.employer, found.findings, on))


def duties(employer: Row, findings: list[Row], on: date) -> tuple[Duty, ...]:
    """Judge each duty that a finding can contradict, in the order of the law's titles.

    A finding says that a duty is not met. Without one it is met as far as the files
    show, but nothing can be said of an employer that is not surely registered.
    """
    by_code = {row["code"]: row for row in findings}
    return tuple(
        Duty(
            duty.code,
            Words(duty.title, duty.title_en),
            _state(duty, employer, by_code),
            next((by_code[one] for one in duty.findings if one in by_code), None),
            cite_duty(enacted(), duty, on),
        )
        for duty in _of_employers()
    )


def _of_employers() -> list[Obligation]:
    """Name the duties of employers that a finding about an employer contradicts."""
    found = [
        one
        for one in enacted().obligations.values()
        if one.who == "employer" and one.findings and one.category
    ]
    return sorted(found, key=lambda one: (one.code != REGISTRATION, one.code))


def _state(duty: Obligation, employer: Row, by_code: dict[str, Row]) -> str:
    if any(one in by_code for one in duty.findings):
        return UNMET
    return MET if employer["registration"] == "registered" else UNKNOWN
