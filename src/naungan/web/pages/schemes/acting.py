"""How an act on a scheme is asked: the form, what it would do, then the deed."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from naungan.casework.protection.models import Scheme
from naungan.web.form_page import attempt, show
from naungan.web.pages.schemes.place import Desk
from naungan.web.request import ScopedRequest


Told = list[tuple[str, object]]


@dataclass(frozen=True)
class Asked:
    """What a page of an act says: its title, its button, and the page it returns to.

    With `would`, the act is first tried: what it would do is shown, and only then the
    button that does it.
    """

    title: str
    verb: str
    done: str
    lead: str = ""
    to: str = "schemes.one"
    would: Callable[[], Told] | None = None
    known: Told = field(default_factory=list)

    @property
    def is_tried(self) -> bool:
        """Tell whether what the act would do is shown first (a template calls `would`)."""
        return self.would is not None


def answer(
    request: ScopedRequest,
    desk: Desk,
    form: forms.Form,
    act: Callable[[], Any],
    asked: Asked,
) -> HttpResponse:
    """Show a form, what it would do, or do it and go back to the scheme.

    An act that gives a scheme goes to that one: whoever made a scheme works on there.
    """
    told: Told = []
    is_sent = request.method == "POST" and form.is_valid()
    if is_sent and asked.would is not None and "sure" not in request.POST:
        told = attempt(form, asked.would) or []
    elif is_sent and (made := attempt(form, lambda: act() or True)) is not None:
        messages.success(request, asked.done)
        at = made if isinstance(made, Scheme) else desk.scheme
        return redirect(asked.to, number=at.pk)
    return show(
        request,
        "schemes/act.html",
        form,
        desk=desk,
        scheme=desk.scheme,
        asked=asked,
        told=told,
        known=asked.known,
        here="act",
    )


class Nothing(forms.Form):
    """An act that asks for nothing but the button."""


def is_sure(request: ScopedRequest) -> forms.Form:
    """Give the form of an act that asks for nothing; bound once it is sent."""
    return Nothing(request.POST if request.method == "POST" else None)
