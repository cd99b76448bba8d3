"""Many people at once: pasted lines, first shown as they would be taken, then taken."""

from typing import Any, Final

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _, gettext_lazy, ngettext

from naungan.casework.coordination import pasted
from naungan.casework.coordination.actions import attending
from naungan.casework.coordination.pasted import Line
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import attempt, show
from naungan.web.pages.meetings import one as shown_as
from naungan.web.pages.meetings.place import Place, kept
from naungan.web.request import ScopedRequest


KEEPS: Final = whoever_may("keep_meetings")
FAULTS: Final = {
    "": gettext_lazy("akan ditambahkan"),
    "long": gettext_lazy("terlalu panjang"),
    "listed": gettext_lazy("sudah dalam daftar"),
    "twice": gettext_lazy("ditulis dua kali"),
}


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
    if is_seen and attempt(form, lambda: _added(request, place, taken)):
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


def _added(request: ScopedRequest, place: Place, lines: list[Line]) -> list[Any]:
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


URLS = (path("rapat/<int:number>/hadir/tempel", paste, name="meetings.paste"),)
