"""Verbs of letters where a case hangs on them: signing, taking that back, voiding.

A step whose letter waits for its signature gives the employer no time yet, and nothing
follows it. The letter of a mandate brings the case before the state attorney.
"""

from datetime import date

from django.db import transaction

from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.scope import Scope
from naungan.casework.compliance import kinds, progress, states
from naungan.casework.compliance.actions import mandates, steps
from naungan.casework.compliance.letter_days import Standing, standing
from naungan.casework.compliance.models import Skk, StepTaken
from naungan.casework.correspondence import actions
from naungan.casework.correspondence.models import Letter


def attach(
    *, by: Scope, step: StepTaken, letter: Letter, ends_on: date | None = None
) -> StepTaken:
    """Hang a letter on its step; see `steps.attach_letter`."""
    with transaction.atomic():
        held = steps.attach_letter(by=by, step=step, letter=letter, ends_on=ends_on)
        if letter.state != "unsigned":
            _deliver(by, held, letter.issued_on)
    return held


def sign(*, by: Scope, letter: Letter, on: date, today: date) -> Letter:
    """Write down that a letter was signed; the term of its step counts from that day."""
    with transaction.atomic():
        signed = actions.sign(by=by, letter=letter, on=on, today=today)
        held = _step_of(signed)
        if held is not None and held.state == "unsigned":
            _notify(held, signed, on, today)
        if held is not None:
            _deliver(by, held, today)
    return signed


def unsign(*, by: Scope, letter: Letter, today: date) -> Letter:
    """Take a signature back before the letter went out; its step waits again."""
    with transaction.atomic():
        freed = actions.unsign(by=by, letter=letter, today=today)
        held = _step_of(freed)
        if held is not None:
            _check_not_delivered(held)
            _moved(held, "await", today)
    return freed


def void(*, by: Scope, letter: Letter, reason: str, today: date) -> None:
    """Declare a letter void; its step may get another one."""
    with transaction.atomic():
        actions.void(by=by, letter=letter, reason=reason)
        held = _step_of(letter)
        given = _mandate_of(held)
        if held is None or (given is not None and given.state != "prepared"):
            return
        if given is not None:
            given.number = ""
            given.save(update_fields=["number"])
        held.letter = None
        held.save(update_fields=["letter"])
        if held.state == "unsigned":
            _moved(held, "notify", today)


def _step_of(letter: Letter) -> StepTaken | None:
    found = StepTaken.objects.select_for_update(of=("self",)).filter(letter=letter)
    return found.select_related("case").first()


def _notify(held: StepTaken, letter: Letter, on: date, today: date) -> None:
    """Let the term run from the day of the signature, which the letter announces."""
    stands = Standing(held.ends_on)
    if on > letter.issued_on:
        stands = standing(held, progress.ladder_of(held.case, on))
    if stands.why_not is not None:
        raise ActRefused(steps.spoken(stands.why_not))
    if stands.asks_day:
        raise ActRefused(
            "Tenggang yang ditulis petugas sudah lewat; batalkan surat ini, tulis lagi."
        )
    held.ends_on = stands.ends_on
    _moved(held, "notify", today)


def _moved(held: StepTaken, verb: str, today: date) -> None:
    held.state = states.after("step", held.state, verb)
    held.save(update_fields=["state", "ends_on"])
    progress.settle_stage(progress.locked(held.case), today)


def _deliver(by: Scope, held: StepTaken, today: date) -> None:
    given = _mandate_of(held)
    if given is not None and given.state == "prepared":
        mandates.deliver(by=by, skk=given, today=today)


def _mandate_of(held: StepTaken | None) -> Skk | None:
    if held is None or held.step not in kinds.MANDATE_OF:
        return None
    known = Skk.objects.filter(case_id=held.case_id).select_related("case", "to")
    return steps.mandate_of(held, known)


def _check_not_delivered(held: StepTaken) -> None:
    """Refuse to take back the signature under a mandate that its holder has."""
    given = _mandate_of(held)
    if given is not None and given.state != "prepared":
        raise ActRefused("Surat kuasa ini sudah sampai pada penerimanya.")
