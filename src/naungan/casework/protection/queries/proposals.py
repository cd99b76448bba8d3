"""What villages proposed and where it stands."""

from typing import Any

from django.db.models import QuerySet

from naungan.casework.protection.models import Scheme, Submission


MEETING = ("held_on", "place", "leader", "attended", "countersigners")


def open_one(one: Scheme, village_code: str) -> Submission | None:
    """Give the proposal that a village is at work on, or that awaits its decree."""
    found = of_scheme(one).filter(village_code=village_code)
    return found.exclude(state="decided").first()


def of_scheme(one: Scheme) -> QuerySet[Submission]:
    """Give the proposals of a scheme, by village."""
    found = Submission.objects.filter(scheme=one)
    return found.select_related("scheme", "letter", "prepared_by", "forwarded_by")


def said_of(found: Submission) -> dict[str, Any]:
    """Give a meeting as its form shows it again."""
    return {name: getattr(found, name) for name in MEETING}
