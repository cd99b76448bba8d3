"""Verbs of the list of attendance: expected, signed in, the same person twice."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext_noop as _

from naungan.casework import act
from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.casework.coordination import access
from naungan.casework.coordination.actions.writing import locked, record, sent
from naungan.casework.coordination.models import Attendance, Event, Official
from naungan.casework.coordination.models.people import DEPUTIES, ROLES, WAYS
from naungan.casework.coordination.states import AT_TABLE


CODE_BYTES: Final = 18
MOST_HOURS: Final = 72
MOST_PEOPLE: Final = 100_000


@dataclass(frozen=True, kw_only=True)
class Attendee:
    """Somebody on the list: by name, by position alone, or a group.

    `represents` says for whom; `head_count` is of a group, None where nobody counted.
    """

    name: str = ""
    position: str = ""
    home_name: str = ""
    home: Institution | None = None
    deputy: str = ""
    role: str = "attend"
    represents: str = ""
    is_group: bool = False
    head_count: int | None = None

    @property
    def columns(self) -> dict[str, object]:
        """Give what the table keeps."""
        return {
            "name": self.name.strip(),
            "position": self.position.strip(),
            "home_name": self.home_name.strip()
            or (self.home.name if self.home else ""),
            "home": self.home,
            "deputy": self.deputy,
            "role": self.role,
            "represents": self.represents.strip(),
            "is_group": self.is_group,
            "head_count": self.head_count,
        }


@dataclass(frozen=True)
class Door:
    """What whoever holds the code of a sign-in may know of an event."""

    event_id: int
    title: str
    held_on: date | None
    venue: str
    city: str
    keeper: str


def add_attendance(
    *,
    by: Scope,
    event: Event,
    who: Attendee,
    invited: bool = False,
    how: str = "table",
    official: Official | None = None,
    client_key: UUID | None = None,
) -> Attendance:
    """Put somebody on the list; at the table they are there, on a list expected."""
    access.check_writes(by=by, event=event)
    _check(who, how)
    with transaction.atomic():
        held = locked(event)
        known = sent(Attendance, held, client_key)
        if known is not None:
            return known
        row = Attendance.objects.create(
            institution_id=by.institution_id,
            event=held,
            invited=invited,
            how=how,
            official=official,
            signed_in_at=timezone.now() if how == "table" else None,
            client_key=client_key,
            **who.columns,
        )
        record(by, "add", "attendance", row, held, role=who.role)
    return row


def change_attendance(
    *, by: Scope, attendance: Attendance, who: Attendee
) -> Attendance:
    """Correct a row of the list."""
    access.check_writes(by=by, event=attendance.event)
    _check(who, attendance.how)
    with transaction.atomic():
        for name, value in who.columns.items():
            setattr(attendance, name, value)
        attendance.save(update_fields=list(who.columns))
        record(by, "change", "attendance", attendance, attendance.event)
    return attendance


def remove_attendance(*, by: Scope, attendance: Attendance) -> None:
    """Strike a row that should not be on the list."""
    access.check_writes(by=by, event=attendance.event)
    with transaction.atomic():
        record(by, "remove", "attendance", attendance, attendance.event)
        attendance.delete()


def _check(who: Attendee, how: str) -> None:
    said = (who.name, who.position, who.home_name)
    if who.home is None and not any(one.strip() for one in said):
        raise ActRefused("Tulis nama, jabatan, atau lembaganya.")
    if who.role not in ROLES or how not in WAYS:
        raise ActRefused("Pilih peran dari daftar.")
    if who.deputy and who.deputy not in DEPUTIES:
        raise ActRefused("Pilih Pj, Plt, Plh, atau Pjs.")
    counted = who.head_count
    if counted is not None and not (who.is_group and 0 < counted <= MOST_PEOPLE):
        raise ActRefused("Banyaknya orang ditulis pada kelompok saja.")
    access.check_text(who.name, who.position, who.home_name, who.represents)


def sign_in(*, by: Scope, attendance: Attendance) -> Attendance:
    """Tick somebody off who came."""
    return _signed(by, attendance, present=True)


def undo_sign_in(*, by: Scope, attendance: Attendance) -> Attendance:
    """Take back that somebody came."""
    return _signed(by, attendance, present=False)


def _signed(by: Scope, attendance: Attendance, *, present: bool) -> Attendance:
    access.check_writes(by=by, event=attendance.event)
    if present and attendance.role == "represented":
        raise ActRefused("Yang diwakili tidak hadir sendiri.")
    with transaction.atomic():
        attendance.signed_in_at = timezone.now() if present else None
        attendance.save(update_fields=["signed_in_at"])
        verb = "sign_in" if present else "undo"
        record(by, verb, "attendance", attendance, attendance.event)
    return attendance


def open_sign_in(*, by: Scope, event: Event, hours: int = 12) -> str:
    """Make the code by which people sign in on their phones; it is shown this once.

    A new code takes the place of an earlier one.
    """
    access.check_keeps(by=by, event=event)
    if not 1 <= hours <= MOST_HOURS:
        raise ActRefused("Tautan hadir berlaku satu sampai tujuh puluh dua jam.")
    code = secrets.token_urlsafe(CODE_BYTES)
    with transaction.atomic():
        held = locked(event)
        if held.state not in AT_TABLE:
            raise ActRefused("Daftar hadir kegiatan ini sudah ditutup.")
        held.sign_in_hash = hashed(code)
        held.sign_in_until = timezone.now() + timedelta(hours=hours)
        held.save(update_fields=["sign_in_hash", "sign_in_until"])
        record(by, "open", "sign_in_link", held, held, hours=hours)
    return code


def close_sign_in(*, by: Scope, event: Event) -> None:
    """Let nobody sign in by the code any more."""
    access.check_keeps(by=by, event=event)
    with transaction.atomic():
        held = locked(event)
        held.sign_in_hash, held.sign_in_until = "", None
        held.save(update_fields=["sign_in_hash", "sign_in_until"])
        record(by, "close", "sign_in_link", held, held)


def door(code: str) -> Door | None:
    """Say to whom holds a code which event it opens; None where it opens none."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM coordination_door(%s)", [hashed(code)])
        found = cursor.fetchone()
    return Door(*found) if found else None


