"""Taking a step of the ladder, with the days proposed and the letter to be seen first."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _

from naungan.casework import clock
from naungan.casework.accounts.access import ActRefused
from naungan.casework.compliance.actions import steps as actions
from naungan.casework.compliance.models import Case, StepTaken
from naungan.casework.compliance.rules import Proposal
from naungan.law.book import enacted
from naungan.law.step import edges
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import attempt, show
from naungan.web.pages.cases import words
from naungan.web.pages.cases.forms import ReasonForm, StepForm
from naungan.web.pages.cases.letter import issuing
from naungan.web.pages.cases.place import case_of, debt_of, page, proposal_of
from naungan.web.pages.cases.shown import law_cited
from naungan.web.pages.cases.shown.asking import Ask
from naungan.web.pages.cases.shown.ladder import day, title
from naungan.web.pages.employers.words import DOUBT
from naungan.web.request import ScopedRequest


TAKES: Final = whoever_may("take_steps")


@dataclass(frozen=True)
class LetterOf:
    """The letter that a step brings: its name, what it must say, how sure that is."""

    name: str
    doubt: str
    contents: list[str]
    preview: str


@dataclass(frozen=True)
class Offered:
    """A step that may be taken, as its page shows it."""

    facts: list[tuple[str, str]]
    bases: list[law_cited.Cited]
    letter: LetterOf | None
    then: list[str]


@audience(TAKES)
def step(request: ScopedRequest, number: int, code: str) -> HttpResponse:
    """Ask for the days of a step, then take it and issue its letter."""
    case = case_of(request, number)
    today = clock.today()
    found = proposal_of(request, case, code, today)
    lacks = issuing.uncounted(request.scope, case, code)
    form = StepForm(
        request.POST or None,
        today=today,
        ends_on=found.ends_on,
        asks_end=issuing.names_end(code) or found.term is not None,
        asks_reason=words.say(found.why_not)
        if found.asks_reason and found.why_not
        else "",
    )
    if request.method == "POST" and form.is_valid():
        taken = attempt(
            form, lambda: _take(request, case, code, lacks, form.cleaned_data)
        )
        if taken is not None:
            return _after(request, case, taken)
    shown = {
        "title": title(code),
        "verb": _("Ambil langkah ini"),
        "beside": "cases/step_beside.html",
        "step": _offered(case, found, today),
        "lacks": lacks,
        "mend": lacks.address if lacks else "",
    }
    return show(request, "cases/form.html", form, **page(request, case, **shown))


@audience(TAKES)
def withdraw(request: ScopedRequest, number: int, taken: int) -> HttpResponse:
    """Take a step back: it counts as never taken, and stays in the history."""
    case = case_of(request, number)
    held = get_object_or_404(case.steps.all(), pk=taken)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        done = attempt(
            form,
            lambda: actions.withdraw_step(
                by=request.scope,
                step=held,
                today=clock.today(),
                **form.cleaned_data,
            ),
        )
        if done is not None:
            messages.success(request, _("%s ditarik.") % title(held.step))
            return redirect("cases.one", number=case.pk)
    shown = {
        "title": _("Tarik %s") % title(held.step),
        "verb": _("Tarik langkah"),
        "danger": True,
    }
    return show(request, "cases/form.html", form, **page(request, case, **shown))


def _take(
    request: ScopedRequest,
    case: Case,
    code: str,
    lacks: Ask | None,
    given: dict[str, Any],
) -> StepTaken:
    """Take a step; one whose letter names the debt waits until that was counted."""
    if lacks is not None:
        raise ActRefused(issuing.UNCOUNTED)
    return actions.take_step(
        by=request.scope,
        case=case,
        step=code,
        debt_idr=debt_of(case, clock.today()),
        today=clock.today(),
        **given,
    )


def _after(request: ScopedRequest, case: Case, taken: StepTaken) -> HttpResponse:
    """Lead to the letter of the step, where it has one, else back to the case."""
    messages.success(request, _("%s dicatat.") % title(taken.step))
    if issuing.has_letter(taken.step) and request.scope.may("issue_letters"):
        return redirect("cases.letter", number=case.pk, taken=taken.pk)
    return redirect("cases.one", number=case.pk)


def _offered(case: Case, found: Proposal, today: date) -> Offered:
    step = found.step
    facts = [(_("Oleh"), words.upper(words.term(found.actor)))]
    if found.term is not None and found.ends_on is not None:
        facts.append((_("Tenggang"), words.say(found.term)))
        facts.append((_("Berakhir"), day(found.ends_on)))
    if step.closed_by:
        ended = "; ".join(words.say(one) for one in step.closed_by)
        facts.append((_("Berakhir bila"), ended))
    return Offered(
        facts=facts,
        bases=law_cited.bases(step, today),
        letter=_letter_of(case, found),
        then=_then(case, step.code),
    )


def _letter_of(case: Case, found: Proposal) -> LetterOf | None:
    letter = found.step.letter
    if letter is None:
        return None
    return LetterOf(
        name=words.upper(words.say(letter.name)),
        doubt=str(DOUBT.get(letter.confidence, "")),
        contents=[words.upper(words.say(one)) for one in letter.contents],
        preview=reverse("cases.preview", args=[case.pk, found.step.code]),
    )


def _then(case: Case, code: str) -> list[str]:
    steps = enacted().steps
    after = [
        steps[next_one]
        for before, next_one in edges(steps, case.track)
        if before == code
    ]
    return [f"{words.say(one.title)} ({words.term(one.actor)})" for one in after] or [
        _("Tidak ada langkah lagi sesudah ini.")
    ]


URLS = (
    path("kasus/<int:number>/langkah/<slug:code>", step, name="cases.step"),
    path(
        "kasus/<int:number>/langkah-diambil/<int:taken>/tarik",
        withdraw,
        name="cases.withdraw",
    ),
)
