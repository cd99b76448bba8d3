"""What is asked of a joint plan and of each of its activities."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naungan.casework.accounts.models import Institution
from naungan.casework.coordination.actions.planning import Doing
from naungan.casework.coordination.models import (
    JointPlan,
    PlanActivity,
    Recommendation,
)
from naungan.lib.dates import month_start
from naungan.web.fields.day import Day
from naungan.web.fields.month import Month
from naungan.web.fields.rupiah import Rupiah


def typed(index: int) -> str:
    """Write a month as its field does."""
    return f"{month_start(index):%Y-%m}"


def written(one: PlanActivity) -> dict[str, Any]:
    """Give an activity as its form shows it."""
    return {
        "what": one.what,
        "owner": one.owner_id,
        "owner_name": "" if one.owner_id else one.owner_name,
        "partners": one.partners,
        "month": typed(one.month),
        "budget_idr": one.budget_idr or None,
        "recommendation": one.recommendation_id,
    }


class PlanForm(forms.Form):
    """A plan: what it is called and over which months it runs."""

    use_required_attribute = False  # mistakes are summed up on the page
    title = forms.CharField(label=_("Judul"), max_length=200)
    from_month = Month(label=_("Bulan pertama"))
    until_month = Month(label=_("Bulan terakhir"))


class ActivityForm(forms.Form):
    """One activity: what, by whom, with whom, in which month, for how much."""

    use_required_attribute = False  # mistakes are summed up on the page
    what = forms.CharField(label=_("Kegiatan"), max_length=300)
    owner = forms.ModelChoiceField(
        Institution.objects.none(),
        label=_("Penanggung jawab"),
        required=False,
        empty_label="—",
    )
    owner_name = forms.CharField(
        label=_("Penanggung jawab lain"),
        max_length=200,
        required=False,
        help_text=_("Bila lembaganya tidak bekerja di kantor ini."),
    )
    partners = forms.CharField(label=_("Mitra"), max_length=300, required=False)
    month = Month(label=_("Bulan"))
    budget_idr = Rupiah(label=_("Anggaran"), required=False)
    recommendation = forms.ModelChoiceField(
        Recommendation.objects.none(),
        label=_("Dari rekomendasi"),
        required=False,
        empty_label="—",
    )

    def __init__(self, given: Any, plan: JointPlan, initial: dict[str, Any]) -> None:
        """Offer the institutions of this office and the recommendations of the event."""
        super().__init__(given, initial={"month": typed(plan.from_month), **initial})
        open_ones = Institution.objects.filter(closed_on=None).order_by("name")
        advice: QuerySet[Recommendation] = Recommendation.objects.none()
        if plan.event_id is not None:
            advice = Recommendation.objects.filter(event_id=plan.event_id)
        self.fields["owner"].queryset = open_ones  # type: ignore[attr-defined]
        self.fields["recommendation"].queryset = advice  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Ask who answers for it."""
        found = super().clean() or {}
        if not (found.get("owner") or found.get("owner_name")) and not self.errors:
            self.add_error("owner", _("Pilih atau tulis penanggung jawabnya."))
        return found

    def doing(self) -> Doing:
        """Give the activity that was written."""
        found = self.cleaned_data
        owner = found["owner"]
        return Doing(
            what=found["what"],
            owner=owner,
            owner_name=owner.name if owner else found["owner_name"],
            partners=found["partners"],
            month=found["month"],
            budget_idr=found["budget_idr"] or 0,
            recommendation=found["recommendation"],
        )


class DoneForm(forms.Form):
    """When an activity was done and what came of it."""

    use_required_attribute = False  # mistakes are summed up on the page
    done_on = Day(label=_("Selesai pada"))
    result = forms.CharField(
        label=_("Hasil"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )
