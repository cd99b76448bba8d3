"""Verbs of mandates (SKK): issued by BPJS, registered, returned or realised by Datun.

A mandate is a step of the ladder as well: issuing takes `skk_non_litigation` or
`skk_litigation`, returning takes `skk_returned`. Its number is that of its letter, or is
typed where the paper was written elsewhere. Its holder gets the case once that paper is
signed, never before. What is done in court needs a mandate for court; one for out of
court does not do.
"""

from datetime import date
from typing import Final

from django.db import transaction

from naungan.casework import act
from naungan.casework.accounts.access import ActRefused, check_power
from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.casework.compliance import access, kinds, progress, states
from naungan.casework.compliance.actions import partners, steps
from naungan.casework.compliance.models import Case, HandOver, Skk


STEP: Final = {kind: step for step, kind in kinds.MANDATE_OF.items()}
RETURNED: Final = "skk_returned"


def issue_skk(
    *,
    by: Scope,
    case: Case,
    to: Institution,
    number: str = "",
    kind: str,
    category: str,
    issued_on: date,
    principal_idr: int = 0,
    fine_idr: int = 0,
    from_month: int | None = None,
    to_month: int | None = None,
    until_on: date | None = None,
    parent: Skk | None = None,
    reason: str = "",
    today: date,
) -> Skk:
    """Give a mandate, which takes the step; numbered, it brings the case at once."""
    _check_content(kind, category, to)
    _check_figures(case, principal_idr, fine_idr, from_month, to_month)
    with transaction.atomic():
        steps.taken(
            by=by,
            case=case,
            step=STEP[kind],
            taken_on=issued_on,
            reason=reason,
            ends_on=until_on,
            debt_idr=(principal_idr + fine_idr) or None,
            today=today,
        )
        made = Skk.objects.create(
            institution_id=by.institution_id,
            to=to,
            case=case,
            number=number.strip(),
            kind=kind,
            category=category,
            issued_on=issued_on,
            issued_by_id=by.user_id,
            principal_idr=principal_idr,
            fine_idr=fine_idr,
            from_month=from_month,
            to_month=to_month,
            until_on=until_on,
            parent=parent or _parent(case, kind),
        )
        _record(by, "issue", made, number=made.number)
        return deliver(by=by, skk=made, today=today) if made.number else made


def deliver(*, by: Scope, skk: Skk, today: date) -> Skk:
    """Bring a case before the holder of a mandate whose letter is signed."""
    with transaction.atomic():
        skk.state = states.after("mandate", skk.state, "deliver")
        skk.save(update_fields=["state"])
        _hand_over(by, skk.case, skk.to, today)
        _record(by, "deliver", skk, number=skk.number)
    return skk


def register_skk(
    *, by: Scope, skk: Skk, number: str = "", on: date, today: date
) -> Skk:
    """Enter a mandate in the register of the prosecutor's office."""
    return _moved(
        by, skk, "register", on, today, registered_number=number, registered_on=on
    )


def return_skk(*, by: Scope, skk: Skk, reason: str, on: date, today: date) -> Skk:
    """Return a mandate that did not bring about what it was for, with the reason."""
    access.check_reason(reason)
    with transaction.atomic():
        held = _moved(by, skk, "return", on, today, ended_on=on, reason=reason.strip())
        if held.kind == "litigation":
            _lift(by, held, on, today)
        else:
            steps.taken(
                by=by,
                case=held.case,
                step=RETURNED,
                taken_on=on,
                reason=reason,
                ends_on=None,
                debt_idr=None,
                today=today,
                for_others=True,
            )
    return held


def realise_skk(*, by: Scope, skk: Skk, on: date, today: date) -> Skk:
    """Say that a mandate brought about what it was for; its step was complied with."""
    with transaction.atomic():
        held = _moved(by, skk, "realise", on, today, ended_on=on)
        _lift(by, held, on, today, "comply")
    return held


