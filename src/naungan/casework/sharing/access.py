"""May this person share: each rule refuses with a sentence, or says nothing."""

from datetime import date

from naungan.casework.accounts.access import ActRefused, check_power
from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.casework.sharing.models import Sharing
from naungan.lib import regions


def check_shares(*, by: Scope, receiver: Institution | None, region_code: str) -> None:
    """Refuse to share with oneself, with a closed office, or beyond one's region."""
    check_power(by=by, power="share")
    if receiver is not None and receiver.pk == by.institution_id:
        raise ActRefused("Lembaga tidak berbagi dengan dirinya sendiri.")
    if receiver is not None and receiver.closed_on is not None:
        raise ActRefused("Lembaga ini sudah ditutup.")
    if not regions.lies_in(region_code, by.region_code):
        raise ActRefused("Wilayah ini di luar wilayah lembaga Anda.")


def check_term(*, from_on: date, until_on: date, today: date) -> None:
    """Refuse a term that ends before it begins, or before today."""
    if until_on < from_on:
        raise ActRefused("Hari terakhir mendahului hari pertama.")
    if until_on < today:
        raise ActRefused("Hari terakhirnya sudah lewat.")


def check_ends(*, by: Scope, sharing: Sharing) -> None:
    """Refuse to end what another institution gave, or what ended."""
    check_power(by=by, power="share")
    if sharing.institution_id != by.institution_id:
        raise ActRefused("Aturan ini diberikan lembaga lain.")
    if sharing.ended_at is not None:
        raise ActRefused("Aturan ini sudah diakhiri.")
