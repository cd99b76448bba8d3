"""Opening minutes again, and asking a party no more: each with its reason."""

from typing import Final

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.translation import gettext as _

from naungan.casework.accounts.models import Institution
from naungan.casework.coordination.actions import events, minutes
from naungan.casework.coordination.models import Minutes
from naungan.casework.coordination.states import DRAFTED
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import carried_out, show
from naungan.web.pages.minutes import presenter
from naungan.web.pages.minutes.forms import ReasonForm
from naungan.web.pages.minutes.place import kept, version_of
from naungan.web.request import ScopedRequest


KEEPS: Final = whoever_may("keep_meetings")


@audience(KEEPS)
def reopen(request: ScopedRequest, number: int) -> HttpResponse:
    """Go back to the table after minutes were put forward; say first what that means."""
    place = kept(request.scope, number)
    found = place.event.minutes.filter(kind="minutes").order_by("-version").first()
    if found is None or place.event.state not in DRAFTED:
        raise Http404
    form = ReasonForm(request.POST or None)
    if carried_out(
        request,
        form,
        lambda: events.reopen(
            by=request.scope, event=place.event, reason=form.cleaned_data["reason"]
        ),
        _("Notulen dibuka kembali. Perbaiki catatannya, lalu ajukan versi baru."),
    ):
        return redirect("meetings.table", number=number)
    shown = {
        "place": place,
        "event": place.event,
        "line": presenter.line(found),
        "title": _("Buka kembali notulen"),
        "button": _("Buka kembali"),
        "changes": _what_changes(found),
    }
    return show(request, "minutes/ask.html", form, **shown)


def _what_changes(found: Minutes) -> list[str]:
    """Say what opening a version again does to it, and what stays."""
    answers = presenter.parties(found)
    approved = [one.institution for one in answers if one.tone == "good"]
    objections = [
        f"{one.institution}: {one.approval.reason}"
        for one in answers
        if one.approval is not None and one.tone == "bad"
    ]
    told = [
        *(_("Keberatan %s") % one for one in objections),
        _("Catatan, angka, agenda, dan daftar hadir dapat diubah lagi di meja rapat."),
        _("Komitmen diubah atau dihentikan pada halamannya."),
        _("Versi %d tetap tersimpan sebagai bukti dan tidak dapat disetujui lagi.")
        % found.version,
        _("Versi baru disetujui lagi oleh semua yang diminta."),
    ]
    if approved:
        told.append(
            _("Tidak berlaku untuk versi baru: persetujuan %s.") % "; ".join(approved)
        )
    if found.letter:
        told.append(_("Nomor suratnya tetap milik versi ini."))
    return told


@audience(KEEPS)
def excuse(request: ScopedRequest, number: int, row: int, party: int) -> HttpResponse:
    """Ask a party no more to approve a version, with the reason."""
    place = kept(request.scope, number)
    found = version_of(place, row)
    asked = get_object_or_404(Institution, pk=party)
    form = ReasonForm(request.POST or None)
    if carried_out(
        request,
        form,
        lambda: minutes.excuse(
            by=request.scope,
            minutes=found,
            party=asked,
            reason=form.cleaned_data["reason"],
        ),
        _("Lembaga ini tidak diminta menyetujui lagi."),
    ):
        return redirect("minutes.version", number=number, row=row)
    shown = {
        "place": place,
        "event": place.event,
        "line": presenter.line(found),
        "title": _("Tidak lagi meminta persetujuan: %s") % asked.name,
        "button": _("Lepas dari daftar"),
        "about": _(
            "Isi versi ini tidak berubah dan persetujuan yang lain tetap berlaku. "
            "Alasannya terbaca oleh semua pihak."
        ),
    }
    return show(request, "minutes/ask.html", form, **shown)


URLS = (
    path("rapat/<int:number>/notulen/buka", reopen, name="minutes.reopen"),
    path(
        "rapat/<int:number>/notulen/<int:row>/lepas/<int:party>",
        excuse,
        name="minutes.excuse",
    ),
)
