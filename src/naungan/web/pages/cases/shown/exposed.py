"""What the employer would owe if one of its workers died today, from today's data."""

from dataclasses import dataclass
from datetime import date

from naungan.casework.accounts.scope import Scope
from naungan.casework.collection.exposure import Exposed, exposure
from naungan.casework.compliance.models import Case
from naungan.casework.intake import door
from naungan.web.pages.cases import words
from naungan.web.pages.cases.shown.law_cited import cited, doubt, sentence
from naungan.web.pages.employers.presenter import Badge, badge


@dataclass(frozen=True)
class Shown:
    """One finding that leaves workers without a benefit from the fund."""

    badge: Badge
    sentence: str
    cited: str
    doubt: str


def of_case(case: Case, scope: Scope, today: date) -> list[Shown]:
    """Ask today's snapshot; nothing where the employer is in none, or may not be seen."""
    if case.employer_id is None:
        return []
    publication = door.newest(case.series) if scope.may("see_employers") else None
    if publication is None:
        return []
    found = exposure(publication, scope, case.employer_id, today)
    return [_shown(one) for one in found if one.people]


def _shown(one: Exposed) -> Shown:
    held = [cited(used.confidence, used.basis, "") for used in one.used]
    kept = list(dict.fromkeys(held))
    return Shown(
        badge=badge(one.code),
        sentence=words.say(one.sentence),
        cited=sentence(kept),
        doubt=doubt(kept),
    )
