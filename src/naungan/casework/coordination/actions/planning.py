"""Verbs of joint plans: from recommendations to who does what, when, for how much."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db import transaction
from django.utils.translation import gettext_noop as _

from naungan.casework import act
from naungan.casework.accounts.access import ActRefused, check_power
from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.casework.coordination import access, states
from naungan.casework.coordination.actions.writing import next_number
from naungan.casework.coordination.models import (
    Event,
    JointPlan,
    PlanActivity,
    Recommendation,
)


MOST_MONTHS: Final = 120
MOST_IDR: Final = 10**15


@dataclass(frozen=True, kw_only=True)
class Doing:
    """One activity: what, who answers for it, with whom, in which month, for how much.

    `month` is year * 12 + month - 1.
    """

    what: str
    owner_name: str
    month: int
    budget_idr: int = 0
    owner: Institution | None = None
    partners: str = ""
    recommendation: Recommendation | None = None

    @property
    def columns(self) -> dict[str, Any]:
        """Give what the table keeps."""
        return {
            "what": self.what.strip(),
            "owner_name": self.owner_name.strip(),
            "owner": self.owner,
            "partners": self.partners.strip(),
            "month": self.month,
            "budget_idr": self.budget_idr,
            "recommendation": self.recommendation,
        }


def make_plan(
    *,
    by: Scope,
    title: str,
    from_month: int,
    until_month: int,
    region_code: str = "",
    event: Event | None = None,
    parties: Sequence[Institution] = (),
) -> JointPlan:
    """Begin a joint plan; one of an event is seen by its parties."""
    check_power(by=by, power="keep_meetings")
    access.check_said(title, _("Tulis judul rencananya."))
    where = region_code or (event.region_code if event else by.region_code)
    access.check_region(by=by, region_code=where)
    if not 0 <= until_month - from_month < MOST_MONTHS:
        raise ActRefused("Bulan terakhir mendahului bulan mulai, atau terlalu jauh.")
    if event is not None:
        access.check_keeps(by=by, event=event)
    seen = {one.pk for one in parties} | set(event.parties if event else ())
    with transaction.atomic():
        plan = JointPlan.objects.create(
            institution_id=by.institution_id,
            event=event,
            title=title.strip(),
            region_code=where,
            from_month=from_month,
            until_month=until_month,
            parties=sorted(seen - {by.institution_id}),
            made_by_id=by.user_id,
        )
        _record(by, "make", plan)
    return plan


def add_activity(*, by: Scope, plan: JointPlan, doing: Doing) -> PlanActivity:
    """Put an activity into a plan, behind the last one."""
    access.check_plans(by=by, plan=plan)
    _check(plan, doing)
    with transaction.atomic():
        held = _locked(plan)
        row = PlanActivity.objects.create(
            institution_id=by.institution_id,
            plan=held,
            number=next_number(held.activities.all()),
            **doing.columns,
        )
        _see(held, doing.owner)
        _record_activity(by, "add", row)
    return row


def change_activity(*, by: Scope, activity: PlanActivity, doing: Doing) -> PlanActivity:
    """Say anew what an activity is."""
    access.check_plans(by=by, plan=activity.plan)
    _check(activity.plan, doing)
    with transaction.atomic():
        columns = doing.columns
        for name, value in columns.items():
            setattr(activity, name, value)
        activity.save(update_fields=list(columns))
        _see(_locked(activity.plan), doing.owner)
        _record_activity(by, "change", activity)
    return activity


def remove_activity(*, by: Scope, activity: PlanActivity) -> None:
    """Take an activity out of a plan that was not agreed."""
    access.check_plans(by=by, plan=activity.plan)
    with transaction.atomic():
        _record_activity(by, "remove", activity)
        activity.delete()


def agree_plan(*, by: Scope, plan: JointPlan, on: date) -> JointPlan:
    """Say that a plan was agreed: each activity has an owner, a month and a budget."""
    access.check_plans(by=by, plan=plan)
    if not plan.activities.exists():
        raise ActRefused("Rencana ini belum memuat kegiatan.")
    return _moved(by, plan, "agree", on)


def reopen_plan(*, by: Scope, plan: JointPlan) -> JointPlan:
    """Write on a plan that was agreed, or dropped, again."""
    return _moved(by, plan, "reopen", None)


def drop_plan(*, by: Scope, plan: JointPlan) -> JointPlan:
    """Say that a plan is not followed any more."""
    return _moved(by, plan, "drop", plan.agreed_on)


def finish_activity(
    *, by: Scope, activity: PlanActivity, on: date, result: str
) -> PlanActivity:
    """Say that an activity was done, and what came of it."""
    check_power(by=by, power="keep_meetings")
    plan = activity.plan
    if plan.institution_id != by.institution_id:
        raise ActRefused("Hanya lembaga yang menyusun rencana ini yang mengubahnya.")
    if plan.state != "agreed":
        raise ActRefused("Rencana ini belum disepakati.")
    access.check_said(result, _("Tulis hasilnya."))
    with transaction.atomic():
        activity.done_on, activity.result = on, result.strip()
        activity.save(update_fields=["done_on", "result"])
        _record_activity(by, "finish", activity)
    return activity


def _moved(by: Scope, plan: JointPlan, verb: str, agreed_on: date | None) -> JointPlan:
    check_power(by=by, power="keep_meetings")
    if plan.institution_id != by.institution_id:
        raise ActRefused("Hanya lembaga yang menyusun rencana ini yang mengubahnya.")
    with transaction.atomic():
        held = _locked(plan)
        held.state = states.after("plan", held.state, verb)
        held.agreed_on = agreed_on
        held.save(update_fields=["state", "agreed_on"])
        _record(by, verb, held)
    return held


def _check(plan: JointPlan, doing: Doing) -> None:
    access.check_said(doing.what, _("Tulis kegiatannya."))
    access.check_said(doing.owner_name, _("Tulis siapa penanggung jawabnya."))
    access.check_text(doing.partners)
    if not plan.from_month <= doing.month <= plan.until_month:
        raise ActRefused("Bulannya di luar masa rencana ini.")
    if not 0 <= doing.budget_idr <= MOST_IDR:
        raise ActRefused("Periksa anggarannya.")
    advice = doing.recommendation
    if advice is not None and advice.event_id != plan.event_id:
        raise ActRefused("Rekomendasi ini milik kegiatan lain.")


def _see(plan: JointPlan, owner: Institution | None) -> None:
    """Let whoever answers for an activity see the plan."""
    if owner is None or owner.pk in (plan.institution_id, *plan.parties):
        return
    plan.parties = sorted([*plan.parties, owner.pk])
    plan.save(update_fields=["parties"])


def _locked(plan: JointPlan) -> JointPlan:
    return JointPlan.objects.select_for_update(of=("self",)).get(pk=plan.pk)


def _record(by: Scope, verb: str, plan: JointPlan) -> None:
    act.record(by=by, verb=verb, noun="joint_plan", noun_id=plan.pk)


def _record_activity(by: Scope, verb: str, row: PlanActivity) -> None:
    act.record(by=by, verb=verb, noun="plan_activity", noun_id=row.pk, plan=row.plan_id)
