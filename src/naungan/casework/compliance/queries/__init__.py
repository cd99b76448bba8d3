"""What pages ask of cases: lists, one case whole, a day's work, counts that add up."""

from naungan.casework.compliance.queries.counting import ageing, funnel
from naungan.casework.compliance.queries.day import my_day
from naungan.casework.compliance.queries.lists import (
    Sought,
    case,
    cases,
    listed,
    open_of_employer,
    siblings,
)
from naungan.casework.compliance.queries.whole import (
    institutions_for,
    mandates,
    of_case,
    proposals,
    rules_of_year,
    teams,
    terms_around,
    visits,
    visits_near,
)


__all__ = [
    "Sought",
    "ageing",
    "case",
    "cases",
    "funnel",
    "institutions_for",
    "listed",
    "mandates",
    "my_day",
    "of_case",
    "open_of_employer",
    "proposals",
    "rules_of_year",
    "siblings",
    "teams",
    "terms_around",
    "visits",
    "visits_near",
]
