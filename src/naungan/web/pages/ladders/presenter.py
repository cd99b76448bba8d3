"""The ladders as tables: each step with its law, its term, and what a region laid over it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from naungan.casework.compliance import kinds, terms
from naungan.casework.compliance.models import TermOverlay
from naungan.law.book import enacted
from naungan.law.step import TRACKS, Step, ladder
from naungan.law.terms import term
from naungan.law.words import Words
from naungan.web.download import Column, Sheet
from naungan.web.fields.region import full_name
from naungan.web.language import spoken
from naungan.web.pages.cases.shown import law_cited


NONE: Final = "–"


@dataclass(frozen=True)
class Laid:
    """One term that an office laid over the law's: where, how long, why, since when."""

    where: str
    term: str
    basis: str
    since: str
    by: str
    is_now: bool = False
    is_later: bool = False


@dataclass(frozen=True)
class Rung:
    """One step of a track: who takes it after what, by which article, for how long."""

    code: str
    title: str
    actor: str
    nature: str
    after: str
    cited: str
    doubt: str
    by_law: str
    law_doubt: str
    now: str
    laid: list[Laid]
    address: str


@dataclass(frozen=True)
class Track:
    """One of the two ladders."""

    code: str
    label: str
    rungs: list[Rung]


def tracks(
    rows: Sequence[TermOverlay], region: str, today: date, *, may_set: bool
) -> list[Track]:
    """Draw both ladders as they hold in a region today."""
    steps = enacted().steps
    held = terms.laid_over(rows, region, today)
    return [
        Track(
            code,
            kinds.label(kinds.TRACKS, code, spoken()),
            [
                _rung(step, code, rows, held, today, may_set=may_set)
                for step in ladder(steps, code)
            ],
        )
        for code in TRACKS
    ]


def _rung(
    step: Step,
    track: str,
    rows: Sequence[TermOverlay],
    held: Sequence[TermOverlay],
    today: date,
    *,
    may_set: bool,
) -> Rung:
    by_law = terms.of_step(step, today, ())
    now = terms.of_step(step, today, (), held)
    bases = law_cited.bases(step, today)
    place = step.place(track)
    before = place.after if place else ()
    return Rung(
        code=step.code,
        title=_say(step.title),
        actor=_upper(_say(term(step.actor))),
        nature=_nature(step),
        after=", ".join(_say(enacted().steps[one].title) for one in before),
        cited=law_cited.sentence(bases),
        doubt=law_cited.doubt(bases),
        by_law=_say(by_law.words) if by_law.words else NONE,
        law_doubt=law_cited.doubt(
            law_cited.cited(one.confidence, one.basis, "") for one in by_law.used
        ),
        now=_say(now.words) if now.words else NONE,
        laid=[laid(one, held, today) for one in rows if one.step == step.code],
        address=reverse("ladders.set", args=[step.code]) if may_set else "",
    )


def laid(one: TermOverlay, held: Sequence[TermOverlay], today: date) -> Laid:
    """Arrange one term of a region; `held` are those that hold today."""
    return Laid(
        where=full_name(one.region_code),
        term=_say(terms.counted(one)),
        basis=one.basis,
        since=date_format(one.from_on, "j F Y"),
        by=one.institution.name,
        is_now=one in held,
        is_later=one.from_on > today,
    )


def _nature(step: Step) -> str:
    if step.nature == "must":
        return _("Wajib")
    if step.nature == "beside":
        return _("Di samping tangga")
    return _("Boleh")


def sheet(drawn: Sequence[Track], region: str, today: date) -> Sheet:
    """Give both ladders as a table for a file."""
    return Sheet(
        code="ladders",
        title=_("Tangga penegakan"),
        meta=(full_name(region), date_format(today, "j F Y")),
        columns=(
            Column(_("Jalur")),
            Column(_("Langkah")),
            Column(_("Oleh")),
            Column(_("Sesudah")),
            Column(_("Tenggang menurut hukum")),
            Column(_("Tenggang yang berlaku")),
            Column(_("Dasar")),
        ),
        rows=(
            (
                *(track.label, one.title, one.actor, one.after, one.by_law, one.now),
                "; ".join([one.cited, *(o.basis for o in one.laid if o.is_now)]),
            )
            for track in drawn
            for one in track.rungs
        ),
    )


def _say(said: Words) -> str:
    return said.text(spoken())


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
