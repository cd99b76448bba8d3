"""How a form is shown and what happens when an act is refused."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext

from naungan.engine.reading.preview.english import in_english
from naungan.lib.errors import Refusal


def attempt(form: forms.Form, act: Callable[[], Any]) -> Any | None:
    """Do an act with a valid form; a refusal becomes an error of the form."""
    try:
        return act()
    except Refusal as refusal:
        form.add_error(None, said(refusal))
        return None


def said(refusal: Refusal) -> str:
    """Give the sentence of a refusal in the language of the page."""
    return told(str(refusal))


def told(sentence: str) -> str:
    """Give a sentence of ours, or of the reading of files, in the page's language."""
    found = gettext(sentence)
    if found == sentence and (get_language() or "").startswith("en"):
        return in_english(sentence)
    return found


def show(
    request: HttpRequest, template: str, form: forms.Form, **rest: Any
) -> HttpResponse:
    """Show a form, with status 422 when it was sent with mistakes."""
    status = 422 if form.is_bound and form.errors else 200
    return render(request, template, {"form": form, **rest}, status=status)


def press(
    request: HttpRequest, act: Callable[[], object], done: str, to: str
) -> HttpResponse:
    """Do what a button asks for, say what came of it, and go on to an address.

    Where nothing needs to be said of what went well, `done` is empty.
    """
    try:
        act()
    except Refusal as refusal:
        messages.error(request, said(refusal))
    else:
        if done:
            messages.success(request, done)
    return redirect(to)


def carried_out(
    request: HttpRequest, form: forms.Form, act: Callable[[], object], told: str
) -> bool:
    """Tell whether a form was sent and its act was done; then also the person is told."""
    if request.method != "POST" or not form.is_valid():
        return False
    if attempt(form, lambda: act() or True) is None:
        return False
    messages.success(request, told)
    return True


@dataclass(frozen=True)
class Asked:
    """What the page of an act says: its title, its button, and what is said when done."""

    title: str
    verb: str
    done: str
    lead: str = ""
    is_danger: bool = False


def ask(
    request: HttpRequest,
    form: forms.Form,
    act: Callable[[], Any],
    asked: Asked,
    *,
    template: str,
    to: str,
    **rest: Any,
) -> HttpResponse:
    """Show a form, or do what it asks for and go on to an address."""
    if carried_out(request, form, act, asked.done):
        return redirect(to)
    return show(request, template, form, asked=asked, **rest)
