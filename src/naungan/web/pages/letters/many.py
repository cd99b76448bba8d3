"""Letters by the hundred: every step of one kind that waits for its letter, at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _, ngettext

from naungan.casework import clock
from naungan.casework.accounts.access import ActRefused
from naungan.casework.compliance.models import Case
from naungan.casework.correspondence import queries
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import attempt, show
from naungan.web.letters import batching, issuing
from naungan.web.letters.batching import Ordered
from naungan.web.pages.cases.letter.form import LetterForm, as_if_filled
from naungan.web.pages.cases.letter.issuing import draft, names_debt
from naungan.web.pages.cases.place import receivers
from naungan.web.pages.letters import of_steps, presenter
from naungan.web.pages.letters.of_steps import Waiting
from naungan.web.request import ScopedRequest


ISSUES: Final = whoever_may("issue_letters")
SHOWN: Final = 20
CHOSEN: Final = "kasus"
DRAFT: Final = "rancangan"  # the button that shows one, and keeps nothing
NONE: Final = "kosong"


@dataclass(frozen=True)
class Line:
    """A step that waits: its case, and what a letter of today would say or why none."""

    case: Case
    taken_on: date
    ends_on: date | None
    why_not: list[str]
    is_chosen: bool
    mend: str = ""


@audience(ISSUES)
def many(request: ScopedRequest) -> HttpResponse:
    """Show which steps wait for their letters, and how many of each."""
    found = of_steps.counted(request.scope)
    rows = [(code, presenter.kind(code), *both) for code, both in found.items()]
    return render(request, "letters/many.html", {"rows": rows})


@audience(ISSUES)
def write(request: ScopedRequest, code: str) -> HttpResponseBase:
    """Show who gets a letter and who does not, ask what all are told, then write them."""
    today = clock.today()
    waits = of_steps.waiting(request.scope, code, today)
    if not waits:
        raise Http404
    make = _forms(request, code)
    form = make(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if wanted := request.POST.get(DRAFT):
            return _draft(request, code, [w for w in waits if _key(w) == wanted], form)
        chosen = [one for one in waits if _key(one) in request.POST.getlist(CHOSEN)]
        made = attempt(form, lambda: _ordered(request, code, chosen, form))
        if made is not None and made.batch is not None:
            _tell(request, made)
            return redirect("letters.batch", made.batch.pk)
        if made is not None:
            form.add_error(None, _("Tidak satu pun surat dapat ditulis."))
    lines = _lines(request, code, waits, as_if_filled(make, today))
    shown = {
        "kind": presenter.kind(code),
        "ready": [one for one in lines if not one.why_not],
        "left": [one for one in lines if one.why_not],
        "may_pick_none": NONE not in request.GET,
    }
    return show(request, "letters/write.html", form, **shown)


def _forms(request: ScopedRequest, code: str) -> partial[LetterForm]:
    return partial(
        LetterForm,
        code=code,
        may_annex=False,
        start={},
        institutions=receivers(request),
    )


def _key(one: Waiting) -> str:
    return str(one.step.case_id)


def _lines(
    request: ScopedRequest, code: str, waits: Sequence[Waiting], form: LetterForm
) -> list[Line]:
    """Say of every step whether a letter of today can be written, its form once filled."""
    today = clock.today()
    asked = of_steps.asked_of(waits, form, today)
    made = issuing.composed(
        by=request.scope, letter=code, today=today, facts=[one.facts for one in asked]
    )
    wanted = request.POST.getlist(CHOSEN) if request.method == "POST" else None
    return [
        Line(
            one.step.case,
            one.step.taken_on,
            one.standing.ends_on,
            of_steps.why_not(one) or list(each.missing),
            _key(one) in wanted if wanted is not None else NONE not in request.GET,
            _mend(request, one.step.case, code) if told.facts.money is None else "",
        )
        for one, told, each in zip(waits, asked, made, strict=True)
    ]


def _mend(request: ScopedRequest, case: Case, code: str) -> str:
    """Lead to where the debt is counted that a letter names and that there is not."""
    if not names_debt(code) or not request.scope.may("record_payments"):
        return ""
    return reverse("collection.count", args=[case.pk])


def _draft(
    request: ScopedRequest, code: str, waits: Sequence[Waiting], form: LetterForm
) -> HttpResponseBase:
    """Give the letter of one of them as a draft; nothing is numbered or kept."""
    asked = of_steps.asked_of(waits, form, clock.today())
    if not asked:
        raise Http404
    return draft(request, code, asked[0].facts)


def _ordered(
    request: ScopedRequest, code: str, chosen: Sequence[Waiting], form: LetterForm
) -> Ordered:
    busy = queries.batches(request.scope).filter(letter=code, ended_at=None)
    if busy.exists():
        raise ActRefused(
            "Kumpulan surat jenis ini sedang dibuat; tunggu sampai selesai."
        )
    fit = [one for one in chosen if not of_steps.why_not(one)]
    if not fit:
        raise ActRefused("Pilih sedikitnya satu yang dapat bersurat.")
    today = clock.today()
    return batching.order(
        by=request.scope,
        letter=code,
        asked=of_steps.asked_of(fit, form, today),
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


def _refused(made: Ordered) -> Iterable[tuple[str, str]]:
    shown = made.refused[:SHOWN]
    names: dict[int, Any] = dict(
        Case.objects.filter(pk__in=[about[1] for about, _why in shown]).values_list(
            "pk", "name"
        )
    )
    return [(names.get(about[1], "–"), ", ".join(why)) for about, why in shown]


URLS = (
    path("surat-menyurat/banyak", many, name="letters.many"),
    path("surat-menyurat/banyak/<slug:code>", write, name="letters.write"),
)
