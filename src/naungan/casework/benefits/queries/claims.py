"""Claims one may see: a list, one with everything, its papers; looks are recorded."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Count, Prefetch, Q, QuerySet

from naungan.casework import look
from naungan.casework.accounts.scope import Scope
from naungan.casework.benefits.models import Claim, ClaimPaper, Tranche
from naungan.casework.benefits.states import OPEN, OVER, SETTLED, WITH_THE_FAMILY
from naungan.lib import identity_numbers


NOUN: Final = "claim"
GROUPS: Final[Mapping[str, tuple[str, ...]]] = {
    "open": OPEN,
    "papers": WITH_THE_FAMILY,
    "branch": ("reported", "complete", "approved"),
    "settled": SETTLED,
    "over": OVER,
}
"""How a list is cut, by the states of each part."""


@dataclass(frozen=True)
class Sought:
    """Which claims a list shows; `word` is looked for in names."""

    group: str = ""
    event: str = ""
    fund: str = ""
    word: str = ""
    year: int | None = None
    late_on: date | None = None


def claims(scope: Scope) -> QuerySet[Claim]:
    """Give the claims one may see, the newest first; nobody is looked at yet."""
    return (
        counted(scope)
        .filter(erased_at=None)
        .select_related("institution", "reported_by", "sponsor")
        .order_by("-told_on", "-pk")
    )


def counted(scope: Scope) -> QuerySet[Claim]:
    """Give the claims that one's figures count, also those that name nobody any more.

    The branch sees what it pays, others what they reported, what their schemes paid
    for, and a village whoever of its lists it is about. The database says the same.
    """
    here = scope.institution_id
    seen = Q(institution_id=here) | Q(reported_by_id=here) | Q(sponsor_id=here)
    if len(scope.region_code.split(".")) > 2:  # a district or a village
        inside = Q(village_code=scope.region_code)
        inside |= Q(village_code__startswith=f"{scope.region_code}.")
        seen |= inside & Q(scheme_id__isnull=False)
    return Claim.objects.filter(seen).order_by()


def found(scope: Scope, sought: Sought) -> QuerySet[Claim]:
    """Give the claims that a list asks for."""
    kept = claims(scope)
    if sought.group in GROUPS:
        kept = kept.filter(state__in=GROUPS[sought.group])
    if sought.late_on is not None:
        kept = kept.filter(state="approved") | kept.filter(state="complete")
        kept = kept.filter(pay_by__lt=sought.late_on)
    for name in ("event", "fund"):
        if getattr(sought, name):
            kept = kept.filter(**{name: getattr(sought, name)})
    if sought.word:
        kept = kept.filter(name__icontains=sought.word)
    return kept.filter(event_on__year=sought.year) if sought.year else kept


def group_counts(scope: Scope) -> dict[str, int]:
    """Count the claims of each part of the list by one question."""
    rows = claims(scope).order_by().values_list("state").annotate(many=Count("pk"))
    by_state = dict(rows)
    return {
        group: sum(by_state.get(one, 0) for one in states)
        for group, states in GROUPS.items()
    } | {"": sum(by_state.values())}


def waiting(scope: Scope) -> list[QuerySet[Claim]]:
    """Give what waits for one's own desk: a branch decides, others bring papers."""
    mine = claims(scope)
    if scope.may("decide_claims"):
        mine = mine.filter(institution_id=scope.institution_id)
        return [mine.filter(state__in=GROUPS["branch"])]
    mine = mine.filter(reported_by_id=scope.institution_id)
    return [mine.filter(state__in=WITH_THE_FAMILY)]


def seen(scope: Scope, shown: list[Claim], purpose: str = "claim_list") -> list[Claim]:
    """Record that the claims of a page were looked at."""
    if shown:
        numbers = ",".join(str(one.pk) for one in shown)
        look.record(
            by=scope, noun=NOUN, noun_id=numbers, purpose=purpose, rows=len(shown)
        )
    return shown


def claim(scope: Scope, number: int) -> Claim | None:
    """Read one claim with what hangs on it; the look is on record."""
    read = (
        claims(scope)
        .select_related("scheme", "entry", "made_by", "hand_over__letter")
        .prefetch_related(
            "heirs",
            "children",
            "past__by",
            "past__institution",
            Prefetch("tranches", Tranche.objects.order_by("child", "position")),
        )
        .filter(pk=number)
        .first()
    )
    if read is not None:
        look.record(by=scope, noun=NOUN, noun_id=read.pk, purpose="claim_page")
    return read


def of_entry(scope: Scope, entry_id: int) -> Claim | None:
    """Give the newest claim about somebody on a list, to lead there; nobody is looked at."""
    kept = claims(scope).filter(entry_id=entry_id).exclude(state="withdrawn")
    return kept.first()


def paper(scope: Scope, number: int) -> ClaimPaper | None:
    """Read a paper of a claim that has a copy; the look is on record."""
    held = ClaimPaper.objects.filter(claim__in=claims(scope), pk=number, voided_at=None)
    read = held.exclude(sha256="").select_related("claim").first()
    if read is not None:
        look.record(by=scope, noun="claim_paper", noun_id=number, purpose="claim_page")
    return read


def masked(one: Claim) -> str:
    """Write a NIK as pages show it, beside the birth date."""
    return identity_numbers.mask(one.nik) if one.nik else ""
