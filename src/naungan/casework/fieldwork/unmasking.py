"""Unmasking a NIK: with a reason, on record, and only so many in an hour."""

from datetime import timedelta
from typing import Final

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop as _

from naungan.casework import act, look
from naungan.casework.accounts.access import ActRefused, check_power
from naungan.casework.accounts.models import User
from naungan.casework.accounts.scope import Scope
from naungan.casework.audit.models import Act
from naungan.casework.fieldwork.access import names_a_nik
from naungan.casework.intake import workers
from naungan.casework.intake.models import Publication
from naungan.casework.intake.workers import PersonPage


HOUR: Final = timedelta(hours=1)
SHORTEST_REASON: Final = 10
LONGEST_REASON: Final = 200
GROUNDS: Final = {
    "visit": _("kunjungan lapangan"),
    "same_person": _("memastikan orang yang sama"),
    "registration": _("pendaftaran atau perbaikan data"),
    "asked": _("diminta orang itu sendiri"),
    "other": _("keperluan lain"),
}
"""On which grounds a NIK may be unmasked."""


def unmask(
    *, by: Scope, publication: Publication, number: int, ground: str, reason: str
) -> PersonPage | None:
    """Give a person with NIK, and write down who saw it and why.

    None where there is no such person in the scope; then nothing was shown and only
    the look is on record.
    """
    check_unmasks(by=by, ground=ground, reason=reason)
    with transaction.atomic():
        # One at a time for a person: two windows at once count each other.
        User.objects.select_for_update().get(pk=by.user_id)
        check_left(by=by)
        purpose = look.purpose("unmask", ground, reason.strip())
        found = workers.person(publication, by, number, unmasked=purpose)
        if found is not None:
            act.record(
                by=by,
                verb="unmask",
                noun="person",
                noun_id=number,
                ground=ground,
                reason=reason.strip(),
            )
    return found


def check_unmasks(*, by: Scope, ground: str, reason: str) -> None:
    """Refuse without the power, a ground, and a reason in words."""
    check_power(by=by, power="unmask")
    if ground not in GROUNDS:
        raise ActRefused("Pilih keperluannya.")
    written = reason.strip()
    if len(written) < SHORTEST_REASON or len(set(written)) < SHORTEST_REASON // 2:
        raise ActRefused("Tulis alasannya, sedikitnya sepuluh huruf.")
    if len(written) > LONGEST_REASON:
        raise ActRefused("Alasan paling panjang 200 huruf.")
    if names_a_nik(written):
        raise ActRefused("Jangan tulis NIK dalam alasan.")


def check_left(*, by: Scope) -> None:
    """Refuse whoever unmasked as many NIK in this hour as the office allows."""
    if left(by) < 1:
        raise ActRefused(
            "Batas membuka NIK untuk satu jam sudah tercapai. Tunggu, atau minta "
            "rekan yang berwenang."
        )


def left(by: Scope) -> int:
    """Give how many more NIK the person may unmask within this hour."""
    seen = Act.objects.filter(
        user_id=by.user_id,
        verb="unmask",
        noun="person",
        at__gt=timezone.now() - HOUR,
    ).count()
    return max(int(settings.UNMASKED_IN_AN_HOUR) - seen, 0)
