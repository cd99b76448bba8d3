"""Invented verdicts on the first pairs of the queue: one of each answer."""

from typing import Final

from django.db import transaction

from naungan.casework.accounts import scope
from naungan.casework.accounts.demonstration import person_at
from naungan.casework.accounts.desks import VILLAGE
from naungan.casework.intake.models import Publication
from naungan.casework.review import actions, records
from naungan.casework.review.kinds import CANNOT_SAY
from naungan.casework.review.models import Verdict


ANSWERS: Final = (
    ("kepesertaan", "same_person", "Kartu keluarga dicocokkan (rekaan)"),
    ("kepesertaan", "different_person", "Dua orang bernama mirip (rekaan)"),
    ("kacab", CANNOT_SAY, "Menunggu jawaban desa (rekaan)"),
)
"""Who says what of the first, the second, the third pair of persons."""


def furnish(publication: Publication, is_last: bool) -> None:
    """Decide the first pairs of the last snapshot, where nobody decided anything."""
    if not is_last or not VILLAGE.startswith(f"{publication.region_code}."):
        return
    with transaction.atomic():
        scope.tell(None, None, every=True)
        known = Verdict.objects.filter(region_code=publication.region_code)
        if known.exists():
            return
    for place, (desk, kind, note) in enumerate(ANSWERS):
        with transaction.atomic():
            _decide(publication, desk, kind, note, place)


def _decide(
    publication: Publication, desk: str, kind: str, note: str, place: int
) -> None:
    scope.tell(None, None, every=True)
    by = person_at(desk)
    if by is None:
        return
    scope.enter(by)
    keys = records.orders(publication, by)["person"][place : place + 1]
    for key in keys:
        found = records.pair(publication, by, "person", key)
        if found is not None:
            pair = records.named(publication, "person", found, key)
            actions.decide(by=by, pair=pair, kind=kind, note=note)
