"""What the pages of collection ask for: a debt, a payment, instalments, a reason."""

from datetime import date
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from naungan.web.fields.month import Month
from naungan.web.fields.rupiah import Rupiah
from naungan.web.figures.span import NearDay


SCALES: Final = [
    ("micro", _("mikro")),
    ("small", _("kecil")),
    ("medium", _("menengah")),
    ("large", _("besar")),
]
RISKS: Final = [
    ("very_low", _("sangat rendah")),
    ("low", _("rendah")),
    ("medium", _("sedang")),
    ("high", _("tinggi")),
    ("very_high", _("sangat tinggi")),
]
MOST_WORKERS: Final = 1_000_000
MOST_INSTALMENTS: Final = 120


class DebtForm(forms.Form):
    """A debt counted from what an officer knows."""

    use_required_attribute = False  # mistakes are summed up on the page
    first = Month(label=_("Bulan pertama yang belum dibayar"))
    last = Month(label=_("Bulan terakhir yang belum dibayar"))
    workers = forms.IntegerField(
        label=_("Banyaknya pekerja"), min_value=1, max_value=MOST_WORKERS
    )
    wage = Rupiah(label=_("Upah sebulan tiap pekerja"))
    scale = forms.ChoiceField(label=_("Skala usaha"), choices=SCALES)
    risk_group = forms.ChoiceField(
        label=_("Kelompok risiko JKK"), choices=RISKS, initial="very_low"
    )

    def clean(self) -> dict[str, Any]:
        """Refuse a span that ends before it begins."""
        found = super().clean() or {}
        first, last = found.get("first"), found.get("last")
        if first is not None and last is not None and last < first:
            self.add_error("last", _("Bulan terakhir mendahului bulan pertama."))
        return found


class PaymentForm(forms.Form):
    """What was paid to the fund."""

    use_required_attribute = False  # mistakes are summed up on the page
    paid_on = NearDay(label=_("Tanggal bayar"))
    amount_idr = Rupiah(label=_("Rupiah yang dibayar"))
    reference = forms.CharField(
        label=_("Nomor bukti"),
        required=False,
        max_length=60,
        help_text=_("Bukti yang sama hanya dapat dicatat sekali."),
    )
    for_month = Month(
        label=_("Untuk bulan iuran"),
        required=False,
        help_text=_("Kosongkan bila pembayar tidak menyebut bulannya."),
    )


class VoidForm(forms.Form):
    """Why a payment is taken out of the account."""

    use_required_attribute = False  # mistakes are summed up on the page
    reason = forms.CharField(
        label=_("Alasan"), max_length=300, widget=forms.Textarea(attrs={"rows": 3})
    )


class PromiseForm(forms.Form):
    """How a debt is to be paid in parts."""

    use_required_attribute = False  # mistakes are summed up on the page
    signed_on = NearDay(label=_("Tanggal perjanjian"))
    agreement = forms.CharField(
        label=_("Nomor perjanjian"), required=False, max_length=80
    )
    first_on = NearDay(
        label=_("Cicilan pertama jatuh tempo"),
        required=False,
        help_text=_("Bila kosong: hari jatuh tempo iuran bulan berikutnya."),
    )
    count = forms.IntegerField(
        label=_("Banyaknya cicilan"),
        required=False,
        min_value=1,
        max_value=MOST_INSTALMENTS,
        help_text=_("Isi ini, atau besarnya tiap cicilan."),
    )
    amount_idr = Rupiah(label=_("Besarnya tiap cicilan"), required=False)

    def __init__(self, given: Any, today: date) -> None:
        """Begin with today."""
        super().__init__(given, initial={"signed_on": today})


class DayForm(forms.Form):
    """The day to which fines are counted."""

    per = NearDay(label=_("Dihitung per"), required=False)
