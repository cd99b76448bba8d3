"""Steps that were taken and wait for their letter: which, and what each is to be told."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import date
from typing import Any, Final

from django.db.models import Count, Exists, OuterRef

from naungan.casework.accounts.scope import Scope
from naungan.casework.compliance.actions import steps as actions
from naungan.casework.compliance.kinds import MANDATE_OF
from naungan.casework.compliance.models import (
    CaseFinding,
    Participation,
    Skk,
    StepTaken,
)
from naungan.casework.compliance.queries.whole import Whole
from naungan.casework.compliance.states import IN_FORCE
from naungan.casework.correspondence.access import MOST_AT_ONCE
from naungan.casework.correspondence.models import Letter
from naungan.law.book import enacted
from naungan.web.letters.issuing import Asked
from naungan.web.pages.cases.letter import facts as case_facts
from naungan.web.pages.cases.letter.form import LetterForm


ABOUT: Final = "case"
ATTACH: Final = f"{__name__}.attach"


def counted(scope: Scope) -> dict[str, int]:
    """Count one's own steps that stand and have no letter yet, by step."""
    found = _waiting(scope).values("step").annotate(many=Count("pk")).order_by("step")
    steps = enacted().steps
    return {
        row["step"]: row["many"]
        for row in found
        if row["step"] in steps and steps[row["step"]].letter
    }


def waiting(scope: Scope, code: str) -> list[StepTaken]:
    """Give the steps that wait for one kind of letter, the oldest first."""
    found = _waiting(scope).filter(step=code).select_related("case")
    return list(found.order_by("taken_on", "pk")[:MOST_AT_ONCE])


def asked_of(steps: Sequence[StepTaken], form: LetterForm, today: date) -> list[Asked]:
    """Gather what each letter is told: its case, and what was written for all."""
    wholes = _wholes([one.case_id for one in steps])
    wrote = {name: text for name, text in form.of_mandate().items() if text}
    made = []
    for one in steps:
        whole = wholes[one.case_id]
        written = [step.letter for step in whole.steps if step.letter]
        numbers = {letter.pk: letter.number for letter in written}
        term = case_facts.term_of(one.term, one.ends_on)
        facts = case_facts.facts_of(one.case, whole, numbers, one.step, term, today)
        known = case_facts.mandated(one.case, whole.mandates)
        facts = case_facts.with_words(facts, form.told(), {**known, **wrote})
        readers = {p.institution_id for p in whole.participations}
        made.append(Asked((ABOUT, one.case_id), facts, tuple(sorted(readers))))
    return made


def attach(*, by: Scope, letters: Iterable[Letter]) -> None:
    """Hang letters that were just written on the steps that waited for them."""
    for letter in letters:
        found = _waiting(by).filter(case_id=letter.about_id, step=letter.letter)
        step = found.order_by("taken_on", "pk").first()
        if step is not None:
            actions.attach_letter(by=by, step=step, letter=letter)


def _waiting(scope: Scope) -> Any:
    """Give what waits for a letter; a mandate that was written elsewhere does not."""
    here = StepTaken.objects.filter(
        institution_id=scope.institution_id, letter=None, state__in=IN_FORCE
    )
    elsewhere = Skk.objects.filter(
        case_id=OuterRef("case_id"), issued_on=OuterRef("taken_on")
    ).exclude(number="")
    return here.exclude(Exists(elsewhere), step__in=MANDATE_OF)


def _wholes(cases: Sequence[int]) -> dict[int, Whole]:
    """Read what letters need of many cases by four statements."""
    kept: dict[str, dict[int, list[Any]]] = {
        "findings": _by_case(CaseFinding.objects.filter(case_id__in=cases)),
        "steps": _by_case(
            StepTaken.objects.filter(case_id__in=cases).select_related("letter")
        ),
        "mandates": _by_case(
            Skk.objects.filter(case_id__in=cases).select_related("institution", "to")
        ),
        "participations": _by_case(
            Participation.objects.filter(case_id__in=cases, until=None)
        ),
    }
    names = [one.name for one in fields(Whole)]
    return {
        case: Whole(**{name: kept.get(name, {}).get(case, []) for name in names})
        for case in cases
    }


def _by_case(rows: Any) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows.order_by("pk"):
        found[row.case_id].append(row)
    return found
