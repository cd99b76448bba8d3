"""Writing people on the list: one by one with the answer at once, also from a queue."""

from collections.abc import Sequence
from typing import Any, Final
from uuid import uuid4

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from naungan.casework import clock
from naungan.casework.benefits import risks
from naungan.casework.benefits.models import Claim
from naungan.casework.benefits.queries import claims
from naungan.casework.protection import states
from naungan.casework.protection.actions import lists
from naungan.casework.protection.models import Entry
from naungan.lib.errors import LawRefused
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import attempt, show
from naungan.web.pages.village_list import ending, presenter, words
from naungan.web.pages.village_list.forms import (
    PersonForm,
    WithdrawForm,
    written,
)
from naungan.web.pages.village_list.place import (
    Place,
    entry_of,
    place_of,
    place_of_entry,
)
from naungan.web.request import ScopedRequest


PROPOSES: Final = whoever_may("propose_people")
SEES: Final = whoever_may("see_schemes")
JSON: Final = "application/json"
TRIAL: Final = "periksa"
"""What a form sends along to ask what the checks would say."""

TYPED: Final = {
    "nik_missing": "nik",
    "name_missing": "name",
    "birth_missing": "birth_date",
}
"""Checks that say that a field is empty: while one types, that is no finding."""


@audience(PROPOSES)
def add(request: ScopedRequest, number: int, code: str) -> HttpResponse:
    """Write one person; what the checks say comes back at once, or before they are written."""
    place = place_of(request.scope, number, code)
    is_trial = TRIAL in request.POST
    form = PersonForm(request.POST or None, initial={"client_key": uuid4()})
    form.fields["name"].required = not is_trial
    made: Entry | None = None
    if request.method == "POST" and form.is_valid():
        act = _tried if is_trial else _added
        made = attempt(form, lambda: act(request, place, form))
    if _is_queue(request):
        return _answered(form, made, is_trial=is_trial)
    if made is not None and not is_trial:
        _say(request, made)
        return redirect("village_list.add", number=number, code=code)
    shown = {
        "place": place,
        "title": _("Tambah orang"),
        "verb": _("Simpan"),
        "tried": _told(made, _unwritten(form), is_written=False) if made else None,
    }
    return show(request, "village_list/person_form.html", form, **shown)


def _is_queue(request: ScopedRequest) -> bool:
    return request.headers.get("Accept") == JSON


def _added(request: ScopedRequest, place: Place, form: PersonForm) -> Entry:
    return lists.add_people(
        by=request.scope,
        scheme=place.scheme,
        people=[form.proposed()],
        village_code=place.code,
    )[0]


def _tried(request: ScopedRequest, place: Place, form: PersonForm) -> Entry:
    """Ask what the checks would say, and write nobody."""
    return lists.try_people(
        by=request.scope,
        scheme=place.scheme,
        people=[form.proposed()],
        village_code=place.code,
    )[0]


def _unwritten(form: PersonForm) -> tuple[str, ...]:
    """Name the checks that only say what is still to be typed."""
    given = form.cleaned_data
    return tuple(code for code, field in TYPED.items() if not given.get(field))


def _answered(form: PersonForm, made: Entry | None, *, is_trial: bool) -> JsonResponse:
    """Tell the queue of a page what became of a person; 422 is final, not to be repeated."""
    if made is None:
        told = [str(error) for errors in form.errors.values() for error in errors]
        return JsonResponse({"errors": told}, status=422)
    unsaid = _unwritten(form) if is_trial else ()
    return JsonResponse(_told(made, unsaid, is_written=not is_trial))


def _told(
    made: Entry, unsaid: Sequence[str] = (), *, is_written: bool = True
) -> dict[str, Any]:
    """Say what the checks found of a person, what to do about it, and where."""
    checks = [one for one in made.checks.all() if one.code not in unsaid]
    state = made.state if checks or made.state != "flagged" else "proposed"
    return {
        "state": words.state(state),
        "tone": words.tone(state),
        "found": [words.check(one) for one in checks],
        "mends": list(dict.fromkeys(filter(None, map(words.mend, checks)))),
        "address": reverse("village_list.person", args=[made.pk])
        if is_written and made.state == "flagged"
        else "",
    }