def sign_in_by_code(
    code: str, *, name: str, position: str = "", home_name: str = ""
) -> int:
    """Sign somebody in who holds the code, without an account; give the row's key.

    Whoever is on the list by that name is ticked off, anybody else is added.
    """
    access.check_said(name, _("Tulis nama Anda."))
    access.check_text(position, home_name)
    given = [one.strip()[:200] for one in (name, position, home_name)]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT coordination_sign_in(%s, %s, %s, %s)", [hashed(code), *given]
        )
        (row,) = cursor.fetchone()
        if row is None:
            raise ActRefused("Tautan ini sudah ditutup. Sebut nama Anda di meja.")
        act.record(by=None, verb="sign_in", noun="attendance", noun_id=row)
    return int(row)


def hashed(code: str) -> str:
    """Give what is kept of a code."""
    return hashlib.sha256(code.encode()).hexdigest()


def name_official(
    *, by: Scope, attendance: Attendance, official: Official | None = None
) -> Official:
    """Say that a row of the list is an office-holder who is known, or is one from now on."""
    access.check_keeps(by=by, event=attendance.event)
    if not attendance.name.strip():
        raise ActRefused("Baris ini tidak menyebut nama.")
    with transaction.atomic():
        chosen = official or Official.objects.create(
            institution_id=by.institution_id,
            name=attendance.name,
            home_name=attendance.home_name,
        )
        attendance.official = chosen
        attendance.save(update_fields=["official"])
        if official is not None and official.institution_id == by.institution_id:
            official.spelt([attendance.name])
        record(
            by, "link", "attendance", attendance, attendance.event, official=chosen.pk
        )
    return chosen
