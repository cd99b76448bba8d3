"""A draft as plain data, in the keys by which readings of reports are compared."""

from typing import Any

from naungan.engine.prose.draft import (
    Draft,
    Figure,
    Participant,
    Promise,
    Quoted,
    Regulation,
    Territory,
    When,
)


Record = dict[str, Any]


def record_of(draft: Draft, source: str) -> Record:
    """Return one record: facts with their words, nothing that was not read."""
    place = {"venue": _surface(draft.venue), "city": _surface(draft.city)}
    return {
        "source_file": source,
        "headline": draft.headline or None,
        "outlet": draft.outlet or None,
        "event_type": [kind for kind, _ in draft.kinds],
        **_day(draft.when),
        "place": place,
        "region": [_region(one) for one in draft.regions],
        "organisers": [name for name, _ in draft.organisers],
        "participants": [_participant(one) for one in draft.participants],
        "groups": [words.surface for words in draft.groups],
        "topics": [words.surface for words in draft.topics],
        "regulations": [_regulation(one) for one in draft.regulations],
        "programmes": [code for code, _ in draft.programmes],
        "figures": [_figure(one) for one in draft.figures],
        "commitments": [_promise(one) for one in draft.promises],
        "pain_points": [words.surface for words in draft.obstacles],
        "remarks": [
            {"code": one.code, "text": one.text, "surface": one.words.surface}
            for one in draft.remarks
        ],
    }


def _day(when: When) -> Record:
    """Year and month are told only where the day is not known."""
    return {
        "date": when.on.isoformat() if when.on else None,
        "date_strict": when.strict.isoformat() if when.strict else None,
        "date_basis": when.basis,
        "year": None if when.on else when.year,
        "month": None if when.on else when.month,
    }


def _region(one: Territory) -> Record:
    return {
        "name": one.name,
        "level": one.level,
        "kemendagri_code": one.code,
        "surface": one.words.surface,
    }


def _regulation(one: Regulation) -> Record:
    return {
        "type": one.kind,
        "number": one.number,
        "year": one.year,
        "surface": one.words.surface,
    }


def _figure(one: Figure) -> Record:
    return {
        "value": one.value,
        "unit": one.unit,
        "meaning": one.meaning,
        "of": [*one.of] if one.of else None,
        "surface": one.words.surface,
    }


def _promise(one: Promise) -> Record:
    return {
        "who": one.who,
        "what": one.what,
        "when": one.when,
        "status": one.status,
        "surface": one.words.surface,
    }


def _participant(one: Participant) -> Record:
    return {
        "name": one.name,
        "position": one.position,
        "institution": one.institution or None,
        "role": "speaker" if one.role == "opens" else one.role,
        "opens": one.role == "opens",
        "deputy": one.deputy or None,
        "surface": one.words.surface,
    }


def _surface(words: Quoted | None) -> str | None:
    return words.surface if words else None
