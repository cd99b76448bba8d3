"""Akun Anda: who is signed in, as what, and how they come in."""

from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from naungan.casework.accounts.models import User
from naungan.casework.accounts.preferences import switch_shortcuts
from naungan.web.audience import SIGNED_IN, audience
from naungan.web.page import Page


@audience(SIGNED_IN)
def own_account(request: HttpRequest) -> HttpResponse:
    """Show one's own account and the ways to change it."""
    protected = is_mfa_enabled(request.user)
    return render(request, "own_account/page.html", {"protected": protected})


@audience(SIGNED_IN)
@require_POST
def shortcuts(request: HttpRequest) -> HttpResponse:
    """Switch the shortcuts of one letter on or off."""
    assert isinstance(request.user, User)
    wanted = request.POST.get("on") == "1"
    switch_shortcuts(request.user, on=wanted)
    done = _("Pintasan menyala.") if wanted else _("Pintasan dimatikan.")
    messages.success(request, done)
    return redirect("own_account")


PAGE = Page(
    code="own_account",
    urls=(
        path("akun-anda", own_account, name="own_account"),
        path("akun-anda/pintasan", shortcuts, name="own_account.shortcuts"),
    ),
)
