"""Following a promise: telling how far it is, showing evidence, working, and ending it."""

from collections.abc import Callable
from typing import Any, Final

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from naungan.casework import clock
from naungan.casework.commitments import queries
from naungan.casework.commitments.actions import following, promising
from naungan.casework.commitments.actions.promising import Said
from naungan.casework.correspondence import papers
from naungan.lib.errors import Refusal
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import Asked, ask, press, said
from naungan.web.pages.promises.forms import (
    ActivityForm,
    ClaimForm,
    EvidenceForm,
    PromiseForm,
    ReasonForm,
)
from naungan.web.pages.promises.place import Place, place_of
from naungan.web.papers.attachment import attached
from naungan.web.request import ScopedRequest


SEES: Final = whoever_may("see_meetings")
KEEPS: Final = whoever_may("keep_meetings")


def _answer(
    request: ScopedRequest,
    found: Place,
    form: forms.Form,
    deed: Callable[[], Any],
    asked: Asked,
) -> HttpResponse:
    """Show a form, or do what it asks for and go back to the promise."""
    return ask(
        request,
        form,
        deed,
        asked,
        template="promises/form.html",
        to=reverse("promises.one", args=[found.commitment.pk]),
        title=asked.title,
        lead=asked.lead,
        verb=asked.verb,
        danger=asked.is_danger,
        one=found.commitment,
    )


@audience(KEEPS)
def claim(request: ScopedRequest, number: int) -> HttpResponse:
    """Say how far a promise is, in one's own words."""
    found = place_of(request.scope, number)
    if not found.may_claim:
        raise Http404
    today = clock.today()
    form = ClaimForm(request.POST or None, initial={"claimed_on": today})
    asked = Asked(
        _("Tulis kemajuan"),
        _("Simpan"),
        _("Pernyataan dicatat dan disandingkan dengan data."),
        lead=_("Yang ditulis di sini tidak mengubah angka: keadaan dibaca dari data."),
    )
    return _answer(
        request,
        found,
        form,
        lambda: following.claim(
            by=request.scope,
            commitment=found.commitment,
            today=today,
            **form.cleaned_data,
        ),
        asked,
    )


@audience(KEEPS)
def show_evidence(request: ScopedRequest, number: int) -> HttpResponse:
    """Show something for a promise."""
    found = _answered(request, number)
    form = EvidenceForm(request.POST or None, request.FILES or None)
    asked = Asked(_("Tambah bukti"), _("Simpan"), _("Bukti ditambahkan."))

    def deed() -> None:
        given = dict(form.cleaned_data)
        for name, content in given.pop("papers") or [("", b"")]:
            following.show(
                by=request.scope,
                commitment=found.commitment,
                paper_name=name,
                paper=content,
                **given,
            )

    return _answer(request, found, form, deed, asked)


@audience(SEES)
def evidence(request: ScopedRequest, number: int, paper: int) -> HttpResponseBase:
    """Give a paper shown for a promise, to be saved only."""
    kept = queries.evidence(request.scope, paper)
    if kept is None or kept.commitment_id != number or not kept.paper_sha256:
        raise Http404
    content = papers.read(kept.institution_id, kept.paper_sha256)
    return attached(content, kept.paper_name, kept.paper_mime)


@audience(KEEPS)
def activity(request: ScopedRequest, number: int) -> HttpResponse:
    """Write down a piece of work under a promise."""
    found = place_of(request.scope, number)
    if not found.may_claim:
        raise Http404
    form = ActivityForm(request.POST or None)
    asked = Asked(_("Tambah kegiatan"), _("Simpan"), _("Kegiatan ditambahkan."))
    return _answer(
        request,
        found,
        form,
        lambda: following.add_activity(
            by=request.scope, commitment=found.commitment, **form.cleaned_data
        ),
        asked,
    )


@audience(KEEPS)
@require_POST
def move_activity(
    request: ScopedRequest, number: int, taken: int, verb: str
) -> HttpResponse:
    """Do, cancel or take up again a piece of work."""
    kept = queries.activity(request.scope, taken)
    if kept is None or kept.commitment_id != number or verb not in MOVES:
        raise Http404

    def act() -> None:
        following.move_activity(
            by=request.scope,
            activity=kept,
            verb=MOVES[verb],
            done_on=None,
            today=clock.today(),
        )

    return press(request, act, "", reverse("promises.one", args=[number]))


MOVES: Final = {
    "dikerjakan": "carry_out",
    "dibatalkan": "abandon",
    "dibuka": "reopen",
}


