"""What was decided: of one pair, of many, of a whole queue, by one person."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from django.db.models import Q, QuerySet

from naungan.casework.accounts.scope import Scope
from naungan.casework.review.kinds import KINDS, UNDONE
from naungan.casework.review.models import Verdict
from naungan.casework.review.pair import Pair
from naungan.casework.review.standing import Standing, standing


Key = tuple[str, int, str]


def standing_of(pair: Pair) -> Standing:
    """Say what holds of one pair."""
    found = Verdict.objects.filter(
        region_code=pair.region_code,
        subject=pair.subject,
        number=pair.number,
        partner=pair.partner,
    )
    return standing(found.select_related("decided_by", "institution").order_by("pk"))


def standings(region_code: str, keys: Iterable[Key]) -> dict[Key, Standing]:
    """Say what holds of each of these pairs, by one query; pairs unheard of are absent."""
    asked = set(keys)
    if not asked:
        return {}
    numbers = {number for _, number, _ in asked}
    found = Verdict.objects.filter(region_code=region_code, number__in=numbers)
    by_key: dict[Key, list[Verdict]] = defaultdict(list)
    for one in found.order_by("pk"):
        by_key[one.subject, one.number, one.partner].append(one)
    return {key: standing(by_key[key]) for key in asked & set(by_key)}


def held(region_code: str) -> QuerySet[Verdict]:
    """Give the verdict that holds of every pair of a region, in a fixed order."""
    pair = ("subject", "number", "partner")
    return (
        Verdict.objects.filter(region_code=region_code, undone_by__isnull=True)
        .exclude(kind=UNDONE)
        .order_by(*pair, "-pk")
        .distinct(*pair)
    )


def tally(region_code: str, run: int) -> dict[str, int]:
    """Count the pairs of a publication by the answer that holds; no answer, no count."""
    kinds = held(region_code).filter(run=run).values_list("kind", flat=True)
    return dict(Counter(KINDS[kind].answer for kind in kinds))


def last_of(scope: Scope, region_code: str) -> Verdict | None:
    """Give the last verdict of this person in a region that is not undone yet."""
    own = Q(decided_by_id=scope.user_id, institution_id=scope.institution_id)
    return (
        Verdict.objects.filter(own, region_code=region_code, undone_by__isnull=True)
        .exclude(kind=UNDONE)
        .order_by("pk")
        .last()
    )
