"""What the pages of claims ask for."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from naungan.casework.accounts.models import Institution
from naungan.casework.benefits import kinds
from naungan.casework.benefits.due import fields
from naungan.casework.benefits.models import Claim
from naungan.casework.benefits.models.claim import SEXES
from naungan.casework.benefits.refusals import REFUSALS
from naungan.law.benefit_fields import LEVELS
from naungan.law.question import Field
from naungan.law.terms import term
from naungan.web.fields.day import Day
from naungan.web.fields.region import RegionField
from naungan.web.fields.rupiah import Rupiah
from naungan.web.language import spoken
from naungan.web.pages.calculator.codes import codes
from naungan.web.pages.claims import words
from naungan.web.papers.field import PaperField


LONGEST: Final = 2_000
REASON: Final = 300
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


class Asking(forms.Form):
    """A form whose mistakes are summed up on its page."""

    use_required_attribute = False


class Nothing(Asking):
    """An act that asks for nothing but the button."""


def _area(
    label: Any, *, most: int = LONGEST, rows: int = 4, **rest: Any
) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=most, widget=area, **rest)


class SeekForm(Asking):
    """Whom a report is about."""

    sought = forms.CharField(max_length=100)

    def __init__(self, given: Any, *, by_name: bool) -> None:
        """Ask for a NIK, and at the desk of a village also for a name."""
        super().__init__(given)
        self.fields["sought"].label = _("NIK atau nama") if by_name else "NIK"


class ReportForm(Asking):
    """What happened, when, and who told of it."""

    event = forms.ChoiceField(label=_("Apa yang terjadi"), widget=forms.RadioSelect)
    event_on = Day(label=_("Tanggal kejadian"))
    told_on = Day(label=_("Tanggal dilaporkan"))
    told_by = forms.ChoiceField(label=_("Dilaporkan oleh"))
    teller = forms.CharField(label=_("Nama pelapor"), max_length=200, required=False)
    phone = forms.CharField(
        label=_("Telepon pelapor"),
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "tel", "class": "short"}),
    )
    place = forms.CharField(label=_("Tempat kejadian"), max_length=200, required=False)
    account = _area(
        _("Kronologi singkat"),
        required=False,
        help_text=_("Hanya dibaca pelapor dan cabang yang membayar."),
    )
    branch = forms.TypedChoiceField(
        label=_("Cabang yang mengurus"),
        coerce=int,
        empty_value=None,
        widget=forms.RadioSelect,
        help_text=_("Lebih dari satu cabang melayani wilayah ini."),
    )

    def __init__(
        self,
        given: Any,
        *,
        today: date,
        branches: Sequence[Institution] = (),
        **rest: Any,
    ) -> None:
        """Offer the words of the page's language, and branches where there are several."""
        super().__init__(given, initial={"told_on": today}, **rest)
        self.fields["event"].choices = words.options(kinds.EVENTS)  # type: ignore[attr-defined]
        self.fields["told_by"].choices = words.options(kinds.TELLERS)  # type: ignore[attr-defined]
        self.fields["branch"].choices = [(one.pk, one.name) for one in branches]  # type: ignore[attr-defined]
        if len(branches) < 2:
            del self.fields["branch"]


