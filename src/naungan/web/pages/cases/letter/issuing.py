"""The letter of a step: seen as a draft before it has a number, then issued."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.text import slugify
from django.utils.translation import gettext as _

from naungan.casework import clock
from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.scope import Scope
from naungan.casework.compliance import kinds, progress, queries
from naungan.casework.compliance.actions import letters
from naungan.casework.compliance.letter_days import Standing, standing
from naungan.casework.compliance.models import Case, StepTaken
from naungan.casework.correspondence import queries as correspondence
from naungan.casework.correspondence.models import Letter
from naungan.casework.intake import employers as snapshot
from naungan.law.book import enacted
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import attempt, show
from naungan.web.letters import issuing
from naungan.web.letters.facts import Facts, Term
from naungan.web.letters.text import texts
from naungan.web.pages.cases import words
from naungan.web.pages.cases.letter import facts as letter_facts
from naungan.web.pages.cases.letter.form import LetterForm
from naungan.web.pages.cases.place import (
    case_of,
    debt_of,
    page,
    proposal_of,
    receivers,
)
from naungan.web.pages.cases.shown import asking
from naungan.web.pages.cases.shown.asking import Ask
from naungan.web.pages.cases.shown.ladder import title
from naungan.web.pages.employers import place
from naungan.web.papers.attachment import attached
from naungan.web.request import ScopedRequest


ISSUES: Final = whoever_may("issue_letters")
ABOUT: Final = "case"
DRAFT: Final = "rancangan"  # the button that shows, and keeps nothing
MOST_WORKERS: Final = 2_000
UNCOUNTED: Final = "Utang kasus ini belum dihitung."
"""Why neither a step nor its letter may name a sum that nobody counted."""


def has_letter(code: str) -> bool:
    """Tell whether a step brings a letter."""
    step = enacted().steps.get(code)
    return step is not None and step.letter is not None


def names_end(code: str) -> bool:
    """Tell whether the letter of a step cannot stand without the last day of its term."""
    text = texts().get(code)
    return text is not None and any(
        part.needed and "{ends_on}" in part.text for part in text.parts
    )


def names_debt(code: str) -> bool:
    """Tell whether the letter of a step cannot stand without a debt that was counted."""
    text = texts().get(code)
    return text is not None and any(
        part.needed and (part.kind == "money" or "{total}" in part.text)
        for part in text.parts
    )


def uncounted(scope: Scope, case: Case, code: str) -> Ask | None:
    """Say that the debt which a letter names was not counted yet, and where it is."""
    if not names_debt(code) or debt_of(case, clock.today()) is not None:
        return None
    return asking.uncounted(case, scope)


def letters_of(scope: Scope, case: Case) -> list[Letter]:
    """Give the letters about a case that a scope may read, the newest first."""
    found = correspondence.about(scope, ABOUT, case.pk)
    return list(found.order_by("-issued_on", "-pk"))


@audience(ISSUES)
def preview(request: ScopedRequest, number: int, code: str) -> HttpResponseBase:
    """Give the letter of a step not yet taken as a draft; what it lacks stands in it."""
    case = case_of(request, number)
    if not has_letter(code):
        raise Http404
    today = clock.today()
    found = proposal_of(request, case, code, today)
    term = None
    if found.ends_on is not None and found.term is not None:
        term = Term(found.term.text("id"), found.ends_on)
    return draft(request, code, _facts(request.scope, case, code, term, today))


@audience(ISSUES)
def letter(request: ScopedRequest, number: int, taken: int) -> HttpResponseBase:
    """Ask what the letter of a step must still be told, show it, and issue it."""
    case = case_of(request, number)
    own = case.steps.filter(letter=None, institution=request.scope.institution_id)
    held = get_object_or_404(own, pk=taken)
    if not has_letter(held.step):
        raise Http404
    stands = _standing(request.scope, case, held)
    if stands.why_not is not None:
        messages.error(request, f"{words.upper(words.say(stands.why_not))}.")
        return redirect("cases.one", number=case.pk)
    form = _form(request, case, held, stands)
    if request.method == "POST" and form.is_valid():
        facts = _told(request, case, held, form)
        if DRAFT in request.POST:
            return draft(request, held.step, facts)
        ends_on = form.cleaned_data.get("ends_on", held.ends_on)
        made = attempt(form, lambda: _issue(request, case, held, facts, ends_on))
        if made is not None:
            messages.success(request, _("Surat %s terbit.") % made.number)
            return redirect("cases.one", number=case.pk)
    lacks = uncounted(request.scope, case, held.step)
    shown = {
        "title": _("Surat: %s") % title(held.step),
        "verb": _("Terbitkan surat"),
        "draft": DRAFT,
        "lacks": lacks,
        "mend": lacks.address if lacks else form.lacking(),
    }
    return show(request, "cases/form.html", form, **page(request, case, **shown))


def _standing(scope: Scope, case: Case, held: StepTaken) -> Standing:
    """Say until when a letter of today would give time, or why there is none any more."""
    return standing(held, progress.ladder_of(case, clock.today()))


def _form(
    request: ScopedRequest, case: Case, held: StepTaken, stands: Standing
) -> LetterForm:
    mandates = list(case.mandates.select_related("institution", "to"))
    start = {
        "reason": held.reason,
        "to": _addressee(request, case, held.step),
        "evidence": letter_facts.sent(letters_of(request.scope, case)),
        "court_parties": letter_facts.litigants(case, mandates),
        **letter_facts.mandated(case, mandates),
    }
    form = LetterForm(
        request.POST or None,
        held.step,
        may_annex=request.scope.may("see_persons") and case.employer_id is not None,
        start=start,
        institutions=receivers(request),
    )
    if held.ends_on is not None and stands.ends_on != held.ends_on:
        form.ask_last_day(stands.ends_on, clock.today())
    return form


def _addressee(request: ScopedRequest, case: Case, code: str) -> int:
    """Propose the institution that the law names for a step, else the case's owner."""
    actor = enacted().steps[code].addressed_to or ""
    named = receivers(request).filter(kind__in=kinds.ACTORS.get(actor, ())).first()
    return named.pk if named else case.institution_id


