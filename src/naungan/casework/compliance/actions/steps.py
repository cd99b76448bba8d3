"""Verbs of steps: taking one, ending its effect, taking it back."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from django.db import transaction
from django.utils.translation import get_language

from naungan.casework import act, clock
from naungan.casework.accounts.access import ActRefused, check_power
from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.casework.act import Doer
from naungan.casework.compliance import access, citing, kinds, progress, states
from naungan.casework.compliance.actions.cases import has_twin, reopened
from naungan.casework.compliance.letter_days import LIFTS
from naungan.casework.compliance.models import Case, CaseNote, Skk, StepTaken
from naungan.casework.compliance.rules import Proposal
from naungan.casework.correspondence.models import Letter
from naungan.law.book import enacted
from naungan.law.words import Words


BY_MANDATE: Final = (*kinds.MANDATE_OF, "skk_returned")
"""Steps that are taken by issuing or returning a mandate."""


def take_step(
    *,
    by: Scope,
    case: Case,
    step: str,
    taken_on: date,
    reason: str = "",
    ends_on: date | None = None,
    debt_idr: int | None = None,
    today: date,
) -> StepTaken:
    """Take a step of the ladder; early or past customary steps only for a reason."""
    if step in BY_MANDATE:
        raise ActRefused("Langkah ini diambil dengan mencatat surat kuasanya.")
    with transaction.atomic():
        return taken(
            by=by,
            case=case,
            step=step,
            taken_on=taken_on,
            reason=reason,
            ends_on=ends_on,
            debt_idr=debt_idr,
            today=today,
        )


def taken(
    *,
    by: Scope,
    case: Case,
    step: str,
    taken_on: date,
    reason: str,
    ends_on: date | None,
    debt_idr: int | None,
    today: date,
    for_others: bool = False,
) -> StepTaken:
    """Take any step within a transaction that is open; see `take_step`.

    `for_others` writes down what another institution did, which is no user here.
    """
    access.check_text(reason)
    access.check_day(taken_on, today)
    kind = _kind(by)
    held = progress.locked(case)
    check_actor(by=by, case=held, step=step, kind=kind, for_others=for_others)
    if taken_on < held.opened_on and step not in ("first_contact", "inspection"):
        raise ActRefused("Tanggalnya mendahului hari kasus dibuka.")
    ladder = progress.ladder_of(held, taken_on, taker=kind, debt_idr=debt_idr)
    proposal = ladder.proposal(enacted().steps[step])
    _check(proposal, reason, ends_on, taken_on)
    _check_order(held, taken_on)
    made = _made(by, held, proposal, taken_on, reason, ends_on)
    for code in LIFTS.get(step, ()):
        lift(by, held, code, taken_on)
    progress.settle_stage(held, today)
    act.record(
        by=by,
        verb="take",
        noun="case_step",
        noun_id=made.pk,
        case=held.pk,
        step=step,
        on=f"{taken_on}",
        skipped=list(proposal.skips),
        early=proposal.early,
    )
    return made


def check_actor(
    *, by: Scope, case: Case, step: str, kind: str, for_others: bool = False
) -> None:
    """Refuse a step that is not the institution's to take, or that is unknown."""
    check_power(by=by, power="take_steps")
    access.check_sees(by=by, case=case)
    if step not in enacted().steps:
        raise ActRefused("Langkah ini tidak ada dalam hukum.")
    if not for_others and kind not in kinds.ACTORS[enacted().steps[step].actor]:
        raise ActRefused("Langkah ini diambil lembaga lain.")


def attach_letter(
    *, by: Scope, step: StepTaken, letter: Letter, ends_on: date | None = None
) -> StepTaken:
    """Say which letter a step went out with; once said, it stays.

    A mandate that waited for its number gets that of its letter. `ends_on` is the last
    day of the term that the letter names, where it counts from the day of the letter.
    """
    with transaction.atomic():
        held = _own(by, step)
        if held.letter_id is not None and held.letter_id != letter.pk:
            raise ActRefused("Langkah ini sudah bersurat.")
        about = (letter.about_kind, letter.about_id, letter.letter)
        if about != ("case", held.case_id, held.step):
            raise ActRefused("Surat ini bukan surat langkah ini.")
        _number_mandate(held, letter)
        held.letter = letter
        held.save(update_fields=["letter"])
        if ends_on not in (None, held.ends_on):
            _notify(held, ends_on, letter.issued_on)
        if letter.state == "unsigned" and held.state != "answered":
            held.state = states.after("step", held.state, "await")
            held.save(update_fields=["state"])
            progress.settle_stage(progress.locked(held.case), letter.issued_on)
        _record(by, "attach", held, letter=letter.number, ends_on=f"{held.ends_on}")
    return held


