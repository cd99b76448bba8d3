"""How an act on a claim is asked: the form, then the deed, then the claim again."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpResponse
from django.urls import reverse

from naungan.web.form_page import Asked, ask
from naungan.web.pages.claims.place import Desk
from naungan.web.request import ScopedRequest


__all__ = ["Asked", "answer", "bound"]
TEMPLATE = "claims/act.html"


def answer(
    request: ScopedRequest,
    desk: Desk,
    form: forms.Form,
    act: Callable[[], Any],
    asked: Asked,
) -> HttpResponse:
    """Show a form, or do the act and go back to the claim."""
    to = reverse("claims.one", args=[desk.claim.pk])
    return ask(request, form, act, asked, template=TEMPLATE, to=to, desk=desk)


def bound(request: ScopedRequest) -> Any:
    """Give what was sent, or nothing where a form is shown for the first time."""
    return request.POST if request.method == "POST" else None
