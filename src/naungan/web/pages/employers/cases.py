"""The cases of an employer as its page names them, and whether one may be opened."""

from dataclasses import dataclass

from naungan.casework.accounts.scope import Scope
from naungan.casework.compliance import kinds, queries, states
from naungan.casework.compliance.models import Case
from naungan.casework.intake.models import Publication
from naungan.law.book import enacted
from naungan.web.language import spoken


@dataclass(frozen=True)
class Line:
    """One case."""

    number: int
    label: str
    text: str
    state: str


@dataclass(frozen=True)
class Pursued:
    """What is said of an employer's cases to whoever may see any."""

    is_shown: bool
    may_open: bool
    cases: list[Line]


def of_employer(scope: Scope, publication: Publication, number: int) -> Pursued:
    """Give the cases that are not closed."""
    if not scope.may("see_cases"):
        return Pursued(is_shown=False, may_open=False, cases=[])
    found = queries.open_of_employer(scope, publication.region_code, number)
    may_open = scope.may("open_cases")
    lines = [_line(one) for one in found]
    return Pursued(is_shown=may_open or bool(lines), may_open=may_open, cases=lines)


def _line(case: Case) -> Line:
    track = kinds.label(kinds.TRACKS, case.track, spoken())
    step = enacted().steps.get(case.stage)
    text = f"{track} · {step.title.text(spoken())}" if step else track
    state = states.CASE.label(case.state, spoken())
    return Line(case.pk, case.number, text, state)
