"""May this person do it: each rule refuses with a sentence, or says nothing."""

from datetime import date, timedelta
from typing import Final

from naungan.casework.accounts.access import ActRefused, check_power
from naungan.casework.accounts.models import Appointment
from naungan.casework.accounts.roles import ROLES
from naungan.casework.accounts.scope import Scope, holding
from naungan.casework.fieldwork.models import Assignment, Visit
from naungan.casework.fieldwork.outcomes import OUTCOMES
from naungan.lib import regions


MOST_AT_ONCE: Final = 5_000
LONGEST_TERM: Final = timedelta(days=366)
VISITING: Final = tuple(role.code for role in ROLES.values() if "visit" in role.powers)
"""The roles that visit workers."""


def check_assigns(
    *, by: Scope, region_code: str, officer_id: int, due_on: date, today: date
) -> None:
    """Refuse whoever may not assign there, an officer of elsewhere, a day that is gone."""
    check_power(by=by, power="assign")
    check_inside(by=by, region_code=region_code)
    held = Appointment.objects.filter(
        user_id=officer_id, institution_id=by.institution_id, role__in=VISITING
    )
    if not holding(held, today).exists():
        raise ActRefused("Petugas ini tidak mengunjungi pekerja untuk lembaga Anda.")
    if due_on < today:
        raise ActRefused("Batas waktu sudah lewat.")
    if due_on > today + LONGEST_TERM:
        raise ActRefused("Batas waktu paling jauh setahun dari sekarang.")


def check_inside(*, by: Scope, region_code: str) -> None:
    """Refuse a region that is neither one's own nor below it."""
    own = by.region_code
    if not regions.lies_in(region_code, own):
        raise ActRefused("Wilayah ini di luar wilayah lembaga Anda.")


def check_some(people: int) -> None:
    """Refuse an assignment of nobody, or of more than a list can hold."""
    if not people:
        raise ActRefused("Pilih sedikitnya satu orang yang belum ditugaskan.")
    if people > MOST_AT_ONCE:
        raise ActRefused("Terlalu banyak orang sekaligus; tugaskan per desa.")


def check_withdraws(*, by: Scope, institution_id: int) -> None:
    """Refuse whoever does not assign for the institution."""
    check_power(by=by, power="assign")
    if institution_id != by.institution_id:
        raise ActRefused("Penugasan ini milik lembaga lain.")


def check_visits(*, by: Scope, assignment: Assignment) -> None:
    """Refuse whoever is neither the officer of an assignment nor assigns there."""
    if assignment.institution_id != by.institution_id:
        raise ActRefused("Penugasan ini milik lembaga lain.")
    own = assignment.dispatch.officer_id == by.user_id and by.may("visit")
    if not own and not by.may("assign"):
        raise ActRefused("Kunjungan dicatat oleh petugasnya atau yang menugaskan.")


def check_visit(
    *, outcome: str, visited_on: date, proof: str, note: str, today: date
) -> None:
    """Refuse an unknown outcome, a day to come, and a claim without what it needs."""
    if outcome not in OUTCOMES:
        raise ActRefused("Pilih salah satu hasil kunjungan.")
    if visited_on > today:
        raise ActRefused("Tanggal kunjungan belum tiba.")
    needs = OUTCOMES[outcome].needs
    if needs == "proof" and not proof.strip():
        raise ActRefused("Tulis buktinya: nomor kartu, surat, atau aplikasi JMO.")
    if needs == "note" and not note.strip():
        raise ActRefused("Tulis catatannya.")
    if any(names_a_nik(text) for text in (proof, note)):
        raise ActRefused("Jangan tulis NIK di sini; nomor orang sudah cukup.")


def check_newest(visit: Visit) -> None:
    """Refuse to correct a visit that was corrected, or that others followed."""
    newest = Visit.objects.filter(assignment_id=visit.assignment_id).last()
    if newest is None or newest.pk != visit.pk:
        raise ActRefused("Hanya kunjungan yang terakhir dicatat dapat diperbaiki.")


def names_a_nik(text: str) -> bool:
    """Tell whether a text holds sixteen digits in a row, however they are grouped."""
    digits = "".join(one for one in text if not one.isspace() and one not in "-.")
    return any(
        digits[start : start + 16].isdigit() for start in range(len(digits) - 15)
    )
