"""Duties of reporting truthfully: the wages paid and every mandatory programme."""

from datetime import date
from typing import Final

from naungan.law.duty.registration import obliged
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
from naungan.law.words import Words, rupiah, words


_WAGES: Final = "report_true_wages"
_PROGRAMMES: Final = "join_mandatory_programmes"
_CHANGE: Final = "participation/clocks/data_change"
_PENSION: Final = "participation/clocks/new_worker_jp"


def true_wages(situation: Situation) -> Found | None:
    """Check that reported wages are the true ones; None where no wage is reported."""
    if situation.segment != "PU" or not situation.registered:
        return None
    pairs = _pairs(situation)
    if not pairs:
        why = words(
            "wage dan reported_wage belum diisi",
            "wage and reported_wage are not stated",
        )
        return found(situation, _WAGES, UNKNOWN, why)
    short = [(true, told) for true, told in pairs if told < true]
    if not short:
        why = words("upah dilaporkan sebenarnya", "wages are reported as they are")
        return found(situation, _WAGES, MET, why)
    why = _shortfall(short)
    term = _wage_clock(situation)
    if term is None:
        return found(situation, _WAGES, BROKEN, why)
    both = words("{why}; {term}", "{why}; {term}", why=why, term=term.why)
    late = situation.day > term.last_on
    return found(
        situation,
        _WAGES,
        BROKEN if late else PENDING,
        both,
        since=day_after(term.last_on) if late else None,
        due_on=term.last_on,
        used=term.used,
    )


def all_programmes(situation: Situation) -> Found | None:
    """Check that the programmes held are all that are obligatory."""
    if not situation.employs or not situation.registered:
        return None
    held = situation.facts.get("programmes", tuple)
    if held is None:
        why = words("programmes belum diisi", "programmes are not stated")
        return found(situation, _PROGRAMMES, UNKNOWN, why)
    lacking = lacking_programmes(situation)
    if not lacking:
        why = words("semua program wajib diikuti", "every obligatory programme is held")
        return found(situation, _PROGRAMMES, MET, why)
    why = words("belum diikuti: {list}", "not held: {list}", list="+".join(lacking))
    term = _pension_clock(situation, lacking)
    if term is not None and situation.day <= term.last_on:
        both = words("{why}; {term}", "{why}; {term}", why=why, term=term.why)
        return found(
            situation, _PROGRAMMES, PENDING, both, due_on=term.last_on, used=term.used
        )
    return found(situation, _PROGRAMMES, BROKEN, why, since=_since(situation, term))


def lacking_programmes(situation: Situation) -> tuple[str, ...]:
    """Name the obligatory programmes that are not held; all when not registered."""
    held = situation.facts.get("programmes", tuple)
    if situation.registered and held is None:
        return ()
    return tuple(
        one
        for one in situation.programmes.obligatory
        if not situation.registered or one not in (held or ())
    )


def _pairs(situation: Situation) -> list[tuple[int, int]]:
    facts = situation.facts
    stated = [facts, *(one for one in situation.people if obliged(one, situation))]
    return [
        (one.need("wage", int), one.need("reported_wage", int))
        for one in stated
        if one.has("wage") and one.has("reported_wage")
    ]


def _shortfall(short: list[tuple[int, int]]) -> Words:
    true, told = (sum(side) for side in zip(*short, strict=True))
    return words(
        "upah {true}, dilaporkan {told}: kurang {lacking}",
        "wages of {true}, reported {told}: {lacking} short",
        true=rupiah(true),
        told=rupiah(told),
        lacking=rupiah(true - told),
    )


def _wage_clock(situation: Situation) -> Clock | None:
    changed_on = situation.facts.get("wage_changed_on", date)
    if changed_on is None:
        return None
    label = situation.facts.fields["wage_changed_on"].label
    return clock(_CHANGE, changed_on, label, situation)


def _pension_clock(situation: Situation, lacking: tuple[str, ...]) -> Clock | None:
    """Run the term for a new worker when only the pension programme is lacking."""
    start = situation.facts.get("first_worker_on", date)
    if lacking != ("JP",) or start is None:
        return None
    label = situation.facts.fields["first_worker_on"].label
    return clock(_PENSION, start, label, situation)


def _since(situation: Situation, term: Clock | None) -> date | None:
    if term is not None:
        return day_after(term.last_on)
    if situation.registered_on is None:
        return None
    return max(situation.registered_on, situation.programmes.since)
