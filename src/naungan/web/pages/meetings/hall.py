"""Who is there: expected, pasted, ticked off, added at the table, or signed in on a phone."""

from typing import Any, Final
from urllib.parse import SplitResult, urlsplit

import segno
from django import forms
from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _, gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from naungan.casework.coordination import pasted
from naungan.casework.coordination.actions import attending
from naungan.casework.coordination.actions.attending import Attendee
from naungan.casework.coordination.pasted import Line
from naungan.lib.errors import Refusal
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import attempt, press, said, show
from naungan.web.pages.meetings import one as shown_as, presenter
from naungan.web.pages.meetings.forms import GuestForm
from naungan.web.pages.meetings.place import Place, kept
from naungan.web.request import ScopedRequest


KEEPS: Final = whoever_may("keep_meetings")
JSON: Final = "application/json"
AT_TABLE: Final = "held"
HOURS: Final = 12
FAULTS: Final = {
    "": gettext_lazy("akan ditambahkan"),
    "long": gettext_lazy("terlalu panjang"),
    "listed": gettext_lazy("sudah dalam daftar"),
    "twice": gettext_lazy("ditulis dua kali"),
}
LOCAL: Final = ("localhost", "127.0.0.1", "::1", "[::1]")


@audience(KEEPS)
def guest(request: ScopedRequest, number: int) -> HttpResponse:
    """Put somebody on the list: expected before the meeting, there once it began."""
    place = kept(request.scope, number)
    form = GuestForm(request.POST or None, initial={"role": "attend"})
    made = None
    if request.method == "POST" and form.is_valid():
        made = attempt(form, lambda: _added(request, place, form))
    if request.headers.get("Accept") == JSON:
        return _answered(form, made)
    if made is not None:
        messages.success(request, _("%s masuk daftar.") % presenter.guest(made).name)
        return redirect("meetings.guest", number=number)
    shown = {
        "title": _("Tambah orang dalam daftar hadir"),
        "verb": _("Tambahkan"),
        "guests": presenter.guests(place.event.attendance.all()),
    }
    return show(
        request,
        "meetings/guest.html",
        form,
        **shown_as.head(place, "one"),
        **shown,
    )


def _added(request: ScopedRequest, place: Place, form: GuestForm) -> Any:
    given = dict(form.cleaned_data)
    key = given.pop("client_key")
    is_begun = place.event.state == AT_TABLE
    return attending.add_attendance(
        by=request.scope,
        event=place.event,
        who=Attendee(**given),
        invited=not is_begun,
        how="table" if is_begun else "list",
        client_key=key,
    )


def _answered(form: GuestForm, made: Any) -> JsonResponse:
    if made is None:
        told = [str(error) for errors in form.errors.values() for error in errors]
        return JsonResponse({"errors": told}, status=422)
    return JsonResponse({"number": made.pk})


class PasteForm(forms.Form):
    """The lines, as they come from a list or a message."""

    use_required_attribute = False  # mistakes are summed up on the page
    lines = forms.CharField(
        label=gettext_lazy("Satu orang sebaris: nama; jabatan; lembaga"),
        max_length=30_000,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8}),
    )

    def clean_lines(self) -> str:
        """Ask for at least one line; blanks in front of one say that it has no name."""
        text: str = self.cleaned_data["lines"]
        if not text.strip():
            raise forms.ValidationError(self.fields["lines"].error_messages["required"])
        return text


@audience(KEEPS)
def paste(request: ScopedRequest, number: int) -> HttpResponse:
    """Show what pasted lines would add to the list, and add it once that was seen."""
    place = kept(request.scope, number)
    form = PasteForm(request.POST or None)
    lines = _read(place, form) if form.is_bound and form.is_valid() else []
    taken = [one for one in lines if not one.fault]
    is_seen = "tambah" in request.POST and bool(taken)
    if is_seen and attempt(form, lambda: _all_added(request, place, taken)):
        told = ngettext("%d orang masuk daftar.", "%d orang masuk daftar.", len(taken))
        messages.success(request, told % len(taken))
        return redirect("meetings.guest", number=number)
    shown: dict[str, Any] = {
        "title": _("Tempel daftar orang"),
        "lines": [(one, FAULTS[one.fault]) for one in lines],
        "taken": len(taken),
        "back": reverse("meetings.guest", args=[number]),
    }
    return show(
        request, "meetings/paste.html", form, **shown_as.head(place, "one"), **shown
    )


