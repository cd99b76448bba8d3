"""Which case an address names, what every page about it says, what may be done now."""

from datetime import date
from typing import Any, Final

from django.db.models import QuerySet
from django.http import Http404

from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.casework.collection import books
from naungan.casework.compliance import queries
from naungan.casework.compliance.models import Case
from naungan.casework.compliance.rules import Proposal
from naungan.web.pages.cases.shown import head
from naungan.web.request import ScopedRequest


OTHERS: Final = ("village", "district")
"""Kinds of institutions that no case is handed to."""


def case_of(request: ScopedRequest, number: int) -> Case:
    """Give a case of one's own or one in which one takes part; any other is not there."""
    found = queries.case(request.scope, number)
    if found is None:
        raise Http404
    return found


def proposal_of(request: ScopedRequest, case: Case, code: str, today: date) -> Proposal:
    """Give what the rules say of a step; one that may not be taken has no page."""
    found = proposals_of(request.scope, case, today)
    wanted = next((one for one in found if one.step.code == code), None)
    if wanted is None or not wanted.may or not wanted.ours:
        raise Http404
    return wanted


def proposals_of(scope: Scope, case: Case, today: date) -> tuple[Proposal, ...]:
    """Give what the rules say of every step, with the debt that the case knows."""
    debt = debt_of(case, today)
    return queries.proposals(scope, case, today, debt_idr=debt)


def debt_of(case: Case, today: date) -> int | None:
    """Give what is owed today; None where nothing was counted yet."""
    return books.owed(case.pk, today)


def receivers(request: ScopedRequest) -> QuerySet[Institution]:
    """Give the institutions to which cases and letters may go, by their names."""
    found = Institution.objects.filter(closed_on=None).exclude(kind__in=OTHERS)
    return found.exclude(pk=request.scope.institution_id).order_by("name")


def page(request: ScopedRequest, case: Case, **rest: Any) -> dict[str, Any]:
    """Give a template the head of a case and whatever else it shows."""
    return {"case": head.present(case, request.scope), **rest}
