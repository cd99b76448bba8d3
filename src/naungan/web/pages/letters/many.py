"""Letters by the hundred: every step of one kind that waits for its letter, at once."""

from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _, ngettext

from naungan.casework import clock
from naungan.casework.accounts.access import ActRefused
from naungan.casework.compliance.models import Case, StepTaken
from naungan.casework.correspondence import queries
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import attempt, show
from naungan.web.letters import batching
from naungan.web.letters.batching import Ordered
from naungan.web.pages.cases.letter.form import LetterForm
from naungan.web.pages.cases.place import receivers
from naungan.web.pages.letters import of_steps, presenter
from naungan.web.request import ScopedRequest


ISSUES: Final = whoever_may("issue_letters")
SHOWN: Final = 20


@audience(ISSUES)
def many(request: ScopedRequest) -> HttpResponse:
    """Show which steps wait for their letters, and how many of each."""
    found = of_steps.counted(request.scope)
    rows = [(code, presenter.kind(code), number) for code, number in found.items()]
    return render(request, "letters/many.html", {"rows": rows})


@audience(ISSUES)
def write(request: ScopedRequest, code: str) -> HttpResponse:
    """Ask what all these letters are told beside their case, then write them."""
    steps = of_steps.waiting(request.scope, code)
    if not steps:
        raise Http404
    form = LetterForm(
        request.POST or None,
        code,
        may_annex=False,
        start={},
        institutions=receivers(request),
    )
    shown: dict[str, Any] = {"kind": presenter.kind(code), "count": len(steps)}
    if request.method == "POST" and form.is_valid():
        made = attempt(form, lambda: _ordered(request, code, steps, form))
        if made is not None and made.batch is not None:
            _tell(request, made)
            return redirect("letters.batch", made.batch.pk)
        if made is not None:
            form.add_error(None, _("Tidak satu pun surat dapat ditulis."))
            shown["refused"] = _refused(made)
    return show(request, "letters/write.html", form, **shown)


def _ordered(
    request: ScopedRequest, code: str, steps: list[StepTaken], form: LetterForm
) -> Ordered:
    busy = queries.batches(request.scope).filter(letter=code, ended_at=None)
    if busy.exists():
        raise ActRefused(
            "Kumpulan surat jenis ini sedang dibuat; tunggu sampai selesai."
        )
    today = clock.today()
    return batching.order(
        by=request.scope,
        letter=code,
        asked=of_steps.asked_of(steps, form, today),
        today=today,
        site=request.build_absolute_uri("/"),
        then=of_steps.ATTACH,
    )


def _tell(request: ScopedRequest, made: Ordered) -> None:
    """Say which letters could not be written, and what each still needs."""
    left = len(made.refused)
    if left:
        said = ngettext(
            "%(left)d surat belum dapat ditulis: %(which)s",
            "%(left)d surat belum dapat ditulis: %(which)s",
            left,
        )
        which = "; ".join(f"{name}: {why}" for name, why in _refused(made))
        messages.warning(request, said % {"left": left, "which": which})


def _refused(made: Ordered) -> list[tuple[str, str]]:
    shown = made.refused[:SHOWN]
    names = dict(
        Case.objects.filter(pk__in=[about[1] for about, _why in shown]).values_list(
            "pk", "name"
        )
    )
    return [(names.get(about[1], "–"), ", ".join(why)) for about, why in shown]


URLS = (
    path("surat-menyurat/banyak", many, name="letters.many"),
    path("surat-menyurat/banyak/<slug:code>", write, name="letters.write"),
)
