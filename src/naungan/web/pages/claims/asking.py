"""How an act on a claim is asked: the form, then the deed, then the claim again."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from naungan.web.form_page import attempt, show
from naungan.web.pages.claims.place import Desk
from naungan.web.request import ScopedRequest


@dataclass(frozen=True)
class Asked:
    """What a page of an act says: its title, its button, what comes of it."""

    title: str
    verb: str
    done: str
    lead: str = ""
    is_danger: bool = False


def answer(
    request: ScopedRequest,
    desk: Desk,
    form: forms.Form,
    act: Callable[[], Any],
    asked: Asked,
) -> HttpResponse:
    """Show a form, or do the act and go back to the claim."""
    is_sent = request.method == "POST" and form.is_valid()
    if is_sent and attempt(form, lambda: act() or True) is not None:
        messages.success(request, asked.done)
        return redirect("claims.one", number=desk.claim.pk)
    return show(request, "claims/act.html", form, desk=desk, asked=asked)


def bound(request: ScopedRequest) -> Any:
    """Give what was sent, or nothing where a form is shown for the first time."""
    return request.POST if request.method == "POST" else None
