"""The file of people for BPJS Ketenagakerjaan, its answer, and the extract that proves it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_noop as _

from naungan.casework import act, clock
from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.scope import Scope
from naungan.casework.intake import door
from naungan.casework.intake.workers import standing_of
from naungan.casework.protection import access
from naungan.casework.protection.checks.joining import cursor_for
from naungan.casework.protection.models import Enrolment, Entry, Scheme
from naungan.casework.protection.queries.people import of_enrolment


GROUNDS: Final = {
    "send": _("dikirim kepada BPJS Ketenagakerjaan"),
    "compare": _("dicocokkan dengan data kependudukan"),
    "audit": _("diminta pemeriksa yang berwenang"),
}
"""What a file with open NIK may be taken away for."""

REFUSED: Final = """
    UPDATE protection_entry entry
    SET state = 'refused', refusal = left(told.reason, 300)
    FROM (SELECT unnest(%(ids)s::bigint[]) AS id, unnest(%(texts)s::text[]) AS reason) told
    WHERE entry.id = told.id
"""
ACCEPTED: Final = """
    UPDATE protection_entry entry
    SET state = 'enrolled', kpj = left(told.kpj, 20), first_month = %(month)s
    FROM (SELECT unnest(%(ids)s::bigint[]) AS id, unnest(%(texts)s::text[]) AS kpj) told
    WHERE entry.id = told.id