@audience(KEEPS)
@require_POST
def measure(request: ScopedRequest, number: int) -> HttpResponse:
    """Read the data for a promise now."""
    found = _answered(request, number)
    try:
        added = following.measure(
            by=request.scope, commitment=found.commitment, today=clock.today()
        )
        told = _("Data menyatakan angka baru.") if added else _("Angkanya masih sama.")
        messages.success(request, told)
    except Refusal as refusal:
        messages.error(request, said(refusal))
    return redirect("promises.one", number=number)


@audience(KEEPS)
def keep(request: ScopedRequest, number: int) -> HttpResponse:
    """Say that a promise was kept."""
    found = _changed(request, number)
    form = ReasonForm(request.POST or None)
    met = found.commitment.is_met
    asked = Asked(
        _("Nyatakan dipenuhi"),
        _("Nyatakan dipenuhi"),
        _("Janji dinyatakan dipenuhi; datanya tetap dibaca."),
        lead=_("Data menyatakan sasarannya belum tercapai. Alasannya wajib ditulis.")
        if met is False
        else "",
    )
    return _answer(
        request,
        found,
        form,
        lambda: promising.keep(
            by=request.scope,
            commitment=found.commitment,
            today=clock.today(),
            **form.cleaned_data,
        ),
        asked,
    )


@audience(KEEPS)
def abandon(request: ScopedRequest, number: int) -> HttpResponse:
    """Say that a promise is not followed any more."""
    found = _changed(request, number)
    form = ReasonForm(request.POST or None)
    asked = Asked(
        _("Hentikan janji"),
        _("Hentikan"),
        _("Janji dihentikan."),
        lead=_("Janji tetap terhitung sebagai tidak dilanjutkan."),
        is_danger=True,
    )
    return _answer(
        request,
        found,
        form,
        lambda: promising.abandon(
            by=request.scope,
            commitment=found.commitment,
            today=clock.today(),
            **form.cleaned_data,
        ),
        asked,
    )


@audience(KEEPS)
def replace(request: ScopedRequest, number: int) -> HttpResponse:
    """Put a new promise in the place of one."""
    found = _changed(request, number)
    one = found.commitment
    first = {name: getattr(one, name) for name in PromiseForm.base_fields}
    first["owner_institution"] = one.owner_institution_id
    first["promised_on"] = clock.today()
    form = ReplaceForm(request.POST or None, initial=first)
    asked = Asked(
        _("Ganti dengan janji baru"),
        _("Ganti"),
        _("Janji baru dicatat di tempat yang lama."),
        lead=_("Janji lama tetap terbaca sebagai digantikan."),
    )

    def deed() -> Any:
        given = dict(form.cleaned_data)
        text = given.pop("text")
        return promising.replace(
            by=request.scope,
            commitment=one,
            said=Said(**given),
            text=text,
            today=clock.today(),
        )

    return _answer(request, found, form, deed, asked)


class ReplaceForm(ReasonForm, PromiseForm):
    """A new promise, and why it takes the place of the old one."""


@audience(KEEPS)
def reopen(request: ScopedRequest, number: int) -> HttpResponse:
    """Take back that a promise ended."""
    found = place_of(request.scope, number)
    if not found.may_reopen:
        raise Http404
    form = ReasonForm(request.POST or None)
    asked = Asked(_("Buka kembali"), _("Buka kembali"), _("Janji berjalan lagi."))
    return _answer(
        request,
        found,
        form,
        lambda: promising.reopen(
            by=request.scope, commitment=found.commitment, **form.cleaned_data
        ),
        asked,
    )


def _answered(request: ScopedRequest, number: int) -> Place:
    """Find a promise on which one may write."""
    found = place_of(request.scope, number)
    if not found.answers:
        raise Http404
    return found


def _changed(request: ScopedRequest, number: int) -> Place:
    """Find a promise that one may end."""
    found = place_of(request.scope, number)
    if not found.may_change:
        raise Http404
    return found


URLS = (
    path("janji/<int:number>/kemajuan", claim, name="promises.claim"),
    path("janji/<int:number>/bukti", show_evidence, name="promises.show"),
    path("janji/<int:number>/bukti/<int:paper>", evidence, name="promises.evidence"),
    path("janji/<int:number>/kegiatan", activity, name="promises.activity"),
    path(
        "janji/<int:number>/kegiatan/<int:taken>/<slug:verb>",
        move_activity,
        name="promises.move",
    ),
    path("janji/<int:number>/baca-data", measure, name="promises.measure"),
    path("janji/<int:number>/dipenuhi", keep, name="promises.keep"),
    path("janji/<int:number>/hentikan", abandon, name="promises.abandon"),
    path("janji/<int:number>/ganti", replace, name="promises.replace"),
    path("janji/<int:number>/buka-kembali", reopen, name="promises.reopen"),
)
