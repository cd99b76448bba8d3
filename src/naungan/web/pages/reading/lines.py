"""The lines of a draft: what each would become, in plain data that a page can keep.

Each line has the words it came from; whoever accepts the draft ticks it off line by
line, and only ticked lines are written.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final

from naungan.casework.commitments.actions.accepting import Number
from naungan.casework.commitments.actions.promising import Said
from naungan.casework.coordination.actions.attending import Attendee
from naungan.casework.coordination.models.people import DEPUTIES
from naungan.casework.coordination.reading import unit_of
from naungan.engine.prose.draft import EVERYBODY, Draft, Participant


Line = dict[str, Any]
LONGEST: Final = 300
ROLES: Final = {
    "attend": "attend",
    "speaker": "speak",
    "opens": "open",
    "chair": "chair",
    "signatory": "sign",
    "represented": "represented",
}
# Words of an obstacle, and the kind of the register that they name; the first counts.
OBSTACLES: Final = (
    ("awareness", r"kesadaran|pemahaman|pengetahuan"),
    ("arrears", r"tunggak|piutang|menunggak"),
    ("data_quality", r"\bdata\b|pendataan|NIK"),
    ("supervision", r"pengawas|penegakan"),
    ("funding", r"anggaran|dana|biaya"),
    ("regulation", r"regulasi|peraturan|perbup|perda"),
    ("unreached_sector", r"belum terjangkau|wilayah"),
    ("employer_participation", r"perusahaan|pengusaha|pemberi kerja|badan usaha"),
    ("informal_uncovered", r"informal|rentan|pekerja"),
)


def lines_of(draft: Draft) -> list[Line]:
    """Give every line of a draft in the order of the page, each with its key."""
    made = [*_organisers(draft), *_people(draft), *_groups(draft), *_bases(draft)]
    made += [*_figures(draft), *_promises(draft), *_obstacles(draft)]
    return [{**line, "key": f"{number}"} for number, line in enumerate(made)]


def _line(group: str, start: int, words: str, **values: Any) -> Line:
    return {"group": group, "at": start, "words": words, **values}


def _organisers(draft: Draft) -> Iterator[Line]:
    for name, words in draft.organisers:
        yield _line("organisers", words.start, words.surface, name=name[:200])


def _people(draft: Draft) -> Iterator[Line]:
    for one in draft.participants:
        role, _, whom = one.role.partition(":")
        yield _line(
            "people",
            one.words.start,
            one.words.surface,
            name=(one.name or "")[:200],
            position=_without_deputy(one)[:200],
            home_name=one.institution[:200],
            deputy=one.deputy if one.deputy in DEPUTIES else "",
            role=ROLES.get(role, "attend"),
            represents=whom[:LONGEST],
        )


def _groups(draft: Draft) -> Iterator[Line]:
    """Give those who came as a group: they stand on the list by what they are."""
    for one in draft.groups:
        yield _line(
            "people",
            one.start,
            one.surface,
            name="",
            position=f"{one.surface[:1].upper()}{one.surface[1:200]}",
            home_name="",
            deputy="",
            role="attend",
            represents="",
        )


def _without_deputy(one: Participant) -> str:
    """Give the position alone: the column for "Plt" stands beside it."""
    return re.sub(
        r"^(?:P[Jj]s?|Plt|Plh|Penjabat(?: Sementara)?|Pelaksana (?:Tugas|Harian)) ",
        "",
        one.position,
    )


def _bases(draft: Draft) -> Iterator[Line]:
    for one in draft.regulations:
        yield _line(
            "bases",
            one.words.start,
            one.words.surface,
            kind=one.kind,
            number=one.number,
            year=one.year,
        )


def _figures(draft: Draft) -> Iterator[Line]:
    for one in draft.figures:
        yield _line(
            "figures",
            one.words.start,
            one.words.surface[:200],
            value=str(one.value),
            printed=str(one.value),
            unit=unit_of(one),
            meaning=one.meaning[:LONGEST],
            of=[str(value) for value in one.of or ()],
            is_share=one.of is not None,
        )


def _promises(draft: Draft) -> Iterator[Line]:
    for one in draft.promises:
        yield _line(
            "promises",
            one.words.start,
            one.words.surface,
            what=one.what[:1000],
            owner="" if one.who == EVERYBODY else one.who[:200],
            due_words=(one.when or "")[:120],
            due_on=one.due_on.isoformat() if one.due_on else "",
            status=one.status,
        )


def _obstacles(draft: Draft) -> Iterator[Line]:
    for words in draft.obstacles:
        kind = next(
            (kind for kind, p in OBSTACLES if re.search(p, words.surface, re.I)), ""
        )
        if kind:
            text = words.surface[:500]
            yield _line("obstacles", words.start, text, kind=kind, text=text)


def attendee(line: Line) -> Attendee:
    """Give somebody who took part as the list of attendance takes them."""
    names = ("name", "position", "home_name", "deputy", "role", "represents")
    return Attendee(**{name: line[name] for name in names})


def numbers(figures: Sequence[Line]) -> list[Number]:
    """Give the figures as the event takes them; a share is of counts as they were mended."""
    counts = {line["printed"]: Decimal(line["value"]) for line in figures}
    return [_number(line, counts) for line in figures]


def _number(line: Line, counts: Mapping[str, Decimal]) -> Number:
    is_bound = line["is_share"] and line["unit"] == "percent"
    pair = [counts[one] for one in line["of"] if one in counts] if is_bound else []
    return Number(
        value=Decimal(line["value"]),
        unit=line["unit"],
        meaning=line["meaning"],
        words=line["words"],
        of=(pair[0], pair[1]) if len(pair) == len(line["of"]) > 0 else None,
    )


def said(line: Line, promised_on: date, region_code: str) -> Said:
    """Give a promise as the book takes it: its figure is chosen later, by a person."""
    return Said(
        what=line["what"],
        promised_on=promised_on,
        region_code=region_code,
        owner_name=line["owner"],
        due_words=line["due_words"],
        due_on=date.fromisoformat(line["due_on"]) if line["due_on"] else None,
    )
