"""Planning a meeting and changing what it is: the event, who takes part, its agenda."""

from collections.abc import Callable, Container
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from naungan.casework import clock
from naungan.casework.accounts.models import Institution
from naungan.casework.commitments.actions import recognising
from naungan.casework.coordination.actions import agenda, chains, events
from naungan.casework.coordination.models import Event
from naungan.casework.coordination.queries import chains as links, listing
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import attempt, carried_out, press, show
from naungan.web.pages.meetings import acts, one as shown_as
from naungan.web.pages.meetings.forms import (
    AgendaForm,
    EventForm,
    HouseForm,
    LinkForm,
    OrganiserForm,
    PartyForm,
    ReasonForm,
    written,
)
from naungan.web.pages.meetings.place import Place, kept
from naungan.web.request import ScopedRequest


KEEPS: Final = whoever_may("keep_meetings")


@audience(KEEPS)
def plan(request: ScopedRequest) -> HttpResponse:
    """Plan a meeting, or write one of the past down."""
    first = {"region_code": request.scope.region_code or "00"}
    form = EventForm(request.POST or None, first)
    if request.method == "POST" and form.is_valid():
        made = attempt(
            form, lambda: events.plan_event(by=request.scope, plan=form.plan())
        )
        if made is not None:
            messages.success(request, _("Kegiatan direncanakan."))
            return redirect("meetings.one", number=made.pk)
    shown = {"title": _("Rencanakan rapat"), "verb": _("Simpan rencana")}
    return show(request, "meetings/form.html", form, **shown)


@audience(KEEPS)
def change(request: ScopedRequest, number: int) -> HttpResponse:
    """Say anew what an event is."""
    place = kept(request.scope, number)
    form = EventForm(request.POST or None, written(place.event))
    return asked(
        request,
        place,
        form,
        lambda: events.change_event(
            by=request.scope, event=place.event, plan=form.plan()
        ),
        title=_("Ubah kegiatan"),
        verb=_("Simpan perubahan"),
        told=_("Perubahan disimpan."),
    )


@audience(KEEPS)
def cancel(request: ScopedRequest, number: int) -> HttpResponse:
    """Call an event off, with the reason."""
    place = kept(request.scope, number)
    form = ReasonForm(request.POST or None)
    return asked(
        request,
        place,
        form,
        lambda: events.cancel(
            by=request.scope, event=place.event, reason=form.cleaned_data["reason"]
        ),
        title=_("Batalkan kegiatan"),
        verb=_("Batalkan kegiatan"),
        told=_("Kegiatan dibatalkan."),
        danger=True,
    )


@audience(KEEPS)
@require_POST
def confirm(request: ScopedRequest, number: int) -> HttpResponse:
    """Plan what was a draft."""
    event = kept(request.scope, number).event
    return done(
        request,
        number,
        lambda: events.confirm(by=request.scope, event=event),
        _("Kegiatan direncanakan."),
    )


@audience(KEEPS)
def party(request: ScopedRequest, number: int) -> HttpResponse:
    """Let institutions of this office take part; those of the meeting before are ticked."""
    place = kept(request.scope, number)
    event = place.event
    last = links.chain(request.scope, event).last
    before = {last.institution_id, *last.parties} if last else set()
    form = PartyForm(request.POST or None, _askable(event, before), before)
    return asked(
        request,
        place,
        form,
        lambda: events.add_parties(
            by=request.scope,
            event=event,
            parties=list(form.cleaned_data["party"]),
            role=form.cleaned_data["role"],
        ),
        title=_("Tambah lembaga"),
        verb=_("Tambahkan"),
        told=_("Lembaga ditambahkan; kegiatan ini kini terlihat olehnya."),
    )


def _askable(event: Event, before: Container[int]) -> list[Institution]:
    """Give who may be asked to come: of the meeting before, of the region, the others."""
    gone = [event.institution_id, *event.parties]
    rows = Institution.objects.filter(closed_on=None).exclude(pk__in=gone)
    return sorted(
        rows,
        key=lambda one: (
            one.pk not in before,
            one.region_code != event.region_code,
            one.name,
        ),
    )


@audience(KEEPS)
@require_POST
def remove_party(request: ScopedRequest, number: int, party: int) -> HttpResponse:
    """Take back that an institution takes part."""
    event = kept(request.scope, number).event
    gone = get_object_or_404(Institution, pk=party)
    return done(
        request,
        number,
        lambda: events.remove_party(by=request.scope, event=event, party=gone),
        _("Lembaga tidak lagi ikut."),
    )


@audience(KEEPS)
def organiser(request: ScopedRequest, number: int) -> HttpResponse:
    """Name somebody who holds the event and is not of this office."""
    place = kept(request.scope, number)
    form = OrganiserForm(request.POST or None)
    return asked(
        request,
        place,
        form,
        lambda: events.add_organiser(
            by=request.scope, event=place.event, **form.cleaned_data
        ),
        title=_("Tambah penyelenggara"),
        verb=_("Tambahkan"),
        told=_("Penyelenggara ditambahkan."),
    )