def _notify(held: StepTaken, ends_on: date | None, on: date) -> None:
    """Let the term of a step run from the day of its letter."""
    if ends_on is not None and ends_on < on:
        raise ActRefused("Tenggang tidak dapat berakhir sebelum suratnya terbit.")
    held.ends_on = ends_on
    if held.state != "answered":
        held.state = states.after("step", held.state, "notify")
    held.save(update_fields=["ends_on", "state"])
    progress.settle_stage(progress.locked(held.case), on)


def _number_mandate(step: StepTaken, letter: Letter) -> None:
    """Give the mandate of a step the number of its letter, the only one that it has."""
    if step.step not in kinds.MANDATE_OF:
        return
    given = mandate_of(step, list(Skk.objects.filter(case_id=step.case_id)))
    if given is None or given.number:
        raise ActRefused("Surat kuasa ini sudah bernomor di luar buku agenda.")
    given.number = letter.number
    given.save(update_fields=["number"])


def mandate_of(step: StepTaken, mandates: Iterable[Skk]) -> Skk | None:
    """Give the mandate among those of a case that was given by a step; or None."""
    kind = kinds.MANDATE_OF.get(step.step, "")
    given = [o for o in mandates if (o.kind, o.issued_on) == (kind, step.taken_on)]
    return max(given, key=lambda one: one.pk, default=None)


def close_step(
    *, by: Scope, step: StepTaken, verb: str, on: date, text: str = "", today: date
) -> StepTaken:
    """Say that a step was complied with (`comply`) or lifted (`lift`)."""
    if verb not in ("comply", "lift"):
        raise ActRefused("Pilih dipenuhi atau dicabut.")
    access.check_text(text)
    access.check_day(on, today)
    with transaction.atomic():
        held = _own(by, step)
        if held.step in BY_MANDATE:
            raise ActRefused("Langkah ini berakhir bersama surat kuasanya.")
        if on < held.taken_on:
            raise ActRefused("Tanggalnya mendahului langkahnya.")
        _close(by, held, verb, on, text)
        progress.settle_stage(progress.locked(held.case), today)
        _record(by, verb, held, on=f"{on}")
    return held


def withdraw_step(*, by: Scope, step: StepTaken, reason: str, today: date) -> StepTaken:
    """Take a step back that was taken in error; it then counts as never taken.

    Only the last one: what others followed stands.
    """
    access.check_reason(reason)
    with transaction.atomic():
        held = _own(by, step)
        if held.step in BY_MANDATE:
            raise ActRefused("Kembalikan surat kuasanya; langkahnya mengikuti.")
        later = StepTaken.objects.filter(
            case_id=held.case_id, state__in=states.COUNTED, taken_on__gte=held.taken_on
        ).exclude(pk=held.pk)
        if any((o.taken_on, o.pk) > (held.taken_on, held.pk) for o in later):
            raise ActRefused("Hanya langkah terakhir yang dapat dibatalkan.")
        _close(by, held, "withdraw", today, reason)
        progress.settle_stage(progress.locked(held.case), today)
        _record(by, "withdraw", held, reason=reason.strip())
    return held


def lapse(*, today: date) -> int:
    """Note on every case that the term of its last step ran out; the office does it."""
    with transaction.atomic():
        over = StepTaken.objects.select_for_update().filter(
            state__in=states.RUNNING, ends_on__lt=today, case__state="open"
        )
        steps = list(over)
        StepTaken.objects.filter(pk__in=[one.pk for one in steps]).update(
            state="lapsed"
        )
        waiting = Case.objects.filter(
            pk__in=[one.case_id for one in steps], waits_for="employer"
        )
        waiting.update(waits_for="us")
        if steps:
            act.record(
                by=None,
                verb="lapse",
                noun="case_step",
                noun_id=len(steps),
                on=f"{today}",
            )
    return len(steps)


