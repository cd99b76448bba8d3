"""Steps that were taken and wait for their letter: which, and what each is to be told."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Final

from django.db.models import Count, Exists, F, OuterRef, Q
from django.utils.translation import gettext as _

from naungan.casework.accounts.scope import Scope
from naungan.casework.compliance import progress
from naungan.casework.compliance.actions import letters as actions
from naungan.casework.compliance.kinds import MANDATE_OF
from naungan.casework.compliance.letter_days import Standing, standing
from naungan.casework.compliance.models import (
    CaseFinding,
    Participation,
    Reply,
    Skk,
    StepTaken,
)
from naungan.casework.compliance.queries.whole import Whole
from naungan.casework.compliance.rules import Known, Ladder
from naungan.casework.compliance.states import IN_FORCE
from naungan.casework.correspondence.access import MOST_AT_ONCE
from naungan.casework.correspondence.models import Letter
from naungan.law.book import enacted
from naungan.web.letters.issuing import Asked
from naungan.web.pages.cases import words
from naungan.web.pages.cases.letter import facts as case_facts
from naungan.web.pages.cases.letter.form import LetterForm


ABOUT: Final = "case"
ATTACH: Final = f"{__name__}.attach"


def counted(scope: Scope) -> dict[str, tuple[int, int]]:
    """Count one's own steps that stand and have no letter yet, by step.

    The second number is of those that are still the last step of an open case: others
    went on without a letter, or ended, and hardly wait for one.
    """
    last = Q(case__state="open", case__stage=F("step"))
    found = _waiting(scope).values("step").order_by("step")
    found = found.annotate(many=Count("pk"), last=Count("pk", filter=last))
    steps = enacted().steps
    return {
        row["step"]: (row["many"], row["last"])
        for row in found
        if row["step"] in steps and steps[row["step"]].letter
    }


@dataclass(frozen=True)
class Waiting:
    """A step that waits for its letter, its case whole, and how it stands on a day."""

    step: StepTaken
    whole: Whole
    standing: Standing


def waiting(scope: Scope, code: str, today: date) -> list[Waiting]:
    """Give the steps that wait for one kind of letter, the oldest first."""
    found = _waiting(scope).filter(step=code).select_related("case__institution")
    steps = list(found.order_by("taken_on", "pk")[:MOST_AT_ONCE])
    wholes = _wholes([one.case_id for one in steps])
    ladders = _ladders(steps, wholes, today)
    return [
        Waiting(one, wholes[one.case_id], standing(one, ladders[one.case_id]))
        for one in steps
    ]


def why_not(one: Waiting) -> list[str]:
    """Say why a step gets no letter among others; nothing where it may."""
    if one.standing.why_not is not None:
        return [words.upper(words.say(one.standing.why_not))]
    if one.standing.asks_day:
        return [
            _("Tenggang yang ditulis petugas sudah lewat; tulis suratnya dari kasusnya")
        ]
    return []


def asked_of(waits: Sequence[Waiting], form: LetterForm, today: date) -> list[Asked]:
    """Gather what each letter is told: its case, and what was written for all."""
    wrote = {name: text for name, text in form.of_mandate().items() if text}
    owed = case_facts.owing([one.step.case_id for one in waits])
    made = []
    for one in waits:
        step, ends_on = one.step, one.standing.ends_on
        written = [each.letter for each in one.whole.steps if each.letter]
        numbers = {letter.pk: letter.number for letter in written}
        term = case_facts.term_of(step.term, ends_on)
        facts = case_facts.facts_of(
            step.case,
            one.whole,
            numbers,
            step.step,
            term,
            today,
            owed[step.case_id],
        )
        known = case_facts.mandated(step.case, one.whole.mandates)
        facts = case_facts.with_words(facts, form.told(), {**known, **wrote})
        readers = {p.institution_id for p in one.whole.participations}
        kept = {"ends_on": ends_on.isoformat() if ends_on else ""}
        about = (ABOUT, step.case_id)
        made.append(Asked(about, facts, tuple(sorted(readers)), kept))
    return made


def attach(
    *, by: Scope, letters: Iterable[Letter], kept: Iterable[Mapping[str, Any]]
) -> None:
    """Hang letters that were just written on the steps that waited for them."""
    for letter, told in zip(letters, kept, strict=True):
        found = _waiting(by).filter(case_id=letter.about_id, step=letter.letter)
        step = found.order_by("taken_on", "pk").first()
        if step is not None:
            until = told["ends_on"]
            ends_on = date.fromisoformat(until) if until else None
            actions.attach(by=by, step=step, letter=letter, ends_on=ends_on)


def _waiting(scope: Scope) -> Any:
    """Give what waits for a letter; a mandate that was written elsewhere does not."""
    here = StepTaken.objects.filter(
        institution_id=scope.institution_id, letter=None, state__in=IN_FORCE
    )
    elsewhere = Skk.objects.filter(
        case_id=OuterRef("case_id"), issued_on=OuterRef("taken_on")
    ).exclude(number="")
    return here.exclude(Exists(elsewhere), step__in=MANDATE_OF)


def _ladders(
    steps: Sequence[StepTaken], wholes: Mapping[int, Whole], on: date
) -> dict[int, Ladder]:
    """Give the ladder of each case on a day, by the key of the case."""
    laid = {
        code: progress.overlays(code, on)
        for code in {one.case.region_code for one in steps}
    }
    return {
        one.case_id: Ladder(
            one.case,
            wholes[one.case_id].steps,
            on,
            Known(
                replies_in=len(wholes[one.case_id].replies),
                owner=one.case.institution.kind,
                overlays=laid[one.case.region_code],
            ),
        )
        for one in steps
    }


def _wholes(cases: Sequence[int]) -> dict[int, Whole]:
    """Read what letters need of many cases, by one statement for each kind of thing."""
    kept: dict[str, dict[int, list[Any]]] = {
        "findings": _by_case(CaseFinding.objects.filter(case_id__in=cases)),
        "steps": _by_case(
            StepTaken.objects.filter(case_id__in=cases).select_related("letter")
        ),
        "mandates": _by_case(
            Skk.objects.filter(case_id__in=cases).select_related("institution", "to")
        ),
        "replies": _by_case(Reply.objects.filter(case_id__in=cases, state="in")),
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
