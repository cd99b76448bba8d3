"""May this person do it: each rule refuses with a sentence, or says nothing."""

from datetime import date
from typing import Final

from naungan.casework.accounts.access import ActRefused, check_power
from naungan.casework.accounts.scope import Scope
from naungan.casework.commitments.models import Commitment
from naungan.casework.coordination.models import Event
from naungan.casework.fieldwork.access import names_a_nik


OVER: Final = ("cancelled", "merged")
"""States of events on which nothing is promised any more."""


def check_keeps(*, by: Scope) -> None:
    """Refuse whoever does not write down what meetings agree."""
    check_power(by=by, power="keep_meetings")


def check_promises(*, by: Scope, event: Event | None) -> None:
    """Refuse promises in a meeting in which one's institution takes no part."""
    check_keeps(by=by)
    if event is None:
        return
    inside = event.institution_id == by.institution_id
    if not inside and by.institution_id not in event.parties:
        raise ActRefused("Lembaga Anda tidak ikut dalam rapat ini.")
    if event.state in OVER:
        raise ActRefused("Rapat ini batal atau sudah disatukan dengan rapat lain.")


def check_changes(*, by: Scope, commitment: Commitment) -> None:
    """Refuse whoever does not keep this promise's record."""
    check_keeps(by=by)
    if commitment.institution_id != by.institution_id:
        raise ActRefused("Janji ini dicatat oleh lembaga lain.")


def check_answers(*, by: Scope, commitment: Commitment) -> None:
    """Refuse whoever neither keeps the record nor owes what was promised."""
    check_keeps(by=by)
    if by.institution_id not in (
        commitment.institution_id,
        commitment.owner_institution_id,
    ):
        raise ActRefused(
            "Hanya pencatat dan penanggung jawab yang dapat menulis pada janji ini."
        )


def check_text(*texts: str) -> None:
    """Refuse a text that holds a NIK: promises name offices, not workers."""
    if any(names_a_nik(text) for text in texts):
        raise ActRefused("Jangan tulis NIK di sini.")


def check_day(on: date, today: date) -> None:
    """Refuse a day that has not come."""
    if on > today:
        raise ActRefused("Tanggalnya belum tiba.")
