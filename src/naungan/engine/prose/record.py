"""A draft as plain data, in the keys by which readings of reports are compared."""

from typing import Any

from naungan.engine.prose.draft import Draft, Participant, Quoted


def record_of(draft: Draft, source: str) -> dict[str, Any]:
    """Return one record: facts with their words, nothing that was not read."""
    when = draft.when
    known_year = when.year if when.on is None else None
    return {
        "source_file": source,
        "headline": draft.headline or None,
        "outlet": draft.outlet or None,
        "event_type": [kind for kind, _ in draft.kinds],
        "date": when.on.isoformat() if when.on else None,
        "date_strict": when.strict.isoformat() if when.strict else None,
        "date_basis": when.basis,
        "year": known_year,
        "month": when.month if when.on is None else None,
        "place": {"venue": _surface(draft.venue), "city": _surface(draft.city)},
        "region": [
            {
                "name": one.name,
                "level": one.level,
                "kemendagri_code": one.code,
                "surface": one.words.surface,
            }
            for one in draft.regions
        ],
        "organisers": [name for name, _ in draft.organisers],
        "participants": [_participant(one) for one in draft.participants],
        "topics": [words.surface for words in draft.topics],
        "regulations": [
            {
                "type": one.kind,
                "number": one.number,
                "year": one.year,
                "surface": one.words.surface,
            }
            for one in draft.regulations
        ],
        "programmes": [code for code, _ in draft.programmes],
        "figures": [
            {
                "value": one.value,
                "unit": one.unit,
                "meaning": one.meaning,
                "surface": one.words.surface,
            }
            for one in draft.figures
        ],
        "commitments": [
            {
                "who": one.who,
                "what": one.what,
                "when": one.when,
                "status": one.status,
                "surface": one.words.surface,
            }
            for one in draft.promises
        ],
        "pain_points": [words.surface for words in draft.obstacles],
        "remarks": [
            {"code": one.code, "text": one.text, "surface": one.words.surface}
            for one in draft.remarks
        ],
    }


def _participant(one: Participant) -> dict[str, Any]:
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
