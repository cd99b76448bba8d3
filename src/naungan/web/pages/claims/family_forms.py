"""What a claim still has to say: the facts that the law reads, children, heirs."""

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from naungan.casework.benefits import kinds
from naungan.casework.benefits.due import fields
from naungan.casework.benefits.models import Claim
from naungan.law.benefit_fields import LEVELS
from naungan.law.question import Field
from naungan.law.terms import term
from naungan.web.fields.day import Day
from naungan.web.fields.rupiah import Rupiah
from naungan.web.language import spoken
from naungan.web.pages.calculator.codes import codes
from naungan.web.pages.claims import words
from naungan.web.pages.claims.forms import Asking


MOST_GRADE: Final = 12
FIRST_YEAR, LAST_YEAR = 2000, 2100
YES_NO: Final = (("", _("belum diketahui")), ("ya", _("ya")), ("tidak", _("tidak")))
ASKED: Final = {
    "death_other": (
        "segment",
        "registered",
        "joined",
        "active",
        "arrears_months",
        "contribution_months",
        "heirs",
    ),
    "death_work": (
        "segment",
        "registered",
        "joined",
        "active",
        "arrears_months",
        "income",
        "wage",
        "reported_wage",
    ),
    "accident": (
        "segment",
        "registered",
        "joined",
        "active",
        "arrears_months",
        "income",
        "wage",
        "reported_wage",
        "outcome",
        "stmb_months",
        "stmb_days",
    ),
}
"""What is asked about each event, by the names of the law's own fields."""
NOT_ASKED: Final = {"outcome": ("death",)}
LOSS: Final = ("part", "lost", "count")
"""What is said of a part of the body, by the names of the law's own fields."""


class FactsForm(Asking):
    """What the law asks about an event: a field for each of the law's own."""

    def __init__(self, given: Any, *, claim: Claim) -> None:
        """Ask what the law reads about this event, in its own words."""
        super().__init__(given, initial=dict(claim.facts))
        known = {one.name: one for one in fields(claim.event)}
        for name in ASKED[claim.event]:
            self.fields[name] = _law_field(known[name])
        if claim.event == "accident":
            self._ask_loss(known["losses"], claim)

    def _ask_loss(self, losses: Field, claim: Claim) -> None:
        """Ask which part of the body is disabled, and how much of it."""
        held = (claim.facts.get("losses") or [{}])[0]
        parts = {one.name: one for one in losses.parts}
        for name in LOSS:
            label = words.said(parts[name].label).capitalize()
            self.initial[f"loss_{name}"] = held.get(name)
            self.fields[f"loss_{name}"] = forms.CharField(
                label=label, required=False, max_length=40
            )
        offered = [("", _("tidak ada")), *codes("part", spoken())]
        self.fields["loss_part"] = forms.ChoiceField(
            label=_("Bagian tubuh yang cacat"), required=False, choices=offered
        )

    def facts(self, claim: Claim) -> dict[str, Any]:
        """Give what was stated, and what the form does not ask as it was."""
        asked = {*self.fields, "losses"}
        found = {name: v for name, v in claim.facts.items() if name not in asked}
        for name, value in self.cleaned_data.items():
            if not name.startswith("loss_") and value not in (None, ""):
                found[name] = str(value)
        if self.cleaned_data.get("loss_part"):
            loss = {name: self.cleaned_data.get(f"loss_{name}") for name in LOSS}
            found["losses"] = [{k: v for k, v in loss.items() if v}]
        return found


def _law_field(one: Field) -> forms.Field:
    label = words.said(one.label).capitalize()
    if one.kind == "choice":
        left = NOT_ASKED.get(one.name, ())
        offered = [(code, _option(code)) for code in one.choices if code not in left]
        return forms.ChoiceField(
            label=label, required=False, choices=[("", _("belum diketahui")), *offered]
        )
    if one.kind == "yes_no":
        return forms.ChoiceField(label=label, required=False, choices=YES_NO)
    if one.kind == "idr":
        return Rupiah(label=label, required=False)
    if one.kind == "month":
        month = forms.TextInput(attrs={"type": "month", "class": "short"})
        return forms.RegexField(
            r"^\d{4}-\d{2}$", label=label, required=False, widget=month
        )
    if one.kind == "day":
        return Day(label=label, required=False)
    return forms.IntegerField(
        label=label,
        required=False,
        min_value=0,
        widget=forms.NumberInput(attrs={"class": "short", "inputmode": "numeric"}),
    )


def _option(code: str) -> str:
    said = words.said(term(code))
    return f"{code}: {said}" if code.isupper() and said != code else said


class ChildForm(Asking):
    """A child who may be paid a scholarship."""

    name = forms.CharField(label=_("Nama anak"), max_length=200)
    birth_date = Day(label=_("Tanggal lahir"))
    level = forms.ChoiceField(label=_("Jenjang sekolah"))
    grade = forms.IntegerField(
        label=_("Kelas"), required=False, min_value=1, max_value=MOST_GRADE
    )
    from_year = forms.IntegerField(
        label=_("Masuk jenjang itu pada tahun"),
        required=False,
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        help_text=_("Bagi anak yang belum sekolah."),
    )
    married = forms.BooleanField(label=_("Sudah menikah"), required=False)
    working = forms.BooleanField(label=_("Sudah bekerja"), required=False)

    def __init__(self, given: Any) -> None:
        """Offer the levels in words."""
        super().__init__(given)
        offered = [(code, words.level(code)) for code in LEVELS]
        self.fields["level"].choices = offered  # type: ignore[attr-defined]


class HeirForm(Asking):
    """Somebody who inherits."""

    name = forms.CharField(label=_("Nama ahli waris"), max_length=200)
    relation = forms.ChoiceField(label=_("Hubungan"))
    phone = forms.CharField(label=_("Telepon"), max_length=30, required=False)
    receives = forms.BooleanField(label=_("Menerima uangnya"), required=False)

    def __init__(self, given: Any) -> None:
        """Offer the relations in words."""
        super().__init__(given)
        self.fields["relation"].choices = words.options(kinds.RELATIONS)  # type: ignore[attr-defined]
