"""Verbs of the ladder: terms of a region, and what comes first in a year."""

from datetime import date
from typing import Final

from django.db import transaction

from naungan.casework import act
from naungan.casework.accounts.access import ActRefused, check_power
from naungan.casework.accounts.scope import Scope
from naungan.casework.compliance import access, progress
from naungan.casework.compliance.models import Case, PriorityRule, TermOverlay
from naungan.law.book import enacted
from naungan.lib import regions


LONGEST_TERM: Final = 366  # days
HEAVIEST: Final = 100
UNITS: Final = ("days", "working_days")


def set_term(
    *,
    by: Scope,
    region_code: str,
    step: str,
    days: int,
    unit: str,
    basis: str,
    from_on: date,
    today: date,
) -> TermOverlay:
    """Lay a term over that of the law, for a region and from a day on."""
    check_power(by=by, power="set_ladder")
    access.check_reason(basis)
    if not regions.lies_in(region_code, by.region_code):
        raise ActRefused("Wilayah ini di luar wilayah lembaga Anda.")
    if step not in enacted().steps:
        raise ActRefused("Langkah ini tidak ada dalam hukum.")
    if unit not in UNITS or not 1 <= days <= LONGEST_TERM:
        raise ActRefused("Tenggang satu sampai 366 hari atau hari kerja.")
    if from_on < today:
        raise ActRefused("Tenggang baru berlaku paling cepat hari ini.")
    with transaction.atomic():
        made = TermOverlay.objects.create(
            institution_id=by.institution_id,
            region_code=region_code,
            step=step,
            days=days,
            unit=unit,
            basis=basis.strip(),
            from_on=from_on,
            set_by_id=by.user_id,
        )
        act.record(
            by=by,
            verb="set",
            noun="term_overlay",
            noun_id=made.pk,
            region=region_code,
            step=step,
            days=days,
            unit=unit,
        )
    return made


def set_rule(
    *,
    by: Scope,
    year: int,
    weight: int,
    reason: str,
    sector: str = "",
    region_code: str = "",
    kind: str = "",
    today: date,
) -> PriorityRule:
    """Put some cases before others for a year; open cases are weighed anew at once."""
    check_power(by=by, power="set_ladder")
    access.check_reason(reason)
    if not (sector or region_code or kind):
        raise ActRefused("Sebut lapangan usaha, wilayah, atau jenis pemberi kerja.")
    if not -HEAVIEST <= weight <= HEAVIEST or not weight:
        raise ActRefused("Bobot dari -100 sampai 100, bukan nol.")
    with transaction.atomic():
        made = PriorityRule.objects.create(
            institution_id=by.institution_id,
            year=year,
            sector=sector.strip(),
            region_code=region_code,
            kind=kind,
            weight=weight,
            reason=reason.strip(),
            set_by_id=by.user_id,
        )
        moved = _weigh(by, made, weight) if year == today.year else 0
        act.record(
            by=by,
            verb="set",
            noun="priority_rule",
            noun_id=made.pk,
            year=year,
            weight=weight,
            cases=moved,
        )
    return made


def end_rule(*, by: Scope, rule: PriorityRule, today: date) -> PriorityRule:
    """End a rule; what it added to open cases is taken off again."""
    check_power(by=by, power="set_ladder")
    if rule.institution_id != by.institution_id:
        raise ActRefused("Aturan ini milik lembaga lain.")
    with transaction.atomic():
        held = PriorityRule.objects.select_for_update().get(pk=rule.pk)
        if held.ended_on is not None:
            raise ActRefused("Aturan ini sudah berakhir.")
        held.ended_on = today
        held.save(update_fields=["ended_on"])
        moved = _weigh(by, held, -held.weight) if held.year == today.year else 0
        act.record(
            by=by, verb="end", noun="priority_rule", noun_id=held.pk, cases=moved
        )
    return held


def _weigh(by: Scope, rule: PriorityRule, weight: int) -> int:
    """Move the open cases that a rule matches; tell how many."""
    found = Case.objects.select_for_update(of=("self",)).filter(
        institution_id=by.institution_id, state="open", sector__startswith=rule.sector
    )
    moved = [case for case in found if progress.matches(rule, case)]
    for case in moved:
        case.priority += weight
    Case.objects.bulk_update(moved, ["priority"], batch_size=2_000)
    return len(moved)
