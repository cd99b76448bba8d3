"""A question about duties, answered from programmes to the next letter."""

from datetime import date
from typing import Any

from naungan.law.answer import Answer, Draft
from naungan.law.duty.fields import EMPLOYING
from naungan.law.duty.gate import Gate, gate_on
from naungan.law.duty.past import Taken, read_past
from naungan.law.duty.payment import CODES as PAYING, payment, unpaid_months
from naungan.law.duty.programmes import group_of, programmes_on
from naungan.law.duty.registration import all_workers, registration
from naungan.law.duty.reporting import all_programmes, lacking_programmes, true_wages
from naungan.law.duty.said import say_duty, say_gate, say_plan, say_track
from naungan.law.duty.scale import scale_on
from naungan.law.duty.situation import BROKEN, Found, Situation, is_registered
from naungan.law.duty.track import Track
from naungan.law.duty.unchecked import unchecked
from naungan.law.question import Facts
from naungan.law.reader import Reader
from naungan.law.step import TRACKS
from naungan.law.terms import term
from naungan.law.words import day as day_words, words
from naungan.lib.dates import month_of


_CHECKS = (registration, all_workers, true_wages, all_programmes, payment)


def answer(facts: Facts, reader: Reader) -> Answer:
    """Check the duties of an employer or a participant on a day."""
    draft = Draft()
    situation = _situation(facts, reader, draft)
    duties = tuple(one for check in _CHECKS if (one := check(situation)) is not None)
    past = read_past(facts, situation.day, reader)
    tracks = tuple(_track(name, situation, duties, past) for name in TRACKS)
    gate = gate_on(situation, duties, past)
    for duty in duties:
        say_duty(duty, situation, draft)
    results = _results(situation, duties, tracks, gate, draft)
    say_gate(gate, draft)
    return Answer(
        kind="duty",
        title=words(
            "Pemeriksaan kewajiban pada {on}: {segment}",
            "Check of duties on {on}: {segment}",
            on=day_words(situation.day),
            segment=term(situation.segment),
        ),
        results=results,
        lines=tuple(draft.lines),
        assumed=tuple(facts.assumed),
        notes=tuple(draft.notes),
        law_version=reader.book.version,
    )


def _situation(facts: Facts, reader: Reader, draft: Draft) -> Situation:
    day = facts.need("on", date)
    reader.refuse_outside(month_of(day))
    because = words("karena tidak disebut", "as none was given")
    kind = facts.assume("kind", "company", because)
    default = "NON_ASN" if kind == "government" else "PU"
    segment = facts.assume("segment", default, because)
    scale = scale_on(facts, day, reader, draft) if segment == "PU" else None
    is_employer = segment == "BPU" and bool(facts.get("is_employer", bool))
    group = group_of(segment, scale, is_employer)
    programmes = programmes_on(facts, group, day, reader, draft)
    registered = is_registered(facts, day)
    return Situation(facts, reader, day, segment, kind, scale, programmes, registered)


def _track(
    name: str, situation: Situation, duties: tuple[Found, ...], past: tuple[Taken, ...]
) -> Track:
    broken = tuple(
        one
        for one in duties
        if one.state == BROKEN and (one.code in PAYING) == (name == "arrears")
    )
    return Track(name, situation, broken, past)


def _results(
    situation: Situation,
    duties: tuple[Found, ...],
    tracks: tuple[Track, ...],
    gate: Gate,
    draft: Draft,
) -> dict[str, Any]:
    programmes, broken = situation.programmes, _broken(duties)
    said = {one.name: say_track(one, draft) for one in tracks}
    return {
        "scale": situation.scale,
        "obligatory": programmes.obligatory,
        "optional": programmes.optional,
        "jkp_follows": programmes.jkp_follows,
        "lacking": lacking_programmes(situation),
        "duties": {one.code: one.state for one in duties},
        "broken": tuple(broken),
        "since": broken,
        "pending": {one.code: one.due_on for one in duties if one.state == "pending"},
        "months_unpaid": _months_unpaid(situation),
        **_foremost(tracks, said),
        "tracks": said,
        **say_plan(situation, tracks, draft),
        "gate": gate.answer,
        "membership": gate.membership,
        "gate_blocks": gate.blocks,
        "unchecked": unchecked(situation, duties),
    }


def _broken(duties: tuple[Found, ...]) -> dict[str, date | None]:
    """Name the classes of what is broken, each with the earliest day it began."""
    found: dict[str, date | None] = {}
    for one in duties:
        if one.state == BROKEN:
            found.setdefault(one.category or one.code, one.since)
    return found


def _months_unpaid(situation: Situation) -> int | None:
    if situation.segment not in (*EMPLOYING, "BPU") or situation.segment == "JAKON":
        return None
    months = unpaid_months(situation) if situation.registered else None
    return None if months is None else len(months)


def _foremost(tracks: tuple[Track, ...], said: dict[str, Any]) -> dict[str, Any]:
    """Lift the foremost track's step to the top: registration first, then arrears."""
    names = ("open_step", "may_from", "due_on", "letter")
    for one in tracks:
        if said[one.name]["state"] in ("open", "waiting"):
            return {"track": one.name, **{key: said[one.name][key] for key in names}}
    return {"track": None, **dict.fromkeys(names)}