"""


@dataclass(frozen=True)
class Answered:
    """What BPJS Ketenagakerjaan says of one NIK: a membership, or why not."""

    nik: int
    kpj: str = ""
    reason: str = ""


@dataclass(frozen=True)
class TakenBack:
    """How an answer was matched: who is enrolled, refused, not answered, or not asked."""

    accepted: int
    refused: int
    unanswered: int
    strangers: int


def make_file(
    *, by: Scope, scheme: Scheme, village_code: str = "", on: date | None = None
) -> Enrolment:
    """Send everybody who is budgeted and was not sent yet; the page writes the file.

    `on` is the day on which it was sent, today where nothing is said.
    """
    access.check_enrols(by=by, scheme=scheme)
    with transaction.atomic():
        # Not in the order of schemes: a partner may lock lines, but not their scheme.
        waiting = Entry.objects.order_by("pk").select_for_update()
        waiting = waiting.filter(scheme=scheme, state="budgeted", enrolment=None)
        if village_code:
            waiting = waiting.filter(village_code=village_code)
        people = list(waiting.values_list("pk", flat=True))
        if not people:
            raise ActRefused("Tidak ada orang teranggarkan yang belum dikirim.")
        last = scheme.enrolments.aggregate(last=Max("number"))["last"] or 0
        made = Enrolment.objects.create(
            scheme=scheme,
            institution_id=scheme.institution_id,
            village_code=village_code,
            number=last + 1,
            people=len(people),
            made_at=clock.stamp(on or clock.today()),
            made_by_id=by.user_id,
        )
        Entry.objects.filter(pk__in=people).update(enrolment=made)
        _record(by, "make", made, people=len(people))
    return made


def open_file(*, by: Scope, enrolment: Enrolment, ground: str) -> list[Entry]:
    """Give everybody of a file with open NIK; who opened it and what for is on record."""
    access.check_opens(by=by, scheme=enrolment.scheme)
    if ground not in GROUNDS:
        raise ActRefused("Pilih keperluannya.")
    with transaction.atomic():
        lines = list(of_enrolment(by, enrolment, ground))
        _record(by, "unmask", enrolment, ground=ground, people=len(lines))
    return lines


def take_back(
    *,
    by: Scope,
    enrolment: Enrolment,
    answers: Sequence[Answered],
    first_month: int,
    on: date | None = None,
) -> TakenBack:
    """Match an answer by NIK: who has a membership is enrolled from a month on.

    `on` is the day on which it came, today where nothing is said.
    Whoever the answer does not name stays budgeted and may be sent again.
    """
    access.check_enrols(by=by, scheme=enrolment.scheme)
    scheme = enrolment.scheme
    if not scheme.from_month <= first_month <= scheme.until_month:
        raise ActRefused("Bulan pertama di luar bulan skema.")
    by_nik = {one.nik: one for one in answers}
    with transaction.atomic():
        waiting = Entry.objects.order_by("pk").select_for_update()
        waiting = waiting.filter(enrolment=enrolment, state="budgeted")
        sent = {nik: pk for nik, pk in waiting.values_list("nik", "pk") if nik}
        if not sent:
            raise ActRefused("Semua orang dalam kiriman ini sudah dijawab.")
        known = [one for one in by_nik.values() if one.nik in sent]
        accepted = [one for one in known if one.kpj.strip()]
        refused = [one for one in known if not one.kpj.strip()]
        _write(ACCEPTED, sent, accepted, first_month)
        _write(REFUSED, sent, refused, first_month)
        Entry.objects.filter(enrolment=enrolment, state="budgeted").update(
            enrolment=None
        )
        enrolment.accepted += len(accepted)
        enrolment.refused += len(refused)
        enrolment.returned_at = clock.stamp(on or clock.today())
        enrolment.save(update_fields=["accepted", "refused", "returned_at"])
        _record(by, "receive", enrolment, accepted=len(accepted), refused=len(refused))
    return TakenBack(
        len(accepted), len(refused), len(sent) - len(known), len(by_nik) - len(known)
    )


def _write(
    statement: str, sent: dict[int, int], told: Sequence[Answered], month: int
) -> None:
    with cursor_for(len(told)) as cursor:
        cursor.execute(
            statement,
            {
                "ids": [sent[one.nik] for one in told],
                "texts": [one.kpj.strip() or one.reason for one in told],
                "month": month,
            },
        )


@dataclass(frozen=True)
class Seen:
    """How many people of a scheme the newest extract shows as active, or not any more."""

    active: int
    lost: int


def see_in_extract(*, by: Scope, scheme: Scheme) -> Seen:
    """Compare who is enrolled with the newest snapshot: active there is active here.

    Whoever is not active there any more goes back to what is paid, or to enrolled.
    """
    access.check_enrols(by=by, scheme=scheme)
    publication = door.newest(scheme.region_code)
    if publication is None:
        raise ActRefused("Belum ada potret yang terbit untuk wilayah ini.")
    with transaction.atomic():
        lines = Entry.objects.filter(
            scheme=scheme, state__in=("enrolled", "paid", "active")
        ).exclude(nik=None)
        found = list(lines.order_by("nik").values_list("pk", "nik", "state"))
        told = standing_of(
            publication, by, [nik for _, nik, _ in found if nik], scheme.region_code
        )
        there = {
            number
            for place, (number, _, _) in enumerate(found)
            if told.get(place, {}).get("own_active")
            or told.get(place, {}).get("wage_active")
        }
        active = Entry.objects.filter(pk__in=there)
        active.update(state="active", seen_run=publication.run)
        gone = [n for n, _, state in found if state == "active" and n not in there]
        lost = Entry.objects.filter(pk__in=gone)
        paid = lost.filter(months__paid_on__isnull=False).values("pk")
        Entry.objects.filter(pk__in=list(paid.values_list("pk", flat=True))).update(
            state="paid"
        )
        Entry.objects.filter(pk__in=gone, state="active").update(state="enrolled")
        act.record(
            by=by,
            verb="compare",
            noun="enrolment",
            noun_id=scheme.pk,
            active=len(there),
            lost=len(gone),
            run=publication.run,
        )
    return Seen(len(there), len(gone))


def _record(by: Scope, verb: str, made: Enrolment, **details: object) -> None:
    act.record(by=by, verb=verb, noun="enrolment", noun_id=made.pk, **details)
