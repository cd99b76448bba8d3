"""Who would be refused today: counts by scheme, village and reason, and the people."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Count, F, Func, Max, Q, QuerySet, TextField

from naungan.casework import look
from naungan.casework.accounts.scope import Scope
from naungan.casework.benefits.models import Risk
from naungan.casework.benefits.risks import KINDS
from naungan.casework.protection.models import Scheme
from naungan.casework.protection.queries.schemes import schemes


DISTRICT: Final = 2  # parts of the code of a regency; a longer one lies inside it


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
        Risk.objects.filter(scheme__in=list(seen))
        .order_by()
        .values_list("scheme_id")
        .annotate(
            refused=Count("pk", filter=Q(is_refused=True)),
            others=Count("pk", filter=Q(is_refused=False)),
            judged=Max("judged_on"),
        )
    )
    found = [OfScheme(seen[number], *rest) for number, *rest in rows]
    return sorted(found, key=lambda one: (-one.refused, one.scheme.pk))


def by_code(scope: Scope, one: Scheme, village_code: str = "") -> Mapping[str, int]:
    """Count the people of a scheme by reason; somebody may have several."""
    rows = _of(scope, one, village_code).annotate(
        code=Func(F("codes"), function="unnest", output_field=TextField())
    )
    counted = dict(rows.order_by().values_list("code").annotate(many=Count("pk")))
    return {code: counted[code] for code in KINDS if code in counted}


def by_village(scope: Scope, one: Scheme) -> list[tuple[str, int, int]]:
    """Count by village: its code, who would be refused, whom less would be paid."""
    rows = _of(scope, one, "").order_by().values_list("village_code")
    return sorted(
        rows.annotate(
            refused=Count("pk", filter=Q(is_refused=True)),
            others=Count("pk", filter=Q(is_refused=False)),
        )
    )


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
    kept = Risk.objects.filter(scheme=one)
    if len(scope.region_code.split(".")) > DISTRICT:  # a district or a village
        inside = Q(village_code=scope.region_code)
        kept = kept.filter(inside | Q(village_code__startswith=f"{scope.region_code}."))
    return kept.filter(village_code=village_code) if village_code else kept
