"""Incoming files as their pages show them: series, entries, runs, the next step."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _

from naungan.casework.intake.models import Batch, Run
from naungan.engine.wording import finding_label
from naungan.lib.numbers import format_number
from naungan.web.fields.region import full_name
from naungan.web.form_page import told
from naungan.web.pages.incoming import words
from naungan.web.pages.incoming.words import Badge


HAS_ENDED: Final = ("approved", "replaced", "withdrawn")
OPEN: Final = ("queued", "running")


@dataclass(frozen=True)
class Line:
    """One entry of the ledger."""

    number: int
    name: str
    kind: str
    region: str
    label: str
    month: str
    state: Badge
    mode: str
    is_addition: bool
    rows: str
    rejected: str
    approved_by: str
    sent_by: str
    received_at: object
    freshness: Badge | None
    size: str


@dataclass(frozen=True)
class RunLine:
    """One run as a list shows it."""

    number: int
    region: str
    month: str
    state: Badge
    cause: str
    percent: int
    sentence: str
    fault: str
    is_open: bool
    is_held: bool
    awaits_members: bool
    started_at: object
    ended_at: object
    asked_by: str


@dataclass(frozen=True)
class InputLine:
    """One file that a run read; it is named and linked only where it is one's own."""

    number: int | None
    name: str
    kind: str
    institution: str
    sha256: str


@dataclass(frozen=True)
class Step:
    """One step on the way of a file."""

    number: int
    word: str
    is_done: bool
    is_here: bool
    url: str


def line(batch: Batch, today: date) -> Line:
    """Arrange an entry; what is in use also says whether the next one is due."""
    series, counts = batch.series, batch.counts
    fresh = None
    if batch.state == "approved":
        fresh = words.freshness(series.kind, batch.month, today)
    return Line(
        number=batch.pk,
        name=batch.name,
        kind=words.kind(series.kind),
        region=full_name(series.region_code),
        label=series.label,
        month=words.month(batch.month),
        state=words.batch_state(batch.state),
        mode=words.mode(batch.mode),
        is_addition=batch.mode == "add",
        rows=format_number(counts["accepted"]) if "accepted" in counts else "–",
        rejected=format_number(counts["rejected"]) if counts.get("rejected") else "",
        approved_by=batch.decided_by.name if batch.decided_by else "–",
        sent_by=batch.received_by.name if batch.received_by else "–",
        received_at=batch.received_at,
        freshness=fresh,
        size=words.size(batch.size),
    )


def lines(batches: Iterable[Batch], today: date) -> list[Line]:
    """Arrange entries."""
    return [line(one, today) for one in batches]


def in_use_of_each(batches: Sequence[Batch]) -> list[Batch]:
    """Give of each series all that is in use, together, else its newest entry."""
    chosen: dict[int, list[Batch]] = {}
    for one in batches:
        if one.state == "approved":
            chosen.setdefault(one.series_id, []).append(one)
    for one in batches:  # newest first
        chosen.setdefault(one.series_id, [one])
    return [one for entries in chosen.values() for one in entries]


def run_line(run: Run) -> RunLine:
    """Arrange a run."""
    return RunLine(
        number=run.pk,
        region=full_name(run.region_code),
        month=words.month(run.month),
        state=words.run_state(run.state),
        cause=words.cause(run.cause),
        percent=min(round(run.fraction * 100), 100),
        sentence=told(run.sentence) if run.sentence else "",
        fault=told(run.fault) if run.fault else "",
        is_open=run.state in OPEN,
        is_held=run.state == "held",
        awaits_members=run.state == "awaiting",
        started_at=run.started_at,
        ended_at=run.ended_at,
        asked_by=run.asked_by.name if run.asked_by else "–",
    )


def run_lines(runs: Iterable[Run]) -> list[RunLine]:
    """Arrange runs."""
    return [run_line(one) for one in runs]


def inputs(
    run: Run, own: Mapping[int, str], institutions: Mapping[str, str]
) -> list[InputLine]:
    """Arrange the files that a run read; `own` and `institutions` hold their names."""
    return [
        InputLine(
            number=one["batch"] if one["batch"] in own else None,
            name=own.get(one["batch"], ""),
            kind=words.kind(one["kind"]),
            institution=institutions.get(one["institution"], one["institution"]),
            sha256=one["sha256"],
        )
        for one in run.inputs
    ]


def finding(code: str) -> str:
    """Name a finding as the office does."""
    return finding_label(code)


def steps(batch: Batch, *, may_map: bool) -> list[Step]:
    """Give the five steps with the one at which a file stands.

    What is done can be changed, and is a link, until it was approved.
    """
    here = _step_of(batch.state)
    at = [batch.pk]
    places = {
        1: reverse("incoming.about", args=at) if may_map else "",
        2: reverse("incoming.mapping", args=at) if may_map else "",
        3: reverse("incoming.batch", args=at) if here > 3 else "",
    }
    named = (_("Berkas"), _("Pemetaan"), _("Uji coba"), _("Persetujuan"), _("Hasil"))
    return [
        Step(number, word, number < here, number == here, places.get(number, ""))
        for number, word in enumerate(named, 1)
    ]


def _step_of(state: str) -> int:
    if state == "received":
        return 2
    if state in ("mapped", "tried", "discarded"):
        return 3
    return 5 if state in HAS_ENDED else 4
