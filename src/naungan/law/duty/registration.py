"""Duties of registering: the employer or participant itself, and every worker."""

from datetime import date
from typing import Final

from naungan.law.duty.situation import (
    BROKEN,
    MET,
    PENDING,
    UNKNOWN,
    Clock,
    Found,
    Situation,
    clock,
    day_after,
    found,
)
from naungan.law.question import Facts
from naungan.law.words import Words, day as day_words, number, words
from naungan.lib.dates import month_end, month_of


_CLOCKS: Final = "participation/clocks"
_DUTY: Final = {
    "PU": ("register_employer", "first_worker_on", f"{_CLOCKS}/negligent_employer"),
    "NON_ASN": ("register_non_asn", "form_received_on", f"{_CLOCKS}/non_asn_form"),
    "JAKON": (
        "register_construction_project",
        "work_order_on",
        f"{_CLOCKS}/construction_project",
    ),
    "BPU": ("self_employed_register", None, None),
    "PMI": ("migrant_workers_join", None, None),
}
_NO_START: Final = words(
    "belum terdaftar; sejak kapan tidak terlihat karena {field} belum diisi",
    "not registered; since when is unknown as {field} is not stated",
)
_NO_TERM: Final = words(
    "belum terdaftar; tenggang pendaftaran pada hari itu belum tercatat",
    "not registered; no term of registering is recorded for that day",
)
_OBLIGED: Final = words(
    "pekerja wajib menjadi peserta sejak", "a worker must be a participant from"
)


def registration(situation: Situation) -> Found:
    """Check that the employer or the participant is registered, in time."""
    code, field, path = _DUTY[situation.segment]
    term = _clock(situation, field, path)
    if situation.registered:
        return _registered(situation, code, term)
    if term is None:
        return found(situation, code, BROKEN, _without_start(situation, field))
    if situation.day <= term.last_on:
        return found(
            situation, code, PENDING, term.why, due_on=term.last_on, used=term.used
        )
    return found(
        situation,
        code,
        BROKEN,
        term.why,
        since=day_after(term.last_on),
        due_on=term.last_on,
        used=term.used,
    )


def all_workers(situation: Situation) -> Found | None:
    """Check that every worker is registered; None where nobody employs anybody."""
    if not situation.employs or not situation.registered:
        return None
    if situation.facts.has("people"):
        return _person_by_person(situation)
    workers = situation.facts.get("workers", int)
    registered = situation.facts.get("registered_workers", int)
    code = "register_all_workers"
    if workers is None or registered is None:
        why = words(
            "workers dan registered_workers belum diisi",
            "workers and registered_workers are not stated",
        )
        return found(situation, code, UNKNOWN, why)
    if registered > workers:
        situation.facts.refuse(
            "registered_workers", f"{registered} melebihi workers {workers}; betulkan"
        )
    state = MET if registered == workers else BROKEN
    return found(situation, code, state, _counted(registered, workers))


def obliged(person: Facts, situation: Situation) -> bool:
    """Tell whether a worker must be a participant by the day of the check."""
    return obliged_from(person, situation) <= situation.day


def obliged_from(person: Facts, situation: Situation) -> date:
    """Give the day from which a worker must be one: foreigners after some months."""
    started = person.need("started_on", date)
    if not person.get("foreign", bool):
        return started
    path = "participation/limits/foreign_worker_min_stay"
    months = situation.reader.at(path, situation.day, int).value
    last = month_end(month_of(started) + months)
    return last.replace(day=min(started.day, last.day))


def _person_by_person(situation: Situation) -> Found:
    people = [one for one in situation.people if obliged(one, situation)]
    lacking = [one for one in people if not _is_in(one, situation.day)]
    terms = [_clock_of(one, situation) for one in lacking]
    late = [term for term in terms if term.last_on < situation.day]
    counted = _counted(len(people) - len(lacking), len(people))
    code = "register_all_workers"
    if not lacking:
        return found(situation, code, MET, counted)
    first = min(late or terms, key=lambda term: term.last_on)
    why = words("{counted}; {why}", "{counted}; {why}", counted=counted, why=first.why)
    return found(
        situation,
        code,
        BROKEN if late else PENDING,
        why,
        since=day_after(first.last_on) if late else None,
        due_on=first.last_on,
        used=first.used,
    )


def _is_in(person: Facts, day: date) -> bool:
    on = person.get("registered_on", date)
    return on is not None and on <= day


def _clock_of(person: Facts, situation: Situation) -> Clock:
    path = f"{_CLOCKS}/negligent_employer"
    return clock(path, obliged_from(person, situation), _OBLIGED, situation)


def _clock(situation: Situation, field: str | None, path: str | None) -> Clock | None:
    """Run the term of registering; None where its start or its length is unknown."""
    start = _start(situation, field)
    if start is None or path is None or field is None:
        return None
    if situation.reader.find(path, situation.day, int) is None:
        return None
    return clock(path, start, situation.facts.fields[field].label, situation)


def _start(situation: Situation, field: str | None) -> date | None:
    stated = situation.facts.get(field, date) if field else None
    if stated is not None or field != "first_worker_on":
        return stated
    started = [one.need("started_on", date) for one in situation.people]
    return min(started, default=None)


def _registered(situation: Situation, code: str, term: Clock | None) -> Found:
    on = situation.registered_on
    if on is None:
        return found(situation, code, MET, words("sudah terdaftar", "registered"))
    if term is None or on <= term.last_on:
        why = words("terdaftar {on}", "registered {on}", on=day_words(on))
        return found(situation, code, MET, why, used=term.used if term else ())
    why = words(
        "terdaftar {on}, terlambat: {why}",
        "registered {on}, late: {why}",
        on=day_words(on),
        why=term.why,
    )
    return found(situation, code, MET, why, due_on=term.last_on, used=term.used)


def _without_start(situation: Situation, field: str | None) -> Words:
    if field is None:
        return words("belum terdaftar", "not registered")
    if _start(situation, field) is not None:
        return _NO_TERM
    return words(_NO_START.id, _NO_START.en, field=field)


def _counted(registered: int, workers: int) -> Words:
    return words(
        "{registered} dari {workers} pekerja didaftarkan",
        "{registered} of {workers} workers are registered",
        registered=number(registered),
        workers=number(workers),
    )