@audience(KEEPS)
def recognise(request: ScopedRequest, number: int) -> HttpResponse:
    """Say which institution of this office a name of the event is."""
    place = kept(request.scope, number)
    name = request.GET.get("nama", "")
    houses = Institution.objects.filter(closed_on=None).order_by("name")
    event = place.event
    every = shown_as.named(event, event.organisers.all(), event.attendance.all())
    called = [one for one in every if one.name == name]
    if not called:
        raise Http404
    form = HouseForm(request.POST or None, houses, called[0].known)
    return asked(
        request,
        place,
        form,
        lambda: recognising.recognise(
            by=request.scope,
            event=event,
            name=name,
            institution=form.cleaned_data["institution"],
            today=clock.today(),
        ),
        title=_("Hubungkan lembaga yang disebut"),
        about=_(
            "“%s” dalam catatan ini adalah lembaga yang Anda pilih. Lembaga itu lalu "
            "melihat kegiatan ini, dan janjinya di sini menjadi janjinya."
        )
        % name,
        verb=_("Hubungkan"),
        told=_("Lembaga dihubungkan; kegiatan ini kini terlihat olehnya."),
    )


@audience(KEEPS)
def point(request: ScopedRequest, number: int) -> HttpResponse:
    """Put a point on the agenda."""
    place = kept(request.scope, number)
    form = AgendaForm(request.POST or None)
    return asked(
        request,
        place,
        form,
        lambda: agenda.add_agenda_item(
            by=request.scope, event=place.event, **form.cleaned_data
        ),
        title=_("Tambah agenda"),
        verb=_("Tambahkan"),
        told=_("Agenda ditambahkan."),
        back=at_table(place, "h-agenda"),
    )


@audience(KEEPS)
@require_POST
def remove_point(request: ScopedRequest, number: int, row: int) -> HttpResponse:
    """Take a point off the agenda."""
    event = kept(request.scope, number).event
    item = get_object_or_404(event.agenda, pk=row)
    return done(
        request,
        number,
        lambda: agenda.remove_agenda_item(by=request.scope, item=item),
        _("Agenda dihapus."),
    )


@audience(KEEPS)
def follow(request: ScopedRequest, number: int) -> HttpResponse:
    """Say which earlier event this one follows."""
    place = kept(request.scope, number)
    event = place.event
    before = listing.events(request.scope).exclude(pk=event.pk)
    if event.sort_on is not None:
        before = before.filter(sort_on__lte=event.sort_on)
    form = LinkForm(request.POST or None, before)
    return asked(
        request,
        place,
        form,
        lambda: chains.link(by=request.scope, child=event, **form.cleaned_data),
        title=_("Sambungkan dengan rapat sebelumnya"),
        verb=_("Sambungkan"),
        told=_("Rantai disimpan; yang masih terbuka di sana ikut dibawa."),
    )


@audience(KEEPS)
@require_POST
def unfollow(request: ScopedRequest, number: int, parent: int) -> HttpResponse:
    """Take back that this event follows another."""
    event = kept(request.scope, number).event
    gone = get_object_or_404(Event, pk=parent)
    return done(
        request,
        number,
        lambda: chains.unlink(by=request.scope, parent=gone, child=event),
        _("Sambungan dilepas."),
    )


def at_table(place: Place, part: str) -> str:
    """Give the table where the meeting is under way, else nothing."""
    if place.event.state not in acts.AT_TABLE:
        return ""
    return f"{reverse('meetings.table', args=[place.event.pk])}#{part}"


def asked(
    request: ScopedRequest,
    place: Place,
    form: Any,
    act: Callable[[], Any],
    *,
    told: str,
    back: str = "",
    leave: str = "",
    **shown: Any,
) -> HttpResponse:
    """Show a form about an event, or do what it asks and go back to the event.

    `back` is the address to go to instead, `leave` where nothing was done.
    """
    back = back or reverse("meetings.one", args=[place.event.pk])
    if carried_out(request, form, act, told):
        return redirect(back)
    shown |= shown_as.head(place, "one") | {"back": leave or back}
    return show(request, "meetings/form.html", form, **shown)


def done(
    request: ScopedRequest,
    number: int,
    act: Callable[[], Any],
    told: str,
    back: str = "",
) -> HttpResponse:
    """Do what a button asks, and go back to the event, or to where `back` says."""
    return press(request, act, told, back or reverse("meetings.one", args=[number]))


URLS = (
    path("rapat/rencana", plan, name="meetings.plan"),
    path("rapat/<int:number>/ubah", change, name="meetings.change"),
    path("rapat/<int:number>/batal", cancel, name="meetings.cancel"),
    path("rapat/<int:number>/jadikan-rencana", confirm, name="meetings.confirm"),
    path("rapat/<int:number>/pihak", party, name="meetings.party"),
    path(
        "rapat/<int:number>/pihak/<int:party>/lepas",
        remove_party,
        name="meetings.remove_party",
    ),
    path("rapat/<int:number>/penyelenggara", organiser, name="meetings.organiser"),
    path("rapat/<int:number>/lembaga", recognise, name="meetings.recognise"),
    path("rapat/<int:number>/agenda", point, name="meetings.point"),
    path(
        "rapat/<int:number>/agenda/<int:row>/hapus",
        remove_point,
        name="meetings.remove_point",
    ),
    path("rapat/<int:number>/sambung", follow, name="meetings.follow"),
    path(
        "rapat/<int:number>/sambung/<int:parent>/lepas",
        unfollow,
        name="meetings.unfollow",
    ),
)