class StrangerForm(ReportForm):
    """Somebody who stands on no list of a scheme: who they are, and who paid for them."""

    name = forms.CharField(label=_("Nama yang meninggal atau celaka"), max_length=200)
    nik = forms.CharField(
        label="NIK",
        max_length=40,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "nik"}),
    )
    birth_date = Day(label=_("Tanggal lahir"), required=False)
    sex = forms.ChoiceField(
        label=_("Jenis kelamin"),
        required=False,
        choices=[("", _("belum diketahui")), *((k, _(v)) for k, v in SEXES.items())],
    )
    village_code = RegionField(
        label=_("Desa"), help_text=_("Nama atau kode desa tempat tinggalnya.")
    )
    kpj = forms.CharField(
        label=_("Nomor peserta, bila ada"), max_length=20, required=False
    )
    fund = forms.ChoiceField(label=_("Iuran dibayar oleh"), initial="unknown")
    employer_name = forms.CharField(
        label=_("Pemberi kerja, bila ada"), max_length=200, required=False
    )
    npp = forms.CharField(
        label=_("NPP pemberi kerja, bila diketahui"), max_length=20, required=False
    )

    def __init__(
        self,
        given: Any,
        *,
        today: date,
        village: str,
        branches: Sequence[Institution] = (),
    ) -> None:
        """Know the village of whoever works in one."""
        super().__init__(given, today=today, branches=branches)
        self.fields["fund"].choices = words.funders()  # type: ignore[attr-defined]
        if village:
            del self.fields["village_code"]
        last = ("event", "event_on", "told_on", "told_by", "teller", "phone")
        self.order_fields([*StrangerForm.declared_fields, *last])
        first = ("name", "nik", "birth_date", "sex", "village_code")
        self.order_fields([*first, *last, "place", "account", "fund", "employer_name"])


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


class HandInForm(Asking):
    """A paper that was handed in."""

    received_on = Day(label=_("Diterima pada"))
    file = PaperField(
        label=_("Salinan atau foto"),
        required=False,
        help_text=_("Boleh kosong bila berkas aslinya diterima di kantor."),
    )


class ReasonForm(Asking):
    """Why something is done."""

    reason = _area(_("Alasan"), most=REASON)


class DayForm(Asking):
    """On which day something is done."""

    on = Day(label=_("Tanggal"))


class BurdenForm(DayForm):
    """Who owes instead of the fund."""

    employer_name = forms.CharField(label=_("Pemberi kerja"), max_length=200)
    npp = forms.CharField(label=_("NPP, bila diketahui"), max_length=20, required=False)


class RefuseForm(DayForm):
    """Why a claim is refused, in words that the family can answer."""

    code = forms.ChoiceField(label=_("Sebab"), widget=forms.RadioSelect)
    reason = _area(_("Alasan bagi keluarga"), most=LONGEST)

    def __init__(self, given: Any, **rest: Any) -> None:
        """Offer the reasons in words."""
        super().__init__(given, **rest)
        offered = [(code, words.refusal(code)) for code in REFUSALS]
        self.fields["code"].choices = offered  # type: ignore[attr-defined]


class PayForm(Asking):
    """What was paid, when, by which proof."""

    paid_on = Day(label=_("Dibayar pada"))
    amount_idr = Rupiah(label=_("Jumlah"))
    reference = forms.CharField(label=_("Bukti bayar"), max_length=100)
    why_other = _area(
        _("Alasan, bila jumlahnya lain dari yang disetujui"),
        most=REASON,
        required=False,
    )


class TrancheForm(Asking):
    """A school year that was paid."""

    paid_on = Day(label=_("Dibayar pada"))
    reference = forms.CharField(label=_("Bukti bayar"), max_length=100)


class HandOverForm(Asking):
    """When, where, by whom and to whom; who had paid the contributions."""

    held_on = Day(label=_("Tanggal penyerahan"))
    place = forms.CharField(label=_("Tempat"), max_length=200)
    occasion = forms.CharField(label=_("Acara"), max_length=200, required=False)
    official = forms.CharField(label=_("Diserahkan oleh"), max_length=200)
    position = forms.CharField(label=_("Jabatannya"), max_length=200, required=False)
    receiver = forms.CharField(label=_("Diterima oleh"), max_length=200)
    relation = forms.ChoiceField(label=_("Hubungan penerima"), required=False)
    funder = forms.CharField(label=_("Iuran dibayar oleh"), max_length=200)
    prints = forms.BooleanField(
        label=_("Terbitkan berita acara bernomor"), required=False, initial=True
    )

    def __init__(self, given: Any, *, may_print: bool, **rest: Any) -> None:
        """Offer the numbered record to whoever issues letters."""
        super().__init__(given, **rest)
        offered = [("", _("belum diketahui")), *words.options(kinds.RELATIONS)]
        self.fields["relation"].choices = offered  # type: ignore[attr-defined]
        if not may_print:
            del self.fields["prints"]
