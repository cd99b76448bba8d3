"""What was decided: of one pair, of a whole region, by one person."""

from django.db.models import Q, QuerySet

from naungan.casework.accounts.scope import Scope
from naungan.casework.review.kinds import KINDS, SUBJECTS, UNDONE
from naungan.casework.review.models import Verdict
from naungan.casework.review.pair import Pair
from naungan.casework.review.standing import Standing, standing


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


def answers(region_code: str) -> dict[str, dict[tuple[int, str], str]]:
    """Give the answer that holds of every pair of a region.

    By subject, then by number and partner.
    """
    found: dict[str, dict[tuple[int, str], str]] = {code: {} for code in SUBJECTS}
    told = held(region_code).values_list("subject", "number", "partner", "kind")
    for subject, number, partner, kind in told:
        found[subject][number, partner] = KINDS[kind].answer
    return found


def verdict(number: int) -> Verdict | None:
    """Give one entry by its number, where the scope may see it."""
    return Verdict.objects.filter(pk=number).first()


def last_of(scope: Scope, region_code: str) -> Verdict | None:
    """Give the last verdict of this person in a region that is not undone yet."""
    own = Q(decided_by_id=scope.user_id, institution_id=scope.institution_id)
    return (
        Verdict.objects.filter(own, region_code=region_code, undone_by__isnull=True)
        .exclude(kind=UNDONE)
        .order_by("pk")
        .last()
    )