def _say(request: ScopedRequest, made: Entry) -> None:
    """Say what the checks found of whoever was just written."""
    line = presenter.line(made)
    if made.state == "flagged":
        said = _("%(name)s tertulis, tetapi perlu diperbaiki: %(found)s.")
        given = {"name": line.name, "found": "; ".join(line.found)}
        person = reverse("village_list.person", args=[made.pk])
        way = format_html('<a href="{}">{}</a>', person, _("Lihat dan perbaiki"))
        messages.warning(request, format_html("{} {}", said % given, way))
    elif made.state == "reserve":
        said = _("%(name)s lolos pemeriksaan dan menunggu sebagai cadangan.")
        messages.info(request, said % {"name": line.name})
    else:
        said = _("%(name)s lolos pemeriksaan.")
        messages.success(request, said % {"name": line.name})


@audience(SEES)
def person(request: ScopedRequest, number: int) -> HttpResponse:
    """Show one person on the list, with what the checks found and the months paid."""
    entry = entry_of(request.scope, number)
    place = place_of_entry(request.scope, entry)
    claim = _claim(request, entry)
    died = entry.died_on is not None
    shown = {
        "place": place,
        "entry": entry,
        "line": presenter.line(entry),
        "checks": [(words.check(one), words.mend(one)) for one in entry.checks.all()],
        "claim": claim,
        "died": died,
        "months": presenter.months(entry),
        "ending": presenter.ending(entry),
        "verbs": ending.verbs(request.scope, entry),
        "may_accept": ending.may_accept(request.scope, entry),
        "may_withdraw": place.may_write and states.may(entry.state, "withdraw"),
        "standing": None if died else _standing(request, entry),
    }
    return show(request, "village_list/person.html", WithdrawForm(), **shown)


def _claim(request: ScopedRequest, entry: Entry) -> Claim | None:
    """Find what was reported of somebody; a claim that was withdrawn tells nothing."""
    if not request.scope.may("see_claims"):
        return None
    return claims.of_entry(request.scope, entry.pk)


def _standing(request: ScopedRequest, entry: Entry) -> dict[str, Any] | None:
    """Ask how a claim would fare today, of whoever a decree names."""
    if entry.state not in states.TAKEN or not request.scope.may("see_claims"):
        return None
    try:
        found = risks.standing(entry, clock.today())
    except LawRefused:  # the recorded law does not reach today
        return None
    return {
        "is_refused": found.is_refused,
        "said": [_(risks.RISKS[code].label) for code in found.codes],
    }


@audience(PROPOSES)
def correct(request: ScopedRequest, number: int) -> HttpResponse:
    """Write a line anew; it is checked again."""
    entry = entry_of(request.scope, number)
    place = place_of_entry(request.scope, entry)
    form = PersonForm(request.POST or None, initial=written(entry))
    if request.method == "POST" and form.is_valid():
        made = attempt(form, lambda: _corrected(request, entry, form))
        if made is not None:
            _say(request, made)
            return redirect("village_list.person", number=number)
    shown = {
        "place": place,
        "entry": entry,
        "title": _("Perbaiki data orang"),
        "verb": _("Simpan perbaikan"),
    }
    return show(request, "village_list/person_form.html", form, **shown)


def _corrected(request: ScopedRequest, entry: Entry, form: PersonForm) -> Entry:
    return lists.correct(by=request.scope, entry=entry, person=form.proposed())


@audience(PROPOSES)
def withdraw(request: ScopedRequest, number: int) -> HttpResponse:
    """Take a person back from the list; whoever waits next moves up."""
    entry = entry_of(request.scope, number)
    place = place_of_entry(request.scope, entry)
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        done = attempt(form, lambda: _withdrawn(request, entry, form))
        if done:
            said = _("%s ditarik dari daftar.") % entry.name
            messages.success(request, said)
            return redirect(
                "village_list.village", number=place.scheme.pk, code=place.code
            )
    shown = {"place": place, "entry": entry, "line": presenter.line(entry)}
    return show(request, "village_list/withdraw.html", form, **shown)


def _withdrawn(request: ScopedRequest, entry: Entry, form: WithdrawForm) -> bool:
    reason = form.cleaned_data["reason"]
    lists.withdraw(by=request.scope, entry=entry, reason=reason)
    return True


URLS = (
    path("daftar-desa/<int:number>/<str:code>/tambah", add, name="village_list.add"),
    path("daftar-desa/orang/<int:number>", person, name="village_list.person"),
    path(
        "daftar-desa/orang/<int:number>/perbaiki", correct, name="village_list.correct"
    ),
    path(
        "daftar-desa/orang/<int:number>/tarik", withdraw, name="village_list.withdraw"
    ),
)
