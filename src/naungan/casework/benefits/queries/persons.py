"""Whom a report is about: somebody on a list, found by NIK, or by name in one's village."""

from typing import Final

from naungan.casework import look
from naungan.casework.accounts.scope import Scope
from naungan.casework.protection.models import Entry
from naungan.casework.protection.queries.people import NOUN, entries
from naungan.casework.protection.states import STATES
from naungan.lib.identity_numbers import read_nik


SHORTEST: Final = 3
VILLAGE_PARTS: Final = 4  # 16.04.10.2003
GONE: Final = ("withdrawn", "renewed")
NAMED: Final = tuple(state for state in STATES if state not in GONE)


def named(scope: Scope, written: str, limit: int) -> list[Entry]:
    """Find a few people of lists by NIK; by name only at the desk of their own village.

    Elsewhere a name would be sought among everybody. The look is on record.
    """
    found = entries(scope).filter(state__in=NAMED)
    nik = read_nik(written).value
    if nik is not None:
        found = found.filter(nik=nik)
    elif may_name(scope) and len(written) >= SHORTEST:
        found = found.filter(village_code=scope.region_code, name__icontains=written)
    else:
        return []
    read = list(
        found.select_related("scheme").order_by("-scheme__from_month", "name", "pk")[
            :limit
        ]
    )
    if read:
        look.record(
            by=scope,
            noun=NOUN,
            noun_id=",".join(str(one.pk) for one in read),
            purpose="claim_report",
            rows=len(read),
        )
    return read


def may_name(scope: Scope) -> bool:
    """Tell whether people may be sought by name: at the desk of a village."""
    return len(scope.region_code.split(".")) == VILLAGE_PARTS
