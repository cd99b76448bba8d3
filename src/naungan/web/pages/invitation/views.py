"""The page behind the link of an invitation: make the account, take the role."""

from typing import Any

from django import forms
from django.contrib.auth import password_validation
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext_lazy

from naungan.casework import clock
from naungan.casework.accounts import access, actions, queries
from naungan.lib.errors import Refusal
from naungan.web.accounts import let_in
from naungan.web.audience import PUBLIC, audience
from naungan.web.form_page import attempt, said, show
from naungan.web.page import Page


class ComingIn(forms.Form):
    """The name and the password of whoever was invited."""

    name = forms.CharField(
        label=gettext_lazy("Nama lengkap"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    password = forms.CharField(
        label=gettext_lazy("Kata sandi"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=gettext_lazy(
            "Paling sedikit 12 huruf atau angka. Sudah punya akun? Tulis kata sandi akun itu."
        ),
    )

    def clean_password(self) -> Any:
        """Refuse a weak password."""
        password = self.cleaned_data["password"]
        password_validation.validate_password(password)
        return password


@audience(PUBLIC)
def invitation(request: HttpRequest, code: str) -> HttpResponse:
    """Show the invitation, and let its holder in."""
    found = queries.invitation_of(code)
    if found is None:
        return render(request, "invitation/refused.html", {"why": None}, status=404)
    try:
        access.check_open(found)
    except Refusal as refusal:
        why = {"why": said(refusal)}
        return render(request, "invitation/refused.html", why, status=410)
    form = ComingIn(request.POST or None)
    if request.method == "POST" and form.is_valid():
        user = attempt(
            form,
            lambda: actions.accept(
                invitation=found, on=clock.today(), **form.cleaned_data
            ),
        )
        if user is not None:
            return let_in(request, user, reverse("home"))
    return show(request, "invitation/page.html", form, invitation=found)


PAGE = Page(
    code="invitation",
    urls=(path("undangan/<str:code>", invitation, name="invitation"),),
)
