"""What a data officer asks of the logs, within a scope."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final, TypeVar

from django.db.models import Model, QuerySet
from django.db.models.expressions import RawSQL

from naungan.casework.accounts.models import User
from naungan.casework.accounts.scope import Scope
from naungan.casework.audit.models import Act, Look


Entry = TypeVar("Entry", bound=Model)
TABLES_OF_A_PERSON: Final = (
    *("persons", "person", "uncovered", "person_rows", "person_findings"),
    *("person_lineage", "coverage", "links", "employer_workers", "review_pairs"),
)
"""What may be looked at under a person's own number."""


@dataclass(frozen=True)
class Sought:
    """Which entries are asked for: by whom, of which thing, on which day."""

    user_id: int | None = None
    noun: str = ""
    noun_id: str = ""
    on: date | None = None

    def conditions(self) -> dict[str, Any]:
        """Give what was asked as conditions of a query, but for the thing's number."""
        asked = {
            "user_id": self.user_id,
            "noun__in": TABLES_OF_A_PERSON if self._is_person else (self.noun,),
            "at__date": self.on,
        }
        return {
            name: value for name, value in asked.items() if value not in (None, ("",))
        }

    @property
    def _is_person(self) -> bool:
        return self.noun in TABLES_OF_A_PERSON and bool(self.noun_id)


def acts(scope: Scope, sought: Sought | None = None) -> QuerySet[Act]:
    """Give the acts of a scope's institution, newest first."""
    found = _sought(Act.objects.all(), scope, sought)
    return found.filter(noun_id=sought.noun_id) if sought and sought.noun_id else found


def looks(scope: Scope, sought: Sought | None = None) -> QuerySet[Look]:
    """Give the looks of a scope's institution, newest first.

    A person's number finds every look at them: alone, on a list, or at one of their
    rows.
    """
    found = _sought(Look.objects.all(), scope, sought)
    if not (sought and sought.noun_id):
        return found
    naming = RawSQL("SELECT audit_looks_naming(%s)", [sought.noun_id])
    return found.filter(pk__in=naming)


def _sought(
    entries: QuerySet[Entry], scope: Scope, sought: Sought | None
) -> QuerySet[Entry]:
    found = entries.select_related("user", "institution").order_by("-id")
    if not scope.every_institution:
        found = found.filter(institution_id=scope.institution_id)
    return found.filter(**(sought or Sought()).conditions())


def own_acts(user_id: int) -> QuerySet[Act]:
    """Give the acts of one person in all their institutions, newest first."""
    return (
        Act.objects.select_related("institution")
        .filter(user_id=user_id)
        .order_by("-id")
    )


def people(scope: Scope) -> QuerySet[User]:
    """Give whoever has or had an appointment in the institutions of a scope."""
    found = User.objects.filter(appointments__isnull=False)
    if not scope.every_institution:
        found = found.filter(appointments__institution_id=scope.institution_id)
    return found.distinct().order_by("name", "pk")


@dataclass(frozen=True)
class LastProof:
    """When the logs were last proved, and how many faults that found."""

    at: datetime
    broken: int


def last_proof() -> LastProof | None:
    """Give the last time that the logs were proved; None where they never were."""
    found = (
        Act.objects.filter(verb="verify", noun="log", user__isnull=True)
        .order_by("id")
        .last()
    )
    return LastProof(found.at, found.details["broken"]) if found else None
