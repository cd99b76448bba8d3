"""What becomes of a file: sent on, approved by a second person, refused, withdrawn."""

from collections.abc import Callable
from typing import Any, Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _, gettext_noop
from django.views.decorators.http import require_POST

from naungan.casework import clock
from naungan.casework.intake import actions, ledger
from naungan.lib.errors import Refusal
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import carried_out, said, show
from naungan.web.pages.incoming import presenter
from naungan.web.pages.incoming.forms import ReasonForm, WithdrawForm
from naungan.web.pages.incoming.steps import of_scope
from naungan.web.request import ScopedRequest


SEES: Final = whoever_may("see_incoming")
SENDERS: Final = whoever_may("upload")
APPROVERS: Final = whoever_may("approve")
View = Callable[..., HttpResponse]


def _at_once(verb: Callable[..., Any], done: str, used: str = "") -> View:
    """Make the view of an act that needs nothing but a button.

    `used` is said where the act put the file in use, and `done` is said otherwise.
    """

    @require_POST
    def act(request: ScopedRequest, number: int) -> HttpResponse:
        batch = of_scope(request, number)
        try:
            after = verb(by=request.scope, batch=batch)
            is_used = used and after.state == "approved"
            messages.success(request, _(used if is_used else done))
        except Refusal as refusal:
            messages.error(request, said(refusal))
        return redirect("incoming.batch", number)

    return act


submit = audience(SENDERS)(
    _at_once(
        actions.submit,
        gettext_noop("Dikirim untuk persetujuan."),
        gettext_noop("Dipakai. Proses dengan berkas ini mulai."),
    )
)
recall = audience(SENDERS)(
    _at_once(actions.recall, gettext_noop("Diambil kembali; belum ada yang berubah."))
)
discard = audience(SENDERS)(
    _at_once(actions.discard, gettext_noop("Dibuang. Dapat dipulihkan di halaman ini."))
)
try_again = audience(SENDERS)(
    _at_once(actions.try_out, gettext_noop("Uji coba dimulai lagi."))
)
restore = audience(SEES)(_at_once(actions.restore, gettext_noop("Dipulihkan.")))
approve = audience(APPROVERS)(
    _at_once(actions.approve, gettext_noop("Disetujui. Prosesnya mulai sendiri."))
)


@audience(APPROVERS)
def refuse(request: ScopedRequest, number: int) -> HttpResponse:
    """Ask why, then give a file back to its sender."""
    batch = of_scope(request, number)
    form = ReasonForm(request.POST or None)

    def act() -> object:
        reason = form.cleaned_data["reason"]
        return actions.refuse(by=request.scope, batch=batch, reason=reason)

    if carried_out(request, form, act, _("Ditolak; pengirim membaca alasannya.")):
        return redirect("incoming.batch", number)
    return show(request, "incoming/refuse.html", form, batch=batch)


@audience(SEES)
def withdraw(request: ScopedRequest, number: int) -> HttpResponse:
    """Say what follows, ask why, then take a file back with all its effect."""
    batch = of_scope(request, number)
    form = WithdrawForm(request.POST or None)

    def act() -> object:
        reason = form.cleaned_data["reason"]
        return actions.withdraw(by=request.scope, batch=batch, reason=reason)

    if carried_out(request, form, act, _("Dicabut. Proses tanpa berkas ini mulai.")):
        return redirect("incoming.batch", number)
    rest = {
        "batch": batch,
        "line": presenter.line(batch, clock.today()),
        "returns": presenter.lines(ledger.after_withdrawal(batch), clock.today()),
        "stays": any(
            one.pk != batch.pk for one in ledger.in_use(ledger.effective(batch.series))
        ),
    }
    return show(request, "incoming/withdraw.html", form, **rest)


URLS = (
    path("data-masuk/<int:number>/kirim", submit, name="incoming.submit"),
    path("data-masuk/<int:number>/ambil-kembali", recall, name="incoming.recall"),
    path("data-masuk/<int:number>/buang", discard, name="incoming.discard"),
    path("data-masuk/<int:number>/uji-lagi", try_again, name="incoming.try_again"),
    path("data-masuk/<int:number>/pulihkan", restore, name="incoming.restore"),
    path("data-masuk/<int:number>/setujui", approve, name="incoming.approve"),
    path("data-masuk/<int:number>/tolak", refuse, name="incoming.refuse"),
    path("data-masuk/<int:number>/cabut", withdraw, name="incoming.withdraw"),
)
