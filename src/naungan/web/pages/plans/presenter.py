"""Joint plans as their pages show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from naungan.casework.coordination.models import JointPlan, PlanActivity
from naungan.lib.dates import month_start
from naungan.lib.money import format_rupiah
from naungan.lib.numbers import format_number
from naungan.web.download import Column, Sheet
from naungan.web.pages.meetings import words
from naungan.web.pages.meetings.listed import region


TONES = {"draft": "", "agreed": "good", "dropped": "bad"}


@dataclass(frozen=True)
class PlanLine:
    """One plan of the list."""

    key: int
    title: str
    months: str
    place: str
    keeper: str
    counted: str
    budget: str
    state: str
    tone: str


@dataclass(frozen=True)
class ActivityLine:
    """One activity of a plan."""

    key: int
    number: int
    what: str
    owner: str
    partners: str
    month: str
    budget: str
    advice: str
    done: str
    result: str
    is_done: bool


def month(index: int) -> str:
    """Name a month."""
    return date_format(month_start(index), "M Y")


def span(plan: JointPlan) -> str:
    """Name the months of a plan."""
    return f"{month(plan.from_month)} – {month(plan.until_month)}"


def plan_line(one: Any) -> PlanLine:
    """Arrange one plan with what was counted of it."""
    counted = _("%(done)s dari %(many)s kegiatan selesai") % {
        "done": format_number(one.done),
        "many": format_number(one.many),
    }
    return PlanLine(
        key=one.pk,
        title=one.title,
        months=span(one),
        place=region(one.region_code),
        keeper=one.institution.name,
        counted=counted,
        budget=format_rupiah(one.budget_idr or 0),
        state=words.plan_state(one.state),
        tone=TONES[one.state],
    )


def activity_line(one: PlanActivity) -> ActivityLine:
    """Arrange one activity."""
    return ActivityLine(
        key=one.pk,
        number=one.number,
        what=one.what,
        owner=one.owner_name,
        partners=one.partners,
        month=month(one.month),
        budget=format_rupiah(one.budget_idr),
        advice=one.recommendation.text if one.recommendation else "",
        done=words.on(one.done_on) if one.done_on else "",
        result=one.result,
        is_done=one.done_on is not None,
    )


def sheet(plan: JointPlan, rows: Iterable[PlanActivity]) -> Sheet:
    """Give a plan as a table."""
    columns = (
        *(Column(_("No."), "number"), Column(_("Kegiatan"))),
        *(Column(_("Penanggung jawab")), Column(_("Mitra")), Column(_("Bulan"))),
        *(Column(_("Anggaran"), "rupiah"), Column(_("Dari rekomendasi"))),
        *(Column(_("Selesai"), "date"), Column(_("Hasil"))),
    )
    cells = (
        (
            *(one.number, one.what, one.owner_name, one.partners, month(one.month)),
            one.budget_idr,
            one.recommendation.text if one.recommendation else "",
            *(one.done_on, one.result),
        )
        for one in rows
    )
    return Sheet("joint_plan", plan.title, (span(plan),), columns, cells)