def _facts(
    scope: Scope, case: Case, code: str, term: Term | None, today: date
) -> Facts:
    numbers = {one.pk: one.number for one in letters_of(scope, case)}
    whole = queries.of_case(case)
    owed = letter_facts.owing([case.pk])[case.pk]
    return letter_facts.facts_of(case, whole, numbers, code, term, today, owed)


def _told(
    request: ScopedRequest, case: Case, held: StepTaken, form: LetterForm
) -> Facts:
    given = form.cleaned_data
    ends_on = given.get("ends_on", held.ends_on)
    term = letter_facts.term_of(held.term, ends_on)
    facts = _facts(request.scope, case, held.step, term, clock.today())
    facts = letter_facts.with_words(facts, form.told(), form.of_mandate())
    if given.get("annex"):
        facts = letter_facts.annexed(facts, _workers(request, case))
    return facts


def _workers(request: ScopedRequest, case: Case) -> list[Mapping[str, Any]]:
    """Read the workers of the case through the door, which writes the look down."""
    number = case.employer_id or 0
    publication = place.of_employer(request.scope, number)
    if publication is None:
        return []
    rows = snapshot.workers_of(
        publication, request.scope, number, after=None, limit=MOST_WORKERS
    )
    return letter_facts.concerned(case.findings.all(), rows)


def _issue(
    request: ScopedRequest,
    case: Case,
    held: StepTaken,
    facts: Facts,
    ends_on: date | None,
) -> Letter:
    """Number the letter and hang it on the step; whoever takes part may read it."""
    if uncounted(request.scope, case, held.step) is not None:
        raise ActRefused(UNCOUNTED)
    whole = queries.of_case(case)
    others = {one.institution_id for one in whole.participations if one.until is None}
    readers = (others | {case.institution_id}) - {request.scope.institution_id}
    made = issuing.issue(
        by=request.scope,
        letter=held.step,
        about=(ABOUT, case.pk),
        facts=facts,
        today=clock.today(),
        site=request.build_absolute_uri("/"),
        readers=tuple(sorted(readers)),
    )
    letters.attach(by=request.scope, step=held, letter=made, ends_on=ends_on)
    return made


def draft(request: ScopedRequest, code: str, facts: Facts) -> HttpResponseBase:
    """Give a letter as a draft: no number, and nothing is kept."""
    content = issuing.preview(
        by=request.scope, letter=code, facts=facts, today=clock.today()
    )
    name = f"rancangan-{slugify(texts()[code].title)}.pdf"
    return attached(content, name, issuing.CONTENT_TYPES["pdf"])


URLS = (
    path("kasus/<int:number>/langkah/<slug:code>/surat", preview, name="cases.preview"),
    path(
        "kasus/<int:number>/langkah-diambil/<int:taken>/surat",
        letter,
        name="cases.letter",
    ),
)
