"""Whose turn it is: what open schemes wait for at one's own desk.

A village corrects, signs and sends again; the owner answers what villages propose; the
treasury budgets, bills and pays; the branch enrols. Each is one row for each scheme, so
that what is counted is what is listed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import (
    Count,
    Exists,
    IntegerField,
    OuterRef,
    QuerySet,
    Subquery,
    Sum,
    Value,
)

from naungan.casework.accounts.scope import Scope
from naungan.casework.protection.models import (
    Billing,
    Participation,
    Scheme,
    Submission,
    Tally,
)


TREASURY: Final = "bpkad"
"""The kind of institution that budgets and pays where it takes part."""


@dataclass(frozen=True)
class Turn:
    """One thing that waits: in which scheme, for what, and how many it is about."""

    code: str
    number: int
    name: str
    many: int


@dataclass(frozen=True)
class _Kind:
    """A kind of turn: in which schemes it may stand, and the rows that make it one."""

    code: str
    schemes: QuerySet[Scheme]
    rows: QuerySet[Any]
    many: Any

    @property
    def waiting(self) -> QuerySet[Scheme]:
        """Give the schemes that have such rows."""
        return self.schemes.filter(Exists(self.rows))

    @property
    def counted(self) -> QuerySet[Scheme, Any]:
        """Give code, number, name of those schemes, and how many the rows are."""
        kept = self.rows.order_by().values("scheme_id").annotate(many=self.many)
        return (
            self.waiting.order_by()
            .annotate(
                turn=Value(self.code),
                many=Subquery(kept.values("many"), output_field=IntegerField()),
            )
            .values_list("turn", "pk", "name", "many")
        )


def of_office(scope: Scope) -> list[QuerySet[Scheme]]:
    """Give the schemes that wait for an agency, a treasury or a branch, a kind each."""
    return [one.waiting for one in _office(scope)]


def of_village(scope: Scope) -> list[QuerySet[Scheme]]:
    """Give the schemes that wait for a village, a kind each."""
    return [one.waiting for one in _village(scope)]


def turns(scope: Scope, *, village: bool) -> list[Turn]:
    """Tell everything that waits by one statement, in the order of the work."""
    kinds = _village(scope) if village else _office(scope)
    if not kinds:
        return []
    first, *others = (one.counted for one in kinds)
    order = [one.code for one in kinds]
    found = [Turn(*row) for row in first.union(*others, all=True)]
    return sorted(found, key=lambda one: (order.index(one.code), one.name, one.number))


def _office(scope: Scope) -> list[_Kind]:
    own = Scheme.objects.filter(state="open", institution_id=scope.institution_id)
    parts = Participation.objects.filter(ended_on=None, scheme=OuterRef("pk"))
    joined = Scheme.objects.filter(
        Exists(parts.filter(institution_id=scope.institution_id)), state="open"
    )
    kinds = []
    if scope.may("manage_schemes") or scope.may("decide_people"):
        sent = _of(Submission.objects.filter(state="forwarded"))
        kinds.append(_Kind("proposed", own, sent, Count("pk")))
    if scope.may("record_funds"):
        alone = own.exclude(Exists(parts.filter(institution__kind=TREASURY)))
        kinds += _money(alone | joined)
    if scope.may("enrol_people"):
        kinds.append(_Kind("enrol", own | joined, _people("budgeted"), Sum("people")))
    return kinds


def _money(ours: QuerySet[Scheme]) -> Sequence[_Kind]:
    bills = _of(Billing.objects.filter(paid_on=None, voided_at=None))
    unbilled = ours.exclude(Exists(bills))
    return (
        _Kind("budget", ours, _people("decided"), Sum("people")),
        _Kind("bill", unbilled, _people("enrolled"), Sum("people")),
        _Kind("pay", ours, bills, Count("pk")),
    )


def _village(scope: Scope) -> list[_Kind]:
    code = scope.region_code
    seen = Scheme.objects.filter(state="open")
    sent = _of(Submission.objects.filter(village_code=code))
    kinds = []
    if scope.may("propose_people"):
        wrong = _people("flagged").filter(village_code=code)
        back = sent.filter(state="returned")
        kinds.append(_Kind("returned", seen, back, Count("pk")))
        kinds.append(_Kind("mend", seen, wrong, Sum("people")))
        refused = _people("refused").filter(village_code=code)
        kinds.append(_Kind("refused", seen, refused, Sum("people")))
    if scope.may("forward_lists"):
        kinds.append(_Kind("sign", seen, sent.filter(state="prepared"), Count("pk")))
    return kinds


def _people(state: str) -> QuerySet[Tally]:
    return _of(Tally.objects.filter(state=state, people__gt=0))


def _of(rows: QuerySet[Any]) -> QuerySet[Any]:
    return rows.filter(scheme=OuterRef("pk"))
