"""One promise: what was said, what is claimed, what the data measure, and its history."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.formats import date_format
from django.utils.translation import gettext as _, ngettext

from naungan.casework import clock
from naungan.casework.commitments import queries, wording
from naungan.casework.commitments.indicator import all_indicators
from naungan.casework.commitments.models import Commitment, Measurement
from naungan.casework.commitments.queries import Line, Step, Whole
from naungan.casework.coordination.models import Quote
from naungan.lib.numbers import format_number
from naungan.web.audience import audience, whoever_may
from naungan.web.fields.region import full_name
from naungan.web.pages.promises import aims, drawing, figure, words
from naungan.web.pages.promises.place import place
from naungan.web.pages.promises.presenter import row
from naungan.web.request import ScopedRequest


SEES: Final = whoever_may("see_meetings")


@dataclass(frozen=True)
class Reading:
    """One measurement as a table shows it."""

    day: str
    value: str
    of: str
    change: str
    source: str


@dataclass(frozen=True)
class Contrast:
    """What is claimed beside what is measured."""

    claimed: str
    claimed_by: str
    measured: str
    measured_on: str
    verdict: str
    is_contradicted: bool
    words: str


@dataclass(frozen=True)
class Event:
    """One line of the history: when, what, and in which words."""

    day: str
    what: str
    text: str
    is_bad: bool = False


@audience(SEES)
def promise(request: ScopedRequest, number: int) -> HttpResponse:
    """Show one promise with everything."""
    found = queries.whole(request.scope, number)
    if found is None:
        raise Http404
    one, today = found.commitment, clock.today()
    read = queries.line(one, today)
    return render(
        request,
        "promises/one.html",
        {
            "one": one,
            "whole": found,
            "place": place(request.scope, one),
            "row": row(one, today),
            "when": wording.when(one, today),
            "owner": wording.owner(one),
            "region": full_name(one.region_code) if one.region_code else "",
            "contrast": contrast(found, read),
            "figure": figure.figure(request.scope, found, read),
            "warning": aims.warning(one) if read.began_met else "",
            "drawings": drawings(found),
            "readings": readings(found),
            "history": [event(step, one) for step in found.history],
            "activities": [
                (each, words.activity(each.state)) for each in found.activities
            ],
            "quotes": quotes(one),
        },
    )


def contrast(found: Whole, read: Line) -> Contrast | None:
    """Put the last claim beside the newest measurement; None where nobody claimed."""
    claim, one = found.last_claim, found.commitment
    if claim is None:
        return None
    said = words.claim(claim.status)
    if claim.value is not None:
        said = f"{words.amount(claim.value, one.indicator)} · {said}"
    by = claim.name or claim.institution.name
    return Contrast(
        claimed=said,
        claimed_by=f"{by}, {words.day(claim.claimed_on)}",
        measured=_measured(one, read),
        measured_on=words.day(one.as_of),
        verdict=words.verdict(one.verdict),
        is_contradicted=read.is_contradicted,
        words=claim.words,
    )


def _measured(one: Commitment, read: Line) -> str:
    if one.value is None:
        return _("belum terbaca")
    told = words.amount(one.value, one.indicator)
    if read.progress is None:
        return told
    return _("%(value)s · %(way)s %% dari jalan") % {
        "value": told,
        "way": format_number(read.progress),
    }


def drawings(found: Whole) -> list[drawing.Drawing]:
    """Draw the measurements of a promise and its way to the target."""
    one, claim = found.commitment, found.last_claim
    began = one.baseline_on or one.promised_on
    start = one.baseline if one.baseline is not None else None
    path_of = drawing.Path(
        values=list({each.as_of: each.value for each in found.measured}.items()),
        began=None if start is None else (began, start),
        aim=None if one.target is None or not one.due_on else (one.due_on, one.target),
        claimed=None
        if claim is None or claim.value is None
        else (claim.claimed_on, claim.value),
    )
    last = found.measured[-1].value if found.measured else Decimal(0)
    return drawing.draw(
        path_of,
        {
            "measured": _("Terukur %s") % _short(last, one),
            "claimed": _("Diklaim %s") % _short(claim.value, one)
            if claim and claim.value is not None
            else "",
            "aim": _("Sasaran %s") % _short(one.target, one)
            if one.target is not None
            else "",
        },
    )


def _short(value: Decimal | None, one: Commitment) -> str:
    known = all_indicators().get(one.indicator)
    if value is None:
        return "–"
    return format_number(value, 2 if known and known.unit == "percent" else 0)


def readings(found: Whole) -> list[Reading]:
    """Give the measurements for a table, the newest first.

    Where several speak of one day, each says when it was read.
    """
    one, lines = found.commitment, []
    days = Counter(each.as_of for each in found.measured)
    before: Measurement | None = None
    for each in found.measured:
        moved = each.value - before.value if before else None
        lines.append(
            Reading(
                day=words.day(each.as_of),
                value=words.amount(each.value, one.indicator),
                of=_of(each),
                change=words.movement(moved, one.indicator),
                source=_source(each, is_alone=days[each.as_of] == 1),
            )
        )
        before = each
    return lines[::-1]


def _source(row: Measurement, *, is_alone: bool) -> str:
    """Say from where a figure was read; of several of one day, also when."""
    if row.publication:
        return _("potret proses %d") % row.publication.run
    if is_alone or row.read_at is None:
        return _("catatan kantor")
    read_at = date_format(clock.shown(row.read_at), "j M Y H.i")
    return _("catatan kantor, dibaca %s") % read_at


def _of(row: Measurement) -> str:
    """Say of how many, and which count these are."""
    told = format_number(row.of) if row.of else "–"
    universe = row.parts.get("universe")
    return f"{told} ({universe})" if row.of and universe else told


def event(step: Step, one: Commitment) -> Event:
    """Say one thing that happened."""
    return SAID[step.kind](step, one)


def _promised(step: Step, one: Commitment) -> Event:
    told = one.event.title if one.event else one.institution.name
    return Event(words.day(step.on), _("Dijanjikan"), told)


def _measured_event(step: Step, one: Commitment) -> Event:
    told = words.amount(step.row.value, one.indicator)
    return Event(words.day(step.on), _("Terukur"), told)


def _claimed(step: Step, one: Commitment) -> Event:
    claim = step.row
    parts = [words.claim(claim.status)]
    if claim.value is not None:
        parts.append(words.amount(claim.value, one.indicator))
    if claim.waits_on:
        parts.append(claim.waits_on.name)
    parts += [claim.words] if claim.words else []
    who = claim.name or claim.institution.name
    return Event(words.day(step.on), _("Dinyatakan %s") % who, " · ".join(parts))


def _shown(step: Step, _one: Commitment) -> Event:
    told = f"{step.row.text} ({step.row.institution.name})"
    return Event(words.day(step.on), _("Bukti ditambahkan"), told)


def _revised(step: Step, _one: Commitment) -> Event:
    told = [
        f"{label}: {was} → {now}" if was or now else label
        for label, was, now in words.changed(step.row.changed)
        if step.row.verb == "change"
    ]
    told += [step.row.reason] if step.row.reason else []
    return Event(words.day(step.on), str(words.VERBS[step.row.verb]), "; ".join(told))


def _reminded(step: Step, _one: Commitment) -> Event:
    told = words.reminder(step.row.kind)
    if step.row.sent_at:
        sent = ngettext(
            "%(what)s, %(people)d surel",
            "%(what)s, %(people)d surel",
            step.row.people,
        )
        told = sent % {"what": told, "people": step.row.people}
    return Event(words.day(step.on), _("Pengingat"), told)


SAID: Final = {
    "promised": _promised,
    "measured": _measured_event,
    "claimed": _claimed,
    "shown": _shown,
    "revised": _revised,
    "reminded": _reminded,
}


def quotes(one: Commitment) -> list[Quote]:
    """Give the words of reports from which a promise was read."""
    if one.event_id is None:
        return []
    found = Quote.objects.filter(
        event_id=one.event_id, about_kind="commitment", about_id=one.pk
    )
    return list(found.select_related("source"))


@audience(SEES)
def message(request: ScopedRequest, number: int) -> HttpResponse:
    """Give the words of a reminder, ready to send by telephone."""
    found = queries.commitment(request.scope, number)
    if found is None:
        raise Http404
    today = clock.today()
    shown = {
        "one": found,
        "subject": wording.subject(found, today),
        "text": wording.message(found, today),
    }
    return render(request, "promises/message.html", shown)


URLS = (
    path("janji/<int:number>", promise, name="promises.one"),
    path("janji/<int:number>/pesan", message, name="promises.message"),
)
