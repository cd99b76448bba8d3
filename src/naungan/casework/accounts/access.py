"""May this person do it: each rule refuses with a sentence, or says nothing."""

from django.utils import timezone

from naungan.casework.accounts.models import Appointment, Institution, Invitation, User
from naungan.casework.accounts.roles import ROLES
from naungan.casework.accounts.scope import Scope
from naungan.lib.errors import Refusal


class ActRefused(Refusal):
    """The act is not this person's, or not now; the sentence says why."""

    exit_code = 7


def check_power(*, by: Scope, power: str) -> None:
    """Refuse whoever lacks a power."""
    if not by.may(power):
        raise ActRefused("Peran Anda tidak memuat wewenang untuk ini.")


def check_manages(*, by: Scope, institution: Institution) -> None:
    """Refuse whoever does not manage the people of an institution."""
    check_power(by=by, power="manage_people")
    if institution.pk != by.institution_id and not by.every_institution:
        raise ActRefused("Lembaga ini bukan lembaga Anda.")


def check_invites(*, by: Scope, institution: Institution, role: str) -> None:
    """Refuse a role that the institution does not have or that is above the giver."""
    check_manages(by=by, institution=institution)
    if role not in ROLES or institution.kind not in ROLES[role].kinds:
        raise ActRefused("Peran ini tidak ada pada jenis lembaga itu.")
    if "manage_institutions" in ROLES[role].powers and not by.every_institution:
        raise ActRefused("Hanya administrator kantor yang memberi peran ini.")


def check_open(invitation: Invitation) -> None:
    """Refuse an invitation that was used, taken back or is too old."""
    if invitation.accepted_at is not None:
        raise ActRefused("Undangan ini sudah dipakai; masuklah dengan surel Anda.")
    if invitation.withdrawn_at is not None:
        raise ActRefused("Undangan ini sudah ditarik; minta undangan baru.")
    if invitation.expires_at <= timezone.now():
        raise ActRefused("Undangan ini sudah lewat waktunya; minta undangan baru.")


def check_acting(
    *, acting: str, acts_for: Appointment | None, institution: Institution
) -> None:
    """Refuse acting for nobody, or for somebody of another institution."""
    if bool(acting) != (acts_for is not None):
        raise ActRefused("Sebutkan menggantikan siapa dan sebagai apa.")
    if acts_for is not None and acts_for.institution_id != institution.pk:
        raise ActRefused("Yang digantikan bekerja pada lembaga lain.")


def check_not_own(*, by: Scope, appointment: Appointment) -> None:
    """Refuse to end the appointment in which one is working."""
    if appointment.pk == by.appointment_id:
        raise ActRefused("Penugasan yang sedang Anda pakai diakhiri oleh orang lain.")


def check_password(user: User, password: str) -> None:
    """Refuse an invitation for a person whose password was not given."""
    if not user.check_password(password):
        raise ActRefused("Surel ini sudah punya akun; tulis kata sandinya.")


def check_empty() -> None:
    """Refuse to found an office that has people already."""
    if User.objects.exists():
        raise ActRefused("Kantor ini sudah punya pengguna; masuklah.")
