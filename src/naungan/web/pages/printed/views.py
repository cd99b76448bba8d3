"""A printed figure that does not divide: ask who printed it, or accept it with a note."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _, gettext_lazy

from naungan.casework.regions import printed
from naungan.casework.regions.actions import accept_figure
from naungan.casework.regions.printed import Alarm
from naungan.lib.numbers import format_number, format_percent, format_points
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import attempt, show
from naungan.web.page import Page
from naungan.web.request import ScopedRequest


COUNTRY = "00"


class NoteForm(forms.Form):
    """Why a printed figure is accepted as it stands."""

    note = forms.CharField(
        label=gettext_lazy("Catatan"),
        help_text=gettext_lazy(
            "Mengapa angka cetak itu diterima, mis. penyebutnya memakai Sakernas Agustus."
        ),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


@audience(whoever_may("see_coverage"))
def ask(request: ScopedRequest, code: str, number: int) -> HttpResponse:
    """Show a ready letter to whoever printed the figure."""
    alarm = _alarm(code, number)
    shown = {"alarm": alarm, "letter": _letter(alarm), "code": code}
    return render(request, "printed/ask.html", shown)


@audience(whoever_may("set_targets"))
def accept(request: ScopedRequest, code: str, number: int) -> HttpResponse:
    """Take a note, then accept the figure; the act is on record."""
    alarm = _alarm(code, number)
    form = NoteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        note = form.cleaned_data["note"]
        done = attempt(
            form, lambda: accept_figure(by=request.scope, alarm=alarm, note=note)
        )
        if done is not None:
            messages.success(request, _("Angka cetak diterima dengan catatan Anda."))
            return redirect("coverage.region", code)
    printed_text = format_percent(alarm.printed, 2)
    shown = {"alarm": alarm, "code": code, "printed_text": printed_text}
    return show(request, "printed/accept.html", form, **shown)


def _alarm(code: str, number: int) -> Alarm:
    found = printed.alarms("" if code == COUNTRY else code)
    if not 0 < number <= len(found):
        raise Http404
    return found[number - 1]


def _letter(alarm: Alarm) -> str:
    # The letter goes to an Indonesian office, so it is Indonesian on every page.
    return (
        f"Dengan hormat,\n\n"
        f"Pada {alarm.as_of_label}, cakupan {alarm.region_name} tercetak "
        f"{format_percent(alarm.printed, 2)} ({alarm.source_url}). Dua hitungan yang "
        f"tercetak bersamanya, {format_number(alarm.covered)} dari "
        f"{format_number(alarm.denominator)}, menghasilkan "
        f"{format_percent(alarm.computed, 2)}; bedanya "
        f"{format_points(alarm.points, 2)}.\n\n"
        f"Persentase itu cocok bila penyebutnya {format_number(alarm.fits)}. Penyebut "
        f"mana yang dipakai, dari sumber apa dan per tanggal berapa?\n\n"
        f"Terima kasih."
    )


PAGE = Page(
    code="printed",
    urls=(
        path("cakupan/<str:code>/angka-cetak/<int:number>", ask, name="printed.ask"),
        path(
            "cakupan/<str:code>/angka-cetak/<int:number>/terima",
            accept,
            name="printed.accept",
        ),
    ),
)