def _read(place: Place, form: PasteForm) -> list[Line]:
    listed = place.event.attendance.values_list("name", "position")
    return pasted.read(form.cleaned_data["lines"], listed)


def _all_added(request: ScopedRequest, place: Place, lines: list[Line]) -> list[Any]:
    """Expect all of them or nobody: who really came is ticked off, or signs in."""
    with transaction.atomic():
        return [
            attending.add_attendance(
                by=request.scope,
                event=place.event,
                who=one.who,
                invited=True,
                how="list",
            )
            for one in lines
        ]


@audience(KEEPS)
@require_POST
def present(request: ScopedRequest, number: int, row: int) -> HttpResponse:
    """Tick somebody off who came, or take it back."""
    event = kept(request.scope, number).event
    held = get_object_or_404(event.attendance, pk=row)
    act = attending.undo_sign_in if held.signed_in_at else attending.sign_in
    return press(
        request,
        lambda: act(by=request.scope, attendance=held),
        "",
        _back(request, number),
    )


@audience(KEEPS)
@require_POST
def remove(request: ScopedRequest, number: int, row: int) -> HttpResponse:
    """Strike somebody from the list who should not be on it."""
    event = kept(request.scope, number).event
    held = get_object_or_404(event.attendance, pk=row)
    return press(
        request,
        lambda: attending.remove_attendance(by=request.scope, attendance=held),
        _("Baris dihapus."),
        reverse("meetings.guest", args=[number]),
    )


def _back(request: ScopedRequest, number: int) -> str:
    """Go back to where the tick was: the table, or the page of the event."""
    name = "meetings.table" if request.POST.get("dari") == "meja" else "meetings.one"
    return reverse(name, args=[number]) + "#h-there"


@audience(KEEPS)
def door(request: ScopedRequest, number: int) -> HttpResponse:
    """Make the code by which people sign in on their phones; it is shown this once."""
    place = kept(request.scope, number)
    shown = shown_as.head(place, "one") | {"until": place.event.sign_in_until}
    if request.method == "POST":
        return _opened(request, place, shown)
    return render(request, "meetings/door.html", shown)


def _opened(
    request: ScopedRequest, place: Place, shown: dict[str, object]
) -> HttpResponse:
    number = place.event.pk
    try:
        if "tutup" in request.POST:
            attending.close_sign_in(by=request.scope, event=place.event)
            messages.success(request, _("Tautan hadir ditutup."))
            return redirect("meetings.one", number=number)
        code = attending.open_sign_in(by=request.scope, event=place.event, hours=HOURS)
    except Refusal as refusal:
        messages.error(request, said(refusal))
        return redirect("meetings.door", number=number)
    link = _reached(request, reverse("sign_in", args=[code]))
    picture = segno.make(link, error="m", micro=False).svg_data_uri(scale=8, border=2)
    answer = render(
        request,
        "meetings/door.html",
        shown
        | {"link": link, "picture": picture, "is_local": _is_local(urlsplit(link))},
    )
    answer["Cache-Control"] = "no-store"  # the link is a key
    return answer


def _reached(request: ScopedRequest, path: str) -> str:
    """Give a link that a phone can open: by the office's name where it has one."""
    link = urlsplit(request.build_absolute_uri(path))
    names = [
        one for one in settings.ALLOWED_HOSTS if one not in LOCAL and "*" not in one
    ]
    if not names or not _is_local(link):
        return link.geturl()
    name = names[0].lstrip(".")
    port = f":{link.port}" if link.port and link.scheme == "http" else ""
    return link._replace(netloc=f"{name}{port}").geturl()


def _is_local(link: SplitResult) -> bool:
    """Tell whether an address is that of the machine itself, which no phone reaches."""
    return (link.hostname or "") in LOCAL


URLS = (
    path("rapat/<int:number>/hadir/tempel", paste, name="meetings.paste"),
    path("rapat/<int:number>/hadir", guest, name="meetings.guest"),
    path("rapat/<int:number>/hadir/<int:row>", present, name="meetings.present"),
    path("rapat/<int:number>/hadir/<int:row>/hapus", remove, name="meetings.remove"),
    path("rapat/<int:number>/tautan-hadir", door, name="meetings.door"),
)
