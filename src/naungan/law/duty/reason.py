"""Why a step may not be taken: each reason with its code and its sentence."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from naungan.law.answer import Used
from naungan.law.step import Step
from naungan.law.terms import term
from naungan.law.words import Words, day as day_words, rupiah, words


@dataclass(frozen=True)
class Reason:
    """A reason by its code; `because` is the step, day or amount that it names."""

    code: str
    because: str | int
    words: Words
    used: tuple[Used, ...] = ()

    def as_data(self) -> dict[str, Any]:
        """Give the reason as results have it."""
        return {"reason": self.code, "because": self.because}


def needs(step: Step, needed: Step) -> Reason:
    """Refuse a step without the mandate or act that it needs."""
    return Reason(
        "needs",
        needed.code,
        words(
            "{step} memerlukan {needed} lebih dahulu; yang lain tidak cukup",
            "{step} first needs: {needed}; no other will do",
            step=step.title,
            needed=needed.title,
        ),
    )


def exclusive(step: Step, taken: Step, on: date) -> Reason:
    """Refuse a step whose other road was already taken."""
    return Reason(
        "exclusive",
        taken.code,
        words(
            "{step} tidak dapat bersama {taken}, yang diambil {on}",
            "{step} cannot go with {taken}, taken on {on}",
            step=step.title,
            taken=taken.title,
            on=day_words(on),
        ),
    )


def waiting(step: Step, opens_on: date) -> Reason:
    """Refuse a step while the term before it runs."""
    return Reason(
        "waiting",
        opens_on.isoformat(),
        words(
            "{step} baru terbuka {on}",
            "{step} opens only on {on}",
            step=step.title,
            on=day_words(opens_on),
        ),
    )


def late(step: Step, due_on: date, used: Used) -> Reason:
    """Find fault with a step taken after the last day that the law gave for it."""
    return Reason(
        "late",
        due_on.isoformat(),
        words(
            "{step} paling lambat diambil {due}",
            "{step} had to be taken by {due}",
            step=step.title,
            due=day_words(due_on),
        ),
        (used,),
    )


def missing(step: Step, before: tuple[str, ...], steps: Mapping[str, Step]) -> Reason:
    """Refuse a step before any of those that must precede it."""
    return Reason(
        "missing_predecessor",
        before[0],
        words(
            "{step} harus didahului {before}",
            "{step} must follow {before}",
            step=step.title,
            before=steps[before[0]].title,
        ),
    )


def not_for(step: Step, kind: str) -> Reason:
    """Refuse a step against a kind of employer that its law leaves out."""
    return Reason(
        "not_for",
        kind,
        words(
            "{step} tidak dapat dikenakan kepada {kind}",
            "{step} cannot be taken against: {kind}",
            step=step.title,
            kind=term(kind),
        ),
    )


def other_segment(step: Step, segment: str) -> Reason:
    """Refuse a step that its law does not have for a segment."""
    return Reason(
        "not_for_segment",
        segment,
        words(
            "{step} tidak ada bagi {segment}",
            "{step} does not exist for {segment}",
            step=step.title,
            segment=term(segment),
        ),
    )


def bounded(step: Step, debt: int, bound: int, used: Used, *, least: bool) -> Reason:
    """Refuse a step whose debt lies outside its bounds."""
    sign = "<" if least else ">"
    return Reason(
        "debt_too_small" if least else "debt_too_large",
        bound,
        words(
            "{step}: utang {debt} {sign} {bound}",
            "{step}: the debt {debt} {sign} {bound}",
            step=step.title,
            debt=rupiah(debt),
            sign=sign,
            bound=rupiah(bound),
        ),
        (used,),
    )


def nothing_broken(step: Step, track: str) -> Reason:
    """Refuse a step on a track whose duties are all met."""
    return Reason(
        "nothing_broken",
        track,
        words(
            "{step} tidak berdasar: tidak ada kewajiban yang dilanggar pada jalur ini",
            "{step} has no ground: no duty of this track is broken",
            step=step.title,
        ),
    )


def still_broken(step: Step, track: str) -> Reason:
    """Refuse lifting while the duty is still broken or the fine unpaid."""
    return Reason(
        "still_broken",
        track,
        words(
            "{step} menunggu kewajiban dipenuhi dan denda dilunasi",
            "{step} waits until the duty is done and the fine is paid",
            step=step.title,
        ),
    )


def only_first(step: Step, on: date) -> Reason:
    """Refuse a step of the very beginning once another one was taken."""
    return Reason(
        "passed",
        on.isoformat(),
        words(
            "{step} hanya pada awal; langkah lain sudah diambil {on}",
            "{step} stands at the beginning only; another step was taken on {on}",
            step=step.title,
            on=day_words(on),
        ),
    )


def already(step: Step, on: date) -> Reason:
    """Refuse a step that was already taken."""
    return Reason(
        "already_taken",
        on.isoformat(),
        words(
            "{step} sudah diambil {on}",
            "{step} was already taken on {on}",
            step=step.title,
            on=day_words(on),
        ),
    )
