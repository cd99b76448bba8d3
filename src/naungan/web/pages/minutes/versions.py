"""Notulen dan rencana aksi: versions put forward, each as the parties approved it."""

from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _

from naungan.casework import clock
from naungan.casework.accounts.models import Institution
from naungan.casework.coordination import gathering
from naungan.casework.coordination.actions import minutes
from naungan.casework.coordination.models import Minutes
from naungan.casework.coordination.states import TOOK_PLACE
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import attempt, show
from naungan.web.letters import issuing
from naungan.web.letters.facts import Facts, Gathering
from naungan.web.pages.minutes import presenter, setting
from naungan.web.pages.minutes.agreed import agreed_at
from naungan.web.pages.minutes.forms import VersionForm
from naungan.web.pages.minutes.place import Place, kept, place_of
from naungan.web.pages.minutes.version import may_reopen
from naungan.web.request import ScopedRequest


SEES: Final = whoever_may("see_meetings")
KEEPS: Final = whoever_may("keep_meetings")


@audience(SEES)
def versions(request: ScopedRequest, number: int) -> HttpResponse:
    """List what was put forward; its keeper puts forward a new version."""
    place = place_of(request.scope, number)
    houses = [place.event.institution_id, *place.event.parties]
    able = presenter.able(houses) if place.keeps else set()
    invited = list(Institution.objects.filter(pk__in=houses))
    parties = [one for one in invited if one.pk in able and one.pk != houses[0]]
    form = VersionForm(request.POST or None, parties=parties)
    if request.method == "POST":
        if not place.keeps:
            raise Http404
        known = set(place.event.minutes.values_list("pk", flat=True))
        made = _put_forward(request, place, form, parties)
        if made is not None:
            _tell(request, made, known)
            return redirect("minutes.version", number=number, row=made.pk)
    rows = [presenter.line(one) for one in _found(place)]
    shown = {
        "place": place,
        "event": place.event,
        "tab": "minutes",
        "rows": rows,
        "unable": [
            (one.name, presenter.roles_signing(one.kind))
            for one in invited
            if one.pk not in able
        ],
        "may_reopen": any(may_reopen(place, one) for one in rows),
        "may_write": place.keeps and place.event.state in TOOK_PLACE,
        "is_empty": not place.event.attendance.exists(),
    }
    return show(request, "minutes/versions.html", form, **shown)


def _tell(request: ScopedRequest, made: Minutes, known: set[int]) -> None:
    """Say that a version went to the parties, or that it is one which they have."""
    if made.pk in known:
        said = _("Isinya sama dengan versi yang sudah diajukan; tidak ada versi baru.")
        messages.info(request, said)
    else:
        messages.success(request, _("Versi ini diajukan kepada para pihak."))


def _found(place: Place) -> list[Minutes]:
    rows = place.event.minutes.prefetch_related("approvals")
    return list(rows.order_by("kind", "-version"))


def _put_forward(
    request: ScopedRequest, place: Place, form: VersionForm, parties: list[Institution]
) -> Minutes | None:
    if not form.is_valid():
        return None
    chosen = set(form.cleaned_data["signers"])
    kind = form.cleaned_data["kind"]
    return attempt(
        form,
        lambda: minutes.put_forward(
            by=request.scope,
            event=place.event,
            kind=kind,
            content=content(request, place, kind),
            signers=[one for one in parties if one.pk in chosen],
        ),
    )


def content(request: ScopedRequest, place: Place, kind: str) -> dict[str, Any]:
    """Gather what a version of a kind would say now."""
    agreed = agreed_at(request.scope, place.event)
    if kind == "minutes":
        return gathering.minutes_content(place.event, agreed)
    plans = place.event.plans.exclude(state="dropped").prefetch_related("activities")
    return gathering.action_plan_content(place.event, agreed, list(plans))


@audience(KEEPS)
def preview(request: ScopedRequest, number: int, kind: str) -> HttpResponse:
    """Give what would be put forward as a draft, without a version."""
    if kind not in setting.TEXTS:
        raise Http404
    place = kept(request.scope, number)
    pdf = issuing.preview(
        by=request.scope,
        letter=setting.TEXTS[kind],
        facts=Facts(gathering=Gathering(content(request, place, kind))),
        today=clock.today(),
    )
    return setting.answer(request.scope, place.event, pdf, "pdf", f"konsep-{kind}")


URLS = (
    path("rapat/<int:number>/notulen", versions, name="minutes.versions"),
    path("rapat/<int:number>/notulen/konsep/<str:kind>", preview, name="minutes.draft"),
)