def expire_skk(*, by: Scope, skk: Skk, on: date, today: date) -> Skk:
    """Say that the time of a mandate ran out; nothing more is done on it."""
    with transaction.atomic():
        held = _moved(by, skk, "expire", on, today, ended_on=on)
        _lift(by, held, on, today)
    return held


def _lift(by: Scope, skk: Skk, on: date, today: date, verb: str = "lift") -> None:
    """End the effect of the step by which a mandate was given."""
    held = progress.locked(skk.case)
    steps.lift(by, held, STEP[skk.kind], on, verb)
    progress.settle_stage(held, today)


def _moved(
    by: Scope, skk: Skk, verb: str, on: date, today: date, **changed: object
) -> Skk:
    check_power(by=by, power="take_steps")
    access.check_day(on, today)
    if by.institution_id not in (skk.institution_id, skk.to_id):
        raise ActRefused("Surat kuasa ini antara lembaga lain.")
    if on < skk.issued_on:
        raise ActRefused("Tanggalnya mendahului surat kuasanya.")
    with transaction.atomic():
        held = Skk.objects.select_for_update(of=("self",)).get(pk=skk.pk)
        if not Case.objects.filter(pk=held.case_id).exists():
            raise ActRefused("Lembaga Anda tidak ikut serta lagi dalam kasusnya.")
        held.state = states.after("mandate", held.state, verb)
        for name, value in changed.items():
            setattr(held, name, value)
        held.save(update_fields=["state", *changed])
        act.record(by=by, verb=verb, noun="mandate", noun_id=held.pk, case=held.case_id)
    return held


def _hand_over(by: Scope, case: Case, to: Institution, today: date) -> None:
    """Hand a case over to whoever holds its mandate, unless it has it already."""
    if _holds(case, to):
        return
    held = progress.locked(case)
    partners.sent(by=by, case=held, kind="mandate", to=to, message="", today=today)
    progress.settle_stage(held, today)


def _holds(case: Case, to: Institution) -> bool:
    """Tell whether the institution was already asked, or took the case on."""
    known = HandOver.objects.filter(case_id=case.pk, to=to)
    return known.filter(state__in=("sent", "accepted")).exists()


def _parent(case: Case, kind: str) -> Skk | None:
    """Give the mandate out of court that one for court follows."""
    if kind != "litigation":
        return None
    before = Skk.objects.filter(case_id=case.pk, kind="non_litigation")
    return before.order_by("issued_on", "pk").last()


def _check_content(kind: str, category: str, to: Institution) -> None:
    if kind not in STEP:
        raise ActRefused("Pilih di luar pengadilan atau di pengadilan.")
    if category not in {one.code for one in kinds.CATEGORIES}:
        raise ActRefused("Pilih golongan ketidakpatuhannya.")
    if to.kind not in kinds.RECEIVERS["mandate"]:
        raise ActRefused("Surat kuasa diberikan kepada kejaksaan.")


def _check_figures(
    case: Case,
    principal_idr: int,
    fine_idr: int,
    from_month: int | None,
    to_month: int | None,
) -> None:
    if case.track == "arrears" and not principal_idr + fine_idr:
        raise ActRefused("Kuasa atas tunggakan menyebut jumlah yang terutang.")
    if principal_idr < 0 or fine_idr < 0:
        raise ActRefused("Jumlahnya tidak dapat kurang dari nol.")
    if (from_month is None) != (to_month is None):
        raise ActRefused("Tulis bulan pertama dan bulan terakhir.")
    if from_month is not None and to_month is not None and to_month < from_month:
        raise ActRefused("Bulan terakhir mendahului bulan pertama.")


def _record(by: Scope, verb: str, skk: Skk, **details: object) -> None:
    act.record(
        by=by,
        verb=verb,
        noun="mandate",
        noun_id=skk.pk,
        case=skk.case_id,
        kind=skk.kind,
        to=skk.to_id,
        **details,
    )
