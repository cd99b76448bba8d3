"""Cases of employers that an institution's promise speaks of."""

from typing import Final

from django.db.models import QuerySet

from naungan.casework.commitments.indicator import Asked
from naungan.casework.commitments.record_days import inside
from naungan.casework.compliance import queries
from naungan.casework.compliance.models import Case


HOLDERS: Final = (
    *("bpjs_branch", "bpjs_region", "inspectorate", "kejari", "kejati", "dpmptsp"),
)
"""Kinds of institutions that have cases, their own or those they take part in."""


def of_region(asked: Asked) -> QuerySet[Case]:
    """Give the cases of the region and the ladder asked for."""
    found = queries.cases(asked.eyes)
    found = found.filter(inside(asked.region_code, "region_code", "village_code"))
    return found.filter(track=asked.extent.track) if asked.extent.track else found
