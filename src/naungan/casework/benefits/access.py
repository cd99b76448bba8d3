"""May this person do it: each rule refuses with a sentence, or says nothing."""

from datetime import date
from typing import Final

from naungan.casework.accounts.access import ActRefused, check_power
from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.casework.benefits.models import Claim
from naungan.lib import regions


PAYS: Final = "bpjs_branch"
SHORTEST_REASON: Final = 10


def check_reports(*, by: Scope, village_code: str) -> None:
    """Refuse whoever writes no claims, and a village outside their region."""
    check_power(by=by, power="record_claims")
    if village_code and not regions.lies_in(village_code, by.region_code):
        raise ActRefused("Desa ini di luar wilayah lembaga Anda.")


def check_writes(*, by: Scope, claim: Claim) -> None:
    """Refuse whoever neither keeps a claim nor reported it."""
    check_power(by=by, power="record_claims")
    if by.institution_id not in (claim.institution_id, claim.reported_by_id):
        raise ActRefused("Klaim ini milik lembaga lain.")


def check_keeps(*, by: Scope, claim: Claim) -> None:
    """Refuse whoever does not work at the branch that keeps a claim."""
    check_power(by=by, power="record_claims")
    if by.institution_id != claim.institution_id:
        raise ActRefused("Klaim ini diurus cabang lain.")


def check_decides(*, by: Scope, claim: Claim) -> None:
    """Refuse whoever does not decide claims at the branch that keeps this one."""
    check_power(by=by, power="decide_claims")
    if by.institution_id != claim.institution_id:
        raise ActRefused("Klaim ini diurus cabang lain.")


def check_day(on: date, today: date, *, after: date | None = None) -> None:
    """Refuse a day that has not come, or before another."""
    if on > today:
        raise ActRefused("Tanggalnya belum tiba.")
    if after is not None and on < after:
        raise ActRefused("Tanggalnya mendahului yang terjadi sebelumnya.")


def check_reason(reason: str) -> None:
    """Refuse a decision without a reason in words."""
    if len(reason.strip()) < SHORTEST_REASON:
        raise ActRefused("Tulis alasannya, sedikitnya sepuluh huruf.")


def branches_of(*, by: Scope, village_code: str) -> list[Institution]:
    """Find the branches that pay in a place: one's own, else the nearest around it."""
    own = Institution.objects.get(pk=by.institution_id)
    if own.kind == PAYS:
        return [own]
    around = [
        one
        for one in Institution.objects.filter(kind=PAYS, closed_on=None)
        if regions.lies_in(village_code or by.region_code, one.region_code)
    ]
    nearest = max((len(one.region_code) for one in around), default=0)
    found = [one for one in around if len(one.region_code) == nearest]
    return sorted(found, key=lambda one: (one.name, one.pk))


def branch_of(*, by: Scope, village_code: str, chosen: int | None) -> Institution:
    """Give the branch that pays in a place; of several, the one that was chosen."""
    found = branches_of(by=by, village_code=village_code)
    if not found:
        raise ActRefused(
            "Belum ada cabang BPJS Ketenagakerjaan di kantor ini untuk wilayah itu."
        )
    named = [one for one in found if one.pk == chosen]
    if len(found) > 1 and not named:
        raise ActRefused("Pilih cabang BPJS Ketenagakerjaan yang mengurus klaim ini.")
    return (named or found)[0]
