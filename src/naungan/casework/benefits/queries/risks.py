"""Who would be refused today: counts by scheme, village and reason, and the people."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, TypeVar

from django.db.models import Max, Model, Q, QuerySet, Sum

from naungan.casework import look
from naungan.casework.accounts.scope import Scope
from naungan.casework.benefits.models import Risk, RiskCount
from naungan.casework.benefits.models.risk import OTHERS, REFUSED
from naungan.casework.benefits.risks import RISKS
from naungan.casework.protection.models import Scheme
from naungan.casework.protection.queries.schemes import schemes


DISTRICT: Final = 2  # parts of the code of a regency; a longer one lies inside it
SUMS: Final[dict[str, Any]] = {
    "refused": Sum("people", filter=Q(code=REFUSED), default=0),
    "others": Sum("people", filter=Q(code=OTHERS), default=0),
}
Kept = TypeVar("Kept", bound=Model)


@dataclass(frozen=True)
class OfScheme:
    """How many people of a scheme would be refused or paid less, judged on which day."""

    scheme: Scheme
    refused: int
    others: int
    judged_on: date


def by_scheme(scope: Scope) -> list[OfScheme]:
    """Count the people of each scheme by two questions, the worst scheme first."""
    seen = {one.pk: one for one in schemes(scope)}
    rows = (
        _inside(scope, RiskCount.objects.filter(scheme__in=list(seen)))
        .order_by()
        .values_list("scheme_id")
        .annotate(**SUMS, judged=Max("judged_on"))
    )
    found = [OfScheme(seen[number], *rest) for number, *rest in rows]
    return sorted(found, key=lambda one: (-one.refused, one.scheme.pk))


def by_code(scope: Scope, one: Scheme, village_code: str = "") -> Mapping[str, int]:
    """Count the people of a scheme by reason; somebody may have several."""
    kept = _inside(scope, RiskCount.objects.filter(scheme=one))
    kept = kept.filter(village_code=village_code) if village_code else kept
    counted = dict(kept.order_by().values_list("code").annotate(many=Sum("people")))
    return {code: counted[code] for code in RISKS if code in counted}


def by_village(scope: Scope, one: Scheme) -> list[tuple[str, int, int]]:
    """Count by village: its code, who would be refused, whom less would be paid."""
    kept = _inside(scope, RiskCount.objects.filter(scheme=one))
    return sorted(kept.order_by().values_list("village_code").annotate(**SUMS))


def people(
    scope: Scope,
    one: Scheme,
    village_code: str = "",
    *,
    code: str = "",
    after: int = 0,
    limit: int = 100,
) -> list[Risk]:
    """Read a page of the people of a scheme who have a risk; the look is on record."""
    kept = _of(scope, one, village_code).filter(entry_id__gt=after)
    kept = kept.filter(codes__contains=[code]) if code else kept
    read = list(kept.select_related("entry").order_by("entry_id")[:limit])
    if read:
        look.record(
            by=scope,
            noun="scheme_person",
            noun_id=",".join(str(each.entry_id) for each in read),
            purpose="claim_risks",
            rows=len(read),
        )
    return read


def _of(scope: Scope, one: Scheme, village_code: str) -> QuerySet[Risk]:
    kept = _inside(scope, Risk.objects.filter(scheme=one))
    return kept.filter(village_code=village_code) if village_code else kept


def _inside(scope: Scope, rows: QuerySet[Kept]) -> QuerySet[Kept]:
    """Keep what lies in a scope: of a district or a village, its own places."""
    if len(scope.region_code.split(".")) <= DISTRICT:
        return rows
    inside = Q(village_code=scope.region_code)
    return rows.filter(inside | Q(village_code__startswith=f"{scope.region_code}."))
