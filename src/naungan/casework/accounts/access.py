"""May this person do it: each rule refuses with a sentence, or says nothing."""

from datetime import date

from django.db.models import Q
from django.utils import timezone

from naungan.casework import clock
from naungan.casework.accounts.acting import STANDING_IN
from naungan.casework.accounts.models import Appointment, Institution, Invitation, User
from naungan.casework.accounts.roles import ROLES
from naungan.casework.accounts.scope import Scope, holding
from naungan.lib.errors import Refusal


MOST_WRONG_PASSWORDS = 5
KEPT_STAFFED = ("manage_institutions", "manage_people")
"""Powers without which nobody could let anybody in any more."""


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


def check_gives(*, by: Scope, institution: Institution, role: str) -> None:
    """Refuse a role that the institution does not have or that is above the giver."""
    check_manages(by=by, institution=institution)
    if institution.closed_on is not None:
        raise ActRefused("Lembaga ini sudah ditutup.")
    if role not in ROLES or institution.kind not in ROLES[role].kinds:
        raise ActRefused("Peran ini tidak ada pada jenis lembaga itu.")
    check_above(by=by, role=role)


def check_above(*, by: Scope, role: str) -> None:
    """Refuse to give or take a role that reaches further than one's own."""
    if "manage_institutions" in ROLES[role].powers and not by.every_institution:
        raise ActRefused(
            "Peran ini diberikan dan dicabut oleh administrator kantor saja."
        )


def check_not_self(*, by: Scope, user_id: int | None) -> None:
    """Refuse to give or take one's own roles: a second person does that."""
    if user_id == by.user_id:
        raise ActRefused("Peran Anda sendiri diatur oleh orang lain.")


def check_days(*, from_on: date | None, until_on: date | None) -> None:
    """Refuse a last day before the first."""
    if until_on is not None and until_on < (from_on or clock.today()):
        raise ActRefused("Hari terakhir mendahului hari pertama.")


def check_free(
    *, user: User | None, institution: Institution, role: str, on: date
) -> None:
    """Refuse a role that the person already has there, now or from a later day."""
    held = Appointment.objects.filter(
        user=user, institution=institution, role=role, acts_for=None, ended_at=None
    ).filter(Q(until_on=None) | Q(until_on__gte=on))
    if user is not None and held.exists():
        raise ActRefused("Orang ini sudah memegang peran itu di lembaga ini.")


def check_open(invitation: Invitation) -> None:
    """Refuse an invitation that was used, taken back or is too old."""
    check_unanswered(invitation)
    if invitation.expires_at <= timezone.now():
        raise ActRefused("Undangan ini sudah lewat waktunya; minta undangan baru.")
    if invitation.wrong_passwords >= MOST_WRONG_PASSWORDS:
        raise ActRefused("Kata sandi terlalu sering salah; minta undangan baru.")
    if invitation.institution.closed_on is not None:
        raise ActRefused("Lembaga ini sudah ditutup.")


def check_unanswered(invitation: Invitation) -> None:
    """Refuse an invitation that was used or taken back."""
    if invitation.accepted_at is not None:
        raise ActRefused("Undangan ini sudah dipakai; masuklah dengan surel Anda.")
    if invitation.withdrawn_at is not None:
        raise ActRefused("Undangan ini sudah ditarik; minta undangan baru.")


def check_accepts(*, invitation: Invitation, user: User | None) -> None:
    """Refuse an account that was closed, and whoever sent the invitation."""
    if user is not None and not user.is_active:
        raise ActRefused("Akun dengan surel ini sudah ditutup.")
    if user is not None and user.pk == invitation.invited_by_id:
        raise ActRefused("Peran Anda sendiri diatur oleh orang lain.")


def check_acting(
    *,
    acting: str,
    acts_for: Appointment | None,
    user: User,
    institution: Institution,
    role: str,
    from_on: date,
) -> None:
    """Refuse acting for nobody, oneself, another role, another institution, or the gone."""
    if bool(acting) != (acts_for is not None):
        raise ActRefused("Sebutkan menggantikan siapa dan sebagai apa.")
    if acts_for is None:
        return
    if acts_for.institution_id != institution.pk:
        raise ActRefused("Yang digantikan bekerja pada lembaga lain.")
    if acts_for.user_id == user.pk:
        raise ActRefused("Tidak ada yang menggantikan dirinya sendiri.")
    if acts_for.role != role or acts_for.acting:
        raise ActRefused("Yang menggantikan memegang peran tetap dari yang digantikan.")
    if acting in STANDING_IN and not _in_office(acts_for, from_on):
        raise ActRefused(
            "Plh dan yang mewakili hanya untuk pejabat yang masih menjabat; untuk "
            "jabatan yang kosong tunjuk Plt atau Pj."
        )


def _in_office(appointment: Appointment, on: date) -> bool:
    return holding(Appointment.objects.filter(pk=appointment.pk), on).exists()


def check_ends(
    *, by: Scope, appointment: Appointment, last_on: date | None, today: date
) -> None:
    """Refuse to end what is not one's to end, what ended, or in the past."""
    check_manages(by=by, institution=appointment.institution)
    check_above(by=by, role=appointment.role)
    check_not_self(by=by, user_id=appointment.user_id)
    ended = appointment.until_on is not None and appointment.until_on < today
    if appointment.ended_at is not None or ended:
        raise ActRefused("Penugasan ini sudah berakhir.")
    if last_on is not None and last_on < max(today, appointment.from_on):
        raise ActRefused("Hari terakhir sudah lewat atau mendahului hari pertama.")
    check_staffed(without=appointment, today=today)


def check_staffed(*, without: Appointment, today: date) -> None:
    """Refuse to leave an institution, or the office, without an administrator.

    Only who holds today without a last day, in their own right, counts as staying.
    """
    staying = holding(
        Appointment.objects.filter(until_on=None, acts_for=None), today
    ).exclude(pk=without.pk)
    for power in KEPT_STAFFED:
        roles = [role.code for role in ROLES.values() if power in role.powers]
        if without.role not in roles:
            continue
        left = staying.filter(role__in=roles)
        if power == "manage_people":
            left = left.filter(institution_id=without.institution_id)
        if not left.exists():
            raise ActRefused(
                "Ini administrator terakhir lembaganya. Angkat dahulu penggantinya."
            )


def check_closes(*, by: Scope, institution: Institution) -> None:
    """Refuse to close one's own institution, or one that is closed."""
    check_power(by=by, power="manage_institutions")
    if institution.pk == by.institution_id:
        raise ActRefused("Lembaga tempat Anda bekerja ditutup oleh orang lain.")
    if institution.closed_on is not None:
        raise ActRefused("Lembaga ini sudah ditutup.")


def check_empty() -> None:
    """Refuse to found an office that has people already."""
    if User.objects.exists():
        raise ActRefused("Kantor ini sudah punya pengguna; masuklah.")
