"""What one look or act may reach: person, appointment, institution, region, purpose.

The same scope is given to the query layer, to the database (row-level security
reads it from the transaction) and to the door of the snapshot. Without a scope
the database shows no row.
"""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db import connection, models, transaction

from naungan.casework.accounts.models import Appointment, User
from naungan.casework.accounts.roles import ROLES


USER = "naungan.user"
INSTITUTION = "naungan.institution"
EVERY = "naungan.every_institution"
INVITATION = "naungan.invitation"


@dataclass(frozen=True)
class Scope:
    """Who looks, for which institution, in which region, with which powers."""

    user_id: int
    appointment_id: int | None
    institution_id: int
    institution_code: str
    region_code: str
    powers: frozenset[str]
    institution_kind: str = ""

    def may(self, power: str) -> bool:
        """Tell whether this scope has a power."""
        return power in self.powers

    @property
    def every_institution(self) -> bool:
        """Tell whether people of all institutions are in reach."""
        return self.may("manage_institutions")


def open_appointments(user: User, on: date) -> models.QuerySet[Appointment]:
    """Give the appointments of a person that hold on a day."""
    return holding(Appointment.objects.filter(user=user), on).select_related(
        "institution"
    )


def holding(
    appointments: models.QuerySet[Appointment], on: date
) -> models.QuerySet[Appointment]:
    """Keep the appointments that give their powers on a day.

    The database tells whether the holder for whom somebody stands in is in office:
    whoever stands in need not be allowed to see the holder's row.
    """
    holds = models.Func(
        models.F("pk"),
        models.Value(on),
        function="accounts_holds",
        output_field=models.BooleanField(),
    )
    return appointments.filter(holds)


def of_appointment(appointment: Appointment) -> Scope:
    """Give the scope in which an appointment works."""
    return Scope(
        user_id=appointment.user_id,
        appointment_id=appointment.pk,
        institution_id=appointment.institution_id,
        institution_code=appointment.institution.code,
        region_code=appointment.institution.region_code,
        powers=ROLES[appointment.role].powers_in(appointment.institution.kind),
        institution_kind=appointment.institution.kind,
    )


@contextlib.contextmanager
def transaction_of(user_id: int | None) -> Iterator[None]:
    """Open a transaction in which the database knows the person and nothing more."""
    with transaction.atomic():
        tell(user_id, None, every=False)
        yield


def tell(user_id: int | None, institution_id: int | None, *, every: bool) -> None:
    """Tell the database, for this transaction only, whose rows may be seen."""
    values = {
        USER: "" if user_id is None else str(user_id),
        INSTITUTION: "" if institution_id is None else str(institution_id),
        EVERY: "on" if every else "",
    }
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config(%s, %s, true), set_config(%s, %s, true), "
            "set_config(%s, %s, true)",
            [part for pair in values.items() for part in pair],
        )


def enter(scope: Scope) -> None:
    """Let the database show what a scope reaches, for this transaction only."""
    tell(scope.user_id, scope.institution_id, every=scope.every_institution)


def show_invitation(code_hash: str) -> None:
    """Let the database show the one invitation whose code somebody holds."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config(%s, %s, true)", [INVITATION, code_hash])
