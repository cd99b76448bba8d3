"""Why the figures of a run are others than before: what went into them anew."""

from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils.translation import gettext as _, ngettext

from naungan.casework import clock
from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.casework.intake import figures, workers
from naungan.casework.intake.models import Batch, Publication, Run
from naungan.casework.intake.running.differing import (
    Difference,
    Used,
    difference,
    twin,
)
from naungan.casework.review.kinds import KINDS, PERSON
from naungan.casework.review.models import Verdict
from naungan.casework.review.queries import decided_between
from naungan.lib.numbers import format_number
from naungan.web.figures import present
from naungan.web.pages.incoming import words


MOST_VERDICTS = 20
LOOKED_AT = 12
"""Snapshots among which one of the same files is sought."""


@dataclass(frozen=True)
class FileLine:
    """A file that came into the figures or went out; linked only where it is one's own."""

    number: int | None
    name: str
    kind: str
    institution: str
    came: bool


@dataclass(frozen=True)
class VerdictLine:
    """A verdict that counted for the first time: about whom, which, and whose.

    An employer goes by its number; a person whom the scope does not see has neither
    name nor number.
    """

    name: str
    label: str
    who: str
    day: date
    address: str


@dataclass(frozen=True)
class Differing:
    """What differs from the snapshot before, and from one that had the same files."""

    files: list[FileLine]
    reasons: list[str]
    verdicts: list[VerdictLine]
    same_files: str
    since_then: list[str]


def of_run(scope: Scope, run: Run, code: str) -> Differing | None:
    """Say what a published run read that the one before had not; None for the first."""
    after = run.publication
    if after is None:
        return None
    region = Publication.objects.filter(region_code=after.region_code)
    earlier = list(region.filter(run__lt=after.run).order_by("-run")[:LOOKED_AT])
    found = difference(earlier[0], after) if earlier else None
    if found is None:
        return None
    same = twin(after, earlier[1:]) if found.has_files else None
    since = difference(same, after) if same else None
    until = _begun(after)
    decided = _decided(found, earlier[0], until)
    return Differing(
        files=_files(scope, found),
        reasons=_reasons(found, len(decided)),
        verdicts=_verdicts(scope, after, decided) if scope.may("review") else [],
        same_files=_same(scope, same, after, code) if same else "",
        since_then=_reasons(since, len(_decided(since, same, until)))
        if same and since
        else [],
    )


def _files(scope: Scope, found: Difference) -> list[FileLine]:
    both = (*found.came, *found.gone)
    hashes, codes = {one.sha256 for one in both}, {one.institution for one in both}
    places = Institution.objects.filter(code__in=codes)
    institutions = dict(places.values_list("code", "name"))
    told = Batch.objects.filter(
        sha256__in=hashes, institution_id=scope.institution_id
    ).order_by("pk")
    own = {one.sha256: one for one in told}

    def line(one: Used, *, came: bool) -> FileLine:
        batch = own.get(one.sha256)
        return FileLine(
            batch.pk if batch else None,
            batch.name if batch else "",
            words.kind(one.kind),
            institutions.get(one.institution, one.institution),
            came,
        )

    return [
        *(line(one, came=True) for one in found.came),
        *(line(one, came=False) for one in found.gone),
    ]


def _decided(found: Difference, before: Publication, until: datetime) -> list[Verdict]:
    """Give the verdicts that a snapshot before had not read."""
    if not found.has_verdicts:
        return []
    return decided_between(before.region_code, _begun(before), until)


def _verdicts(
    scope: Scope, after: Publication, decided: list[Verdict]
) -> list[VerdictLine]:
    """Name about whom the first verdicts were, to who may review; the look is on record."""
    shown = decided[:MOST_VERDICTS]
    people = [one.number for one in shown if one.subject == PERSON]
    names = workers.among(after, scope, people, "verdicts")

    def line(one: Verdict) -> VerdictLine:
        is_person = one.subject == PERSON
        row = names.get(one.number) if is_person else None
        unseen = _("Orang yang tidak tampak bagi Anda") if is_person else one.partner
        return VerdictLine(
            (row and row["name"]) or unseen,
            _(KINDS[one.kind].label),
            one.decided_by.name,
            clock.day_of(one.decided_at),
            reverse("workers.person", args=[one.number]) if row else "",
        )

    return [line(one) for one in shown]


def _reasons(found: Difference, many: int) -> list[str]:
    """Say in sentences what differs from a snapshot before beside the files."""
    counted = ngettext(
        "%s putusan antrian tinjau dihitung untuk pertama kali.",
        "%s putusan antrian tinjau dihitung untuk pertama kali.",
        many,
    ) % format_number(many)
    said = {
        counted if many else _("Putusan antrian tinjau berubah."): found.has_verdicts,
        _("Orang yang datanya dihapus tidak dihitung lagi."): found.has_erasures,
        _("Aturan hukum dibaca dalam versi yang lebih baru."): found.has_law,
        _("Program Naungan lebih baru."): found.has_program,
    }
    return [sentence for sentence, holds in said.items() if holds]


def _same(scope: Scope, same: Publication, after: Publication, code: str) -> str:
    then, now = (
        present(figures.figures_of(one, scope, code).own, "", None).whole
        for one in (same, after)
    )
    if then is None or now is None:
        return ""
    if then.covered == now.covered:
        return _(
            "Berkasnya sama dengan proses ke-%(run)s, dan terlindungi pun sama: %(now)s."
        ) % {"run": same.run, "now": now.covered}
    return _(
        "Berkasnya sama dengan proses ke-%(run)s; terlindungi waktu itu %(then)s, kini "
        "%(now)s, karena sejak itu:"
    ) % {"run": same.run, "then": then.covered, "now": now.covered}


def _begun(publication: Publication) -> datetime:
    """Give when a snapshot's verdicts were read: as its run began."""
    run = Run.objects.filter(publication=publication).order_by("pk").first()
    return run.started_at if run and run.started_at else publication.published_at
