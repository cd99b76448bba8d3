"""People on lists: a village's list, one person with everything; looks are recorded."""

from collections.abc import Iterator
from typing import Final

from django.db.models import Prefetch, QuerySet

from naungan.casework import look
from naungan.casework.accounts.scope import Scope
from naungan.casework.protection.models import (
    Check,
    Enrolment,
    Entry,
    PaidMonth,
    Scheme,
)
from naungan.casework.protection.queries.schemes import schemes
from naungan.casework.protection.states import BILLED, NEAR_POOR
from naungan.lib import identity_numbers


NOUN: Final = "scheme_person"
AT_A_TIME: Final = 2_000


def entries(scope: Scope) -> QuerySet[Entry]:
    """Give the people one may see, with what the checks found; nobody is looked at yet."""
    found = Entry.objects.filter(scheme__in=schemes(scope), erased_at=None)
    if len(scope.region_code.split(".")) > 2:  # a district or a village
        inside = found.filter(village_code=scope.region_code)
        found = inside | found.filter(village_code__startswith=f"{scope.region_code}.")
    return found.select_related("scheme", "decision", "budget").prefetch_related(
        Prefetch("checks", Check.objects.order_by("pk"))
    )


def people(
    scope: Scope,
    one: Scheme,
    village_code: str = "",
    *,
    roster: str = "",
    states: tuple[str, ...] = (),
    paid_month: int | None = None,
    sent: Enrolment | None = None,
    after: tuple[str, int] | None = None,
    limit: int = 100,
    purpose: str = "scheme_list",
) -> list[Entry]:
    """Read a page of a list in its order; the look is on record.

    `paid_month` keeps whom a payment names for that month, `sent` whom a file for BPJS
    Ketenagakerjaan names. `after` is village and position of the last line before.
    """
    found = entries(scope).filter(scheme=one)
    if paid_month is not None:
        paid = PaidMonth.objects.filter(scheme=one, month=paid_month)
        found = found.filter(pk__in=paid.exclude(paid_on=None).values("entry_id"))
    if sent is not None:
        found = found.filter(enrolment=sent)
    if village_code:
        found = found.filter(village_code=village_code)
    if roster:
        found = found.filter(roster=roster)
    if states:
        found = found.filter(state__in=states)
    if after is not None:
        later = found.filter(village_code=after[0], position__gt=after[1])
        found = later | found.filter(village_code__gt=after[0])
    read = list(found.order_by("village_code", "position", "pk")[:limit])
    _look(scope, [line.pk for line in read], purpose)
    return read


def person(scope: Scope, number: int, purpose: str = "scheme_person") -> Entry | None:
    """Read one person on a list, with the months paid; the look is on record."""
    found = entries(scope).prefetch_related(
        Prefetch("months", PaidMonth.objects.order_by("month"))
    )
    around = ("follows__scheme", "followed_by__scheme", "added_by")
    read = found.select_related(*around).filter(pk=number).first()
    if read is not None:
        _look(scope, [read.pk], purpose)
    return read


def masked(entry: Entry) -> str:
    """Write a NIK as a list shows it, beside the birth date."""
    if entry.nik is None:
        return "•" * len(entry.nik_written)
    return identity_numbers.mask(entry.nik)


def of_enrolment(scope: Scope, made: Enrolment, ground: str) -> Iterator[Entry]:
    """Read everybody of a file for BPJS Ketenagakerjaan, NIK open; looks are recorded."""
    purpose = look.purpose("enrolment_file", ground)
    found = Entry.objects.filter(enrolment=made).order_by("village_code", "position")
    read = list(found.iterator(AT_A_TIME))
    _look(scope, [line.pk for line in read], purpose, unmasked=True)
    yield from read


def able(scope: Scope, one: Scheme, *, limit: int, after: int = 0) -> list[Entry]:
    """Read who is paid for, lives, and could pay alone: in a decile above the poor.

    In the order of their lines, behind `after`; the look is on record.
    """
    bare = entries(scope).select_related(None).prefetch_related(None)
    found = bare.filter(scheme=one, state__in=BILLED, pk__gt=after)
    read = list(found.filter(died_on=None, decile__gt=NEAR_POOR).order_by("pk")[:limit])
    _look(scope, [line.pk for line in read], "able_to_pay")
    return read


def _look(
    scope: Scope, numbers: list[int], purpose: str, *, unmasked: bool = False
) -> None:
    if numbers:
        look.record(
            by=scope,
            noun=NOUN,
            noun_id=",".join(map(str, numbers)),
            purpose=purpose,
            unmasked=unmasked,
            rows=len(numbers),
        )
