"""May this person do it: each rule refuses with a sentence, or says nothing."""

from datetime import date
from typing import Final

from naungan.casework.accounts.access import ActRefused, check_power
from naungan.casework.accounts.scope import Scope
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


def check_reason(reason: str) -> None:
    """Refuse to void a letter without a reason in words."""
    if len(reason.strip()) < SHORTEST_REASON:
        raise ActRefused("Tulis alasannya, sedikitnya sepuluh huruf.")


def check_sent(*, letter: Letter, on: date, today: date) -> None:
    """Refuse a day of sending before the letter was written, or still to come."""
    if on < letter.issued_on:
        raise ActRefused("Surat tidak dapat dikirim sebelum tanggalnya.")
    if on > today:
        raise ActRefused("Tanggal kirim belum tiba.")
