"""Verbs between institutions: handing a case over, answering, ending to take part."""

from datetime import date
from typing import Final

from django.db import transaction

from naungan.casework import act, clock
from naungan.casework.accounts.access import ActRefused, check_power
from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.casework.compliance import access, kinds, passing, progress, states
from naungan.casework.compliance.actions import steps
from naungan.casework.compliance.models import (
    Case,
    HandOver,
    Participation,
    Skk,
    StepTaken,
)
from naungan.casework.correspondence.actions import let_read


TAKEN_BACK: Final = "Penyerahan kasusnya ditarik."


def hand_over(
    *,
    by: Scope,
    case: Case,
    kind: str,
    to: Institution,
    message: str = "",
    reason: str = "",
    today: date,
) -> HandOver:
    """Send a case to another institution; it may read the case while it decides.

    Where the ladder has a step that brings the case there, that step is taken as well,
    unless it was taken already; `reason` is that of the step, where it needs one.
    """
    access.check_hands_over(by=by, case=case, kind=kind, to=to)
    access.check_text(message)
    with transaction.atomic():
        held = progress.locked(case)
        if held.state != "open":
            raise ActRefused("Kasus ini sudah selesai; buka kembali dahulu.")
        waits = Skk.objects.filter(case_id=held.pk, state="prepared")
        if kind == "mandate" and waits.exists():
            raise ActRefused(
                "Kasusnya terkirim bersama surat kuasa yang bertanda tangan."
            )
        _take_its_step(by, held, kind, reason, today)
        made = sent(by=by, case=held, kind=kind, to=to, message=message, today=today)
        progress.settle_stage(held, today)
    return made


def _take_its_step(by: Scope, case: Case, kind: str, reason: str, today: date) -> None:
    taken = list(StepTaken.objects.filter(case_id=case.pk))
    step = passing.still_to_take(kind, case.track, taken)
    if step is None:
        return
    steps.taken(
        by=by,
        case=case,
        step=step.code,
        taken_on=today,
        reason=reason,
        ends_on=None,
        debt_idr=None,
        today=today,
    )


def sent(
    *, by: Scope, case: Case, kind: str, to: Institution, message: str, today: date
) -> HandOver:
    """Send a case within a transaction that is open; see `hand_over`."""
    made = HandOver.objects.create(
        institution_id=by.institution_id,
        to=to,
        case=case,
        kind=kind,
        sent_on=today,
        sent_by_id=by.user_id,
        message=message.strip(),
    )
    Participation.objects.bulk_create(
        [
            Participation(
                case=case, institution=to, owner_id=case.institution_id, since=today
            )
        ],
        ignore_conflicts=True,
    )
    let_read(by=by, about=("case", case.pk), institution_id=to.pk)
    _record(by, "hand_over", made)
    return made


def accept(*, by: Scope, hand_over: HandOver, today: date) -> HandOver:
    """Take a case on."""
    return _answered(by, hand_over, "accept", "", today)


def reject(*, by: Scope, hand_over: HandOver, reason: str, today: date) -> HandOver:
    """Refuse a case with the reason; from then on it is not seen any more."""
    access.check_reason(reason)
    return _answered(by, hand_over, "reject", reason, today)


def give_back(*, by: Scope, hand_over: HandOver, reason: str, today: date) -> HandOver:
    """Give back a case that was taken on, with the reason."""
    access.check_reason(reason)
    return _answered(by, hand_over, "give_back", reason, today)


def take_back(*, by: Scope, hand_over: HandOver, today: date) -> HandOver:
    """Withdraw what was sent and not yet answered, and the step that sending took."""
    access.check_sent(by=by, hand_over=hand_over)
    with transaction.atomic():
        held = _locked(hand_over)
        held.state = states.after("hand_over", held.state, "withdraw")
        held.save(update_fields=["state"])
        _end(held.case_id, held.to_id, today)
        _take_back_its_step(by, held, today)
        progress.settle_stage(progress.locked(held.case), today)
        _record(by, "withdraw", held)
    return held


def _take_back_its_step(by: Scope, held: HandOver, today: date) -> None:
    """Take back the step of a hand-over where nothing stands on it yet.

    A step that went out with a letter, or that another followed, stays; so does that
    of a mandate, which ends with the mandate.
    """
    roads = {one.code for one in passing.steps_for(held.kind, held.case.track)}
    counted = StepTaken.objects.filter(case_id=held.case_id, state__in=states.COUNTED)
    last = counted.order_by("taken_on", "pk").last()
    if last is None or last.step not in roads - set(kinds.MANDATE_OF):
        return
    ours = (last.institution_id, last.taken_on) == (by.institution_id, held.sent_on)
    if ours and last.state in states.RUNNING and last.letter_id is None:
        steps.withdraw_step(by=by, step=last, reason=TAKEN_BACK, today=today)


def leave(*, by: Scope, case: Case, today: date) -> None:
    """End one's own taking part in a case of another institution."""
    check_power(by=by, power="take_steps")
    if case.institution_id == by.institution_id or not access.takes_part(by, case):
        raise ActRefused("Lembaga Anda tidak ikut serta dalam kasus ini.")
    with transaction.atomic():
        act.record(by=by, verb="leave", noun="case", noun_id=case.pk, track=case.track)
        _give_up(case.pk, by.institution_id, today)


def dismiss(*, by: Scope, participation: Participation, today: date) -> None:
    """End the taking part of another institution in one's own case."""
    access.check_owns(by=by, case=participation.case, power="take_steps")
    with transaction.atomic():
        _give_up(participation.case_id, participation.institution_id, today)
        act.record(
            by=by,
            verb="dismiss",
            noun="participation",
            noun_id=participation.pk,
            case=participation.case_id,
            institution=participation.institution_id,
        )


def _answered(
    by: Scope, hand_over: HandOver, verb: str, reason: str, today: date
) -> HandOver:
    access.check_receives(by=by, hand_over=hand_over)
    with transaction.atomic():
        held = _locked(hand_over)
        held.state = states.after("hand_over", held.state, verb)
        held.reason = reason.strip()
        held.decided_by_id, held.decided_at = by.user_id, clock.stamp(today)
        held.save(update_fields=["state", "reason", "decided_by", "decided_at"])
        _record(by, verb, held, reason=held.reason)
        progress.settle_stage(progress.locked(held.case), today)
        if verb != "accept":
            _end(held.case_id, held.to_id, today)
    return held


def _give_up(case_id: int, institution_id: int, today: date) -> None:
    """End a participation and what kept it: hand-overs that were accepted."""
    kept = HandOver.objects.filter(
        case_id=case_id, to_id=institution_id, state="accepted"
    )
    kept.update(state=states.after("hand_over", "accepted", "give_back"))
    _end(case_id, institution_id, today)


def _end(case_id: int, institution_id: int, today: date) -> None:
    """End a participation, unless another hand-over keeps it."""
    kept = HandOver.objects.filter(
        case_id=case_id, to_id=institution_id, state="accepted"
    )
    if not kept.exists():
        Participation.objects.filter(
            case_id=case_id, institution_id=institution_id, until=None
        ).update(until=today)


def _locked(hand_over: HandOver) -> HandOver:
    return HandOver.objects.select_for_update(of=("self",)).get(pk=hand_over.pk)


def _record(by: Scope, verb: str, one: HandOver, **details: object) -> None:
    act.record(
        by=by,
        verb=verb,
        noun="hand_over",
        noun_id=one.pk,
        case=one.case_id,
        kind=one.kind,
        to=one.to_id,
        **details,
    )
