"""May this person do it: each rule refuses with a sentence, or says nothing."""

from datetime import date
from typing import Final

from naungan.casework.accounts.access import ActRefused, check_power
from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.casework.protection.models import Participation, Scheme
from naungan.lib import regions


MANAGING: Final = ("dpmd", "disnaker", "dinsos", "kpu")
"""Kinds of institutions that make schemes."""

TREASURIES: Final = (*MANAGING, "bpkad")
"""Kinds of institutions that record budgets and payments."""


def check_makes(*, by: Scope) -> None:
    """Refuse whoever does not make schemes."""
    check_power(by=by, power="manage_schemes")
    _check_kind(by, MANAGING)


def check_manages(*, by: Scope, scheme: Scheme) -> None:
    """Refuse whoever does not manage this scheme."""
    check_makes(by=by)
    if scheme.institution_id != by.institution_id:
        raise ActRefused("Skema ini milik lembaga lain.")


def check_proposes(*, by: Scope, scheme: Scheme, village_code: str) -> None:
    """Refuse whoever may not write on the list of this village."""
    check_power(by=by, power="propose_people")
    check_open(scheme)
    if village_code and not regions.lies_in(village_code, by.region_code):
        raise ActRefused("Desa ini di luar wilayah lembaga Anda.")
    if village_code and not regions.lies_in(village_code, scheme.region_code):
        raise ActRefused("Desa ini di luar wilayah skema.")
    own = scheme.institution_id == by.institution_id
    if not own and kind_of(by) != "village":
        raise ActRefused("Daftar ini ditulis oleh desanya atau pemilik skema.")
    if not own and not village_code:
        raise ActRefused("Sebutkan desanya.")


def check_own_village(*, by: Scope) -> None:
    """Refuse everybody but a village: what it proposes, it writes itself."""
    _check_kind(by, ("village",))


def check_open(scheme: Scheme) -> None:
    """Refuse a scheme that is in preparation or closed."""
    if scheme.state != "open":
        raise ActRefused("Skema ini sedang tidak dibuka.")


def check_decides(*, by: Scope, scheme: Scheme) -> None:
    """Refuse whoever does not decide who is in this scheme."""
    check_power(by=by, power="decide_people")
    if scheme.institution_id != by.institution_id:
        raise ActRefused("Skema ini milik lembaga lain.")
    check_open(scheme)


def check_funds(*, by: Scope, scheme: Scheme) -> None:
    """Refuse whoever neither owns the scheme nor takes part in it as its treasury."""
    check_power(by=by, power="record_funds")
    _check_kind(by, TREASURIES)
    _check_inside(by, scheme)


def check_enrols(*, by: Scope, scheme: Scheme) -> None:
    """Refuse whoever neither enrols people at the branch nor manages the scheme."""
    if not (by.may("enrol_people") or by.may("manage_schemes")):
        raise ActRefused("Peran Anda tidak memuat wewenang untuk ini.")
    _check_inside(by, scheme)


def opens_files(by: Scope, scheme: Scheme) -> bool:
    """Tell whether somebody may open the file of people with their NIK.

    Whoever may unmask may, and whoever signs the decree that names the same people:
    it is the owner of a scheme who hands its list to BPJS Ketenagakerjaan.
    """
    decides = by.may("decide_people") and scheme.institution_id == by.institution_id
    return by.may("unmask") or decides


def check_opens(*, by: Scope, scheme: Scheme) -> None:
    """Refuse whoever may not open the file of people with their NIK."""
    check_enrols(by=by, scheme=scheme)
    if not opens_files(by, scheme):
        raise ActRefused("Peran Anda tidak memuat wewenang untuk ini.")


def check_day(on: date, today: date) -> None:
    """Refuse a day that has not come."""
    if on > today:
        raise ActRefused("Tanggalnya belum tiba.")


def kind_of(by: Scope) -> str:
    """Give the kind of the institution at work."""
    return Institution.objects.values_list("kind", flat=True).get(pk=by.institution_id)


def _check_kind(by: Scope, kinds: tuple[str, ...]) -> None:
    if kind_of(by) not in kinds:
        raise ActRefused("Jenis lembaga Anda tidak memuat wewenang untuk ini.")


def _check_inside(by: Scope, scheme: Scheme) -> None:
    if scheme.institution_id == by.institution_id:
        return
    part = Participation.objects.filter(
        scheme=scheme, institution_id=by.institution_id, ended_on=None
    )
    if not part.exists():
        raise ActRefused("Lembaga Anda tidak ikut serta dalam skema ini.")
