"""Daftar hadir: signing in at a meeting on one's own phone, behind the code of the day."""

from typing import Final

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables

from naungan.casework.coordination.actions import attending
from naungan.casework.coordination.actions.attending import Door
from naungan.web.audience import PUBLIC, audience
from naungan.web.form_page import attempt, show
from naungan.web.page import Page


LONGEST: Final = 200


class SignInForm(forms.Form):
    """Who is there: a name, an office, and where from."""

    use_required_attribute = False  # mistakes are summed up on the page
    name = forms.CharField(
        label=gettext_lazy("Nama Anda"),
        max_length=LONGEST,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    position = forms.CharField(
        label=gettext_lazy("Jabatan"),
        max_length=LONGEST,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization-title"}),
    )
    home_name = forms.CharField(
        label=gettext_lazy("Lembaga atau perusahaan"),
        max_length=LONGEST,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )


@audience(PUBLIC)
@never_cache
@sensitive_variables("code")
def sign_in(request: HttpRequest, code: str) -> HttpResponse:
    """Ask who is there; a code that opens nothing is told nothing, not even why."""
    door = attending.door(code)
    if door is None:
        return render(request, "sign_in/closed.html", status=404)
    form = SignInForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        made = attempt(form, lambda: attending.sign_in_by_code(code, **given))
        if made is not None:
            shown = _shown(door) | {"name": given["name"]}
            return render(request, "sign_in/done.html", shown)
    return show(request, "sign_in/page.html", form, **_shown(door))


def _shown(door: Door) -> dict[str, object]:
    day = date_format(door.held_on, "l, j F Y") if door.held_on else ""
    where = ", ".join(part for part in (door.venue, door.city) if part)
    return {"door": door, "meta": " · ".join(part for part in (day, where) if part)}


PAGE = Page(code="sign_in", urls=(path("hadir/<str:code>", sign_in, name="sign_in"),))
