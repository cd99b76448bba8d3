"""May this person do it: each rule refuses with a sentence, or says nothing."""

from datetime import date
from typing import Final

from django.db.models import QuerySet

from naungan.casework.accounts.access import ActRefused, check_power
from naungan.casework.accounts.models import Appointment
from naungan.casework.accounts.queries import in_roles_with
from naungan.casework.accounts.scope import Scope, holding
from naungan.casework.correspondence.models import Letter


MOST_AT_ONCE: Final = 500
SHORTEST_REASON: Final = 10


def check_issues(*, by: Scope, on: date, today: date) -> None:
    """Refuse whoever writes no letters, and a letter dated on another day than today.

    Numbers run with the days: a letter dated back would stand after later ones.
    """
    check_power(by=by, power="issue_letters")
    if on != today:
        raise ActRefused("Surat bernomor bertanggal hari ini.")


def check_some(count: int) -> None:
    """Refuse a batch of nothing, or of more than a morning can send."""
    if not count:
        raise ActRefused("Pilih sedikitnya satu surat.")
    if count > MOST_AT_ONCE:
        raise ActRefused("Paling banyak 500 surat sekaligus.")


def check_own(*, by: Scope, letter: Letter) -> None:
    """Refuse whoever writes no letters, and a letter of another institution."""
    check_power(by=by, power="issue_letters")
    if letter.institution_id != by.institution_id:
        raise ActRefused("Surat ini milik lembaga lain.")


def may_sign(by: Scope, on: date) -> bool:
    """Tell whether somebody signs for the institution, or writes down that it was done.

    Where nobody there holds that office in this program, whoever writes letters says
    when the head signed them by hand.
    """
    if by.may("sign_letters"):
        return True
    return by.may("issue_letters") and not signers(by, on).exists()


def signers(scope: Scope, on: date) -> QuerySet[Appointment]:
    """Give the appointments of one's institution that sign its letters on a day."""
    held = Appointment.objects.filter(
        in_roles_with("sign_letters"),
        institution_id=scope.institution_id,
        user__is_active=True,
    )
    return holding(held, on)


def check_signs(*, by: Scope, letter: Letter, on: date, today: date) -> None:
    """Refuse whoever does not sign, another's letter, and a day that cannot be."""
    if letter.institution_id != by.institution_id:
        raise ActRefused("Surat ini milik lembaga lain.")
    if not may_sign(by, today):
        raise ActRefused("Surat ini menunggu tanda tangan pimpinan lembaganya.")
    if on < letter.issued_on:
        raise ActRefused("Surat tidak dapat ditandatangani sebelum tanggalnya.")
    if on > today:
        raise ActRefused("Hari tanda tangannya belum tiba.")


def check_reason(reason: str) -> None:
    """Refuse to void a letter without a reason in words."""
    if len(reason.strip()) < SHORTEST_REASON:
        raise ActRefused("Tulis alasannya, sedikitnya sepuluh huruf.")


def check_sent(*, letter: Letter, on: date, today: date) -> None:
    """Refuse a day of sending before the letter was written, or still to come."""
    if on < (letter.signed_on or letter.issued_on):
        raise ActRefused(
            "Surat tidak dapat dikirim sebelum tanggalnya, atau sebelum ditandatangani."
        )
    if on > today:
        raise ActRefused("Tanggal kirim belum tiba.")
