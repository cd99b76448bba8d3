"""What the branch decides of a claim: complete, approved, refused, paid."""

from datetime import date
from typing import Any, Final

from django.db import transaction
from django.utils.translation import gettext as _

from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.scope import Scope
from naungan.casework.benefits import access, wanted
from naungan.casework.benefits.actions import scholarships
from naungan.casework.benefits.actions.writing import locked, move
from naungan.casework.benefits.due import Due, due
from naungan.casework.benefits.models import Claim
from naungan.casework.benefits.refusals import REFUSALS


BPJS, EMPLOYER = "bpjs", "employer"
MOST_IDR: Final = 10**12


def complete(*, by: Scope, claim: Claim, on: date, today: date) -> Claim:
    """Declare the papers complete on a day; the law's term of payment runs from it."""
    access.check_keeps(by=by, claim=claim)
    access.check_day(on, today, after=claim.told_on)
    with transaction.atomic():
        lacking = wanted.missing(locked(claim))
        if lacking:
            named = ", ".join(one.label.text() for one in lacking)
            raise ActRefused(_("Berkasnya belum lengkap: %s.") % named)
        claim.complete_on = on
        pay_by = due(claim).pay_by
        return move(
            by=by, claim=claim, verb="complete", on=on, complete_on=on, pay_by=pay_by
        )


def ask_more(*, by: Scope, claim: Claim, reason: str, today: date) -> Claim:
    """Send a claim back for papers that turned out to be wrong or missing."""
    access.check_keeps(by=by, claim=claim)
    access.check_reason(reason)
    with transaction.atomic():
        return move(
            by=by,
            claim=claim,
            verb="ask_more",
            on=today,
            text=reason,
            complete_on=None,
            pay_by=None,
        )


def approve(*, by: Scope, claim: Claim, on: date, today: date) -> Claim:
    """Approve what the law gives; its answer of this day is frozen with its version."""
    access.check_decides(by=by, claim=claim)
    access.check_day(on, today, after=claim.complete_on)
    with transaction.atomic():
        found = due(locked(claim))
        if not found.total_idr:
            raise ActRefused(
                "Menurut hukum tidak ada yang dibayar; tolak dengan sebabnya."
            )
        if found.payer == EMPLOYER:
            raise ActRefused(
                "Menurut hukum ini ditanggung pemberi kerja; serahkan kepadanya."
            )
        move(
            by=by,
            claim=claim,
            verb="approve",
            on=on,
            decided_on=on,
            payer=found.payer,
            **_frozen(found),
        )
        scholarships.plan(by=by, claim=claim, found=found)
    return claim


def undo(*, by: Scope, claim: Claim, reason: str, today: date) -> Claim:
    """Take an approval back before anything was paid."""
    access.check_decides(by=by, claim=claim)
    access.check_reason(reason)
    with transaction.atomic():
        scholarships.forget(claim)
        return move(
            by=by,
            claim=claim,
            verb="undo",
            on=today,
            text=reason,
            decided_on=None,
            payer="",
            due={},
            due_idr=None,
            law_version="",
        )


def burden(
    *, by: Scope, claim: Claim, employer_name: str, npp: str, on: date, today: date
) -> Claim:
    """Say that the employer owes what the fund does not pay, and how much that is."""
    access.check_decides(by=by, claim=claim)
    access.check_day(on, today, after=claim.told_on)
    name = employer_name.strip() or claim.employer_name
    if not name:
        raise ActRefused("Tulis pemberi kerjanya.")
    with transaction.atomic():
        found = due(locked(claim))
        if not found.employer_idr:
            raise ActRefused(
                "Menurut keterangan yang ditulis, pemberi kerja tidak menanggung apa pun."
            )
        return move(
            by=by,
            claim=claim,
            verb="burden",
            on=on,
            text=name,
            decided_on=on,
            payer=EMPLOYER,
            employer_name=name,
            npp=npp.strip() or claim.npp,
            **{**_frozen(found), "due_idr": found.employer_idr},
        )


def refuse(
    *, by: Scope, claim: Claim, code: str, reason: str, on: date, today: date
) -> Claim:
    """Refuse a claim by a reason of the catalogue, in words that the family can answer."""
    access.check_decides(by=by, claim=claim)
    access.check_day(on, today, after=claim.told_on)
    access.check_reason(reason)
    if code not in REFUSALS:
        raise ActRefused("Pilih sebab penolakannya.")
    with transaction.atomic():
        return move(
            by=by,
            claim=claim,
            verb="refuse",
            on=on,
            text=reason,
            decided_on=on,
            refusal=code,
            refusal_text=reason.strip(),
        )


def accept_objection(*, by: Scope, claim: Claim, reason: str, today: date) -> Claim:
    """Open a refused claim again, for what the family brought against the refusal."""
    access.check_writes(by=by, claim=claim)
    access.check_reason(reason)
    with transaction.atomic():
        return move(
            by=by,
            claim=claim,
            verb="object",
            on=today,
            text=reason,
            decided_on=None,
            refusal="",
            refusal_text="",
            payer="",
            complete_on=None,
            pay_by=None,
        )


def pay(
    *,
    by: Scope,
    claim: Claim,
    paid_on: date,
    amount_idr: int,
    reference: str,
    today: date,
    why_other: str = "",
) -> Claim:
    """Record the payment; another amount than was approved needs a reason."""
    access.check_decides(by=by, claim=claim)
    access.check_day(paid_on, today, after=claim.decided_on)
    if not 0 < amount_idr < MOST_IDR:
        raise ActRefused("Tulis jumlah yang dibayar dalam rupiah.")
    if amount_idr != claim.due_idr:
        access.check_reason(why_other)
    with transaction.atomic():
        return move(
            by=by,
            claim=claim,
            verb="pay",
            on=paid_on,
            text=why_other,
            paid_on=paid_on,
            paid_idr=amount_idr,
            reference=reference.strip(),
        )


def _frozen(found: Due) -> dict[str, Any]:
    return {
        "due": found.answer.as_data(),
        "due_idr": found.bpjs_idr,
        "law_version": found.answer.law_version,
    }
