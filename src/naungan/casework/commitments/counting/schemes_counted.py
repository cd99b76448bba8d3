"""Schemes for vulnerable workers that a promise speaks of."""

from collections.abc import Sequence
from typing import Final

from django.db.models import QuerySet

from naungan.casework.commitments.indicator import Asked
from naungan.casework.commitments.record_days import inside
from naungan.casework.protection.access import TREASURIES
from naungan.casework.protection.models import Participation, Scheme


HOLDERS: Final = (*TREASURIES, "bpjs_branch", "bpjs_region")
"""Kinds of institutions that make schemes or take part in them."""
NARROWS: Final = ("scheme", "fund", "category")


def of_region(asked: Asked) -> QuerySet[Scheme]:
    """Give the schemes of an institution, its own and those in which it takes part.

    Those in preparation are left out: nothing was promised to anybody there yet.
    """
    here = asked.eyes.institution_id
    parts = Participation.objects.filter(institution_id=here, ended_on=None)
    own = Scheme.objects.filter(institution_id=here)
    joined = Scheme.objects.filter(pk__in=parts.values("scheme_id"))
    found = (own | joined).exclude(state="draft")
    extent = asked.extent
    if extent.scheme is not None:
        return found.filter(pk=extent.scheme)
    named = {"fund": extent.fund, "category": extent.category}
    kept = {name: value for name, value in named.items() if value}
    return found.filter(inside(asked.region_code, "region_code"), **kept)


def without_renewed(found: Sequence[Scheme], month: int) -> list[Scheme]:
    """Leave out schemes that are over in a month where the next one has begun."""
    after = {one.renews_id for one in found if one.from_month <= month}
    return [one for one in found if one.until_month >= month or one.pk not in after]
