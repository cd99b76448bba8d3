"""Akun Anda: who is signed in, as what, and how they come in."""

from allauth.mfa.utils import is_mfa_enabled
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from naungan.web.audience import SIGNED_IN, audience
from naungan.web.page import Page


@audience(SIGNED_IN)
def own_account(request: HttpRequest) -> HttpResponse:
    """Show one's own account and the ways to change it."""
    protected = is_mfa_enabled(request.user)
    return render(request, "own_account/page.html", {"protected": protected})


PAGE = Page(
    code="own_account", urls=(path("akun-anda", own_account, name="own_account"),)
)