def raise_case(*, by: Doer | None, case: Case, said: Words, today: date) -> Case:
    """Bring a case back to its officers for what is said on it, as of a broken promise.

    Where the employer has another open case on the same track, that one goes on and this
    one only keeps the note.
    """
    with transaction.atomic():
        held = progress.locked(case)
        CaseNote.objects.create(
            institution_id=held.institution_id,
            case=held,
            kind="remark",
            at=clock.stamp(today),
            parts={"id": said.text("id"), "en": said.text("en")},
        )
        if held.state != "open" and not has_twin(held):
            reopened(held, today)
            act.record(by=by, verb="reopen", noun="case", noun_id=held.pk)
        if held.state == "open":
            held.waits_for = "us"
            held.save(update_fields=["waits_for"])
    return held


def _check(
    proposal: Proposal, reason: str, ends_on: date | None, taken_on: date
) -> None:
    if not proposal.may:
        raise ActRefused(spoken(proposal.why_not))
    if proposal.asks_reason and not reason.strip():
        raise ActRefused(spoken(proposal.why_not))
    if ends_on is not None and ends_on < taken_on:
        raise ActRefused("Tenggang tidak dapat berakhir sebelum langkahnya diambil.")


def _check_order(case: Case, taken_on: date) -> None:
    last = StepTaken.objects.filter(
        case_id=case.pk, state__in=states.COUNTED, taken_on__gt=taken_on
    )
    if last.exists():
        raise ActRefused("Ada langkah yang diambil sesudah tanggal itu.")


def _made(
    by: Scope,
    case: Case,
    proposal: Proposal,
    taken_on: date,
    reason: str,
    ends_on: date | None,
) -> StepTaken:
    term = proposal.term
    return StepTaken.objects.create(
        institution_id=by.institution_id,
        case=case,
        step=proposal.step.code,
        track=case.track,
        taken_on=taken_on,
        ends_on=ends_on or proposal.ends_on,
        term={"id": term.text("id"), "en": term.text("en")} if term else {},
        decided_by_id=by.user_id,
        decided_at=clock.stamp(taken_on),
        reason=reason.strip(),
        skipped=list(proposal.skips),
        overlay=proposal.overlay,
        law=citing.of_used(proposal.cited),
    )


def lift(by: Scope, case: Case, code: str, on: date, verb: str = "lift") -> None:
    """End the effect of a step, within a transaction that is open.

    By the verb `comply` it ends since what it asked for was done.
    """
    found = StepTaken.objects.select_for_update().filter(
        case_id=case.pk, step=code, state__in=states.IN_FORCE
    )
    for one in found:
        _close(by, one, verb, on, "")


def _close(by: Scope, held: StepTaken, verb: str, on: date, text: str) -> None:
    held.state = states.after("step", held.state, verb)
    held.closed_on, held.closed_by_id = on, by.user_id
    held.closing_text = text.strip()
    held.save(update_fields=["state", "closed_on", "closed_by", "closing_text"])


def _own(by: Scope, step: StepTaken) -> StepTaken:
    check_power(by=by, power="take_steps")
    held = StepTaken.objects.select_for_update(of=("self",)).get(pk=step.pk)
    if held.institution_id != by.institution_id:
        raise ActRefused("Langkah ini diambil lembaga lain.")
    return held


def _kind(by: Scope) -> str:
    return Institution.objects.values_list("kind", flat=True).get(pk=by.institution_id)


def spoken(said: Words | None) -> str:
    """Say a reason of the law in the reader's language."""
    if said is None:
        return ""
    return said.text("en" if get_language() == "en" else "id")


def _record(by: Scope, verb: str, step: StepTaken, **details: object) -> None:
    act.record(
        by=by,
        verb=verb,
        noun="case_step",
        noun_id=step.pk,
        case=step.case_id,
        step=step.step,
        **details,
    )
