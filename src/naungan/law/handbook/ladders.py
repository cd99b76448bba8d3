"""The pages of duties and of the two ladders of enforcement, with diagrams."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from naungan.law.handbook.edition import Edition, cell
from naungan.law.history.duty import (
    NATURES,
    TRACKS,
    DutyShown,
    owed_by,
    role,
    since,
    term_of,
)
from naungan.law.obligation import Obligation
from naungan.law.step import Step, edges, ladder
from naungan.law.terms import CONFIDENCE
from naungan.law.words import words


_TERM: Final = words("Tenggang", "Term")
_CUSTOM: Final = words(
    "Kebiasaan: boleh dilewati dengan alasan",
    "Custom: may be left out for a reason",
)
_CLOSED: Final = words("Selesai bila", "Closed when")
_LETTER: Final = words("Surat", "Letter")
_STEPS: Final = words("Langkah satu per satu", "The steps one by one")
ARROWS: Final = {"may": "-->", "must": "==>", "beside": "-.->"}
_ARROWS: Final = words(
    "Panah menunjuk ke langkah yang boleh menyusul; panah tebal ke langkah yang wajib "
    "diambil; panah putus ke langkah di samping tangga. Sebuah langkah cukup didahului "
    "salah satu dari yang menunjuk kepadanya.",
    "An arrow points to a step that may follow; a thick one to a step that must be "
    "taken; a dotted one to a step beside the ladder. A step needs any one of those "
    "that point to it.",
)


def duties_page(edition: Edition) -> Iterator[str]:
    """Write every duty with who owes it, its term and its articles."""
    yield from edition.top("duties")
    duties = sorted(edition.book.obligations.values(), key=lambda one: one.who)
    for who, group in groupby(duties, key=lambda one: one.who):
        yield from ("", f"## {_raised(edition.say(role(who)))}")
        for one in group:
            yield from _duty(edition, one)


def ladders_page(edition: Edition) -> Iterator[str]:
    """Write both ladders as diagrams, then each step with its letter."""
    yield from edition.top("ladders")
    yield from ("", edition.say(_ARROWS))
    for track, title in TRACKS.items():
        yield from ("", f"## {edition.say(title)}", "")
        yield from _diagram(edition, track)
    yield from ("", f"## {edition.say(_STEPS)}")
    for step in sorted(edition.book.steps.values(), key=lambda one: one.order):
        yield from _step(edition, step)


def _duty(edition: Edition, one: Obligation) -> Iterator[str]:
    yield from ("", f"### {edition.choose(one.title, one.title_en)}", "")
    yield from (f"`{one.code}` · {edition.say(owed_by(one))}", "")
    if one.clock:
        yield f"* {edition.say(DutyShown(edition.book, one).clock())}"
    for each in one.legal_bases:
        yield f"* {edition.say(since(edition.book, each))}"
    yield from (f"* {cell(note.text)}" for note in one.notes)


def _diagram(edition: Edition, track: str) -> Iterator[str]:
    steps = edition.book.steps
    yield from ("```mermaid", "flowchart TD")
    for step in ladder(steps, track):
        label = f"{edition.say(step.title)}<br/>{edition.say(role(step.actor))}"
        yield f'  {step.code}["{label}"]'
    for before, after in edges(steps, track):
        yield f"  {before} {ARROWS[steps[after].nature]} {after}"
    yield "```"


def _step(edition: Edition, step: Step) -> Iterator[str]:
    yield from ("", f"### {edition.say(step.title)}", "")
    by = f"{edition.say(role(step.actor))}, {edition.say(NATURES[step.nature])}"
    yield from (f"`{step.code}` · {by}", "")
    if step.term:
        limit = edition.say(term_of(edition.book, step.term))
        yield f"* {edition.say(_TERM)}: {limit}"
    if step.by_custom:
        yield f"* {edition.say(_CUSTOM)}"
    if step.closed_by:
        closed = "; ".join(edition.say(each) for each in step.closed_by)
        yield f"* {edition.say(_CLOSED)}: {closed}"
    for basis in step.legal_bases:
        yield f"* {edition.say(since(edition.book, basis))}"
    if step.letter is not None:
        sure = edition.say(CONFIDENCE[step.letter.confidence])
        name = edition.say(step.letter.name)
        yield f"* {edition.say(_LETTER)}: {name} ({sure})"
        yield from (f"  * {edition.say(each)}" for each in step.letter.contents)
    yield from (f"* {cell(note.text)}" for note in step.notes)


def _raised(text: str) -> str:
    """Raise the first letter only: BPJS stays BPJS."""
    return text[:1].upper() + text[1:]
