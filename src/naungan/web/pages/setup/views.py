"""The first run: the institution, its region, and the first administrator."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth import password_validation
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils.crypto import constant_time_compare
from django.utils.text import slugify
from django.utils.translation import gettext_lazy

from naungan.casework import clock
from naungan.casework.accounts import actions
from naungan.casework.accounts.kinds import KINDS
from naungan.casework.accounts.models import User
from naungan.web.accounts import let_in
from naungan.web.audience import PUBLIC, audience
from naungan.web.fields.region import RegionField
from naungan.web.form_page import attempt, show
from naungan.web.page import Page


class FirstRun(forms.Form):
    """Everything that an office needs before anybody can sign in."""

    institution = forms.CharField(label=gettext_lazy("Nama lembaga"), max_length=200)
    kind = forms.ChoiceField(
        label=gettext_lazy("Jenis lembaga"),
        choices=[(kind.code, gettext_lazy(kind.label)) for kind in KINDS.values()],
    )
    region_code = RegionField(
        label=gettext_lazy("Wilayah"),
        help_text=gettext_lazy(
            "Nama atau kode Kemendagri, mis. Kabupaten Lahat atau 16.04; 00 seluruh Indonesia."
        ),
        max_length=200,
    )
    person = forms.CharField(
        label=gettext_lazy("Nama Anda"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=gettext_lazy("Surel Anda"),
        widget=forms.EmailInput(attrs={"autocomplete": "username"}),
    )
    password = forms.CharField(
        label=gettext_lazy("Kata sandi"),
        help_text=gettext_lazy("Paling sedikit 12 huruf atau angka."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean_password(self) -> Any:
        """Refuse a weak password."""
        password = self.cleaned_data["password"]
        password_validation.validate_password(password)
        return password


@audience(PUBLIC)
def setup(request: HttpRequest, code: str) -> HttpResponse:
    """Found the office, once, for whoever holds the code printed at its start."""
    expected = settings.HOME.secret("setup")
    if not constant_time_compare(code, expected) or User.objects.exists():
        raise Http404
    form = FirstRun(request.POST or None)
    if request.method == "POST" and form.is_valid():
        founded = attempt(form, lambda: _found(form.cleaned_data))
        if founded is not None:
            return let_in(request, founded.user, reverse("mfa_activate_totp"))
    return show(request, "setup/page.html", form)


def _found(stated: dict[str, Any]) -> Any:
    return actions.found_office(
        name=stated["institution"],
        kind=stated["kind"],
        code=slugify(stated["institution"])[:50] or "kantor",
        region_code=stated["region_code"],
        email=stated["email"],
        person=stated["person"],
        password=stated["password"],
        on=clock.today(),
    )


PAGE = Page(code="setup", urls=(path("mulai/<str:code>", setup, name="setup"),))
