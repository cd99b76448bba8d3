"""What the page of a question shows: the choices, the form, the answer or the error."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import QueryDict

from naungan.law.kinds import kind
from naungan.law.words import Language
from naungan.web.pages.calculator.asked import Asked
from naungan.web.pages.calculator.form import Form, Input, choice, form
from naungan.web.pages.calculator.presenter import show
from naungan.web.pages.calculator.questions import PROGRAMMES, QUESTIONS, Variant


@dataclass(frozen=True)
class Choice:
    """One question or one variant to go to."""

    label: str
    address: str
    chosen: bool


@dataclass(frozen=True)
class Said:
    """One thing that was stated, for a reader of the answer or of its print."""

    label: str
    value: str


@dataclass(frozen=True)
class Fault:
    """What is wrong, and the element to mend; without one it is about the whole."""

    said: str
    id: str


@dataclass(frozen=True)
class Faulty:
    """What the frame asks of any form: whether it has errors."""

    errors: tuple[Fault, ...]


def page(asked: Asked, today: date, language: Language) -> dict[str, Any]:
    """Give everything the page of a question shows."""
    inputs = form(asked, today, language)
    fault = _fault(asked, (*inputs.first, *inputs.rest), language)
    return {
        "question": asked.question,
        "label": asked.question.label.text(language),
        "lead": asked.question.lead.text(language),
        "questions": _questions(asked, language),
        "split": _split(asked, language),
        "variants": _variants(asked, language),
        "variant": asked.variant,
        "inputs": inputs,
        "form": Faulty((fault,) if fault else ()),
        "fault": fault,
        "said": _said(asked, inputs, language),
        "shown": show(asked.answer, language) if asked.answer else None,
        "address": asked.address,
    }


def _questions(asked: Asked, language: Language) -> list[Choice]:
    return [
        Choice(one.label.text(language), one.code, one is asked.question)
        for one in QUESTIONS.values()
    ]


def _split(asked: Asked, language: Language) -> str:
    known = {one.name: one for one in kind(asked.question.kind).FIELDS}
    split = known.get(asked.question.splits)
    return split.label.text(language) if split else ""


def _variants(asked: Asked, language: Language) -> list[Choice]:
    if not asked.question.splits:
        return []
    return [
        Choice(
            _short(one, language),
            _carried(asked, one),
            one.value == asked.variant.value,
        )
        for one in asked.question.variants
    ]


def _short(variant: Variant, language: Language) -> str:
    named = PROGRAMMES.get(variant.value)
    said = named.text(language) if named else choice(variant.value, language)
    return _capital(said)


def _carried(asked: Asked, variant: Variant) -> str:
    """Give the address of another variant, with what was said that it accepts."""
    kept = QueryDict(mutable=True)
    kept[asked.question.splits] = variant.value
    for name, value in asked.stated.items():
        if isinstance(value, str) and name in variant.names and name not in kept:
            kept[name] = value
    return kept.urlencode()


def _fault(asked: Asked, inputs: tuple[Input, ...], language: Language) -> Fault | None:
    problem = asked.problem
    if problem is None:
        return None
    known = {one.name: one for one in kind(asked.question.kind).FIELDS}
    owner = known.get(problem.records or problem.name)
    parts = {one.name: one for one in owner.parts} if owner else {}
    field = parts.get(problem.name, owner)
    label = field.label.text(language) if field and problem.name else ""
    said = f"{label}: {problem.said}" if label else problem.said
    here = {one.id for one in _every(inputs)}
    place = f"f-{problem.place}"
    return Fault(_capital(said), place if place in here else "")


def _said(asked: Asked, inputs: Form, language: Language) -> list[Said]:
    """List what was stated, so that a printed answer says what it answers."""
    split = _split(asked, language)
    said = [Said(_capital(split), _short(asked.variant, language))] if split else []
    for one in (*inputs.first, *inputs.rest):
        said += [Said(one.label, one.shown)] if one.shown else []
        for row in one.rows:
            parts = (part for part in (*row.front, *row.rest) if part.shown)
            shown = "; ".join(f"{part.label}: {part.shown}" for part in parts)
            said += [Said(f"{one.label} {row.number}", shown)] if shown else []
    return said


def _every(inputs: tuple[Input, ...]) -> list[Input]:
    found = list(inputs)
    for one in inputs:
        for row in one.rows:
            found += [*row.front, *row.rest]
    return found


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
