"""Which other institutions take part in a scheme: the branch, the treasury."""

from typing import Final

from django.http import Http404, HttpResponse
from django.urls import path
from django.utils.translation import gettext as _

from naungan.casework import clock
from naungan.casework.protection.actions import schemes
from naungan.casework.protection.models import Participation
from naungan.web.audience import audience, whoever_may
from naungan.web.pages.schemes.acting import Asked, answer, is_sure
from naungan.web.pages.schemes.forms import PartnerForm
from naungan.web.pages.schemes.place import inside_of
from naungan.web.request import ScopedRequest


MANAGES: Final = whoever_may("manage_schemes")
PARTNERS: Final = ("bpjs_branch", "bpjs_region", "bpkad", "sekda", "dinsos", "disnaker")


@audience(MANAGES)
def join(request: ScopedRequest, number: int) -> HttpResponse:
    """Let another institution see and serve a scheme."""
    desk = inside_of(request.scope, number)
    form = PartnerForm(request.POST or None, PARTNERS)
    asked = Asked(
        _("Ikut sertakan lembaga"),
        _("Ikut sertakan"),
        _("Lembaga ikut serta."),
        lead=_("Lembaga yang ikut serta melihat seluruh daftar dan uang skema ini."),
    )
    return answer(
        request,
        desk,
        form,
        lambda: schemes.let_join(
            by=request.scope,
            scheme=desk.scheme,
            today=clock.today(),
            **form.cleaned_data,
        ),
        asked,
    )


@audience(MANAGES)
def leave(request: ScopedRequest, number: int, taken: int) -> HttpResponse:
    """Take a scheme back from another institution."""
    desk = inside_of(request.scope, number)
    found = Participation.objects.filter(scheme=desk.scheme, pk=taken, ended_on=None)
    part = found.select_related("institution", "scheme").first()
    if part is None:
        raise Http404
    asked = Asked(
        _("Akhiri keikutsertaan"),
        _("Akhiri"),
        _("Keikutsertaan diakhiri."),
        known=[(_("Lembaga"), part.institution.name)],
    )
    return answer(
        request,
        desk,
        is_sure(request),
        lambda: schemes.end_part(by=request.scope, part=part, today=clock.today()),
        asked,
    )


URLS = (
    path("skema/<int:number>/lembaga", join, name="schemes.join"),
    path("skema/<int:number>/lembaga/<int:taken>", leave, name="schemes.leave"),
)
