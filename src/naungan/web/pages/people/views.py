"""Orang: who works here, invitations, and the end of an appointment."""

from datetime import date

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _, gettext_lazy
from django.views.decorators.http import require_POST

from naungan.casework.accounts import actions, queries
from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.roles import ROLES
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import attempt, show
from naungan.web.page import Page
from naungan.web.request import ScopedRequest


MANAGERS = whoever_may("manage_people")


class InvitationForm(forms.Form):
    """Whom to invite, where, as what."""

    email = forms.EmailField(label=gettext_lazy("Surel"))
    institution = forms.ModelChoiceField(
        Institution.objects.none(), label=gettext_lazy("Lembaga")
    )
    role = forms.ChoiceField(
        label=gettext_lazy("Peran"),
        choices=[(role.code, role.label) for role in ROLES.values()],
    )


@audience(MANAGERS)
def people(request: ScopedRequest) -> HttpResponse:
    """List the people and the open invitations of the institutions in scope."""
    today = timezone.localdate()
    return render(
        request,
        "people/page.html",
        {
            "appointments": queries.people_of(request.scope, today),
            "invitations": queries.invitations(request.scope),
            "now": timezone.now(),
        },
    )


@audience(MANAGERS)
def invite(request: ScopedRequest) -> HttpResponse:
    """Invite somebody; the link is shown once, to be handed over."""
    form = InvitationForm(request.POST or None)
    choices = queries.institutions(request.scope)
    field = form.fields["institution"]
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = choices
    field.initial = request.scope.institution_id
    if request.method == "POST" and form.is_valid():
        made = attempt(
            form, lambda: actions.invite(by=request.scope, **form.cleaned_data)
        )
        if made is not None:
            invitation, code = made
            link = request.build_absolute_uri(reverse("invitation", args=[code]))
            return render(
                request, "people/invited.html", {"invitation": invitation, "link": link}
            )
    return show(request, "people/invite.html", form)


@audience(MANAGERS)
@require_POST
def withdraw(request: ScopedRequest, number: int) -> HttpResponse:
    """Take an invitation back."""
    invitation = get_object_or_404(queries.invitations(request.scope), pk=number)
    actions.withdraw(by=request.scope, invitation=invitation)
    messages.success(request, _("Undangan untuk %s ditarik.") % invitation.email)
    return redirect("people")


@audience(MANAGERS)
def end(request: ScopedRequest, number: int) -> HttpResponse:
    """Ask, then end an appointment today."""
    today: date = timezone.localdate()
    appointment = get_object_or_404(queries.people_of(request.scope, today), pk=number)
    form = forms.Form(request.POST or None)
    if request.method == "POST":
        form.is_valid()
        attempt(
            form,
            lambda: actions.end(by=request.scope, appointment=appointment, on=today),
        )
        if not form.errors:
            messages.success(
                request, _("Penugasan %s diakhiri.") % appointment.user.name
            )
            return redirect("people")
    return show(request, "people/end.html", form, ending=appointment)


PAGE = Page(
    code="people",
    urls=(
        path("orang", people, name="people"),
        path("orang/undang", invite, name="people.invite"),
        path("orang/undangan/<int:number>/tarik", withdraw, name="people.withdraw"),
        path("orang/penugasan/<int:number>/akhiri", end, name="people.end"),
    ),
    label="Orang",
    place=80,
    power="manage_people",
)
