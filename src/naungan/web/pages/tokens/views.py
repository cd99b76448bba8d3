"""Kunci API: making a key that is shown once, seeing which there are, revoking."""

from typing import Final

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _

from naungan.casework.accounts import tokens
from naungan.casework.accounts.models import ApiToken
from naungan.casework.accounts.powers import POWERS
from naungan.web.audience import audience, whoever_may
from naungan.web.fields.region import full_name
from naungan.web.form_page import attempt, show
from naungan.web.page import Page
from naungan.web.pages.tokens.forms import TokenForm
from naungan.web.request import ScopedRequest


MANAGERS: Final = whoever_may("manage_tokens")
PER_PAGE: Final = 50


@audience(MANAGERS)
def keys(request: ScopedRequest) -> HttpResponse:
    """List the keys, newest first, each with what it may and when it was last used."""
    held = tokens.tokens(request.scope)
    page = Paginator(held, PER_PAGE).get_page(request.GET.get("hal"))
    shown = {"page": page, "lines": [_line(one) for one in page]}
    return render(request, "tokens/page.html", shown)


@audience(MANAGERS)
def make(request: ScopedRequest) -> HttpResponse:
    """Make a key; it is shown once, to be put where the program finds it."""
    form = TokenForm(request.POST or None, request.scope)
    if request.method == "POST" and form.is_valid():
        made = attempt(
            form, lambda: tokens.create(by=request.scope, **form.cleaned_data)
        )
        if made is not None:
            return _shown_once(request, *made)
    return show(request, "tokens/make.html", form)


@audience(MANAGERS)
def revoke(request: ScopedRequest, number: int) -> HttpResponse:
    """Ask, then take a key away; what its program asks is refused at once."""
    token = get_object_or_404(tokens.tokens(request.scope), pk=number)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if form.is_valid():
        attempt(form, lambda: tokens.revoke(by=request.scope, token=token))
        if not form.errors:
            messages.success(request, _("Kunci %s dicabut.") % token.name)
            return redirect("tokens")
    return show(request, "tokens/revoke.html", form, line=_line(token))


def _shown_once(request: ScopedRequest, token: ApiToken, code: str) -> HttpResponse:
    shown = {
        "line": _line(token),
        "code": code,
        "address": request.build_absolute_uri("/api/v1/key"),
    }
    answer = render(request, "tokens/made.html", shown)
    answer["Cache-Control"] = "no-store"  # whoever has it is let in
    return answer


def _line(token: ApiToken) -> dict[str, object]:
    return {
        "token": token,
        "region": full_name(token.region_code),
        "powers": ", ".join(_(POWERS[power][0]) for power in token.powers),
        "open": token.revoked_at is None and token.expires_at > timezone.now(),
    }


PAGE = Page(
    code="tokens",
    urls=(
        path("kunci-api", keys, name="tokens"),
        path("kunci-api/baru", make, name="tokens.make"),
        path("kunci-api/<int:number>/cabut", revoke, name="tokens.revoke"),
    ),
    label="Kunci API",
    place=85,
    power="manage_tokens",
)
