"""The list of a village: people are added, corrected, withdrawn, and checked at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from django.db import transaction
from django.db.models import Max, Prefetch, prefetch_related_objects

from naungan.casework import act, look
from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.scope import Scope
from naungan.casework.protection import access, states
from naungan.casework.protection.checks.catalogue import KINDS
from naungan.casework.protection.checks.placing import place
from naungan.casework.protection.checks.running import Checked, check
from naungan.casework.protection.checks.turns import take_turn
from naungan.casework.protection.models import Check, Entry, Scheme
from naungan.lib.identity_numbers import read_nik


MOST_AT_ONCE: Final = 50_000
AT_A_TIME: Final = 2_000
ANEW: Final = {
    "state": "proposed",
    "accepted_reason": "",
    "refusal": "",
    "decision": None,
    "budget": None,
    "enrolment": None,
}
"""What a line says of itself once it is written anew."""
WITHDRAWN: Final = ("refuses", "died", "moved", "has_another", "mistake", "other")


@dataclass(frozen=True, kw_only=True)
class Proposed:
    """One person as somebody writes them on a list; the NIK as it was typed."""

    nik: str = ""
    name: str = ""
    birth_date: date | None = None
    sex: str = ""
    occupation: str = ""
    address: str = ""
    phone: str = ""
    decile: int | None = None
    reason: str = ""
    second_job: bool = False
    note: str = ""
    village_code: str = ""
    roster: str = ""
    client_key: UUID | None = None


def add_people(
    *,
    by: Scope,
    scheme: Scheme,
    people: Sequence[Proposed],
    village_code: str = "",
    roster: str = "",
) -> list[Entry]:
    """Write people on the list of a village, in this order, and check them at once.

    A line that was sent before, by its `client_key`, is not written again: the line
    that stands is given back. A person may name a village of their own, where whoever
    writes may write there, and a roster as that of a polling station. Gives the lines
    with their states, in the order asked.
    """
    _check_people(by, scheme, people, village_code)
    with transaction.atomic():
        take_turn(scheme, village_code)
        sent = _sent(by, people)
        new = [one for one in people if one.client_key not in sent]
        last = _last_positions(scheme)
        lines = [_line(by, scheme, one, village_code, roster, last) for one in new]
        made = Entry.objects.bulk_create(lines, batch_size=AT_A_TIME)
        numbers = [one.pk for one in made]
        if made:
            found = _check(by, scheme, numbers, village_code)
            _record(
                by, "propose", scheme, people=found.people, flagged=found.flagged,
                region=village_code,
            )  # fmt: skip
        return _in_order(people, sent, numbers)


def try_people(
    *,
    by: Scope,
    scheme: Scheme,
    people: Sequence[Proposed],
    village_code: str = "",
    roster: str = "",
) -> list[Entry]:
    """Tell what writing these people would find, and write nobody.

    They are written, checked and placed as `add_people` would, and taken back; only
    that somebody looked stays on record.
    """
    with transaction.atomic():
        made = add_people(
            by=by,
            scheme=scheme,
            people=people,
            village_code=village_code,
            roster=roster,
        )
        prefetch_related_objects(made, Prefetch("checks", Check.objects.order_by("pk")))
        transaction.set_rollback(True)
    look.record(
        by=by,
        noun="scheme_person",
        noun_id=scheme.pk,
        purpose="try_list",
        rows=len(made),
    )
    return made


def _check_people(
    by: Scope, scheme: Scheme, people: Sequence[Proposed], village_code: str
) -> None:
    if not people:
        raise ActRefused("Tulis sedikitnya satu orang.")
    if len(people) > MOST_AT_ONCE:
        raise ActRefused("Terlalu banyak orang sekaligus; unggah per kecamatan.")
    for code in {one.village_code or village_code for one in people}:
        access.check_proposes(by=by, scheme=scheme, village_code=code)


def _sent(by: Scope, people: Sequence[Proposed]) -> dict[UUID | None, int]:
    keys = [one.client_key for one in people if one.client_key is not None]
    found = Entry.objects.filter(written_by_id=by.institution_id, client_key__in=keys)
    return dict(found.values_list("client_key", "pk"))


def _last_positions(scheme: Scheme) -> dict[tuple[str, str], int]:
    found = Entry.objects.filter(scheme=scheme).order_by()
    rows = found.values_list("village_code", "roster").annotate(last=Max("position"))
    return {(code, roster): last for code, roster, last in rows}


def _line(
    by: Scope,
    scheme: Scheme,
    one: Proposed,
    village_code: str,
    roster: str,
    last: dict[tuple[str, str], int],
) -> Entry:
    code = one.village_code or village_code
    named = " ".join((one.roster or roster).split())
    last[code, named] = last.get((code, named), 0) + 1
    return Entry(
        scheme=scheme,
        institution_id=scheme.institution_id,
        written_by_id=by.institution_id,
        village_code=code,
        roster=named,
        position=last[code, named],
        client_key=one.client_key,
        added_by_id=by.user_id,
        **_written(one),
    )


def _written(one: Proposed) -> dict[str, object]:
    return {
        "nik": read_nik(one.nik).value,
        "nik_written": one.nik.strip()[:40],
        "name": " ".join(one.name.split()),
        "birth_date": one.birth_date,
        "sex": one.sex,
        "occupation": one.occupation.strip(),
        "address": one.address.strip(),
        "phone": one.phone.strip(),
        "decile": one.decile,
        "reason": one.reason.strip(),
        "second_job": one.second_job,
        "note": one.note.strip(),
    }


def _check(
    by: Scope, scheme: Scheme, numbers: Sequence[int], village_code: str
) -> Checked:
    return check(by, scheme, Entry.objects.filter(pk__in=numbers), village_code)


def _in_order(
    people: Sequence[Proposed], sent: dict[UUID | None, int], numbers: list[int]
) -> list[Entry]:
    new = iter(numbers)
    wanted = [
        sent[one.client_key] if one.client_key in sent else next(new) for one in people
    ]
    found = Entry.objects.in_bulk(wanted)
    return [found[number] for number in wanted]


def correct(*, by: Scope, entry: Entry, person: Proposed) -> Entry:
    """Write a line anew and check it; what was accepted before is asked again.

    Whoever BPJS Ketenagakerjaan refused is decided, budgeted and sent again.
    """
    _check_line(by, entry, "correct")
    with transaction.atomic():
        take_turn(entry.scheme, entry.village_code)
        changed = {**_written(person), **ANEW}
        Entry.objects.filter(pk=entry.pk).update(**changed)
        _check(by, entry.scheme, [entry.pk], entry.village_code)
        _record(by, "correct", entry.scheme, entry=entry.pk)
    entry.refresh_from_db()
    return entry


def withdraw(*, by: Scope, entry: Entry, reason: str) -> None:
    """Take a person back from the list; whoever waits next moves up."""
    _check_line(by, entry, "withdraw")
    if reason not in WITHDRAWN:
        raise ActRefused("Pilih alasan menarik orang ini.")
    with transaction.atomic():
        take_turn(entry.scheme, entry.village_code)
        entry.state, entry.ended_reason = "withdrawn", reason
        entry.save(update_fields=["state", "ended_reason"])
        place(entry.scheme, entry.village_code)
        _record(by, "withdraw", entry.scheme, entry=entry.pk, reason=reason)


def accept(*, by: Scope, entry: Entry, reason: str) -> Entry:
    """Accept what a check asks about, with the reason; what bars a person stays."""
    access.check_manages(by=by, scheme=entry.scheme)
    states.check(entry.state, "accept")
    if not reason.strip():
        raise ActRefused("Tulis alasan menerima orang ini.")
    stops = [code for code, kind in KINDS.items() if kind.weight == "stop"]
    if Check.objects.filter(entry=entry, code__in=stops).exists():
        raise ActRefused("Ada yang harus diperbaiki dahulu sebelum orang ini diterima.")
    with transaction.atomic():
        take_turn(entry.scheme, entry.village_code)
        entry.accepted_reason = reason.strip()
        entry.save(update_fields=["accepted_reason"])
        _check(by, entry.scheme, [entry.pk], entry.village_code)
        _record(by, "accept", entry.scheme, entry=entry.pk)
    entry.refresh_from_db()
    return entry


def check_again(*, by: Scope, scheme: Scheme, village_code: str = "") -> Checked:
    """Check every open line of a scheme, or of one village, by what is known today."""
    access.check_proposes(by=by, scheme=scheme, village_code=village_code)
    with transaction.atomic():
        take_turn(scheme, village_code)
        lines = Entry.objects.filter(scheme=scheme)
        if village_code:
            lines = lines.filter(village_code=village_code)
        found = check(by, scheme, lines, village_code)
        _record(by, "check", scheme, people=found.people, flagged=found.flagged)
    return found


def _check_line(by: Scope, entry: Entry, verb: str) -> None:
    access.check_proposes(by=by, scheme=entry.scheme, village_code=entry.village_code)
    states.check(entry.state, verb)


def _record(by: Scope, verb: str, scheme: Scheme, **details: object) -> None:
    act.record(by=by, verb=verb, noun="village_list", noun_id=scheme.pk, **details)
