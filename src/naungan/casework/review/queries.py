"""What was decided: of one pair, of a whole region, by one person."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db.models import QuerySet

from naungan.casework.accounts.scope import Scope
from naungan.casework.intake.models import Publication
from naungan.casework.review.kinds import KINDS, SUBJECTS, UNDONE
from naungan.casework.review.models import Verdict
from naungan.casework.review.pair import Pair
from naungan.casework.review.standing import Standing, standing


KEPT: Final = "verdicts"  # where a publication keeps what holds, asked once


@dataclass(frozen=True)
class Held:
    """The verdict that holds of one pair, without its note and its rows."""

    number_of_entry: int
    subject: str
    number: int
    partner: str
    kind: str
    user_id: int
    institution_id: int
    decided_at: datetime

    @property
    def label(self) -> str:
        """Name the verdict."""
        return KINDS[self.kind].label


def standing_of(pair: Pair) -> Standing:
    """Say what holds of one pair."""
    found = Verdict.objects.filter(
        region_code=pair.region_code,
        subject=pair.subject,
        number=pair.number,
        partner=pair.partner,
    )
    return standing(found.select_related("decided_by", "institution").order_by("pk"))


def held(region_code: str) -> QuerySet[Verdict]:
    """Give the verdict that holds of every pair of a region, in a fixed order."""
    pair = ("subject", "number", "partner")
    return (
        Verdict.objects.filter(region_code=region_code, undone_by__isnull=True)
        .exclude(kind=UNDONE)
        .order_by(*pair, "-pk")
        .distinct(*pair)
    )


def decided_between(
    region_code: str, since: datetime, until: datetime
) -> list[Verdict]:
    """Give what was decided or taken back in a region after one moment, up to another."""
    found = Verdict.objects.filter(
        region_code=region_code, decided_at__gt=since, decided_at__lte=until
    )
    return list(found.select_related("decided_by").order_by("pk"))


def holding(publication: Publication) -> tuple[Held, ...]:
    """Give what holds of every pair of a publication's region.

    Asked once for a publication that was fetched once: the frame of a page counts
    what its page shows.
    """
    kept = publication.__dict__
    if KEPT not in kept:
        rows = held(publication.region_code).values_list(
            *("pk", "subject", "number", "partner", "kind"),
            *("decided_by_id", "institution_id", "decided_at"),
        )
        kept[KEPT] = tuple(Held(*row) for row in rows)
    found: tuple[Held, ...] = kept[KEPT]
    return found


def answers(publication: Publication) -> dict[str, dict[tuple[int, str], str]]:
    """Give the answer that holds of every pair of a publication's region.

    By subject, then by number and partner.
    """
    found: dict[str, dict[tuple[int, str], str]] = {code: {} for code in SUBJECTS}
    for one in holding(publication):
        found[one.subject][one.number, one.partner] = KINDS[one.kind].answer
    return found


def last_of(scope: Scope, publication: Publication) -> Held | None:
    """Give the last verdict of this person that holds in a publication's region."""
    own = [
        one
        for one in holding(publication)
        if (one.user_id, one.institution_id) == (scope.user_id, scope.institution_id)
    ]
    return max(own, key=lambda one: one.number_of_entry, default=None)


def verdict(number: int) -> Verdict | None:
    """Give one entry by its number, where the scope may see it."""
    return Verdict.objects.filter(pk=number).first()
